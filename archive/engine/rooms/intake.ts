/** Taking files in. */
import type { IntakeCalls } from '../../face/index.ts';
import { quietJob } from '../../lib/job.ts';
import { fail } from '../../lib/result.ts';
import { takeIn } from '../intake.ts';
import type { OpenArchive } from '../open-archive.ts';
import type { Answer } from './answer.ts';

export function intakeRoom(open: OpenArchive): IntakeCalls {
  return {
    checkFolder: (files, job = quietJob) => open.reader.checkFolder(files, job.signal),

    async importFile(file, capture, job = quietJob) {
      if (open.store.readOnly) return fail('read-only');
      if (job.signal.aborted) return fail('cancelled');
      return (await takeIn(open, file, capture, job)) as Answer<'importFile'>;
    },
  };
}
