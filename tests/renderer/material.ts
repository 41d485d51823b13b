/** Invented material for the tests of the window: a country, towns and people that do not exist, in four scripts. */
import type { PartList } from '../../archive/face/index.ts';
import type {
  Block,
  BlobId,
  Entity,
  EntityId,
  Quote,
  QuoteId,
  Source,
  SourceId,
  Stamp,
  StampId,
  Tag,
  TagId,
  TextDocument,
} from '../../archive/model/index.ts';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** A valid identifier from a small number. */
export function idOf(prefix: string, number: number): string {
  let rest = number;
  let tail = '';
  while (tail.length < 20) {
    tail = alphabet.charAt(rest % 32) + tail;
    rest = Math.floor(rest / 32);
  }
  return `${prefix}_${tail}`;
}
export const sourceId = (number: number) => idOf('src', number) as SourceId;
export const quoteId = (number: number) => idOf('qte', number) as QuoteId;
export const tagId = (number: number) => idOf('tag', number) as TagId;
export const entityId = (number: number) => idOf('ent', number) as EntityId;

/** A time stamp of the log's head by an authority that does not exist. */
export const stampOf = (number: number): Stamp => ({
  id: idOf('stm', number) as StampId,
  of: { kind: 'head', line: 640, hash: 'ab'.repeat(32) },
  file: { blob: 'cd'.repeat(32) as BlobId, name: 'head.tsr', size: 1_992, sha256: 'ef'.repeat(32) },
  reading: {
    kind: 'rfc3161',
    imprint: { algorithm: 'sha256', digest: '12'.repeat(32) },
    at: '2026-04-21T09:30:00.000Z',
    policy: '1.2.3.4.1',
    serial: '02',
    signature: 'holds',
    certificate: {
      subject: 'Invented Authority, Stamp unit 1',
      issuer: 'Invented Authority, Root',
      sha256: '34'.repeat(32),
      validThen: true,
      forStamping: true,
      chain: ['Invented Authority, Root'],
    },
  },
  addedAt: '2026-04-21T10:00:00.000Z',
});

/** One of an original. */
export const stampOfSource = (number: number): Stamp => ({
  ...stampOf(number),
  of: { kind: 'source', source: sourceId(number) },
});

/** What is found of a picture with the proofs of a telephone beside it, one of which was changed. */
const digestOfProof = '9c1f'.repeat(16);
const proofs = [
  {
    value: 'differs',
    from: `OpenPGP signature by ${'5A1C90E7'.repeat(5)} at 2026-04-08T05:51:14Z: ${digestOfProof}.proof.csv.asc`,
  },
  { value: 'missing', from: `attestation: ${digestOfProof}.gst` },
  { value: 'agrees', from: `ProofMode: ${digestOfProof}.proof.json` },
  {
    value: 'agrees',
    from: `OpenPGP signature by ${'5A1C90E7'.repeat(5)} at 2026-04-08T05:51:14Z: ${digestOfProof}.asc`,
  },
  { value: 'agrees', from: `time stamp in block 944210: ${digestOfProof}.ots` },
].map((one) => ({ field: 'check' as const, ...one }));

type Piece = string | readonly [kind: Block['kind'], text: string, level?: number];

/** A text document from its pieces; a plain string is a paragraph. */
export function textOf(
  pieces: readonly Piece[],
  language: string,
  direction: 'ltr' | 'rtl' = 'ltr',
): TextDocument {
  let text = '';
  const blocks: Block[] = [];
  for (const piece of pieces) {
    const [kind, words, level] =
      typeof piece === 'string' ? (['paragraph', piece] as const) : piece;
    if (text !== '') text += '\n\n';
    blocks.push({
      kind,
      start: text.length,
      end: text.length + words.length,
      ...(level === undefined ? {} : { level }),
    });
    text += words;
  }
  return { version: 1, text, blocks, spans: [], language, direction };
}

