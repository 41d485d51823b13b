/** Gathers what a dossier prints: exhibits in order of first use, comparisons, and the lines of the log about them. */
import { compareTexts, withPairings } from '../compare/index.ts';
import type { DossierMaterial, Exhibit } from '../dossier/index.ts';
import type { ShownPicture } from '../face/index.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import {
  type Activity,
  type Claim,
  coversGraphic,
  type Dossier,
  type Quote,
  type QuoteId,
  shownPictures,
  type Source,
  type SourceId,
} from '../model/index.ts';
import { headOf, inOrder } from '../store/log.ts';
import type { Reading } from '../store/state.ts';
import { VERSION } from '../version.ts';
import type { Vault } from '../vault/index.ts';
import type { createPictures } from '../import/index.ts';
import { chronologiesIn, chronologyMaterial, provedBy } from './chronology-material.ts';
import { claimMaterial } from './claim-material.ts';
import { comparisonRows } from './comparison-rows.ts';
import { coverPicture } from './cover-picture.ts';
import { spellingsOf } from './spellings.ts';
import type { Texts } from './texts.ts';

type MaterialFailure = 'damaged' | 'no-text' | 'quote-missing' | 'source-missing' | 'claim-missing';

type Pictures = ReturnType<typeof createPictures>;

export interface Gathering {
  readonly reading: Reading;
  readonly texts: Texts;
  readonly vault: Vault;
  /** A picture made from an original that cannot be printed as it is. */
  readonly stand: (source: Source) => Promise<Result<ShownPicture, 'not-a-picture' | 'damaged'>>;
  /** Decodes those that are covered. */
  readonly pictures: () => Pictures;
}

/** `madeAt` is the moment of making, so that the same call gives the same bytes. */
export async function gatherMaterial(
  gathering: Gathering,
  dossier: Dossier,
  madeAt: string,
): Promise<Result<DossierMaterial, MaterialFailure>> {
  const { reading, texts } = gathering;
  const used = usedSources(reading, dossier);
  if (!used.ok) return used;
  const covered = coversGraphic(dossier.sharing ?? null);
  const exhibits: Exhibit[] = [];
  for (const [source, quotes] of used.value) {
    const exhibit = await exhibitOf(gathering, exhibits.length + 1, source, quotes, covered);
    if (!exhibit.ok) return exhibit;
    exhibits.push(exhibit.value);
  }
  const comparisons = await comparisonsOf(reading, texts, dossier);
  if (!comparisons.ok) return comparisons;
  const claims: DossierMaterial['claims'][number][] = [];
  for (const claim of claimsIn(reading, dossier))
    claims.push(await claimMaterial(reading, texts, claim));
  const lines = reading.all('activities');
  const { hash, number } = headOf(lines);
  return ok({
    dossier,
    exhibits,
    tags: [...reading.all('tags')],
    comparisons: comparisons.value,
    claims,
    chronologies: chronologiesIn(dossier).map((section) => chronologyMaterial(reading, section)),
    log: { head: hash, length: number, entries: linesAbout(lines, dossier, used.value) },
    madeAt,
    appVersion: VERSION,
    entities: [...reading.all('entities')],
  });
}

type Used = Map<Source, Quote[]>;

function usedSources(
  reading: Reading,
  dossier: Dossier,
): Result<Used, 'quote-missing' | 'source-missing' | 'claim-missing'> {
  const used: Used = new Map();
  const use = (id: SourceId): Quote[] | null => {
    const source = reading.get('sources', id);
    if (!source) return null;
    const quotes = used.get(source) ?? [];
    used.set(source, quotes);
    return quotes;
  };
  const useQuote = (id: QuoteId): 'quote-missing' | 'source-missing' | null => {
    const quote = reading.get('quotes', id);
    if (!quote) return 'quote-missing';
    const quotes = use(quote.source);
    if (!quotes) return 'source-missing';
    if (!quotes.includes(quote)) quotes.push(quote);
    return null;
  };
  for (const section of dossier.sections) {
    if (section.kind === 'quote') {
      const missing = useQuote(section.quote);
      if (missing) return fail(missing);
    } else if (section.kind === 'claim') {
      const claim = reading.get('claims', section.claim);
      if (!claim) return fail('claim-missing');
      for (const { quote } of claim.rows) {
        const missing = useQuote(quote);
        if (missing) return fail(missing);
      }
    } else if (section.kind === 'chronology') {
      for (const entry of section.entries) {
        const proof = provedBy(reading, entry);
        if (!proof) return fail('quote-missing');
        const missing = proof.quote === null ? null : useQuote(proof.quote);
        if (missing) return fail(missing);
        if (!use(proof.source)) return fail('source-missing');
      }
    } else if (section.kind === 'source') {
      if (!use(section.source)) return fail('source-missing');
    } else if (section.kind === 'comparison') {
      if (!use(section.a) || !use(section.b)) return fail('source-missing');
    }
  }
  return ok(used);
}

