/** A package of an invented dossier, made without an archive: three exhibits, one quote of each text. */
import { join } from 'node:path';
import {
  type ArchiveView,
  exportPackage,
  newSigningKey,
  type PackageMatter,
  type PackageOptions,
  type PackageReport,
  signerOf,
} from '../../archive/exchange/index.ts';
import { fail, ok, type Result } from '../../archive/lib/result.ts';
import {
  type Activity,
  type Dossier,
  type Entity,
  newActivityId,
  newDossierId,
  type Sharing,
  shareProfiles,
  stated,
} from '../../archive/model/index.ts';
import { jpegWithPosition } from '../archive/dossier/pictures-with-secrets.ts';
import { documentOf, makePerson, makeQuote, makeSource, makeTag } from './records.ts';

const MADE_AT = '2026-04-09T21:14:03.120Z';
export const HIDDEN = 'Zoya Tarn';
export const protect: Sharing = { levels: shareProfiles.protect, entities: [] };
export const signer = signerOf(newSigningKey().secret);

export interface Wanted {
  readonly sharing?: Sharing | null;
  /** `false`: nobody in the archive must not be named. */
  readonly hides?: boolean;
  /** Words of the page that is printed whole. */
  readonly said?: string;
  readonly graphic?: boolean;
}

export function matterOf({
  sharing = null,
  hides = false,
  said = 'the harbour master',
  graphic = false,
}: Wanted = {}): PackageMatter {
  const page = documentOf(`Twelve doors 🐟.\n\n“It was shut,” said ${said}.`);
  const note = documentOf('قالت الجارة: «لم يفتح أحد الباب».', 'ar', 'rtl');
  const originals = [
    Buffer.from(`<p>${page.text}</p>`),
    Buffer.from(note.text),
    Buffer.from(jpegWithPosition()),
  ];
  const [first, second, third] = [
    makeSource(1, `Doors, by ${said}`, originals[0] ?? Buffer.alloc(0), page),
    makeSource(2, 'باب مغلق', originals[1] ?? Buffer.alloc(0), note),
    makeSource(3, 'A notice', originals[2] ?? Buffer.alloc(0), null),
  ] as const;
  const sources = [
    first,
    { ...second, original: { ...second.original, mediaType: 'text/plain', name: 'note.txt' } },
    {
      ...third,
      graphic,
      original: { ...third.original, mediaType: 'image/jpeg', name: 'notice.jpg' },
    },
  ];
  const tag = makeTag('locked');
  const speaker = makePerson('Ivo Ferryman');
  const hidden: Entity = makePerson(HIDDEN, { protection: 'must-not-be-named' });
  const quotes = [
    makeQuote(first, page, 'It was shut', { speaker: speaker.id, tags: [tag.id] }),
    makeQuote(second, note, 'لم يفتح أحد الباب', { note: `ask ${said}` }),
  ];
  const line: Activity = {
    id: newActivityId(),
    number: 1,
    at: MADE_AT,
    offset: 180,
    actor: stated('B-19'),
    action: 'source.import',
    subjects: [first.id],
    tool: { name: 'kuferak', version: '1' },
    before: null,
    after: 'a'.repeat(64),
    facts: { name: `${said}.html`, recipient: 'The Ferry Review' },
    previous: 'b'.repeat(64),
    hash: 'c'.repeat(64),
  };
  const dossier: Dossier = {
    id: newDossierId(),
    title: 'Doors',
    matter: '',
    author: '',
    handling: '',
    language: 'en',
    pageSize: 'a4',
    version: 2,
    sections: [],
    ...(sharing && { sharing }),
    createdAt: MADE_AT,
    changedAt: MADE_AT,
  };
  const view: ArchiveView = {
    about: { id: 'archive', name: 'Doors', createdAt: MADE_AT, schema: 2, lastShelfmark: 3 },
    sources,
    quotes,
    tags: [tag, makeTag('of nothing here')],
    entities: hides ? [speaker, hidden] : [speaker],
    claims: [],
    pairings: [],
    dossiers: [dossier],
    searches: [],
    gatherings: [],
    profiles: [],
    stamps: [],
    activities: [line],
    stampFile: () => Promise.resolve(fail('damaged')),
    headText: () => '',
    text: (id) => Promise.resolve(ok(id === first.id ? page : id === second.id ? note : null)),
    pageFile: () => Promise.resolve(fail('damaged')),
    original: (id) =>
      Promise.resolve(ok(originals[sources.findIndex((source) => source.id === id)] ?? null)),
  };
  return {
    view,
    dossier,
    exhibits: sources.map(({ id }, index) => ({
      number: index + 1,
      source: id,
      quotes: quotes.flatMap((quote) => (quote.source === id ? [quote.id] : [])),
      whole: index === 0,
    })),
    pdf: Buffer.from('%PDF-1.7 not read here'),
    named: new Set(),
    marks: {
      withheld: 'withheld',
      kinds: { person: 'Person', organisation: 'Organisation', place: 'Place' },
    },
  };
}

export const packing: PackageOptions = {
  form: 'folder',
  files: 'originals',
  seal: null,
  signer,
  despiteNames: false,
  madeAt: MADE_AT,
  appVersion: '0.1.0',
};

/** Written as `name` in `folder`. */
export function pack(
  folder: string,
  name: string,
  wanted: Wanted = {},
  options: Partial<PackageOptions> = {},
): Promise<Result<PackageReport>> {
  return exportPackage(matterOf(wanted), join(folder, name), { ...packing, ...options });
}
