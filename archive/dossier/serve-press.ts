/** What a press does from its start until it is killed, whoever started it: it makes one dossier after the other. */
import { collectGarbage, collectYoung } from '../lib/memory.ts';
import type { Job } from '../lib/job.ts';
import { ok, type Result } from '../lib/result.ts';
import { limits } from '../model/limits.ts';
import { findLeaks } from './leaks.ts';
import { makeHere, makeReady, type Ready } from './make.ts';
import type { DossierFailure, DossierMaterial, MadePdf } from './material.ts';
import { formsGuardedIn } from './names.ts';
import { dropPictures, unpack } from './parcel.ts';
import type { FromPress, ToPress } from './press.ts';

/** Milliseconds between two reports of progress: each is a message to another process. The first and the last two are always told. */
const BETWEEN = 50;

/** Resolves when there is room for the next message, where that can be known. */
type Say = (message: FromPress) => Promise<void> | void;

/** Answers what is to be called with each message. One is made at a time. */
export function servePress(say: Say): (message: ToPress) => Promise<void> {
  let told = 0;
  const progress: Job['progress'] = (done, total) => {
    const now = performance.now();
    const matters = done === 0 || (total !== undefined && done >= total - 1);
    if (!matters && now - told < BETWEEN) return;
    told = now;
    void say({ kind: 'progress', done, ...(total === undefined ? {} : { total }) });
  };
  let pictures: Uint8Array[] = [];
  let ready: Result<Ready, 'font-missing'> | null = null;
  return async (message) => {
    if (message.kind === 'picture') {
      pictures.push(message.bytes);
      return;
    }
    const material = unpack(message.bare, pictures);
    pictures = [];
    ready ??= makeReady();
    const { remembers } = message;
    const made = ready.ok ? make(ready.value, material, { remembers, progress }) : ready;
    await tell(say, await readBack(material, made));
    // What small objects of ours refer to is large: the pages that were set, and what they were set of.
    if (remembers) collectGarbage();
  };
}

function make(
  { coverage, set }: Ready,
  material: DossierMaterial,
  { remembers, progress }: { readonly remembers: boolean; readonly progress: Job['progress'] },
): Result<MadePdf, DossierFailure> {
  return makeHere(material, progress, {
    coverage,
    set: (composed) => {
      // Stripped copies are what is printed.
      dropPictures(material);
      collectGarbage();
      return set(composed, { remembers });
    },
  });
}

async function tell(say: Say, made: Result<MadePdf, DossierFailure>): Promise<void> {
  if (!made.ok) return say({ kind: 'made', result: made });
  const { pdf, ...told } = made.value;
  const of = pdf.length;
  for (let at = 0; at < of; at += limits.pressPieceBytes) {
    // A copy: where a message is cloned, a part of a buffer would bring all of it.
    const bytes = pdf.slice(at, at + limits.pressPieceBytes);
    await say({ kind: 'piece', at, of, bytes });
    collectYoung();
  }
  return say({ kind: 'made', result: ok(told) });
}

async function readBack(
  material: DossierMaterial,
  made: Result<MadePdf, DossierFailure>,
): Promise<Result<MadePdf, DossierFailure>> {
  if (!made.ok || material.readBack !== true) return made;
  const { pdf, marks } = made.value;
  const used = marks.filter(({ count }) => count > 0);
  const found = await findLeaks(pdf, formsGuardedIn(material), {
    marks: [...new Set(used.map(({ mark }) => mark))],
    present: new Set(used.map(({ entity }) => entity)),
  });
  return found.ok ? ok({ ...made.value, ...found.value }) : found;
}
