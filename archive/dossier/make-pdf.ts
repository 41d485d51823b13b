/** Makes the PDF of a dossier in a press of its own. */
import { quietJob, type Job } from '../lib/job.ts';
import { fail, type Result } from '../lib/result.ts';
import { limits } from '../model/index.ts';
import { askPress } from './ask-press.ts';
import { hearPress } from './hear-press.ts';
import type { DossierFailure, DossierMaterial, MadePdf } from './material.ts';
import { startPress } from './press-node.ts';
import type { StartPress } from './press.ts';

/**
 * The same material makes the same bytes. Progress counts exhibits and one last step. Failures:
 * `dossier-empty` without any section; `names-protected` { count } when entities are named that must not be;
 * `image-unreadable` { exhibit } when a picture is broken, too large or of an unknown sort; `font-missing` when
 * this program is not whole; `typesetting-failed` when the pages cannot be set in time or at all, or the press dies of
 * them; `cancelled` as soon as the job is asked to stop: the press is killed.
 */
export async function makeDossierPdf(
  material: DossierMaterial,
  job: Job = quietJob,
  start: StartPress = startPress,
): Promise<Result<MadePdf, DossierFailure>> {
  if (job.signal.aborted) return fail('cancelled');
  return await new Promise((resolve) => {
    const settle = (result: Result<MadePdf, DossierFailure>) => {
      clearTimeout(timer);
      job.signal.removeEventListener('abort', cancel);
      press.kill();
      resolve(result);
    };
    const failed = () => {
      settle(fail('typesetting-failed'));
    };
    const cancel = () => {
      settle(fail('cancelled'));
    };
    const heard = hearPress({
      kept: new Map(),
      progress: (done, total) => {
        job.progress(done, total);
      },
      made: settle,
    });
    const timer = setTimeout(failed, limits.dossierMilliseconds);
    job.signal.addEventListener('abort', cancel);
    const press = start({
      said: (message) => {
        answer(message);
        heard(message);
      },
      gone: failed,
    });
    const answer = askPress(press, material, { remembers: false, lost: failed });
  });
}
