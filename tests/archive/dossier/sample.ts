/** A small dossier of invented material, for the tests of this folder. The country, its people and its places do not exist. */
import { createHash } from 'node:crypto';
import type {
  ClaimMaterial,
  DossierMaterial,
  Exhibit,
  ExhibitQuote,
} from '../../../archive/dossier/index.ts';
import {
  newActivityId,
  newClaimId,
  newDossierId,
  newEntityId,
  newQuoteId,
  newSectionId,
  newSourceId,
  newTagId,
  unknown,
  withheld,
  stated,
  type Activity,
  type BlobId,
  type Entity,
  type Section,
  type Source,
  type Tag,
  type TextDocument,
} from '../../../archive/model/index.ts';

export const MADE_AT = '2026-04-09T21:14:03.120Z';
const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const digest512 = (text: string) => createHash('sha512').update(text).digest('hex');

/** Paragraphs as a readable text. */
export function textOf(
  paragraphs: readonly string[],
  language = 'en',
  direction: 'ltr' | 'rtl' = 'ltr',
): TextDocument {
  const text = paragraphs.join('\n\n');
  let start = 0;
  const blocks = paragraphs.map((paragraph, index) => {
    const block = {
      kind: index === 0 ? ('heading' as const) : ('paragraph' as const),
      ...(index === 0 ? { level: 1 } : {}),
      start,
      end: start + paragraph.length,
    };
    start = block.end + 2;
    return block;
  });
  return { version: 1, text, blocks, spans: [], language, direction };
}

export function sourceOf(
  number: number,
  title: string,
  text: TextDocument | null,
  more: Partial<Source> = {},
): Source {
  return {
    id: newSourceId(),
    shelfmark: `K-${String(number).padStart(4, '0')}`,
    kind: text ? 'page' : 'image',
    title,
    original: {
      blob: digest(`blob ${number}`) as BlobId,
      name: `page-${number}.html`,
      mediaType: 'text/html',
      size: 20_480 + number,
      sha256: digest(`original ${number}`),
      sha512: digest512(`original ${number}`),
    },
    text: text && {
      blob: digest(`text ${number}`) as BlobId,
      sha256: digest(text.text),
      length: text.text.length,
      words: text.text.split(/\s+/).length,
      language: text.language,
      direction: text.direction,
      encoding: { label: 'windows-1251', guessed: true },
      method: { name: 'kuferak-html', version: '1' },
      madeAt: MADE_AT,
    },
    image: null,
    metadata: {
      authors: [],
      publisher: 'The Harbour Courier',
      published: '2026-03-14T09:30+03:00',
      modified: null,
      event: '2026-03-13',
      address: 'https://courier.example/city/2026/03/14/harbour-street',
      licence: null,
      readings: [],
    },
    capture: {
      collectedBy: withheld,
      collectedAt: stated('2026-03-15 08:02 UTC'),
      place: unknown,
      method: stated('Saved from the browser as one file'),
      device: withheld,
      consent: unknown,
    },
    versionOf: null,
    tags: [],
    note: '',
    graphic: false,
    addedAt: '2026-03-15T10:00:00.000Z',
    changedAt: '2026-03-15T10:00:00.000Z',
    ...more,
  };
}

export function quoteOf(
  source: Source,
  text: TextDocument,
  exact: string,
  more: Partial<ExhibitQuote> = {},
): ExhibitQuote {
  const start = text.text.indexOf(exact);
  if (start < 0) throw new Error('the sample quotes what is not in it');
  const end = start + exact.length;
  return {
    id: newQuoteId(),
    source: source.id,
    anchor: {
      kind: 'text',
      exact,
      prefix: text.text.slice(Math.max(0, start - 32), start),
      suffix: text.text.slice(end, end + 32),
      start,
      end,
      textSha256: digest(text.text),
    },
    language: text.language,
    speaker: newEntityId(),
    attribution: 'said',
    saidOn: '2026-03-13',
    translation: null,
    note: '',
    tags: [],
    check: 'checked',
    createdAt: MADE_AT,
    changedAt: MADE_AT,
    speakerName: 'Marta Vesna',
    ...more,
  };
}

