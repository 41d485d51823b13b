/** Checks an archive: the vault's own verification, every reference between records, every original's digest, the log's chain. */
import type { VerifyFinding, VerifyReport } from '../face.ts';
import type { Job } from '../lib/job.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import type { BlobId, Source } from '../model/index.ts';
import { brokenLines } from '../store/log.ts';
import type { Reading } from '../store/state.ts';
import type { Vault } from '../vault/index.ts';
import { digestsOf } from './intake.ts';
import type { Texts } from './texts.ts';

export async function inspect(
  vault: Vault,
  reading: Reading,
  texts: Texts,
  full: boolean,
  job: Job,
): Promise<Result<VerifyReport, 'cancelled'>> {
  const sources = reading.all('sources');
  const stored = await vault.verify({ full, references: blobsOf(sources) }, job);
  const findings: VerifyFinding[] = stored.findings.map(({ code, blob, role }) => ({
    code,
    subjects: [
      ...(role === undefined ? [] : [role]),
      ...(blob === undefined ? [] : shelfmarksOf(sources, blob)),
    ],
  }));
  findings.push(...missingReferences(reading));
  const broken = brokenLines(reading.all('activities'));
  if (broken.length > 0)
    findings.push({ code: 'log-broken', subjects: broken.slice(0, 100).map(String) });
  let originals = 0;
  if (full) {
    for (const source of sources) {
      if (job.signal.aborted) return fail('cancelled');
      const finding = await checkOriginal(vault, texts, source);
      if (finding) findings.push({ code: finding, subjects: [source.shelfmark] });
      job.progress(++originals, sources.length);
    }
  }
  return ok({
    intact: findings.length === 0,
    full,
    checked: {
      files: stored.files,
      bytes: stored.bytes,
      originals,
      activities: reading.all('activities').length,
    },
    findings,
  });
}

function blobsOf(sources: readonly Source[]): Set<string> {
  return new Set(sources.flatMap((source) => blobsOfOne(source)));
}

function blobsOfOne({ original, text }: Source): BlobId[] {
  return [original.blob, text?.blob, text?.layout].filter((blob) => blob !== undefined);
}

function shelfmarksOf(sources: readonly Source[], blob: string): string[] {
  return sources
    .filter((source) => (blobsOfOne(source) as readonly string[]).includes(blob))
    .map(({ shelfmark }) => shelfmark);
}

async function checkOriginal(vault: Vault, texts: Texts, source: Source): Promise<string | null> {
  const bytes = await vault.blobs.get(source.original.blob);
  if (!bytes.ok) return 'original-unreadable';
  const { sha256, sha512 } = digestsOf(bytes.value);
  if (sha256 !== source.original.sha256 || sha512 !== source.original.sha512)
    return 'original-differs';
  const text = await texts.of(source);
  const layout = await texts.layoutOf(source);
  return text.ok && layout.ok ? null : 'text-unreadable';
}

/** Records that name others which are not there. */
function missingReferences(reading: Reading): VerifyFinding[] {
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
          !(reading.get('sources', section.a) && reading.get('sources', section.b))),
    );
    if (broken) note('dossier-reference-missing', dossier.id);
  }
  return findings;
}
