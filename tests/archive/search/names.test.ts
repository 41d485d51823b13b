/** One name in all its written forms, and not another. */
import { describe, expect, test } from 'vitest';
import { createSearchIndex } from '../../../archive/search/index.ts';
import { nameForms } from '../../../bench/search/name-forms.ts';

const index = createSearchIndex();
index.add(
  Object.entries(nameForms).flatMap(([name, forms]) =>
    forms.map((form) => ({
      id: form,
      kind: 'quote' as const,
      sourceId: name,
      language: 'und',
      title: '',
      text: `A sentence in which ${form} is said.`,
    })),
  ),
);

describe.each(Object.entries(nameForms))('%s', (_, forms) => {
  test.each(forms)('%s finds all its forms and no other name, and tells where', (form) => {
    const answer = index.search(`${form} `, { limit: 200 });
    const hits = answer.ok ? answer.value.hits : [];
    expect(hits.map(({ id }) => id).sort()).toEqual([...forms].sort());
    for (const { id, matches } of hits)
      expect(
        matches.map(({ start, end }) => `A sentence in which ${id} is said.`.slice(start, end)),
      ).toEqual([id]);
    // A possessive is the same word; nothing else comes before what was typed.
    expect(hits[0]?.id.replace(/'s$/, '')).toBe(form.replace(/'s$/, ''));
  });
});

describe('names of one place', () => {
  const said = [
    'у Харькове',
    'w Charkowie',
    'Kharkiv',
    'у Харкові',
    'Халаби',
    'من خاركيف',
    'Königsberg',
    'Калининграда',
  ];
  const texts = createSearchIndex();
  texts.add(
    said.map((words) => ({
      id: words,
      kind: 'quote' as const,
      sourceId: 's1',
      language: 'und',
      title: '',
      text: `They were ${words} then.`,
    })),
  );
  const found = (query: string) => {
    const answer = texts.search(query);
    return answer.ok ? answer.value.hits : [];
  };

  test.each(['Харьков ', 'Харкова ', 'Kharkiv ', 'خاركيف '])(
    '%s finds the others, with endings',
    (typed) => {
      expect(found(typed).map(({ id }) => id)).toEqual(
        expect.arrayContaining(['у Харькове', 'Kharkiv', 'у Харкові', 'من خاركيف']),
      );
    },
  );

  test('are told as what they are', () => {
    expect(found('Калининград ').find(({ id }) => id === 'Königsberg')?.reasons).toEqual([
      { kind: 'other-name', asked: 'Калининград', found: 'Königsberg' },
    ]);
  });

  test('are not taken for a surname that is made of one, nor when asked for exactly', () => {
    expect(found('Aleppo ')).toEqual([]);
    expect(found('=Königsberg').map(({ id }) => id)).toEqual(['Königsberg']);
  });
});

test('what is ts before a soft vowel in Belarusian is t elsewhere: both are found, before names that sound as near', () => {
  const people = createSearchIndex();
  const forms = nameForms.Tsikhanouskaya ?? [];
  const others = ['Cicosnowskija', 'Cicosnowskij', 'Tsitsosnovskiï', 'Tsitsasnavskiy'];
  const names = [...forms, ...others];
  people.add(
    names.map((name) => ({
      id: name,
      kind: 'quote' as const,
      sourceId: 's1',
      language: 'und',
      title: '',
      text: `Later ${name} came.`,
    })),
  );
  const answer = people.search('Cichanouska ');
  const hits = answer.ok ? answer.value.hits.map(({ id }) => id) : [];
  expect(hits.slice(0, forms.length).sort()).toEqual([...forms].sort());
});
