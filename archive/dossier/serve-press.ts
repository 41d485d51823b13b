/** What a press does from its start until it is killed, whoever started it: it makes one dossier after the other. */
import { collectGarbage } from '../lib/memory.ts';
import type { Job } from '../lib/job.ts';
import { Queue } from '../lib/queue.ts';
import { ok, type Result } from '../lib/result.ts';
import { findLeaks } from './leaks.ts';
import { type MadeFile, makeFile, makeReady, type Ready, wholeOf } from './make.ts';
import type { DossierFailure, DossierMaterial } from './material.ts';
import { formsGuardedIn } from './names.ts';
import { digestsIn, dropPictures, unpack } from './parcel.ts';
import { PictureShelf } from './picture-shelf.ts';
import type { ToPress } from './press.ts';
import { FileSender, type Say } from './send-file.ts';

/** Milliseconds between two reports of progress: each is a message to another process. The first and the last two are always told. */
const BETWEEN = 50;

type Asked = Extract<ToPress, { kind: 'make' }>;

/** Answers what is to be called with each message. One is made at a time. */
export function servePress(say: Say): (message: ToPress) => Promise<void> {
  const press = new Serving(say);
  let asked: Asked | null = null;
  let lacking = new Set<string>();
  let given = new Map<string, Uint8Array>();
  const take = async (message: ToPress) => {
    if (message.kind === 'make') {
      asked = message;
      lacking = press.lacking(message);
      given = new Map();
      if (lacking.size > 0) void say({ kind: 'wants', pictures: [...lacking] });
    } else {
      lacking.delete(message.digest);
      given.set(message.digest, message.bytes);
    }
    if (!asked || lacking.size > 0) return;
    const { bare, remembers } = asked;
    const material = unpack(bare, given);
    asked = null;
    given = new Map();
    await press.make(material, remembers);
  };
  // Nothing is begun before the press is done with the last one, of which it remembers something.
  const queue = new Queue();
  return (message) => queue.run(() => take(message));
}

class Serving {
  readonly #say: Say;
  readonly #sender: FileSender;
  readonly #shelf = new PictureShelf();
  #ready: Result<Ready, 'font-missing'> | null = null;
  #told = 0;

  constructor(say: Say) {
    this.#say = say;
    this.#sender = new FileSender(say);
  }

  lacking({ bare }: Asked): Set<string> {
    return new Set([...digestsIn(bare)].filter((digest) => !this.#shelf.has(digest)));
  }

  async make(material: DossierMaterial, remembers: boolean): Promise<void> {
    const ready = (this.#ready ??= makeReady(this.#shelf));
    const made = ready.ok ? this.#set(ready.value, material, remembers) : ready;
    await this.#tell(await readBack(material, made), remembers);
    if (!ready.ok) return;
    // Nobody waits for this.
    ready.value.rest({ remembers });
    // What small objects of ours refer to is large: the pages that were set, and what they were set of.
    if (remembers) collectGarbage();
  }

  #set(
    ready: Ready,
    material: DossierMaterial,
    remembers: boolean,
  ): Result<MadeFile, DossierFailure> {
    return makeFile(material, this.#progress, {
      ...ready,
      set: (composed) => {
        // Stripped copies are what is printed.
        if (dropPictures(material) > 0) collectGarbage();
        return ready.set(composed, { remembers });
      },
    });
  }

  readonly #progress: Job['progress'] = (done, total) => {
    const now = performance.now();
    const matters = done === 0 || (total !== undefined && done >= total - 1);
    if (!matters && now - this.#told < BETWEEN) return;
    this.#told = now;
    void this.#say({ kind: 'progress', done, ...(total === undefined ? {} : { total }) });
  };

  async #tell(made: Result<MadeFile, DossierFailure>, remembers: boolean): Promise<void> {
    if (!made.ok) return this.#say({ kind: 'made', result: made });
    const { file, ...told } = made.value;
    await this.#sender.send(file, { remembers });
    return this.#say({ kind: 'made', result: ok(told) });
  }
}

async function readBack(
  material: DossierMaterial,
  made: Result<MadeFile, DossierFailure>,
): Promise<Result<MadeFile, DossierFailure>> {
  if (!made.ok || material.readBack !== true) return made;
  const { file, marks } = made.value;
  const used = marks.filter(({ count }) => count > 0);
  const found = await findLeaks(wholeOf(file), formsGuardedIn(material), {
    marks: [...new Set(used.map(({ mark }) => mark))],
    present: new Set(used.map(({ entity }) => entity)),
  });
  return found.ok ? ok({ ...made.value, ...found.value }) : found;
}
