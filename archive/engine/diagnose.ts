/** What is wrong with an archive that cannot be opened, as a verification tells it. Nothing is written. */
import type { VerifyFinding, VerifyReport } from '../face/index.ts';
import { type Job, quietJob } from '../lib/job.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { Memory, stateOf } from '../store/state.ts';
import { brokenLines } from '../store/log.ts';
import { salvageVault, type VaultFailure, type VaultOptions } from '../vault/index.ts';
import { missingReferences } from './inspect.ts';
import { blobsIn, namedBlobs } from './references.ts';

/** Needs a whole key file and what opens it. Every blob that can still be named is read. */
export async function diagnoseArchive(
  folder: string,
  secret: string,
  options: VaultOptions = {},
  job: Job = quietJob,
): Promise<Result<VerifyReport, VaultFailure | 'cancelled'>> {
  const salvaged = await salvageVault(folder, secret, options);
  if (!salvaged.ok) return salvaged;
  const { state, missing, damaged, blobs, close } = salvaged.value;
  try {
    const reading = new Memory(stateOf(state));
    const named = namedBlobs(reading);
    const lost = new Set<string>();
    let bytes = 0;
    let done = 0;
    for (const id of named) {
      if (job.signal.aborted) return fail('cancelled');
      const read = await blobs.get(id);
      if (read.ok) bytes += read.value.length;
      else lost.add(id);
      job.progress(++done, named.size);
    }
    const touched = reading
      .all('sources')
      .filter((source) => [...blobsIn(source)].some((blob) => lost.has(blob)));
    const broken = brokenLines(reading.all('activities')).slice(0, 100);
    const findings: VerifyFinding[] = [
      ...damaged.map(({ role }) => ({ code: 'file-damaged', subjects: [role] })),
      ...missing.map(({ from, to }) => ({ code: 'changes-missing', subjects: [`${from}–${to}`] })),
      ...touched.map(({ shelfmark }) => ({ code: 'blob-damaged', subjects: [shelfmark] })),
      ...missingReferences(reading),
      ...(broken.length > 0 ? [{ code: 'log-broken', subjects: broken.map(String) }] : []),
    ];
    const files = (await blobs.names()).length;
    return ok({
      intact: false,
      full: true,
      checked: {
        files,
        bytes,
        originals: named.size - lost.size,
        activities: reading.all('activities').length,
        unnamed: 0,
      },
      findings,
    });
  } finally {
    close();
  }
}
