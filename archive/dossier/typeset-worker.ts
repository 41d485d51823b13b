/**
 * The thread in which a dossier is made: the typesetter cannot be interrupted and must not hold up anyone. Started with
 * the material of one it makes that; without, it makes one after the other as it is asked, until it is to end.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { assert } from '../lib/assert.ts';
import { ok, type Result } from '../lib/result.ts';
import { type FontFile, readFonts } from './fonts.ts';
import { findLeaks } from './leaks.ts';
import { makeHere } from './make.ts';
import type { DossierFailure, DossierMaterial, MadePdf } from './material.ts';
import { formsGuardedIn } from './names.ts';
import { Typesetter } from './typeset.ts';

/** `end`: it forgets what it made, and is gone. */
export type ToWorker =
  { readonly kind: 'make'; readonly material: DossierMaterial } | { readonly kind: 'end' };

export type FromWorker =
  | { readonly kind: 'progress'; readonly done: number; readonly total?: number }
  | { readonly kind: 'made'; readonly result: Result<MadePdf, DossierFailure> };

assert(parentPort, 'runs as a worker');
const port = parentPort;
const say = (message: FromWorker, transfer: ArrayBuffer[] = []) =>
  port.postMessage(message, transfer);

const progress = (done: number, total?: number) =>
  say({ kind: 'progress', done, ...(total === undefined ? {} : { total }) });
const tell = (result: Result<MadePdf, DossierFailure>) =>
  say({ kind: 'made', result }, result.ok ? [result.value.pdf.buffer as ArrayBuffer] : []);

const once = workerData as DossierMaterial | null;
if (once) tell(await readBack(once, makeHere(once, progress)));
else stay();

function stay(): void {
  const fonts = readFonts();
  const typesetter = fonts.ok ? new Typesetter(fonts.value) : null;
  port.on('message', (asked: ToWorker) => {
    if (asked.kind === 'end') {
      typesetter?.forget();
      port.close();
    } else if (!fonts.ok || !typesetter) tell(fonts as Result<never, 'font-missing'>);
    else tell(remade(asked.material, fonts.value, typesetter));
  });
}

function remade(
  material: DossierMaterial,
  fonts: readonly FontFile[],
  typesetter: Typesetter,
): Result<MadePdf, DossierFailure> {
  return makeHere(material, progress, {
    fonts,
    set: (composed) => typesetter.set(composed, { remembers: true }),
  });
}

async function readBack(
  material: DossierMaterial,
  made: Result<MadePdf, DossierFailure>,
): Promise<Result<MadePdf, DossierFailure>> {
  if (!made.ok || material.readBack !== true) return made;
  const leaks = await findLeaks(made.value.pdf, formsGuardedIn(material));
  return leaks.ok ? ok({ ...made.value, leaks: leaks.value }) : leaks;
}
