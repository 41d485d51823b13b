/** Reads originals again, those first that were not read for longest, and notes what was found on each source. */
import type { RecheckReport, VerifyFinding } from '../face/index.ts';
import type { Job } from '../lib/job.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { limits, type Source } from '../model/index.ts';
import { type Check, noteChecks } from '../store/commands/note-checks.ts';
import type { Store, StoreFailure } from '../store/store.ts';
import type { Vault } from '../vault/index.ts';
import { checkOriginal, isIntact } from './inspect.ts';
import type { Texts } from './texts.ts';

/** Checks noted in one change: what was done is kept when the work is cut short. */
export const CHECKS_AT_ONCE = 200;
const DAY = 24 * 60 * 60 * 1_000;

/** Sources whose original was not read again for so many days, or never since they came, oldest first. */
export function dueForCheck(sources: readonly Source[], days: number, now: number): Source[] {
  const last = ({ lastCheck, addedAt }: Source) => Date.parse(lastCheck?.at ?? addedAt);
  return sources
    .filter((source) => now - last(source) >= days * DAY)
    .sort((a, b) => last(a) - last(b));
}

/** The first of them, as many as are read in a moment. */
export function sliceOf(due: readonly Source[]): Source[] {
  let bytes = 0;
  const end = due.findIndex(({ original }, at) => {
    bytes += original.size;
    return at > 0 && (bytes > limits.recheckBytes || at >= limits.recheckOriginals);
  });
  return due.slice(0, end === -1 ? due.length : end);
}

export async function recheck(
  { vault, store, texts }: { vault: Vault; store: Store; texts: Texts },
  due: readonly Source[],
  job: Job,
): Promise<Result<RecheckReport, StoreFailure | 'cancelled'>> {
  const findings: VerifyFinding[] = [];
  let checked = 0;
  let checks: Check[] = [];
  const keep = async () => {
    const noted = await store.run(noteChecks(checks));
    checks = [];
    return noted;
  };
  for (const source of due) {
    if (job.signal.aborted) {
      const noted = checks.length > 0 ? await keep() : ok(null);
      return noted.ok ? fail('cancelled') : noted;
    }
    const finding = await checkOriginal(vault, texts, source);
    if (finding) findings.push({ code: finding, subjects: [source.shelfmark] });
    checks.push({ source: source.id, intact: isIntact(finding) });
    job.progress(++checked, due.length);
    if (checks.length < CHECKS_AT_ONCE && checked < due.length) continue;
    const noted = await keep();
    if (!noted.ok) return noted;
  }
  return ok({ checked, findings });
}