export const ENGLISH = textOf([
  'Night searches on Harbour Street',
  'Officers came to eleven flats on Harbour Street in Ostrava Nova in the night of 13 March, residents told the Courier. The searches began shortly after four in the morning and lasted until noon.',
  '“They took my son’s telephone and the family photographs, and they gave us no paper for it,” said Marta Vesna, who lives on the third floor. Two neighbours described the same in separate conversations.',
  'The town council of Ostrava Nova did not answer a request for comment. A spokesman for the district police said that “measures of a preventive nature” had been taken, and gave no number.',
  'By the evening of 14 March, seven of the eleven families had filed complaints with the prosecutor of the Lower District.',
]);

export const BELARUSIAN = textOf(
  [
    'Начныя ператрусы на Партовай вуліцы',
    'У ноч на 13 сакавіка сілавікі прыйшлі ў адзінаццаць кватэр на Партовай вуліцы. Ператрусы пачаліся каля чацвёртай гадзіны і доўжыліся да поўдня.',
    '«Забралі тэлефон сына і сямейныя здымкі, ніякай паперы не далі», — сказала Марта Вясна з трэцяга паверха.',
    'Гарадская рада на запыт не адказала.',
  ],
  'be',
);

export const ARABIC = textOf(
  [
    'تفتيش ليلي في شارع الميناء',
    'قال سكان إن أفراد الأمن دخلوا إحدى عشرة شقة في شارع الميناء ليلة 13 آذار، وإن التفتيش استمر حتى الظهر.',
    '«أخذوا هاتف ابني وصور العائلة ولم يعطونا أي ورقة»، قالت مارتا فيسنا التي تسكن في الطابق الثالث.',
    'لم يجب مجلس المدينة عن طلب التعليق (Courier, 14.03.2026).',
  ],
  'ar',
  'rtl',
);

export interface SampleOptions {
  readonly picture?: Exhibit['image'];
  readonly orientation?: number;
}

