/** What an image says about itself in EXIF, XMP, IPTC and PNG texts. Dates stay as they are written. */
import exifReader from 'exifreader';
import { fromExifDate } from '../dates.ts';
import type { Field, Readings } from '../readings.ts';

export interface ImageFacts {
  /** EXIF orientation, 1 to 8; 1 when it is not told. */
  readonly orientation: number;
  /** A `PartialDate`, with a zone only where the image names one. */
  readonly taken: string | null;
  readonly title: string | null;
  readonly authors: readonly string[];
}

interface Tag {
  readonly value?: unknown;
  readonly description?: unknown;
}
type Group = Readonly<Record<string, Tag | undefined>>;
type Groups = Readonly<Record<string, unknown>>;

/** Where each field may stand, the strongest first. */
const PLACES: readonly (readonly [field: Field, group: string, tag: string])[] = [
  ['title', 'iptc', 'Headline'],
  ['title', 'iptc', 'Object Name'],
  ['title', 'xmp', 'title'],
  ['title', 'exif', 'DocumentName'],
  ['title', 'pngText', 'Title'],
  ['description', 'iptc', 'Caption/Abstract'],
  ['description', 'xmp', 'description'],
  ['description', 'exif', 'ImageDescription'],
  ['description', 'exif', 'UserComment'],
  ['description', 'pngText', 'Description'],
  ['author', 'iptc', 'By-line'],
  ['author', 'xmp', 'creator'],
  ['author', 'exif', 'Artist'],
  ['author', 'pngText', 'Author'],
  ['publisher', 'iptc', 'Credit'],
  ['publisher', 'iptc', 'Source'],
  ['licence', 'iptc', 'Copyright Notice'],
  ['licence', 'xmp', 'rights'],
  ['licence', 'exif', 'Copyright'],
  ['taken', 'exif', 'DateTimeOriginal'],
  ['taken', 'xmp', 'DateTimeOriginal'],
  ['taken', 'xmp', 'DateCreated'],
  ['taken', 'exif', 'DateTimeDigitized'],
  ['taken', 'iptc', 'Date Created'],
  ['modified', 'exif', 'DateTime'],
  ['modified', 'xmp', 'ModifyDate'],
  ['software', 'exif', 'Software'],
  ['software', 'xmp', 'CreatorTool'],
  ['software', 'pngText', 'Software'],
];

/** Adds readings. Broken metadata are passed over: what can be read is read. */
export async function readFacts(bytes: Uint8Array, readings: Readings): Promise<ImageFacts> {
  const groups = await groupsOf(bytes);
  const exif = groupOf(groups, 'exif');
  const zone = textOf(exif.OffsetTimeOriginal) ?? textOf(exif.OffsetTime);
  readDevice(exif, readings);
  for (const [field, group, tag] of PLACES)
    readings.add(
      field,
      textOf(groupOf(groups, group)[tag]),
      `${group === 'pngText' ? 'png' : group}:${tag}`,
    );
  readings.add('taken', zone, 'exif:OffsetTimeOriginal');
  readPosition(groups, readings);
  const taken = readings
    .all('taken')
    .flatMap(
      ({ value, from }) => fromExifDate(value, from.startsWith('exif:') ? zone : null) ?? [],
    );
  return {
    orientation: orientationOf(exif),
    taken: taken[0] ?? null,
    title: readings.first('title'),
    authors: authorsOf(readings),
  };
}

async function groupsOf(bytes: Uint8Array): Promise<Groups> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const xmp = buffer.includes('<rdf:RDF');
  // Loaded for XMP alone: the parser takes a second to start.
  const parseXml = xmp ? (await import('../html/parse.ts')).parseXml : () => null;
  try {
    return exifReader.load(buffer, {
      expanded: true,
      includeTags: { exif: true, gps: true, iptc: true, xmp: xmp ? true : [], png: true },
      domParser: { parseFromString: (markup: string) => parseXml(markup) },
    }) as unknown as Groups;
  } catch {
    return {};
  }
}

function groupOf(groups: Groups, name: string): Group {
  const group = groups[name];
  return typeof group === 'object' && group !== null ? (group as Group) : {};
}

function textOf(tag: Tag | undefined): string | null {
  const told = tag?.description;
  const text = typeof told === 'string' ? told : typeof tag?.value === 'string' ? tag.value : null;
  return text === null || text === '' || text === '[Unicode encoded text]' ? null : text;
}

function readDevice(exif: Group, readings: Readings): void {
  const make = textOf(exif.Make)?.trim() ?? '';
  const model = textOf(exif.Model)?.trim() ?? '';
  const device = model.toLowerCase().startsWith(make.toLowerCase()) ? model : `${make} ${model}`;
  readings.add(
    'device',
    device,
    make === '' || model.startsWith(make) ? 'exif:Model' : 'exif:Make+Model',
  );
}

/** Only a reading: where a picture was taken is not shown unless it is asked for. */
function readPosition(groups: Groups, readings: Readings): void {
  const gps = groups.gps as
    { readonly Latitude?: unknown; readonly Longitude?: unknown } | undefined;
  const latitude = gps?.Latitude;
  const longitude = gps?.Longitude;
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return;
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return;
  readings.add('position', `${latitude.toFixed(6)}, ${longitude.toFixed(6)}`, 'exif:GPS');
}

function orientationOf(exif: Group): number {
  const value = exif.Orientation?.value;
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 8
    ? value
    : 1;
}

function authorsOf(readings: Readings): string[] {
  const [first] = readings.all('author');
  if (first === undefined) return [];
  const names = first.value.split(/\s*;\s*/).filter((name) => /\p{L}/u.test(name));
  return [...new Set(names)].slice(0, 20);
}
