/** Gathers what a dossier prints: exhibits in order of first use, comparisons, and the lines of the log about them. */
import { type Comparison, withPairings } from '../compare/index.ts';
import {
  coveredMark,
  type ComparedPair,
  type DossierMaterial,
  type Exhibit,
  sizeOfPart,
  sizeOfPicture,
} from '../dossier/index.ts';
import type { ShownPicture } from '../face/index.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import {
  type Activity,
  type Claim,
  coversGraphic,
  type Dossier,
  onPage,
  type Quote,
  type QuoteId,
  regionsOf,
  shownPictures,
  type Source,
  type SourceId,
  uprightSize,
} from '../model/index.ts';
import { headOf, inOrder } from '../store/log.ts';
import type { Reading } from '../store/state.ts';
import { VERSION } from '../version.ts';
import type { Vault } from '../vault/index.ts';
import type { createPictures } from '../import/index.ts';
import { chronologiesIn, chronologyMaterial, provedBy } from './chronology-material.ts';
import { claimMaterial } from './claim-material.ts';
import type { ToCompare } from './comparing.ts';
import { comparisonRows } from './comparison-rows.ts';
import type { CoveredText, Covering } from './covering.ts';
import { coverPicture } from './cover-picture.ts';
import type { Printing } from './printing.ts';
import { spellingsOf } from './spellings.ts';
import type { Texts } from './texts.ts';
import { knownKind } from './versions-of-one.ts';

type MaterialFailure =
  | 'cancelled'
  | 'damaged'
  | 'no-text'
  | 'quote-missing'
  | 'source-missing'
  | 'claim-missing'
  /** { exhibit }: a quote would tell of what is covered in its picture. */
  | 'quote-covered'
  /** { exhibit }: parts of it are to be covered, and it cannot be decoded. */
  | 'image-unreadable';

type Pictures = ReturnType<typeof createPictures>;