/** Four exhibits: English printed whole, Belarusian and Arabic by quotes, and a picture if one is given. */
export function sampleMaterial({
  picture = null,
  orientation = 1,
}: SampleOptions = {}): DossierMaterial {
  const tags: Tag[] = [
    { id: newTagId(), name: 'Searches', colour: 2, definition: '', parent: null },
    { id: newTagId(), name: 'Without a warrant', colour: 3, definition: '', parent: null },
  ];
  const [searches, warrant] = tags as [Tag, Tag];
  warrant.parent = searches.id;
  const english = sourceOf(1, 'Night searches on Harbour Street', ENGLISH, {
    note: 'The page was changed twice on the day; this is the first capture.',
  });
  const belarusian = sourceOf(2, 'Начныя ператрусы на Партовай вуліцы', BELARUSIAN, {
    metadata: { ...english.metadata, publisher: 'Партовы веснік', published: '2026-03-14T10:05' },
  });
  const arabic = sourceOf(3, 'تفتيش ليلي في شارع الميناء', ARABIC, {
    metadata: {
      ...english.metadata,
      publisher: 'بريد الميناء',
      published: null,
      authors: ['سليم الميناوي'],
    },
  });
  const exhibits: Exhibit[] = [
    {
      number: 1,
      source: english,
      text: ENGLISH,
      image: null,
      quotes: [
        quoteOf(
          english,
          ENGLISH,
          'They took my son’s telephone and the family photographs, and they gave us no paper for it',
          {
            tags: [searches.id, warrant.id],
            note: 'Compare with the Belarusian report, which has the same sentence.',
          },
        ),
        quoteOf(english, ENGLISH, 'seven of the eleven families had filed complaints', {
          speaker: null,
          speakerName: null,
          attribution: null,
          saidOn: null,
          check: 'unchecked',
        }),
      ],
    },
    {
      number: 2,
      source: belarusian,
      text: BELARUSIAN,
      image: null,
      quotes: [
        quoteOf(
          belarusian,
          BELARUSIAN,
          'Забралі тэлефон сына і сямейныя здымкі, ніякай паперы не далі',
          {
            speakerName: 'Марта Вясна',
            tags: [warrant.id],
            translation: {
              text: 'They took my son’s telephone and family photographs and gave no paper',
              language: 'en',
              translator: 'T-2',
              status: 'checked',
            },
          },
        ),
      ],
    },
    {
      number: 3,
      source: arabic,
      text: ARABIC,
      image: null,
      quotes: [
        quoteOf(arabic, ARABIC, 'أخذوا هاتف ابني وصور العائلة ولم يعطونا أي ورقة', {
          speakerName: 'مارتا فيسنا',
          attribution: 'according-to',
          check: 'doubtful',
          translation: {
            text: 'They took my son’s telephone and the family’s pictures and gave us no paper',
            language: 'en',
            translator: null,
          },
        }),
      ],
    },
  ];
  if (picture) {
    const source = sourceOf(4, 'Door of flat 12 after the search', null, {
      kind: 'image',
      original: {
        ...english.original,
        name: 'door.jpg',
        mediaType: picture.mediaType,
        sha256: createHash('sha256').update(picture.bytes).digest('hex'),
        size: picture.bytes.length,
      },
      image: { width: 1, height: 1, orientation },
      metadata: { ...english.metadata, publisher: null, address: null, published: null },
    });
    exhibits.push({
      number: 4,
      source,
      text: null,
      image: picture,
      quotes: [
        {
          ...quoteOf(english, ENGLISH, 'Marta Vesna'),
          source: source.id,
          anchor: { kind: 'region', x: 0.1, y: 0.5, width: 0.25, height: 0.3 },
          speaker: null,
          speakerName: null,
          note: 'The lock was cut out.',
        },
      ],
    });
  }
  const quoteAt = (exhibit: number, quote: number) => {
    const found = exhibits[exhibit]?.quotes[quote];
    if (!found) throw new Error('no such quote in the sample');
    return found.id;
  };
  const claim: ClaimMaterial = {
    id: newClaimId(),
    question: 'How many families filed complaints?',
    unit: 'families',
    period: { from: '2026-03-13', to: '2026-03-14' },
    note: 'Counted by household.',
    rows: [
      {
        quote: quoteAt(0, 1),
        written: 'seven of the eleven families',
        number: { kind: 'exact', value: 7 },
        unit: '',
        period: { from: null, to: '2026-03-14' },
        told: '2026-03-14T09:30+03:00',
        saidBy: 'Marta Vesna',
        origin: { letter: 'A' },
        doubts: [],
        doubt: null,
      },
      {
        quote: quoteAt(1, 0),
        written: 'тэлефон сына',
        number: { kind: 'at-least', value: 1 },
        unit: 'телефонаў',
        period: null,
        told: null,
        saidBy: null,
        origin: { letter: 'A' },
        doubts: [],
        doubt: null,
      },
    ],
    doubted: [
      {
        quote: quoteAt(2, 0),
        written: 'هاتف ابني',
        number: null,
        unit: '',
        period: null,
        told: null,
        saidBy: 'مارتا فيسنا',
        origin: null,
        doubts: ['by-hand', 'quote-doubtful'],
        doubt: 'Told by a neighbour only.',
      },
    ],
    ranges: [
      {
        unit: 'families',
        least: { kind: 'exact', value: 7 },
        most: { kind: 'exact', value: 7 },
      },
    ],
    origins: {
      count: 1,
      ifAgreed: 1,
      named: [{ letter: 'A', name: 'The residents of Harbour Street' }],
    },
  };
  const sections: Section[] = [
    { id: newSectionId(), kind: 'heading', text: 'What happened in the night of 13 March' },
    {
      id: newSectionId(),
      kind: 'text',
      markdown:
        'Three reports, *independent of each other as far as we can tell*, describe searches of **eleven flats**. They agree on:\n\n- the street and the night,\n- the number of flats,\n- that no record of what was taken was left.\n\nThey differ in when the searches ended.',
    },
    { id: newSectionId(), kind: 'quote', quote: quoteAt(0, 0) },
    { id: newSectionId(), kind: 'quote', quote: quoteAt(1, 0) },
    { id: newSectionId(), kind: 'quote', quote: quoteAt(2, 0) },
    { id: newSectionId(), kind: 'heading', text: 'What followed' },
    { id: newSectionId(), kind: 'quote', quote: quoteAt(0, 1) },
    { id: newSectionId(), kind: 'source', source: english.id },
    ...(picture ? [{ id: newSectionId(), kind: 'quote' as const, quote: quoteAt(3, 0) }] : []),
    { id: newSectionId(), kind: 'comparison', a: english.id, b: belarusian.id },
    { id: newSectionId(), kind: 'claim', claim: claim.id },
  ];
  const dossierId = newDossierId();
  const entries: Activity[] = [];
  for (const exhibit of exhibits) {
    const subjects = [exhibit.source.id, ...exhibit.quotes.map(({ id }) => id)];
    for (const [index, subject] of subjects.entries())
      entries.push({
        id: newActivityId(),
        number: entries.length * 3 + 2,
        at: '2026-03-15T10:00:00.000Z',
        offset: 180,
        action: index === 0 ? 'source.import' : 'quote.add',
        subjects: [subject],
        tool: { name: 'kuferak', version: '0.1.0' },
        before: null,
        after: digest(`after ${entries.length}`),
        facts: index === 0 ? { sha256: exhibit.source.original.sha256, bytes: 20_481 } : {},
        previous: digest(`line ${entries.length - 1}`),
        hash: digest(`line ${entries.length}`),
      });
  }
  return {
    dossier: {
      id: dossierId,
      title: 'Searches on Harbour Street, Ostrava Nova, 13 March 2026',
      matter: 'File HS-7',
      author: '',
      handling: 'Confidential: for counsel in file HS-7 only',
      language: 'en',
      pageSize: 'a4',
      version: 2,
      sections,
      createdAt: MADE_AT,
      changedAt: MADE_AT,
    },
    exhibits,
    tags,
    claims: [claim],
    comparisons: [
      {
        a: english.id,
        b: belarusian.id,
        brief: false,
        rows: [
          {
            a: 'Officers came to eleven flats on Harbour Street in Ostrava Nova in the night of 13 March, residents told the Courier.',
            b: 'У ноч на 13 сакавіка сілавікі прыйшлі ў адзінаццаць кватэр на Партовай вуліцы.',
            marks: { a: [], b: [] },
            moved: false,
            verdict: 'match',
            reasons: ['number: eleven, адзінаццаць', 'date: 13 March, 13 сакавіка'],
          },
          {
            a: 'The searches began shortly after four in the morning',
            b: 'Ператрусы пачаліся каля чацвёртай гадзіны',
            marks: {
              a: [{ kind: 'gone', start: 27, end: 43 }],
              b: [{ kind: 'new', start: 19, end: 24 }],
            },
            moved: true,
            verdict: 'differs',
            reasons: ['time: after four, about four'],
          },
          {
            a: 'A spokesman for the district police said that “measures of a preventive nature” had been taken, and gave no number.',
            b: '',
            marks: { a: [], b: [] },
            moved: false,
            verdict: 'only-a',
            reasons: [],
          },
        ],
      },
    ],
    log: { head: digest('head'), length: 57, entries },
    madeAt: MADE_AT,
    appVersion: '0.1.0',
  };
}

/** An entity that must not be named. */
export function hiddenEntity(
  name: string,
  spellings: readonly string[] = [],
  more: Partial<Entity> = {},
): Entity {
  return {
    id: newEntityId(),
    kind: 'person',
    name,
    spellings: [...spellings],
    role: '',
    protection: 'must-not-be-named',
    note: '',
    ...more,
  };
}
