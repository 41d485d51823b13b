/** Each comparison that a section names refers to its own annex, also where two are of one pair of sources. */
import { expect, it } from 'vitest';
import { compose } from '../../../archive/dossier/compose.ts';
import { newSectionId } from '../../../archive/model/index.ts';
import { sampleMaterial } from './sample.ts';

const EVERY_WAY = 7;

it('tells the whole comparison of a pair from the one with counted passages', () => {
  const material = sampleMaterial();
  const [pair] = material.comparisons;
  if (!pair) throw new Error('the sample has a comparison');
  const { a, b } = pair;
  const section = { kind: 'comparison', a, b } as const;
  const { print } = compose(
    {
      ...material,
      comparisons: [pair, { ...pair, brief: true }],
      dossier: {
        ...material.dossier,
        sections: [
          { id: newSectionId(), ...section },
          { id: newSectionId(), ...section, brief: true },
          { id: newSectionId(), ...section, brief: false },
        ],
      },
    },
    { whole: new Map(), parts: new Map() },
    () => EVERY_WAY,
    { redactor: null, step: () => undefined },
  );
  const references = print.sections.map((one) =>
    one.kind === 'comparison' ? [one.number, one.reference] : null,
  );
  expect(references).toEqual([
    [1, 'Comparison 1'],
    [2, 'Comparison 2'],
    [1, 'Comparison 1'],
  ]);
  expect(print.comparisons.map(({ heading }) => heading)).toEqual(['Comparison 1', 'Comparison 2']);
});