const courier = textOf(
  [
    ['heading', 'Thirty-one held after library raids in Stary Dvor, monitors say', 1],
    'Police in the river town of Stary Dvor detained thirty-one people between 6 and 8 April after searching the municipal library and two private flats, according to Zapis, a monitoring group that has followed the case since the first night.',
    '“They came at six in the morning, and they took the lending cards before they took the computers,” said Alena Hryb, who has worked at the library for nineteen years. She was questioned for seven hours and released without a written record.',
    'The group’s list, seen by this newspaper, gives names, ages and the hour of each arrest. Nineteen of those held are students of the teacher-training college; the youngest is seventeen.',
    'The regional department said in a two-sentence statement that “preventive conversations” had been held with “about forty residents” and that no one remained in custody. It did not answer questions about the lending cards.',
    'Viktar Sokal, a lawyer for four of the families, said that was untrue. “Eleven people are still inside tonight. I was at the gate at nine; I counted the parcels that were turned away.”',
    'Two of the searches were carried out without a warrant, he said, and in one flat the officers photographed every page of a children’s atlas.',
    ['heading', 'What the list shows', 2],
    ['list-item', 'Nineteen students of the teacher-training college'],
    ['list-item', 'Four members of the reading circle'],
    ['list-item', 'Eight residents of the two flats and their guests'],
    ['table-row', 'Day\tHeld\tReleased'],
    ['table-row', '6 April\t14\t3'],
    ['table-row', '7 April\t11\t9'],
    ['table-row', '8 April\t6\t8'],
    [
      'block-quote',
      'A library is a place where one may be quiet without being silent. We ask for our cards back.',
    ],
    'The library reopened on 8 April with its reading room locked. A handwritten sign on the door gave the reason as inventory.',
    ['footnote', '1. Zapis has published its list in three versions; this article uses the third.'],
  ],
  'en',
);

const herald = textOf(
  [
    'Раніцай 6 красавіка ў гарадской бібліятэцы Старога Двара прайшоў ператрус; затым супрацоўнікі прыйшлі ў тры прыватныя кватэры. Затрымана каля сарака чалавек.',
    '«Яны прыйшлі ў шэсць раніцы і спачатку забралі чытацкія карткі, а ўжо потым камп’ютары», — кажа бібліятэкарка Алена Грыб.',
    'Паводле рэгіянальнага ўпраўлення, «прафілактычныя гутаркі» праведзены «прыкладна з сарака жыхарамі», пад вартай нікога няма.',
    'Праваабарончая група «Запіс» называе іншую лічбу: 31 затрыманы за тры дні, з іх 19 — студэнты педагагічнага каледжа.',
    'Старшыня гарсавета адмовіўся ад каментароў і параіў «не чытаць чужых газет».',
  ],
  'be',
);

const north = textOf(
  [
    'احتجزت الشرطة في بلدة ستاري دفور النهرية واحدًا وثلاثين شخصًا بين السادس والثامن من نيسان، بعد تفتيش المكتبة البلدية وشقتين خاصتين، بحسب مجموعة «زابيس» للرصد التي تتابع القضية منذ الليلة الأولى.',
    'قالت ألينا هريب، التي تعمل في المكتبة منذ تسعة عشر عامًا: «جاؤوا في السادسة صباحًا، وأخذوا بطاقات الإعارة قبل أن يأخذوا الحواسيب».',
    'وتضم القائمة التي اطلعت عليها الصحيفة أسماء المحتجزين وأعمارهم وساعة كل اعتقال. تسعة عشر منهم طلاب في كلية إعداد المعلمين، وأصغرهم في السابعة عشرة.',
    'وقال المحامي فيكتار سوكال (Viktar Sokal): «ما زال أحد عشر شخصًا في الداخل هذه الليلة. كنت عند البوابة في التاسعة، وعددت الطرود التي رُدّت».',
  ],
  'ar',
  'rtl',
);

const voice = textOf(
  [
    'Читательские билеты изъяли первыми. По словам адвоката Виктора Сокола, в протоколе обыска они названы «учётными носителями».',
    '«Одиннадцать человек до сих пор внутри», — говорит Сокол. В управлении это отрицают.',
    'Студенты колледжа записывают имена задержанных от руки: телефоны изъяты.',
  ],
  'ru',
);

const list = textOf(
  [
    'Lista zatrzymanych w Starym Dworze, wersja 3. Stan na 8 kwietnia, godz. 22.00.',
    'Zatrzymano trzydzieści jeden osób. Jedenaście pozostaje w areszcie.',
    'Źródła: rodziny, adwokat W. Sokał, świadkowie.',
  ],
  'pl',
);

const statement = textOf(
  [
    'Employees of the regional department have held preventive conversations with about forty residents of Stary Dvor.',
    'No one is in custody. Reports to the contrary do not correspond to reality.',
  ],
  'en',
);

