/** Two sources beside each other. */
import { type Comparison, withPairings } from '../../compare/index.ts';
import { type ComparedSource, exportComparison } from '../../exchange/index.ts';
import type { ComparisonCalls } from '../../face/index.ts';
import { type Job, quietJob } from '../../lib/job.ts';
import { fail, ok, type Result } from '../../lib/result.ts';
import type { SourceId } from '../../model/index.ts';
import { note } from '../../store/commands/archive.ts';
import { compareDocuments } from '../comparing.ts';
import { liesIn } from '../deliver.ts';
import type { OpenArchive } from '../open-archive.ts';
import { withCoveredParts } from './exchange.ts';
import { spellingsOf } from '../spellings.ts';
import { knownKind } from '../versions-of-one.ts';
import type { StoredText } from '../texts.ts';

export function comparisonRoom(open: OpenArchive): ComparisonCalls {
  return {
    compare: (a, b, job = quietJob) => compare(open, a, b, job),

    async exportComparison(
      { a, b, format, despiteNames, despiteParts = false, recipient = '' },
      path,
      job = quietJob,
    ) {
      if (await liesIn(path, open.folder)) return fail('target-inside-archive');
      const compared = await compare(open, a, b, job);
      if (!compared.ok) return compared;
      const [left, right] = [await comparedSource(open, a), await comparedSource(open, b)];
      if (!left.ok) return left;
      if (!right.ok) return right;
      const pictures = [a, b].flatMap((id) => open.reading.get('sources', id) ?? []);
      const uncovered = withCoveredParts(pictures);
      if (uncovered > 0 && !despiteParts) return fail('parts-protected', { count: uncovered });
      const pair = { a: left.value, b: right.value, comparison: compared.value };
      const entities = open.reading.all('entities');
      const exported = await exportComparison(pair, format, path, { entities, despiteNames });
      if (!exported.ok || open.store.readOnly !== null) return exported;
      const { bytes, protectedNames: names, digest } = exported.value;
      const facts = {
        ...{ format, bytes, names, sha256: digest.sha256 },
        ...(uncovered > 0 && { uncovered }),
        ...(recipient !== '' && { recipient }),
      };
      const noted = await open.run(note('comparison.export', facts, [a, b]));
      return noted.ok ? exported : noted;
    },
  };
}

async function compare(
  open: OpenArchive,
  a: SourceId,
  b: SourceId,
  job: Job,
): Promise<Result<Comparison, 'closed' | 'source-missing' | 'no-text' | 'damaged' | 'cancelled'>> {
  const [textA, textB] = [await open.textOf(a), await open.textOf(b)];
  if (!textA.ok) return textA;
  if (!textB.ok) return textB;
  if (!textA.value || !textB.value) return fail('no-text');
  const published = (id: SourceId) => open.reading.get('sources', id)?.metadata.published ?? null;
  const compared = await open.hold(
    compareDocuments(
      {
        a: textA.value.document,
        b: textB.value.document,
        published: [published(a), published(b)],
        names: spellingsOf(open.reading),
        ...knownKind(open.reading, a, b),
      },
      { ...job, signal: AbortSignal.any([job.signal, open.ending]) },
    ),
  );
  if (!compared.ok) return compared;
  const place = (source: SourceId, text: StoredText) => ({ source, textSha256: text.sha256 });
  return ok(
    withPairings(
      compared.value,
      open.reading.all('pairings'),
      place(a, textA.value),
      place(b, textB.value),
    ),
  );
}

async function comparedSource(
  { reading, texts }: OpenArchive,
  id: SourceId,
): Promise<Result<ComparedSource, 'source-missing' | 'damaged' | 'no-text'>> {
  const source = reading.get('sources', id);
  if (!source) return fail('source-missing');
  const stored = await texts.of(source);
  if (!stored.ok) return stored;
  if (!stored.value) return fail('no-text');
  const { shelfmark, title, original } = source;
  const { text } = stored.value.document;
  return ok({ id, shelfmark, title, sha256: original.sha256, text });
}
