/** The log, time stamps, and checks that nothing was changed or lost. */
import type { CustodyCalls, LogPage, VerifyReport } from '../../face/index.ts';
import { type Job, quietJob } from '../../lib/job.ts';
import { fail, ok } from '../../lib/result.ts';
import { note } from '../../store/commands/archive.ts';
import { noteChecks } from '../../store/commands/note-checks.ts';
import { deleteStamp } from '../../store/commands/stamps.ts';
import { headText } from '../../store/head-text.ts';
import { headOf, inOrder } from '../../store/log.ts';
import type { Reading } from '../../store/state.ts';
import { deliver, liesIn } from '../deliver.ts';
import { inspect } from '../inspect.ts';
import type { OpenArchive } from '../open-archive.ts';
import { CHECKS_AT_ONCE, dueForCheck, recheck, sliceOf } from '../recheck.ts';
import { checkStamps, keepStamp } from '../stamping.ts';
import type { Answer } from './answer.ts';
import { stampFileOf } from './stamp-file-of.ts';

export function custodyRoom(open: OpenArchive): CustodyCalls {
  const { store, vault, reading } = open;
  const due = (days: number) => dueForCheck(reading.all('sources'), days, open.clock.now());
  return {
    log: (from, limit) => Promise.resolve(ok(logPage(reading, from, limit))),

    async saveHead(path) {
      if (await liesIn(path, open.folder)) return fail('target-inside-archive');
      return deliver(path, Buffer.from(headText(store.head)));
    },

    async addStamp(file) {
      if (store.readOnly) return fail('read-only');
      return (await keepStamp(open, file)) as Answer<'addStamp'>;
    },
    deleteStamp: (id) => open.run(deleteStamp(id)),
    stampFile: (id) => stampFileOf(open, id),
    checkStamps: (job = quietJob) => checkStamps(open, job),

    async verify(full, job = quietJob) {
      const inspected = await inspect(vault, reading, open.texts, full, job);
      if (!inspected.ok) return inspected;
      const { checks, report } = inspected.value;
      if (!full) return ok(report);
      const whole = await withStamps(open, report, job);
      if (store.readOnly !== null) return ok(whole);
      for (let at = 0; at < checks.length; at += CHECKS_AT_ONCE)
        await store.run(noteChecks(checks.slice(at, at + CHECKS_AT_ONCE)));
      const { findings, checked } = whole;
      await store.run(
        note('archive.verify', { findings: findings.length, originals: checked.originals }),
      );
      return ok(whole);
    },

    async recheck(days, job = quietJob) {
      if (store.readOnly) return fail('read-only');
      return recheck(open, due(days), job);
    },

    async recheckSome(days) {
      if (store.readOnly) return fail('read-only');
      const all = due(days);
      const slice = sliceOf(all);
      const job = { signal: open.ending, progress: () => undefined };
      const report = await open.hold(recheck(open, slice, job));
      return report.ok ? ok({ ...report.value, left: all.length - slice.length }) : report;
    },
  };
}

function logPage(reading: Reading, from: number, limit: number): LogPage {
  const lines = inOrder(reading.all('activities'));
  const head = headOf(lines);
  return {
    length: lines.length,
    head: head.hash,
    headText: headText(head),
    entries: lines.reverse().slice(from, from + limit),
  };
}

/** The report with what is wrong with time stamps. */
async function withStamps(
  open: OpenArchive,
  report: VerifyReport,
  job: Job,
): Promise<VerifyReport> {
  const checked = await checkStamps(open, { ...job, progress: () => undefined });
  const bad = checked.ok ? checked.value.filter(({ state }) => state !== 'holds') : [];
  const findings = bad.map(({ stamp, state }) => ({ code: `stamp-${state}`, subjects: [stamp] }));
  return findings.length === 0
    ? report
    : { ...report, intact: false, findings: [...report.findings, ...findings] };
}