const notes = textOf(
  [
    'Call with the mother of student S., 2 April, 19:40. She asks that her name be kept out of everything.',
    'S. was told at the college that “reading circles will be talked about”.',
  ],
  'en',
);

const hex = (seed: number, length: number) =>
  Array.from({ length }, (_, i) => ((seed * 7 + i * 11 + ((i * i) % 13)) % 16).toString(16)).join(
    '',
  );

interface Sketch {
  readonly title: string;
  readonly kind: Source['kind'];
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly publisher?: string;
  readonly published?: string;
  readonly text?: TextDocument;
  readonly tags?: readonly number[];
  readonly image?: Source['image'];
  readonly graphic?: boolean;
  readonly readings?: Source['metadata']['readings'];
  readonly note?: string;
  readonly withheld?: boolean;
}

const sketches: readonly Sketch[] = [
  {
    title: 'Town council minutes, March',
    kind: 'file',
    name: 'minutes-march.pdf',
    mediaType: 'application/pdf',
    size: 1_840_221,
    published: '2026-03-28',
  },
  {
    title: 'Call notes, family of student S.',
    kind: 'text',
    name: 'call-notes.md',
    mediaType: 'text/markdown',
    size: 1_402,
    text: notes,
    tags: [3],
    withheld: true,
  },
  {
    title: 'Кому мешают читательские билеты',
    kind: 'page',
    name: 'golos-reki.html',
    mediaType: 'text/html',
    size: 48_411,
    publisher: 'Голос реки',
    published: '2026-04-02',
    text: voice,
    tags: [1],
  },
  {
    title: 'Regional department: statement',
    kind: 'page',
    name: 'statement.html',
    mediaType: 'text/html',
    size: 9_204,
    publisher: 'Regional department',
    published: '2026-04-07',
    text: statement,
    tags: [4],
  },
  {
    title: 'Notice on the reading-room door',
    kind: 'image',
    name: 'IMG_2210.jpg',
    mediaType: 'image/jpeg',
    size: 2_911_440,
    published: '2026-04-08',
    image: { width: 1600, height: 1067, orientation: 1 },
    readings: [
      ...proofs,
      { field: 'device', value: 'Lumen L2', from: 'exif:Model' },
      { field: 'taken', value: '2026-04-08T08:51:12', from: 'exif:DateTimeOriginal' },
      { field: 'position', value: '53.1207, 27.4412', from: 'exif:GPS' },
      { field: 'software', value: 'L2 camera 4.1', from: 'exif:Software' },
    ],
  },
  {
    title: 'Injuries, photographed at the clinic',
    kind: 'image',
    name: 'clinic-03.png',
    mediaType: 'image/png',
    size: 1_204_118,
    image: { width: 1200, height: 900, orientation: 1 },
    graphic: true,
    withheld: true,
  },
  {
    title: 'احتجاز واحد وثلاثين شخصًا بعد مداهمة المكتبة في ستاري دفور، بحسب مراقبين',
    kind: 'page',
    name: 'north.html',
    mediaType: 'text/html',
    size: 30_118,
    publisher: 'بريد الشمال',
    published: '2026-04-09',
    text: north,
    tags: [1],
  },
  {
    title: 'Lista zatrzymanych, wersja 3',
    kind: 'text',
    name: 'lista-3.txt',
    mediaType: 'text/plain',
    size: 2_411,
    publisher: 'Zapis',
    published: '2026-04-08',
    text: list,
    tags: [1, 2],
  },
  {
    title: 'Ператрусы ў бібліятэцы Старога Двара',
    kind: 'page',
    name: 'vesnik.html',
    mediaType: 'text/html',
    size: 38_204,
    publisher: 'Палескі веснік',
    published: '2026-04-08',
    text: herald,
    tags: [1, 4],
  },
  {
    title: 'Thirty-one held after library raids in Stary Dvor, monitors say',
    kind: 'page',
    name: 'courier-library-raids.html',
    mediaType: 'text/html',
    size: 61_442,
    publisher: 'Northern Courier',
    published: '2026-04-09',
    text: courier,
    tags: [1, 2],
    note: 'The third version of the list is in K-0008.',
    readings: [
      {
        field: 'title',
        value: 'Thirty-one held after library raids in Stary Dvor',
        from: 'og:title',
      },
      { field: 'author', value: 'M. Arlou', from: 'json-ld' },
      { field: 'published', value: '2026-04-09T18:20+03:00', from: 'json-ld' },
      { field: 'published', value: '2026-04-11', from: 'article:published_time' },
      {
        field: 'address',
        value: 'https://courier.example/2026/04/library-raids',
        from: 'canonical',
      },
    ],
  },
];

