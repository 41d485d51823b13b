/** One name in all its written forms. */
import { describe, expect, test } from 'vitest';
import { createSearchIndex } from '../../../archive/search/index.ts';

const forms = [
  'Lukashenka',
  'Lukashenko',
  'Łukašenka',
  'Lukašenko',
  'Lukaschenko',
  'Loukachenko',
  'Lukaszenka',
  "Lukashenka's",
  'Łukaszenki',
  'Лукашэнка',
  'Лукашенко',
  'Лукашенка',
  'Лукашенку',
  'Лукашэнкі',
];

describe('a name written in fourteen ways', () => {
  const index = createSearchIndex();
  index.add(
    forms.map((form, number) => ({
      id: `quote-${number}`,
      kind: 'quote' as const,
      sourceId: 'source',
      language: 'und',
      title: '',
      text: `A sentence in which ${form} is said.`,
    })),
  );

  test.each(forms)('%s finds all fourteen', (form) => {
    const answer = index.search(form);
    expect(answer.ok && answer.value.total).toBe(14);
    expect(answer.ok && answer.value.hits.length).toBe(14);
    const found = answer.ok
      ? answer.value.hits.map((hit) =>
          hit.matches.map(({ start, end }) =>
            `A sentence in which ${forms[Number(hit.id.slice(6))] ?? ''}`.slice(start, end),
          ),
        )
      : [];
    expect(found.flat().sort()).toEqual([...forms].sort());
  });
});
