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