export const texts = new Map<string, TextDocument>();

export const sources: readonly Source[] = sketches.map((sketch, index): Source => {
  const number = index + 1;
  const id = sourceId(number);
  if (sketch.text) texts.set(id, sketch.text);
  const stated = (value: string) => ({ state: 'value', value }) as const;
  return {
    id,
    shelfmark: `K-${String(number).padStart(4, '0')}`,
    kind: sketch.kind,
    title: sketch.title,
    original: {
      blob: hex(number, 64) as BlobId,
      name: sketch.name,
      mediaType: sketch.mediaType,
      size: sketch.size,
      sha256: hex(number + 3, 64),
      sha512: hex(number + 5, 128),
    },
    text: sketch.text
      ? {
          blob: hex(number + 9, 64) as BlobId,
          sha256: hex(number + 11, 64),
          length: sketch.text.text.length,
          words: sketch.text.text.split(/\s+/).length,
          language: sketch.text.language,
          direction: sketch.text.direction,
          encoding: { label: 'utf-8', guessed: false },
          method: { name: 'kuferak-html', version: '1' },
          madeAt: '2026-04-09T18:20:00.000Z',
        }
      : null,
    image: sketch.image ?? null,
    metadata: {
      authors: [],
      publisher: sketch.publisher ?? null,
      published: sketch.published ?? null,
      modified: null,
      event: null,
      address:
        sketch.kind === 'page'
          ? `https://${sketch.name.replace('.html', '')}.example/2026/04/`
          : null,
      licence: null,
      readings: [...(sketch.readings ?? [])],
    },
    capture: {
      collectedBy: sketch.withheld === true ? { state: 'withheld' } : stated('M. K.'),
      collectedAt: stated('2026-04-09T21:14+03:00'),
      place: { state: 'unknown' },
      method: stated(
        sketch.kind === 'page' ? 'Saved from the browser as one file' : 'Received by hand',
      ),
      device: { state: 'unknown' },
      consent: sketch.withheld === true ? { state: 'withheld' } : { state: 'unknown' },
    },
    versionOf: null,
    tags: (sketch.tags ?? []).map(tagId),
    note: sketch.note ?? '',
    graphic: sketch.graphic ?? false,
    addedAt: `2026-04-${String(9 + index).padStart(2, '0')}T18:${String(10 + index)}:00.000Z`,
    changedAt: '2026-04-20T18:20:00.000Z',
  };
});

export const tags: readonly Tag[] = (
  [
    ['detention', 2],
    ['figures', 6],
    ['minors', 8],
    ['official statement', 7],
    ['still held', 5],
  ] as const
).map(([name, colour], index) => ({
  id: tagId(index + 1),
  name,
  colour,
  definition: '',
  parent: null,
}));

export const entities: readonly Entity[] = [
  {
    id: entityId(1),
    kind: 'person',
    name: 'Viktar Sokal',
    spellings: ['Віктар Сокал', 'Виктор Сокол', 'فيكتار سوكال'],
    role: 'lawyer',
    protection: 'public',
    note: '',
  },
  {
    id: entityId(2),
    kind: 'person',
    name: 'Alena Hryb',
    spellings: ['Алена Грыб', 'ألينا هريب'],
    role: 'librarian',
    protection: 'consented',
    note: '',
  },
  {
    id: entityId(3),
    kind: 'organisation',
    name: 'Zapis',
    spellings: ['Запіс'],
    role: 'monitoring group',
    protection: 'public',
    note: '',
  },
  {
    id: entityId(4),
    kind: 'organisation',
    name: 'Regional department',
    spellings: [],
    role: '',
    protection: 'public',
    note: '',
  },
  {
    id: entityId(5),
    kind: 'person',
    name: 'S.’s mother',
    spellings: [],
    role: '',
    protection: 'must-not-be-named',
    note: '',
  },
];

