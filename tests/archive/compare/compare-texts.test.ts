/** What a comparison promises of passages, shared wording and facts. */
import { describe, expect, test } from 'vitest';
import { compareTexts, findReuse, type FactPair } from '../../../archive/compare/index.ts';
import { FailureError } from '../../../archive/lib/result.ts';
import { documentOf } from './cases.ts';

const english = (...paragraphs: string[]) => documentOf(paragraphs, 'en');

const verdicts = (facts: readonly FactPair[]) =>
  facts.map(({ a, b, verdict }) => [a?.text ?? null, b?.text ?? null, verdict]);

const alpha = 'The council of Ustrin closed the library and dismissed two of its five librarians.';
const beta = 'Fishermen found a barge without lights near the old ferry at dawn.';
const gamma = 'A choir of schoolchildren sang on the square until the rain began to fall.';
const delta = 'The price of bread rose twice in the weeks before the election of the mayor.';

describe('passages', () => {
  test('words put in between do not tie a passage to the next one', () => {
    const longer = `${alpha} The money was all there.`;
    const short = 'Two of its librarians spoke of it.';
    const result = compareTexts(english(alpha, short, gamma), english(longer, short, gamma));
    expect(result.kind).toBe('versions');
    expect(result.matches.map(({ a, b }) => [a, b])).toEqual([
      [[0], [0]],
      [[1], [1]],
      [[2], [2]],
    ]);
  });

  test('what stands in another place is matched and called moved', () => {
    const result = compareTexts(
      english(alpha, beta, gamma, delta),
      english(beta, gamma, delta, alpha),
    );
    expect(result.kind).toBe('versions');
    expect(result.matches.map(({ a, b, moved }) => [...a, ...b, moved])).toEqual([
      [0, 3, true],
      [1, 0, false],
      [2, 1, false],
      [3, 2, false],
    ]);
  });

  test('a passage that was parted is matched with both parts', () => {
    const result = compareTexts(english(`${alpha} ${beta}`, gamma), english(alpha, beta, gamma));
    expect(result.matches.map(({ a, b }) => [a, b])).toEqual([
      [[0], [0, 1]],
      [[1], [2]],
    ]);
    expect(result.matches[0]?.diff?.every((part) => part.kind === 'same')).toBe(true);
  });

  test('what was cut and what was added is left over', () => {
    const result = compareTexts(english(alpha, beta, gamma), english(alpha, delta, gamma));
    expect(result.onlyA).toEqual([1]);
    expect(result.onlyB).toEqual([1]);
  });

  test('the diff of versions tells the words that changed', () => {
    const a = english(alpha, beta);
    const b = english(alpha.replace('dismissed two', 'said goodbye to three'), beta);
    const changed = compareTexts(a, b).matches[0]?.diff?.filter((part) => part.kind !== 'same');
    expect(
      changed?.map((part) => [
        part.kind,
        part.a && a.text.slice(...part.a),
        part.b && b.text.slice(...part.b),
      ]),
    ).toEqual([['changed', 'dismissed two', 'said goodbye to three']]);
  });

  test('a Russian passage meets an English one through its names and figures, and the reasons say so', () => {
    const result = compareTexts(
      english(beta, 'In Stolbtsy 80 people came to the square on 6 April.', gamma),
      documentOf(
        [
          'На площадь в Столбцах 6 апреля пришли восемьдесят человек.',
          'Пекарня закрыта на ремонт.',
        ],
        'ru',
      ),
    );
    expect(result.matches.map(({ a, b }) => [a, b])).toEqual([[[1], [0]]]);
    const reasons = result.matches[0]?.reasons;
    expect(reasons).toContainEqual({ kind: 'same-name', a: 'Stolbtsy', b: 'Столбцах' });
    expect(reasons).toContainEqual({ kind: 'same-number', a: '80', b: 'восемьдесят' });
    expect(reasons).toContainEqual({ kind: 'same-date', a: '6 April', b: '6 апреля' });
  });
});

describe('shared passages', () => {
  const quote = 'they took the lending cards before they took the computers from the reading room';

  test('the same words are verbatim, a word changed is near and told', () => {
    const a = english(`Witnesses said ${quote}.`, beta);
    const same = compareTexts(a, english(gamma, `According to her, ${quote}, and left.`));
    expect(same.shared).toHaveLength(1);
    expect(same.shared[0]).toMatchObject({ kind: 'verbatim', similarity: 1, differences: [] });
    expect(a.text.slice(...(same.shared[0]?.a ?? [0, 0]))).toBe(quote);

    const b = english(gamma, `According to her, ${quote.replace('computers', 'printers')}.`);
    const near = compareTexts(a, b).shared[0];
    expect(near?.kind).toBe('near');
    expect(
      near?.differences.map((gap) => [a.text.slice(...gap.a), b.text.slice(...gap.b)]),
    ).toEqual([['computers', 'printers']]);
  });

  test('where else a sentence stands in an archive', () => {
    const found = findReuse(english(`${alpha} ${beta}`), [
      { id: 'none', document: english(gamma, delta) },
      { id: 'half', document: english(delta, beta) },
      { id: 'whole', document: english(`${alpha} ${beta}`) },
    ]);
    expect(found.map(({ id }) => id)).toEqual(['whole', 'half']);
    expect(found[0]).toMatchObject({ share: 1, shareOfOther: 1 });
    expect(found[1]?.shared).toHaveLength(1);
  });
});

