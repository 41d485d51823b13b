/** Checks an archive: the vault's own verification, every reference between records, every original's digest, the log's chain. */
import type { VerifyFinding, VerifyReport } from '../face/index.ts';
import type { Job } from '../lib/job.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { limits, type Source } from '../model/index.ts';
import type { Check } from '../store/commands/note-checks.ts';
import { brokenLines } from '../store/log.ts';
import type { Reading } from '../store/state.ts';
import type { Changes, StoredFinding, Vault } from '../vault/index.ts';
import { digestsInPieces } from './digests.ts';
import { blobsIn, namedBlobs } from './references.ts';
import type { Texts } from './texts.ts';
import { provedBy } from './chronology-material.ts';

export async function inspect(
  vault: Vault,
  reading: Reading,
  texts: Texts,
  full: boolean,
  job: Job,
): Promise<Result<{ report: VerifyReport; checks: readonly Check[] }, 'cancelled'>> {
  const sources = reading.all('sources');
  const stored = await vault.verify({ full, references: namedBlobs(reading) }, job);
  const findings = stored.findings.map((finding) => told(finding, reading));
  findings.push(...missingReferences(reading));
  const broken = brokenLines(reading.all('activities'));
  if (broken.length > 0)
    findings.push({ code: 'log-broken', subjects: broken.slice(0, 100).map(String) });
  const checks: Check[] = [];
  if (full) {
    for (const source of sources) {
      if (job.signal.aborted) return fail('cancelled');
      const finding = await checkOriginal(vault, texts, source);
      if (finding) findings.push({ code: finding, subjects: [source.shelfmark] });
      checks.push({ source: source.id, intact: isIntact(finding) });
      job.progress(checks.length, sources.length);
    }
  }
  const report = {
    intact: findings.length === 0,
    full,
    checked: {
      files: stored.files,
      bytes: stored.bytes,
      unnamed: stored.unnamed,
      originals: checks.length,
      activities: reading.all('activities').length,
    },
    findings,
  };
  return ok({ report, checks });
}

/** The readable text can be derived again: that one is lost says nothing of the original. */
export function isIntact(finding: string | null): boolean {
  return finding === null || finding === 'text-unreadable';
}

/** What the vault found, with the items that it touches. */
function told({ code, blob, role, changes }: StoredFinding, reading: Reading): VerifyFinding {
  return {
    code,
    subjects: [
      ...(role === undefined ? [] : [role]),
      ...(blob === undefined ? [] : shelfmarksOf(reading.all('sources'), blob)),
      ...(changes === undefined ? [] : itemsOf(changes, reading)),
    ],
  };
}

/** Items that these changes touched, by shelfmark where they have one: the log in memory still tells. */
function itemsOf({ from, to }: Changes, reading: Reading): string[] {
  const items = new Set<string>();
  for (const { number, subjects } of reading.all('activities')) {
    if (number < from || number > to) continue;
    for (const id of subjects) items.add(reading.get('sources', id)?.shelfmark ?? id);
    if (items.size >= limits.listLength) break;
  }
  return [`${from}–${to}`, ...items];
}

function shelfmarksOf(sources: readonly Source[], blob: string): string[] {
  return sources.filter((source) => blobsIn(source).has(blob)).map(({ shelfmark }) => shelfmark);
}

/** What is wrong with an original, or with the text read out of it; `null` when nothing is. */
export async function checkOriginal(
  vault: Vault,
  texts: Texts,
  source: Source,
): Promise<string | null> {
  const bytes = await vault.blobs.get(source.original.blob);
  if (!bytes.ok) return 'original-unreadable';
  const { sha256, sha512 } = await digestsInPieces(bytes.value);
  if (sha256 !== source.original.sha256 || sha512 !== source.original.sha512)
    return 'original-differs';
  const text = await texts.of(source);
  const layout = await texts.layoutOf(source);
  return text.ok && layout.ok ? null : 'text-unreadable';
}

/** Records that name others which are not there. */
export function missingReferences(reading: Reading): VerifyFinding[] {
  const findings: VerifyFinding[] = [];
  const note = (code: string, id: string) => findings.push({ code, subjects: [id] });
  for (const quote of reading.all('quotes')) {
    if (!reading.get('sources', quote.source)) note('quote-without-source', quote.id);
    if (quote.speaker !== null && !reading.get('entities', quote.speaker))
      note('speaker-missing', quote.id);
    if (quote.tags.some((tag) => !reading.get('tags', tag))) note('tag-missing', quote.id);
  }
  for (const dossier of reading.all('dossiers')) {
    const broken = dossier.sections.some(
      (section) =>
        (section.kind === 'quote' && !reading.get('quotes', section.quote)) ||
        (section.kind === 'source' && !reading.get('sources', section.source)) ||
        (section.kind === 'comparison' &&
          !(reading.get('sources', section.a) && reading.get('sources', section.b))) ||
        (section.kind === 'claim' && !reading.get('claims', section.claim)) ||
        (section.kind === 'chronology' &&
          section.entries.some((entry) => provedBy(reading, entry) === null)),
    );
    if (broken) note('dossier-reference-missing', dossier.id);
  }
  for (const claim of reading.all('claims')) {
    const broken = claim.rows.some(
      ({ quote, saidBy }) =>
        !reading.get('quotes', quote) || (saidBy !== null && !reading.get('entities', saidBy)),
    );
    if (broken) note('claim-reference-missing', claim.id);
  }
  for (const { id, sources } of reading.all('gatherings'))
    if (sources.some((source) => !reading.get('sources', source)))
      note('collection-reference-missing', id);
  for (const { id, a, b } of reading.all('pairings'))
    if (!reading.get('sources', a.source) || !reading.get('sources', b.source))
      note('pairing-without-source', id);
  return findings;
}