/** Of a picture of another sort one is printed that was made from it. */
const PRINTED: ReadonlySet<string> = new Set(shownPictures);

async function exhibitOf(
  gathering: Gathering,
  number: number,
  source: Source,
  quotes: readonly Quote[],
  covered: boolean,
): Promise<Result<Exhibit, 'damaged'>> {
  const text = await gathering.texts.of(source);
  if (!text.ok) return text;
  const image = source.kind === 'image' ? await imageOf(gathering, source, covered) : ok(null);
  if (!image.ok) return image;
  return ok({
    number,
    source,
    text: text.value?.document ?? null,
    image: image.value,
    quotes: quotes.map((quote) => ({
      ...quote,
      speakerName: speakerName(gathering.reading, quote),
    })),
  });
}

/** `null` for an original that cannot even be decoded: it is an exhibit without its picture. */
async function imageOf(
  { vault, stand, pictures }: Gathering,
  source: Source,
  covered: boolean,
): Promise<Result<Exhibit['image'], 'damaged'>> {
  const { blob, mediaType } = source.original;
  const hidden = covered && source.graphic;
  if (hidden || PRINTED.has(mediaType)) {
    const bytes = await vault.blobs.get(blob);
    if (!bytes.ok) return fail('damaged');
    return ok(
      hidden
        ? await coverPicture(pictures(), bytes.value, source)
        : { bytes: bytes.value, mediaType },
    );
  }
  const made = await stand(source);
  if (made.ok) return ok({ ...made.value, made: true });
  return made.error.code === 'damaged' ? fail('damaged') : ok(null);
}

function speakerName(reading: Reading, quote: Quote): string | null {
  return quote.speaker === null ? null : (reading.get('entities', quote.speaker)?.name ?? null);
}

async function comparisonsOf(
  reading: Reading,
  texts: Texts,
  dossier: Dossier,
): Promise<Result<DossierMaterial['comparisons'], 'damaged' | 'no-text' | 'source-missing'>> {
  const comparisons: DossierMaterial['comparisons'][number][] = [];
  for (const section of dossier.sections) {
    if (section.kind !== 'comparison') continue;
    const a = reading.get('sources', section.a);
    const b = reading.get('sources', section.b);
    if (!a || !b) return fail('source-missing');
    const textA = await texts.of(a);
    const textB = await texts.of(b);
    if (!textA.ok) return textA;
    if (!textB.ok) return textB;
    if (!textA.value || !textB.value) return fail('no-text');
    const comparison = compareTexts(textA.value.document, textB.value.document, {
      published: [a.metadata.published, b.metadata.published],
      names: spellingsOf(reading),
    });
    const decided = withPairings(
      comparison,
      reading.all('pairings'),
      { source: a.id, textSha256: textA.value.sha256 },
      { source: b.id, textSha256: textB.value.sha256 },
    );
    comparisons.push({
      a: a.id,
      b: b.id,
      rows: comparisonRows(decided, textA.value.text, textB.value.text),
    });
  }
  return ok(comparisons);
}

/** Each once, in order of first use. */
function claimsIn(reading: Reading, { sections }: Dossier): Claim[] {
  const ids = new Set(
    sections.flatMap((section) => (section.kind === 'claim' ? [section.claim] : [])),
  );
  return [...ids].flatMap((id) => reading.get('claims', id) ?? []);
}

function linesAbout(lines: readonly Activity[], dossier: Dossier, used: Used): Activity[] {
  const ids = new Set<string>([
    dossier.id,
    ...dossier.sections.flatMap((section) => (section.kind === 'claim' ? [section.claim] : [])),
    ...chronologiesIn(dossier).flatMap(({ entries }) =>
      entries.flatMap((entry) => (entry.kind === 'claim-row' ? [entry.claim] : [])),
    ),
  ]);
  for (const [source, quotes] of used) {
    ids.add(source.id);
    for (const quote of quotes) ids.add(quote.id);
  }
  return inOrder(lines.filter(({ subjects }) => subjects.some((id) => ids.has(id))));
}
