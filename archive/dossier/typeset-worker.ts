/** The thread in which a dossier is made: the typesetter cannot be interrupted and must not hold up anyone. */
import { parentPort, workerData } from 'node:worker_threads';
import { assert } from '../lib/assert.ts';
import { ok, type Result } from '../lib/result.ts';
import { findLeaks } from './leaks.ts';
import { makeHere } from './make.ts';
import type { DossierFailure, DossierMaterial, MadePdf } from './material.ts';
import { formsGuardedIn } from './names.ts';

export type FromWorker =
  | { readonly kind: 'progress'; readonly done: number; readonly total?: number }
  | { readonly kind: 'made'; readonly result: Result<MadePdf, DossierFailure> };

assert(parentPort, 'runs as a worker');
const port = parentPort;
const say = (message: FromWorker, transfer: ArrayBuffer[] = []) =>
  port.postMessage(message, transfer);

const material = workerData as DossierMaterial;
const result = await readBack(
  makeHere(material, (done, total) =>
    say({ kind: 'progress', done, ...(total === undefined ? {} : { total }) }),
  ),
);
say({ kind: 'made', result }, result.ok ? [result.value.pdf.buffer as ArrayBuffer] : []);

async function readBack(
  made: Result<MadePdf, DossierFailure>,
): Promise<Result<MadePdf, DossierFailure>> {
  if (!made.ok || material.readBack !== true) return made;
  const leaks = await findLeaks(made.value.pdf, formsGuardedIn(material));
  return leaks.ok ? ok({ ...made.value, leaks: leaks.value }) : leaks;
}
