/**
 * A REFI-QDA project (qdpx 1.5) for other research programs: tags as codes, sources as plain text and pictures, quotes
 * as coded selections, collections as sets. Positions count Unicode code points, the end is exclusive, as those programs write them.
 */
import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';
import type { Job } from '../lib/job.ts';
import {
  type Entity,
  type Quote,
  type Source,
  type SourceId,
  standsIn,
  type Tag,
  uprightSize,
} from '../model/index.ts';
import { type ById, byId } from './by-id.ts';
import { CodePoints } from './code-points.ts';
import { isMadeAnew } from './plain-name.ts';
import { encode, originalOf, stopIfCancelled, textOf } from './read-view.ts';
import { inWords } from './said-in-words.ts';
import { tagWords } from './tag-words.ts';
import type { ArchiveView, ExportedFile, ExportOptions } from './view.ts';
import { element, xmlDocument } from './xml.ts';

const NAMESPACE = 'urn:QDA-XML:project:1.0';
/** Zip has no time before it; the same archive gives the same bytes. */
const FIXED_TIME = new Date('1980-01-02T00:00:00Z');
/** The eight tag colours, as on screen in the light theme. */
const COLOURS = [
  '#9f4d48',
  '#985521',
  '#7d6700',
  '#3b793f',
  '#007c7c',
  '#1870a1',
  '#73599e',
  '#974c72',
];
/** Kinds of picture that the format knows. */
const PICTURES: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/jpeg': 'jpg' };

/** What goes into the project, and what its parts name, to be found. */
interface Matter {
  readonly view: ArchiveView;
  readonly quotesOf: (source: Source) => readonly Quote[];
  readonly entity: ById<Entity>;
  readonly tag: ById<Tag>;
  /** Grows: the files beside the project's description, by path. */
  readonly files: Record<string, Uint8Array>;
}

export async function qdpxFile(
  view: ArchiveView,
  options: ExportOptions,
  job: Job,
): Promise<ExportedFile> {
  const matter = matterOf(view);
  const { files } = matter;
  const sources: string[] = [];
  /** Sources that are in it, and as what: a set names nothing that is not there. */
  const there = new Map<SourceId, readonly string[]>();
  let done = 0;
  for (const source of view.sources) {
    stopIfCancelled(job);
    const made = await sourceElements(matter, source);
    sources.push(...made.map(({ xml }) => xml));
    there.set(
      source.id,
      made.map(({ guid }) => guid),
    );
    job.progress(++done, view.sources.length);
  }
  files['project.qde'] = encode(projectXml(view, options, sources, setElements(view, there)));
  const entries = Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { path: '', bytes: zipSync(entries, { mtime: FIXED_TIME, os: 3, level: 6 }) };
}

function matterOf(view: ArchiveView): Matter {
  const quotes = Map.groupBy(view.quotes, ({ source }) => source);
  return {
    view,
    quotesOf: ({ id }) => quotes.get(id) ?? [],
    entity: byId(view.entities),
    tag: byId(view.tags),
    files: {},
  };
}

