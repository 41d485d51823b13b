/** The index: what goes in is found, is told with right ranges, and goes out again. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createSearchIndex,
  loadSearchIndex,
  type SearchAnswer,
  type SearchDocument,
  type SearchIndex,
  type SearchOptions,
} from '../../../archive/search/index.ts';

let made = 0;
const quote = (text: string, more: Partial<SearchDocument> = {}): SearchDocument => ({
  id: `q${made++}`,
  kind: 'quote',
  sourceId: 's1',
  language: 'und',
  title: '',
  text,
  ...more,
});

function indexOf(...documents: SearchDocument[]): SearchIndex {
  const index = createSearchIndex();
  index.add(documents);
  return index;
}

function answer(index: SearchIndex, query: string, options: SearchOptions = {}): SearchAnswer {
  const result = index.search(query, options);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const ids = (index: SearchIndex, query: string, options: SearchOptions = {}) =>
  answer(index, query, options).hits.map(({ id }) => id);

describe('finding', () => {
  const documents = [
    quote('The guard of Zarechye said that they were beaten in the yard.', {
      id: 'guard',
      language: 'en',
      speaker: ['Алесь Вымыслены', 'Ales Vymysleny'],
      tags: ['arbitrary detention', 'beating'],
      dates: ['2021-03'],
    }),
    quote('Ахоўнік Зарэчча сказаў, што іх білі ў двары.', {
      id: 'ахоўнік',
      language: 'be',
      dates: ['2022'],
      note: 'the same guard',
    }),
    quote('قال الحارس إنهم ضربوا في الساحة', { id: 'حارس', language: 'ar', hasImage: true }),
    quote('A letter about the yard and a guard dog.', {
      id: 'page',
      kind: 'source',
      sourceId: 's2',
      title: 'Gazette of Nowhere',
      publisher: 'Nowhere Press',
      language: 'en',
      dates: ['2019-11-05'],
      names: ['Рыгор Нідзе'],
    }),
  ];
  const index = indexOf(...documents);

  test.each([
    ['beaten dog', ['guard', 'page']],
    ['"beaten in the yard"', ['guard']],
    ['"yard the in beaten"', []],
    ['=Zarechye', ['guard']],
    ['=Zarechy ', []],
    ['зарэчча ', ['ахоўнік', 'guard']],
    ['الحارس', ['حارس']],
    ['yard -dog', ['guard']],
    ['yard -"guard dog"', ['guard']],
    ['beaten or dog ', ['guard', 'page']],
    ['tag:detention', ['guard']],
    ['tag:"arbitrary detention" beaten', ['guard']],
    ['-tag:detention yard', ['page']],
    ['speaker:Alies', ['guard']],
    ['Vymyslenny', ['guard']],
    ['detention', ['guard']],
    ['kind:source', ['page']],
    ['has:image', ['حارس']],
    ['lang:be', ['ахоўнік']],
    ['source:s2', ['page']],
    ['source:nowhere', ['page']],
    ['before:2020', ['page']],
    ['after:2021 yard', ['guard']],
    ['after:2022-06', ['ахоўнік']],
    ['Rygor Nidze', ['page']],
    ['gazete', ['page']],
    ['qqqxwvqq', []],
  ])('%s', (query, expected) => {
    expect(new Set(ids(index, query))).toEqual(new Set(expected));
  });

  test('finds a word while it is being typed', () => {
    for (const typed of ['zar', 'zare', 'zarech', 'зарэ'])
      expect(ids(index, typed).slice(0, 2).sort(), typed).toEqual(['guard', 'ахоўнік'].sort());
  });

  test('narrows by kinds and by tags', () => {
    expect(ids(index, 'yard', { kinds: ['source'] })).toEqual(['page']);
    expect(ids(index, 'yard', { tags: ['beating'] })).toEqual(['guard']);
    expect(ids(index, 'yard', { tags: [] })).toEqual([]);
  });

  test('sorts by date and counts facets over all that answer', () => {
    expect(ids(index, 'yard', { sort: 'newest' })).toEqual(['guard', 'page']);
    expect(ids(index, 'yard', { sort: 'oldest' })).toEqual(['page', 'guard']);
    const { facets, total, hits } = answer(index, 'yard', { facets: true, limit: 1 });
    expect([total, hits.length]).toEqual([2, 1]);
    expect(facets).toEqual({
      kinds: [
        { value: 'quote', count: 1 },
        { value: 'source', count: 1 },
      ],
      languages: [{ value: 'en', count: 2 }],
      tags: [
        { value: 'arbitrary detention', count: 1 },
        { value: 'beating', count: 1 },
      ],
      speakers: [{ value: 'Алесь Вымыслены', count: 1 }],
      years: [
        { value: '2019', count: 1 },
        { value: '2021', count: 1 },
      ],
    });
  });

  test('says why each word matched', () => {
    const reasons = (query: string) => answer(index, query).hits[0]?.reasons;
    expect(reasons('yard ')).toEqual([{ kind: 'exact', asked: 'yard', found: 'yard' }]);
    expect(reasons('yrad ')?.[0]).toEqual({
      kind: 'letters-differ',
      asked: 'yrad',
      found: 'yard',
      letters: 1,
    });
    expect(reasons('gazet')?.[0]).toEqual({ kind: 'prefix', asked: 'gazet', found: 'Gazette' });
    expect(reasons('guards ')?.[0]?.kind).toBe('stem');
    expect(reasons('detention')?.[0]).toEqual({
      kind: 'tag',
      asked: 'detention',
      found: 'arbitrary detention',
    });
    expect(reasons('Vymysleny')?.[0]?.kind).toBe('speaker');
    expect(reasons('Nidze')?.[0]).toEqual({ kind: 'name', asked: 'Nidze', found: 'Рыгор Нідзе' });
  });

  test('names the words that a partial answer lacks', () => {
    const [hit] = answer(index, 'gazette wombats').hits;
    expect(hit?.id).toBe('page');
    expect(hit?.missing).toEqual(['wombats']);
    expect(answer(index, 'gazette wombats').total).toBe(0);
  });

  test('stops when it is told to', () => {
    expect(index.search('yard', { signal: AbortSignal.abort() })).toEqual({
      ok: false,
      error: { code: 'cancelled' },
    });
  });
});

describe('ranges', () => {
  const written = fc.constantFrom(
    'Łukašenka',
    'Łukašenka'.normalize('NFD'),
    'ЛУКАШЭНКА',
    'Лука\u00adшэнка',
    'Лукашэ\u0301нка',
    'لوكـــاشينكو',
    'Lukashenka’s',
  );
  const other = fc.constantFrom('😀', 'ﬁeld', 'й'.normalize('NFD'), 'كتاب', '—', '\n\n', '👩‍👩‍👧', '𝔸');
  const texts = fc
    .tuple(fc.array(other, { maxLength: 12 }), written, fc.array(other, { maxLength: 300 }))
    .map(([before, name, after]) => ({ name, text: [...before, name, ...after].join(' ') }));

  test('cut the words that matched out of the original text', () => {
    fc.assert(
      fc.property(texts, ({ name, text }) => {
        const [hit] = answer(indexOf(quote(text)), 'Lukashenka').hits;
        const cut = hit?.matches.map(
          ({ field, start, end }) => `${field} ${text.slice(start, end)}`,
        );
        expect(cut).toEqual([`text ${name}`]);
        expect(hit?.excerpt?.start).toBe(text.indexOf(name));
      }),
      { numRuns: process.env.SLOW === undefined ? 150 : 3_000 },
    );
  });

  test('lie in the field and the item that they name', () => {
    const document = quote('nothing', {
      speaker: ['Somebody', 'Лукашэнка'],
      tags: ['x', 'y Lukashenko'],
    });
    const [hit] = answer(indexOf(document), 'Lukashenka').hits;
    expect(hit?.matches).toEqual([
      { field: 'speaker', start: 0, end: 9, item: 1 },
      { field: 'tag', start: 2, end: 12, item: 1 },
    ]);
  });

  test('reach the far end of a long text', () => {
    const text = `${'some words of no import '.repeat(4_000)}and then Łukašenka. ${'more '.repeat(4_000)}`;
    const [hit] = answer(indexOf(quote(text)), 'Лукашенко').hits;
    const [match] = hit?.matches ?? [];
    expect(text.slice(match?.start, match?.end)).toBe('Łukašenka');
  });
});

describe('following changes', () => {
  const words = ['yard', 'guard', 'beaten', 'двор', 'ахоўнік', 'Łukašenka', 'Lukashenko', 'ساحة'];
  const change = fc.record({
    id: fc.integer({ min: 0, max: 8 }).map((number) => `d${number}`),
    text: fc
      .array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 })
      .map((w) => w.join(' ')),
    what: fc.constantFrom('add', 'remove', 'compact', 'reload'),
  });

  test('answers after any changes as an index built anew does', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 25 }), (changes) => {
        const now = new Map<string, SearchDocument>();
        let index = createSearchIndex();
        for (const { id, text, what } of changes) {
          if (what === 'add') {
            now.delete(id);
            now.set(id, quote(text, { id }));
            index.update([quote(text, { id })]);
          } else if (what === 'remove') {
            now.delete(id);
            index.remove([id]);
          } else if (what === 'compact') index.compact();
          else {
            const loaded = loadSearchIndex(index.save());
            if (!loaded.ok) throw new Error(loaded.error.code);
            index = loaded.value;
          }
        }
        // A removed word still counts as a word of the archive until the next packing.
        index.compact();
        const anew = indexOf(...now.values());
        expect(index.size).toBe(now.size);
        for (const word of words)
          expect(ids(index, word).sort(), word).toEqual(ids(anew, word).sort());
      }),
      { numRuns: process.env.SLOW === undefined ? 30 : 2_000 },
    );
  });

  test('answers between additions as an index made at once does', () => {
    const texts = Array.from(
      { length: 120 },
      (_, number) =>
        `${words[number % words.length] ?? ''} Ulica${number % 17} guard${number % 29}`,
    );
    const asked = ['guard1', 'ulica3 ', 'Lukašenka', 'gaurd', 'двор', 'Ulitsa', '-yard guard2'];
    const growing = createSearchIndex();
    texts.forEach((text, number) => {
      growing.add([quote(text, { id: `d${number}` })]);
      if (number % 20 !== 19) return;
      const anew = indexOf(
        ...texts.slice(0, number + 1).map((one, at) => quote(one, { id: `d${at}` })),
      );
      anew.compact();
      for (const query of asked) expect(answer(growing, query)).toEqual(answer(anew, query));
    });
  });

  test('reads texts from their owner and keeps none', () => {
    const texts = new Map([['one', 'beaten in the yard']]);
    const index = createSearchIndex({ textOf: (id) => texts.get(id) ?? '' });
    index.add([quote('beaten in the yard', { id: 'one' })]);
    expect(answer(index, '"in the yard"').total).toBe(1);
    const bytes = index.save();
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('in the yard');
    const loaded = loadSearchIndex(bytes, { textOf: (id) => texts.get(id) ?? '' });
    expect(loaded.ok && answer(loaded.value, '"in the yard"').hits[0]?.matches.length).toBe(3);
  });
});

describe('a saved index', () => {
  const bytes = indexOf(quote('beaten in the yard')).save();

  test('is told to be damaged, whichever byte was changed or cut', () => {
    const step = Math.max(1, Math.floor(bytes.length / 400));
    for (let at = 0; at < bytes.length; at += step) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x55;
      expect(loadSearchIndex(changed).ok).toBe(false);
      expect(loadSearchIndex(bytes.slice(0, at)).ok).toBe(false);
    }
  });

  test('of a later version is told to be too new', () => {
    const later = bytes.slice();
    later[7] = '9'.charCodeAt(0);
    expect(loadSearchIndex(later)).toEqual({ ok: false, error: { code: 'index-too-new' } });
  });

  test('is read from the middle of other bytes', () => {
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    const loaded = loadSearchIndex(shifted.subarray(3));
    expect(loaded.ok && ids(loaded.value, 'yard').length).toBe(1);
  });
});

describe('hostile queries and texts', () => {
  const index = indexOf(
    quote('ж'.repeat(1_000_000)),
    quote("a'".repeat(300_000)),
    quote('\u0301'.repeat(100_000)),
    quote('\ud800 \udc00 \u0000 plain'),
    ...Array.from({ length: 300 }, (_, number) => quote(`the same words again ${number}`)),
  );

  test.each([
    ['10,000 letters', 'я'.repeat(10_000)],
    ['5,000 words', 'a '.repeat(5_000)],
    ['different words', Array.from({ length: 1_500 }, (_, n) => `w${n}`).join(' ')],
    ['quotation marks', '""'.repeat(5_000)],
    ['minus signs', '-'.repeat(10_000)],
    ['filters', 'tag:x '.repeat(1_600)],
    ['alternatives', 'a or '.repeat(1_900)],
    ['phrases', '"the same" '.repeat(900)],
    ['a regular expression', '(a+)+$ .* [^]{1,9999}'],
    ['combining marks', `e${'\u0301'.repeat(9_000)}`],
    ['emoji', '💥'.repeat(5_000)],
    ['lone surrogates', '\ud800'.repeat(9_000)],
    ['what matches everything', 'the'],
    ['one letter', 'w'],
  ])('%s: answers without throwing', (_, query) => {
    const result = index.search(query);
    expect(result.ok || result.error.code).toBe(result.ok ? true : 'query-invalid');
  });

  test('finds the word of a megabyte by its beginning', () => {
    expect(answer(index, 'ж'.repeat(64)).hits[0]?.matches).toEqual([
      { field: 'text', start: 0, end: 1_000_000 },
    ]);
  });

  test('never throws, and tells only ranges that lie in their fields', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })),
        fc.string({ unit: 'binary', maxLength: 80 }),
        (text, query) => {
          const result = indexOf(quote(text)).search(query === '' ? text.slice(0, 20) : query);
          if (!result.ok) return;
          for (const { start, end, field } of result.value.hits.flatMap(({ matches }) => matches)) {
            expect(field).toBe('text');
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(text.length);
          }
        },
      ),
      { numRuns: process.env.SLOW === undefined ? 100 : 10_000 },
    );
  });
});

describe('more like this', () => {
  const words = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => `wort${(from + at).toString(36)}`).join(' ');
  const index = indexOf(
    quote(words(0, 60), { id: 'one' }),
    quote(`${words(0, 48)} ${words(200, 212)}`, { id: 'mostly' }),
    quote(words(0, 60).toUpperCase().replaceAll(' ', ', '), { id: 'upper' }),
    quote(`${words(300, 900)}\n${words(0, 60)}\n${words(1_000, 2_000)}`, { id: 'within' }),
    quote(`${words(0, 6)} ${words(400, 460)}`, { id: 'hardly' }),
    quote(words(500, 560), { id: 'other' }),
  );

  test('finds near-duplicates and texts that stand in longer ones, most alike first, and no others', () => {
    const found = index.alike('one', 10);
    expect(
      found
        .map(({ id }) => id)
        .slice(0, 2)
        .sort(),
    ).toEqual(['upper', 'within']);
    expect(found.map(({ id }) => id)[2]).toBe('mostly');
    expect(found).toHaveLength(3);
    expect(found[0]?.share).toBe(1);
    expect(found[2]?.share).toBeCloseTo(46 / 58, 1);
  });

  test('finds nothing for what is not there or has no text', () => {
    expect(index.alike('nobody', 10)).toEqual([]);
    const bare = indexOf(quote('', { id: 'bare' }), quote('a', { id: 'letter' }));
    expect(bare.alike('bare', 10)).toEqual([]);
  });
});

describe('one name among others', () => {
  const sentence = (name: string) => `Yesterday ${name} was seen there.`;
  const forms = ['Завольскага', 'Завольский', 'Zavolskij', 'Zawolskiego', 'Заводский', 'زافولسكي'];
  const index = indexOf(...forms.map((form) => quote(sentence(form), { id: form })));

  test('a slip in it still finds its other scripts and endings before a name that is one letter away', () => {
    for (const typed of ['Zavoslkij ', 'Завольскмй ', 'Zavollskij '])
      expect(ids(index, typed).slice(0, 3)).toEqual(
        expect.arrayContaining([expect.stringMatching(/^(?:Завольск|Zavolsk)/)]),
      );
    expect(ids(index, 'Zavoslkij ')).toContain('Завольскага');
  });

  test('a surname alone comes before two words that merely resemble the name', () => {
    const people = indexOf(
      quote('Here Михалина Завольская spoke.', { id: 'whole' }),
      quote('Here Zawolska spoke.', { id: 'surname' }),
      ...Array.from({ length: 60 }, (_, at) =>
        quote(`Here Махалена Заволоцкая number ${at} spoke.`, { id: `other${at}` }),
      ),
    );
    expect(ids(people, 'Mikhalina Zavolskaya ').slice(0, 2)).toEqual(['whole', 'surname']);
  });

  test('a slip in an English or Arabic word still finds its other forms, before words that are as near', () => {
    const forms = ['kalvanikh', 'kalvanikhed', 'kalvanikhing', 'kalvanikhs'];
    const arabic = ['كلفنيخات', 'كلفنيخين', 'كلفنيخ'];
    const others = ['kilvnoching', 'kolvnoking', 'كلنفرات', 'كلنفرخون'];
    const texts = indexOf(
      ...[...forms, ...arabic, ...others].map((form) =>
        quote(`Here ${form} stands.`, { id: form }),
      ),
    );
    expect(ids(texts, 'kalvnaikhing ').slice(0, 4).sort()).toEqual(forms);
    expect(ids(texts, 'كلنفيخات ').slice(0, 3).sort()).toEqual([...arabic].sort());
  });

  test('typed with a capital letter, a misspelt name comes before common words that are as near', () => {
    const texts = indexOf(
      ...Array.from({ length: 12 }, (_, at) => quote(`The old kalonik lay there, ${at}.`)),
      quote('They met Kalobik again.', { id: 'name' }),
      quote('Sokalovik was there too.', { id: 'first' }),
    );
    expect(ids(texts, 'Kalovik ')[0]).toBe('name');
    const loaded = loadSearchIndex(texts.save());
    if (!loaded.ok) throw new Error(loaded.error.code);
    expect(ids(loaded.value, 'Kalovik ')[0]).toBe('name');
    expect(ids(texts, 'kalovik ', { limit: 20 })).toHaveLength(
      ids(texts, 'Kalovik ', { limit: 20 }).length,
    );
  });

  test('what is far from every word finds none, unless it is asked for with "~"', () => {
    const texts = indexOf(quote('They met Kalobik again.'), quote('A letter about the yard.'));
    expect(ids(texts, 'Pazubuf ')).toEqual([]);
    expect(ids(texts, 'Gelubik ')).toEqual([]);
    expect(ids(texts, '~Gelubik ')).toHaveLength(1);
  });
});

describe('pages', () => {
  const index = indexOf(
    ...Array.from({ length: 300 }, (_, at) =>
      quote(at % 3 === 0 ? 'A guard stood in the yard.' : 'The yard had a guard and a gate.', {
        id: `p${at}`,
        dates: [`20${10 + (at % 7)}`],
      }),
    ),
  );

  test.each([
    ['guard yard', 'relevance'],
    ['guard', 'relevance'],
    ['guard yard', 'newest'],
    ['guard yard', 'oldest'],
    ['kind:quote', 'relevance'],
    ['kind:quote', 'newest'],
    ['"the yard"', 'relevance'],
  ] as const)(
    'of “%s” by %s are together the whole list, in whatever order they are asked for',
    (query, sort) => {
      const whole = ids(index, query, { limit: 1_000, sort });
      expect(whole.length).toBeGreaterThanOrEqual(200);
      expect(new Set(whole).size).toBe(whole.length);
      for (const offset of [0, 290, 30, 190, 60, 0]) {
        expect(ids(index, query, { limit: 20, offset, sort })).toEqual(
          whole.slice(offset, offset + 20),
        );
        expect(answer(index, query, { limit: 1, offset, sort }).total).toBe(whole.length);
      }
      // Nothing of another question stays.
      expect(ids(index, 'gate', { limit: 5, offset: 195 })).toHaveLength(5);
    },
  );

  test('of what is no more are not told', () => {
    const few = indexOf(quote('A guard.', { id: 'one' }), quote('A guard.', { id: 'two' }));
    expect(ids(few, 'guard ')).toEqual(['one', 'two']);
    few.remove(['one']);
    expect(ids(few, 'guard ')).toEqual(['two']);
    few.add([quote('A guard.', { id: 'three' })]);
    expect(ids(few, 'guard ', { limit: 5, offset: 1 })).toEqual(['three']);
  });
});
