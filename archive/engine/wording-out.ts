/** Where else wording stands, as a table that leaves: stopped while it names somebody who must not be named, and told in the log. */
import { createHash } from 'node:crypto';
import { wordingTable, type WordingRow } from '../exchange/index.ts';
import type { ReuseReport } from '../face/index.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { limits, type SourceId } from '../model/index.ts';
import { findNames, guardedForms } from '../redact/index.ts';
import type { ReuseExportRequest } from '../requests.ts';
import { note } from '../store/commands/archive.ts';
import type { OpenArchive } from './open-archive.ts';
import { withCoveredParts } from './rooms/exchange.ts';

type Stopped = 'names-protected' | 'parts-protected';

/** `text` is the one that the report is of. */
export async function leavingWording(
  open: OpenArchive,
  { source, despiteNames, despiteParts = false }: ReuseExportRequest,
  report: ReuseReport,
  text: string,
): Promise<Result<Uint8Array, Stopped | 'closed' | 'read-only' | 'disk-full' | 'io'>> {
  const rows = rowsOf(report, text);
  const used = new Set<SourceId>([source, ...rows.map((row) => row.source)]);
  const sources = [...used].flatMap((id) => open.reading.get('sources', id) ?? []);
  const uncovered = withCoveredParts(sources);
  if (uncovered > 0 && !despiteParts) return fail('parts-protected', { count: uncovered });
  const bytes = wordingTable(rows);
  const forms = guardedForms(open.reading.all('entities'), null);
  const found = findNames(new TextDecoder().decode(bytes), forms);
  const names = new Set(found.map(({ entity }) => entity)).size;
  if (names > 0 && !despiteNames) return fail('names-protected', { count: names });
  if (open.store.readOnly !== null) return ok(bytes);
  const facts = {
    ...{ sources: used.size - 1, rows: rows.length, bytes: bytes.length, names },
    sha256: createHash('sha256').update(bytes).digest('hex'),
    ...(uncovered > 0 && { uncovered }),
  };
  const noted = await open.run(note('wording.export', facts, [source]));
  return noted.ok ? ok(bytes) : noted;
}

function rowsOf({ groups }: ReuseReport, text: string): WordingRow[] {
  return groups.flatMap(({ sources, withAsked, earliest }, at) =>
    sources.flatMap(({ passages, ...told }) =>
      passages.map((passage) => ({
        ...told,
        ...{ group: at + 1, withAsked, earliest: earliest.includes(told.source), passage },
        words: text.slice(passage.a[0], Math.min(passage.a[1], passage.a[0] + limits.reuseExcerpt)),
        wordsThere: passage.text,
      })),
    ),
  );
}