export interface Gathering {
  readonly reading: Reading;
  readonly texts: Texts;
  readonly vault: Vault;
  /** A picture made from an original that cannot be printed as it is. */
  readonly stand: (source: Source) => Promise<Result<ShownPicture, 'not-a-picture' | 'damaged'>>;
  /** Decodes those that are covered. */
  readonly pictures: () => Pictures;
  readonly covering: Covering;
  readonly printing: Printing;
  /** Puts two texts side by side: long ones elsewhere than here. */
  readonly compare: (pair: ToCompare) => Promise<Result<Comparison, 'cancelled'>>;
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
  const mark = coveredMark(dossier.language);
  const exhibits: Exhibit[] = [];
  for (const [source, quotes] of used.value) {
    const exhibit = await exhibitOf(gathering, exhibits.length + 1, source, quotes, {
      covered,
      mark,
      paper: dossier.pageSize,
    });
    if (!exhibit.ok) return exhibit;
    exhibits.push(exhibit.value);
  }
  const comparisons = await comparisonsOf(gathering, dossier, mark);
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

interface Print {
  /** Graphic pictures are. */
  readonly covered: boolean;
  readonly mark: string;
  readonly paper: Dossier['pageSize'];
}

async function exhibitOf(
  gathering: Gathering,
  number: number,
  source: Source,
  quotes: readonly Quote[],
  { covered, mark, paper }: Print,
): Promise<Result<Exhibit, 'damaged' | 'quote-covered' | 'image-unreadable'>> {
  const { covering } = gathering;
  const text = await covering.text(source, mark);
  if (!text.ok) return text;
  if (quotes.some((quote) => covering.hides(source, text.value, quote)))
    return fail('quote-covered', { exhibit: number });
  const image =
    source.kind === 'image' ? await printedImage(gathering, source, covered, paper) : ok(null);
  if (!image.ok)
    return image.error.code === 'damaged'
      ? fail('damaged')
      : fail(image.error.code, { exhibit: number, shelfmark: source.shelfmark });
  const regions = regionsOf(source);
  const shown: Exhibit['quotes'][number][] = [];
  for (const quote of quotes)
    shown.push({
      ...quote,
      anchor: movedAnchor(quote, text.value),
      speakerName: speakerName(gathering.reading, quote),
      ...(await cutOf(gathering, source, quote, covered)),
    });
  return ok({
    number,
    source,
    text: text.value?.document ?? null,
    image: image.value,
    ...(regions.length > 0 && {
      covered: regions.map(({ reason, page = 1 }) => ({ reason, page })),
    }),
    quotes: shown,
  });
}

/** Words that were covered are shorter or longer than what stands for them. */
function movedAnchor({ anchor }: Quote, text: CoveredText | null): Quote['anchor'] {
  if (anchor.kind !== 'text' || !text?.edited.changed) return anchor;
  const { start, end } = anchor;
  return { ...anchor, start: text.edited.start(start), end: text.edited.end(end) };
}

/** With no more pixels than can be seen on paper. What is covered is few squares. */
async function printedImage(
  gathering: Gathering,
  source: Source,
  covered: boolean,
  paper: Dossier['pageSize'],
): Promise<Result<Exhibit['image'], 'damaged' | 'image-unreadable'>> {
  if (covered && source.graphic) return imageOf(gathering, source, covered);
  const { printing, pictures } = gathering;
  const asked: { image?: ReturnType<typeof imageOf> } = {};
  const asItIs = () => (asked.image ??= imageOf(gathering, source, covered));
  const load = async () => {
    const image = await asItIs();
    if (!image.ok || !image.value) return null;
    const { bytes, mediaType, made } = image.value;
    return { bytes, mediaType, orientation: made ? 1 : (source.image?.orientation ?? 1) };
  };
  const untouched = regionsOf(source).length === 0 && PRINTED.has(source.original.mediaType);
  const name = nameOf(source, 1);
  const fitted = await printing.picture({ name, load, pictures }, sizeOfPicture(paper));
  if (fitted) return ok({ ...fitted, made: true, ...(untouched && { scaled: true }) });
  return asItIs();
}

/** What is printed of one page of a picture: by its bytes, and by what is black in it. */
function nameOf(source: Source, page: number): string {
  const regions = onPage(regionsOf(source), page);
  const black = regions.map(({ x, y, width, height }) => [x, y, width, height]);
  return JSON.stringify([source.original.sha256, source.image?.orientation, page, black]);
}

/** `null` for an original that cannot even be decoded: it is an exhibit without its picture. */
async function imageOf(
  { vault, stand, pictures, covering }: Gathering,
  source: Source,
  covered: boolean,
): Promise<Result<Exhibit['image'], 'damaged' | 'image-unreadable'>> {
  const { blob, mediaType } = source.original;
  const hidden = covered && source.graphic;
  if (regionsOf(source).length > 0) {
    const black = await covering.picture(source, pictures());
    if (!black.ok) return black;
    return ok(
      hidden
        ? await coverPicture(pictures(), black.value.bytes, uprightOf(source))
        : // Its bytes are kept for another time, and those of a dossier are given away.
          { ...black.value, bytes: black.value.bytes.slice(), made: true },
    );
  }
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

/** As which a picture is decoded that was made from an original: turned already. */
function uprightOf({ original, image }: Source): Pick<Source, 'original' | 'image'> {
  const orientation = image?.orientation ?? 1;
  const { width = 4, height = 3 } = image ?? {};
  return {
    original: { ...original, mediaType: 'image/jpeg' },
    image: { ...uprightSize({ width, height }, orientation), orientation: 1 },
  };
}

/** Nothing for one that is covered, for words, and for what cannot be decoded. */
async function cutOf(
  gathering: Gathering,
  source: Source,
  { anchor }: Quote,
  covered: boolean,
): Promise<Pick<Exhibit['quotes'][number], 'cut'>> {
  if (anchor.kind !== 'region' || (covered && source.graphic)) return {};
  const page = anchor.page ?? 1;
  const { printing, pictures } = gathering;
  const load = () => pictureToCut(gathering, source, page);
  const from = { name: nameOf(source, page), load, pictures };
  const cut = await printing.part(from, anchor, sizeOfPart());
  return cut ? { cut } : {};
}

/** With what must not leave of it painted black, before anything is cut out. */
async function pictureToCut(
  { vault, pictures, covering }: Gathering,
  source: Source,
  page: number,
): Promise<Parameters<Pictures['part']>[0] | null> {
  if (regionsOf(source).length > 0) {
    const black = await covering.picture(source, pictures(), page);
    return black.ok ? { ...black.value, orientation: 1 } : null;
  }
  const { original, image } = source;
  const bytes = await vault.blobs.get(original.blob);
  if (!bytes.ok) return null;
  const orientation = image?.orientation ?? 1;
  return { bytes: bytes.value, mediaType: original.mediaType, orientation, page };
}

function speakerName(reading: Reading, quote: Quote): string | null {
  return quote.speaker === null ? null : (reading.get('entities', quote.speaker)?.name ?? null);
}

async function comparisonsOf(
  { reading, covering, compare }: Gathering,
  dossier: Dossier,
  mark: string,
): Promise<
  Result<DossierMaterial['comparisons'], 'cancelled' | 'damaged' | 'no-text' | 'source-missing'>
> {
  const comparisons: ComparedPair[] = [];
  for (const section of pairsIn(dossier)) {
    const same = comparisons.find((one) => one.a === section.a && one.b === section.b);
    if (same) {
      comparisons.push({ ...same, brief: section.brief });
      continue;
    }
    const a = reading.get('sources', section.a);
    const b = reading.get('sources', section.b);
    if (!a || !b) return fail('source-missing');
    const textA = await covering.text(a, mark);
    const textB = await covering.text(b, mark);
    if (!textA.ok) return textA;
    if (!textB.ok) return textB;
    if (!textA.value || !textB.value) return fail('no-text');
    const compared = await compare({
      a: textA.value.document,
      b: textB.value.document,
      published: [a.metadata.published, b.metadata.published],
      names: spellingsOf(reading),
      ...knownKind(reading, a.id, b.id),
    });
    if (!compared.ok) return compared;
    const decided = withPairings(
      compared.value,
      reading.all('pairings'),
      { source: a.id, textSha256: textA.value.sha256 },
      { source: b.id, textSha256: textB.value.sha256 },
    );
    comparisons.push({
      a: a.id,
      b: b.id,
      brief: section.brief,
      rows: comparisonRows(decided, textA.value.text, textB.value.text),
    });
  }
  return ok(comparisons);
}

/** Each once, in order of first use; one that is whole is another one than one with passages only counted. */
function pairsIn({ sections }: Dossier): Pick<ComparedPair, 'a' | 'b' | 'brief'>[] {
  const pairs = new Map(
    sections.flatMap((section) => {
      if (section.kind !== 'comparison') return [];
      const { a, b, brief = false } = section;
      return [[`${a} ${b} ${String(brief)}`, { a, b, brief }] as const];
    }),
  );
  return [...pairs.values()];
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
