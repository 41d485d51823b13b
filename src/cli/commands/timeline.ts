/** kuferak timeline DIR [--from D] [--to D] [--date-of R]… [--tag T]… [--name N] [--naming N] [--source S] [--kind K]… [--csv [--despite-names]] */
import type { TimelineEntry } from '../../../archive/index.ts';
import { plainLine } from '../../../archive/lib/plain-line.ts';
import { readArguments, type Run, withArchive } from '../command.ts';
import { print, printJson } from '../output.ts';
import { timelineOptions, timelineRequest } from '../timeline-request.ts';
import { UsageError } from '../usage.ts';

const options = {
  ...timelineOptions,
  source: { type: 'string' },
  csv: { type: 'boolean' },
  'despite-names': { type: 'boolean' },
} as const;

export const timeline: Run = async (args) => {
  const parsed = readArguments(args, options, 1);
  if (parsed.flag('despite-names') && !parsed.flag('csv')) throw new UsageError();
  return withArchive(parsed, async (archive) => {
    const request = await timelineRequest(archive, parsed, { source: parsed.text('source') });
    if (!request.ok) return request.error;
    if (parsed.flag('csv')) {
      const table = await archive.timelineAsCsv(request.value, parsed.flag('despite-names'));
      if (!table.ok) return table.error;
      process.stdout.write(table.value);
      return null;
    }
    const entries = await archive.timeline(request.value);
    if (!entries.ok) return entries.error;
    if (parsed.flag('json')) {
      printJson(entries.value);
      return null;
    }
    const records = await archive.records();
    if (!records.ok) return records.error;
    const marks = new Map(records.value.sources.map(({ id, shelfmark }) => [id, shelfmark]));
    for (const entry of entries.value)
      print(
        [dateOf(entry), entry.role, marks.get(entry.source) ?? '', plainLine(entry.words)].join(
          '\t',
        ),
      );
    return null;
  });
};

/** As far as it is known: `2026-04`, `2026-03 … 2026-05`, `… 2026-05`. */
function dateOf({ from, to }: TimelineEntry): string {
  return from === to ? (from ?? '') : `${from ?? ''} … ${to ?? ''}`.trim();
}