describe('facts', () => {
  test('eighty acts of sabotage are not forty people detained', () => {
    const { facts } = compareTexts(
      english('The ministry counted 80 acts of sabotage on the railways of Voruna.'),
      english(
        'In Voruna 40 people were detained after sabotage on the railways, the ministry said.',
      ),
    );
    expect(verdicts(facts)).toEqual([
      ['80', null, 'only-a'],
      [null, '40', 'only-b'],
    ]);
  });

  test('eighty acts and about ninety attacks are offered as differing', () => {
    const { facts } = compareTexts(
      english('The ministry counted 80 acts of sabotage on the railways of Voruna.'),
      english('There were about 90 attacks on the railways of Voruna, the ministry said.'),
    );
    expect(verdicts(facts)).toEqual([['80', '90', 'differs']]);
    expect(facts[0]?.b?.approximate).toBe(true);
  });

  test('"yesterday" and a date are the same day when the days of publication say so', () => {
    const a = english('Police searched the museum in Korvin yesterday.');
    const b = english('The museum in Korvin was searched by police on 6 April.');
    const dates = (published: [string | null, string | null]) =>
      verdicts(compareTexts(a, b, { published }).facts);
    expect(dates(['2026-04-07', '2026-04-09'])).toEqual([['yesterday', '6 April', 'same']]);
    expect(dates(['2026-04-08', '2026-04-09'])).toEqual([['yesterday', '6 April', 'differs']]);
  });

  test('an entity is one fact under any of its spellings, inflected', () => {
    const { facts } = compareTexts(
      english('Alena Hryb worked at the library. Hryb was released.'),
      documentOf(['У бібліятэцы працавала Алена Грыб.', 'Алену Грыб адпусцілі.'], 'be'),
      { names: [{ kind: 'person', spellings: ['Alena Hryb', 'Алена Грыб'] }] },
    );
    const named = facts.filter(({ kind }) => kind === 'name');
    expect(verdicts(named)).toEqual([['Alena Hryb', 'Алена Грыб', 'same']]);
    expect(named[0]?.a?.mentions).toHaveLength(1);
    expect(named[0]?.b?.mentions).toHaveLength(1);
  });

  test('a number told twice is one fact; the same number of another thing is another', () => {
    const { facts } = compareTexts(
      english(
        '31 people were detained. Of the 31 people detained, none was freed. 31 houses burned.',
      ),
      english(beta),
    );
    expect(facts.map(({ a }) => [a?.noun, a?.mentions.length])).toEqual([
      ['people', 1],
      ['houses', 0],
    ]);
  });
});

test('an aborted job stops the comparison with the code `cancelled`', () => {
  const control = new AbortController();
  control.abort();
  const job = { signal: control.signal, progress: () => undefined };
  const compare = () => compareTexts(english(alpha), english(beta), { job });
  expect(compare).toThrow(FailureError);
  expect(compare).toThrow('cancelled');
});

test('the same texts give the same comparison', () => {
  const a = english(alpha, beta, gamma);
  const b = english(gamma, delta, alpha);
  expect(compareTexts(a, b)).toEqual(compareTexts(a, b));
});

test('what tells passage by passage the same in other words is a version, another account is none', () => {
  const first = documentOf(
    [
      'Guards closed the dye works at Oster on Monday and led out forty weavers.',
      'The director of the dye works, Ilse Marn, told relatives to wait for a court.',
      'A loom was broken and three windows of the chapel next door.',
      'Relatives of the weavers collected blankets and bread at the chapel.',
    ],
    'en',
  );
  const anew = documentOf(
    [
      'Forty weavers were led out by guards when the Oster dye works closed, on Monday.',
      'Wait for a court: so relatives were told by Ilse Marn, who is director of the works.',
      'Three chapel windows next door were broken, and so was a loom.',
      'Bread and blankets for the weavers were collected at the chapel by relatives.',
    ],
    'en',
  );
  const other = documentOf(
    [
      'Police entered a textile factory in Oster early this week, witnesses said.',
      'Dozens of workers spent the night in lorries, among them two teenagers.',
      'The company manager refused to comment when we called.',
      'Neighbours brought food to those who waited outside the gates.',
    ],
    'en',
  );
  expect(compareTexts(first, anew).kind).toBe('versions');
  expect(compareTexts(first, other).kind).toBe('accounts');
});