/** A stable GUID for anything that has an identifier. */
export function guidOf(id: string): string {
  const hex = createHash('sha256').update(`kuferak:${id}`).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

const USER = guidOf('user');

function projectXml(
  view: ArchiveView,
  { madeAt, appVersion }: ExportOptions,
  sources: readonly string[],
  sets: readonly string[],
): string {
  const codes = codeElements(view.tags);
  return xmlDocument(
    element(
      'Project',
      {
        xmlns: NAMESPACE,
        name: view.about.name,
        origin: `Kuferak ${appVersion}`,
        creatingUserGUID: USER,
        creationDateTime: view.about.createdAt,
        modifyingUserGUID: USER,
        modifiedDateTime: madeAt,
      },
      [
        element('Users', {}, [element('User', { guid: USER, name: 'K', id: 'K' })]),
        ...(codes.length > 0 ? [element('CodeBook', {}, [element('Codes', {}, codes)])] : []),
        ...(sources.length > 0 ? [element('Sources', {}, sources)] : []),
        ...(sets.length > 0 ? [element('Sets', {}, sets)] : []),
      ],
    ),
  );
}

/** Collections, in their order. */
function setElements(
  { gatherings }: ArchiveView,
  there: ReadonlyMap<SourceId, readonly string[]>,
): string[] {
  return gatherings.map(({ id, name, note, sources }) =>
    element('Set', { guid: guidOf(id), name }, [
      ...(note === '' ? [] : [element('Description', {}, [], note)]),
      ...sources
        .flatMap((source) => there.get(source) ?? [])
        .map((targetGUID) => element('MemberSource', { targetGUID })),
    ]),
  );
}

/** The tree of tags; one that stands below none that is there stands at the top. */
function codeElements(tags: readonly Tag[]): string[] {
  const known = new Set<string>(tags.map(({ id }) => id));
  const below = Map.groupBy(tags, ({ parent }) =>
    parent !== null && known.has(parent) ? parent : null,
  );
  const codes = (parent: Tag['parent']): string[] =>
    (below.get(parent) ?? []).map((tag) => codeElement(tag, codes(tag.id)));
  return codes(null);
}

function codeElement(tag: Tag, below: readonly string[]): string {
  const description = tagWords(tag);
  return element(
    'Code',
    {
      guid: guidOf(tag.id),
      name: tag.name,
      isCodable: 'true',
      color: COLOURS[tag.colour - 1] ?? '#000000',
    },
    [...(description === '' ? [] : [element('Description', {}, [], description)]), ...below],
  );
}

/** A source of the project. */
interface Placed {
  readonly guid: string;
  readonly xml: string;
}

/** A picture that was read by machine is two sources there: itself, and its text. */
async function sourceElements(matter: Matter, source: Source): Promise<Placed[]> {
  const picture = source.kind === 'image' ? await pictureElement(matter, source) : null;
  const text = await textElement(matter, source, picture !== null);
  return [picture, text].filter((each) => each !== null);
}

async function textElement(
  matter: Matter,
  source: Source,
  beside: boolean,
): Promise<Placed | null> {
  const { view, files } = matter;
  const document = await textOf(view, source);
  if (!document) return null;
  const guid = guidOf(beside ? `${source.id} text` : source.id);
  const path = `${guid}.txt`;
  files[`sources/${path}`] = encode(document.text);
  const points = new CodePoints(document.text);
  const selections = matter
    .quotesOf(source)
    .filter((quote) => standsIn(quote, source.text?.sha256))
    .flatMap((quote) => textSelection(matter, quote, points) ?? []);
  const attributes = { ...headOf(source, guid), plainTextPath: `internal://${path}` };
  const xml = element('TextSource', attributes, [
    ...(beside ? [] : described(matter, source)),
    ...selections,
    ...(beside ? [] : codings(matter, source)),
  ]);
  return { guid, xml };
}

async function pictureElement(matter: Matter, source: Source): Promise<Placed | null> {
  const { view, files } = matter;
  const ending = view.redacted && isMadeAnew(source) ? 'jpg' : PICTURES[source.original.mediaType];
  const { image } = source;
  if (ending === undefined || !image) return null;
  const guid = guidOf(source.id);
  const path = `${guid}.${ending}`;
  const bytes = await originalOf(view, source);
  if (!bytes) return null;
  files[`sources/${path}`] = bytes;
  const selections = matter
    .quotesOf(source)
    .flatMap((quote) => pictureSelection(matter, quote, image) ?? []);
  const attributes = { ...headOf(source, guid), path: `internal://${path}` };
  const xml = element('PictureSource', attributes, [
    ...described(matter, source),
    ...selections,
    ...codings(matter, source),
  ]);
  return { guid, xml };
}

function headOf(source: Source, guid: string) {
  return {
    guid,
    name: `${source.shelfmark} ${source.title}`,
    creatingUser: USER,
    creationDateTime: source.addedAt,
  };
}

/** The note, and quotes that have no place in the text of now: the format knows no selection without one. */
function described({ quotesOf }: Matter, source: Source): string[] {
  const lost = quotesOf(source).flatMap((quote) =>
    quote.anchor.kind === 'text' && !standsIn(quote, source.text?.sha256)
      ? [`Quote without a place in this text: “${quote.anchor.exact}”`]
      : [],
  );
  const lines = [...(source.note === '' ? [] : [source.note]), ...lost];
  return lines.length === 0 ? [] : [element('Description', {}, [], lines.join('\n'))];
}

function textSelection(matter: Matter, quote: Quote, points: CodePoints): string | null {
  if (quote.anchor.kind !== 'text') return null;
  return element(
    'PlainTextSelection',
    {
      ...selectionHead(matter, quote),
      startPosition: String(points.at(quote.anchor.start)),
      endPosition: String(points.at(quote.anchor.end)),
    },
    selectionBody(matter, quote),
  );
}

function pictureSelection(
  matter: Matter,
  quote: Quote,
  file: NonNullable<Source['image']>,
): string | null {
  // The file has one page there. An outline is the rectangle around it: its corners are told in the description.
  if (quote.anchor.kind !== 'region' || (quote.anchor.page ?? 1) > 1) return null;
  const { x, y, width, height } = quote.anchor;
  // Regions are of the upright picture.
  const image = uprightSize(file, file.orientation);
  return element(
    'PictureSelection',
    {
      ...selectionHead(matter, quote),
      firstX: String(Math.round(x * image.width)),
      firstY: String(Math.round(y * image.height)),
      secondX: String(Math.round((x + width) * image.width)),
      secondY: String(Math.round((y + height) * image.height)),
    },
    selectionBody(matter, quote),
  );
}

function selectionHead({ entity }: Matter, quote: Quote): Record<string, string> {
  const speaker = entity(quote.speaker);
  return {
    guid: guidOf(quote.id),
    ...(speaker && { name: speaker.name }),
    creatingUser: USER,
    creationDateTime: quote.createdAt,
  };
}

function selectionBody(matter: Matter, quote: Quote): string[] {
  // The format has no field for it.
  const sure = quote.confidence === undefined ? '' : inWords.confidence(quote.confidence);
  const lines = [quote.seen ?? '', quote.note, sure, outlineOf(quote)].filter(
    (line) => line !== '',
  );
  const description = lines.length === 0 ? [] : [element('Description', {}, [], lines.join('\n'))];
  return [...description, ...codings(matter, quote)];
}

/** The format knows no other form of a part than a rectangle. */
function outlineOf({ anchor }: Quote): string {
  if (anchor.kind !== 'region' || !anchor.polygon) return '';
  const percent = (share: number) => Math.round(share * 1e4) / 1e2;
  const corners = anchor.polygon.map(([x, y]) => `${percent(x)},${percent(y)}`);
  return inWords.outline(corners.join(' '));
}

function codings({ tag }: Matter, record: Quote | Source): string[] {
  const known = record.tags.filter((id) => tag(id) !== undefined);
  return known.map((id) =>
    element('Coding', { guid: guidOf(`${record.id}/${id}`), creatingUser: USER }, [
      element('CodeRef', { targetGUID: guidOf(id) }),
    ]),
  );
}
