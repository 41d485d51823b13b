/** Makes the PDF of a dossier in a thread of its own. */
import { Worker } from 'node:worker_threads';
import { quietJob, type Job } from '../lib/job.ts';
import { fail, type Result } from '../lib/result.ts';
import { limits } from '../model/index.ts';
import { picturesToGive } from './give-pictures.ts';
import type { DossierFailure, DossierMaterial, MadePdf } from './material.ts';
import type { FromWorker } from './typeset-worker.ts';

const extname = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

/**
 * The same material makes the same bytes. Progress counts exhibits and one last step. Failures:
 * `dossier-empty` without any section; `names-protected` { count } when entities are named that must not be;
 * `image-unreadable` { exhibit } when a picture is broken, too large or of an unknown sort; `font-missing` when
 * this program is not whole; `typesetting-failed` when the pages cannot be set in time or at all; `cancelled`
 * as soon as the job is asked to stop. `givesPictures`: the caller has no more use for their bytes, which are then not
 * copied into the thread, but moved.
 */
export async function makeDossierPdf(
  material: DossierMaterial,
  job: Job = quietJob,
  { givesPictures = false }: { readonly givesPictures?: boolean } = {},
): Promise<Result<MadePdf, DossierFailure>> {
  if (job.signal.aborted) return fail('cancelled');
  const worker = new Worker(new URL(`./typeset-worker${extname}`, import.meta.url), {
    workerData: material,
    // What is made here is short-lived: a thread's usual share would only be held until it ends.
    resourceLimits: { maxYoungGenerationSizeMb: limits.dossierYoungMegabytes },
    ...(givesPictures && { transferList: picturesToGive(material) }),
  });
  return await new Promise((resolve) => {
    const settle = (result: Result<MadePdf, DossierFailure>) => {
      clearTimeout(timer);
      job.signal.removeEventListener('abort', cancel);
      // Ends when the typesetter comes back to it; nobody has to wait for that.
      void worker.terminate();
      resolve(result);
    };
    const cancel = () => settle(fail('cancelled'));
    const timer = setTimeout(() => settle(fail('typesetting-failed')), limits.dossierMilliseconds);
    job.signal.addEventListener('abort', cancel);
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'progress') job.progress(message.done, message.total);
      else settle(message.result);
    });
    worker.once('error', () => settle(fail('typesetting-failed')));
    worker.once('exit', () => settle(fail('typesetting-failed')));
  });
}