interface QuoteSketch {
  readonly source: number;
  readonly exact: string;
  readonly speaker?: number;
  readonly attribution?: Quote['attribution'];
  readonly tags: readonly number[];
  readonly check?: Quote['check'];
  readonly note?: string;
  readonly saidOn?: string;
}

const quoteSketches: readonly QuoteSketch[] = [
  {
    source: 10,
    exact:
      'detained thirty-one people between 6 and 8 April after searching the municipal library and two private flats',
    speaker: 3,
    attribution: 'according-to',
    tags: [1],
  },
  { source: 10, exact: 'thirty-one people', speaker: 3, attribution: 'according-to', tags: [4, 2] },
  {
    source: 10,
    exact:
      'They came at six in the morning, and they took the lending cards before they took the computers',
    speaker: 2,
    attribution: 'said',
    tags: [2],
    check: 'checked',
    saidOn: '2026-04-08',
  },
  {
    source: 10,
    exact:
      'Nineteen of those held are students of the teacher-training college; the youngest is seventeen.',
    speaker: 3,
    attribution: 'according-to',
    tags: [1, 3],
  },
  {
    source: 10,
    exact:
      '“preventive conversations” had been held with “about forty residents” and that no one remained in custody',
    speaker: 4,
    attribution: 'said',
    tags: [4],
    check: 'checked',
    note: 'Compare with the statement itself, K-0004.',
  },
  {
    source: 10,
    exact: 'Two of the searches were carried out without a warrant',
    speaker: 1,
    attribution: 'said',
    tags: [1],
    check: 'doubtful',
  },
  { source: 9, exact: 'Затрымана каля сарака чалавек', tags: [2], attribution: 'inferred' },
  {
    source: 7,
    exact: 'جاؤوا في السادسة صباحًا، وأخذوا بطاقات الإعارة قبل أن يأخذوا الحواسيب',
    speaker: 2,
    attribution: 'said',
    tags: [2],
    check: 'checked',
  },
  {
    source: 7,
    exact: 'تسعة عشر منهم طلاب في كلية إعداد المعلمين، وأصغرهم في السابعة عشرة.',
    speaker: 3,
    attribution: 'according-to',
    tags: [1],
  },
  {
    source: 3,
    exact: 'Одиннадцать человек до сих пор внутри',
    speaker: 1,
    attribution: 'said',
    tags: [5],
  },
];

export const quotes: readonly Quote[] = quoteSketches.map((sketch, index): Quote => {
  const id = sourceId(sketch.source);
  const text = texts.get(id);
  const start = text?.text.indexOf(sketch.exact) ?? -1;
  if (!text || start === -1) throw new Error('a quote of the material does not stand in its text');
  return {
    id: quoteId(index + 1),
    source: id,
    anchor: {
      kind: 'text',
      exact: sketch.exact,
      prefix: text.text.slice(Math.max(0, start - 32), start),
      suffix: text.text.slice(start + sketch.exact.length, start + sketch.exact.length + 32),
      start,
      end: start + sketch.exact.length,
      textSha256: hex(sketch.source + 11, 64),
    },
    language: text.language,
    speaker: sketch.speaker === undefined ? null : entityId(sketch.speaker),
    attribution: sketch.attribution ?? null,
    saidOn: sketch.saidOn ?? null,
    translation: null,
    note: sketch.note ?? '',
    tags: sketch.tags.map(tagId),
    check: sketch.check ?? 'unchecked',
    createdAt: '2026-04-20T18:20:00.000Z',
    changedAt: '2026-04-20T18:20:00.000Z',
  };
});

/** A web archive of so many pages: the second is there already, the third differs from its digest, the fourth is lost. */
export function partList(pages: number): PartList {
  return {
    title: 'The harbour, collected',
    sha256: 'a'.repeat(64),
    notes: ['digests-differ'],
    there: null,
    cut: false,
    parts: Array.from({ length: pages }, (_, at) => ({
      number: at + 1,
      name: `https://light.example/${at + 1}`,
      title: at === 3 ? null : `What happened on day ${at + 1}`,
      address: at === 3 ? null : `https://light.example/${at + 1}`,
      date: at === 3 ? null : '2026-04-09T18:14:03Z',
      mediaType: 'text/html',
      size: 20_000 + at,
      digests: at === 2 ? 'differs' : 'agrees',
      failure: at === 3 ? 'part-damaged' : null,
      there: at === 1 ? 'K-0001' : null,
    })),
  };
}
