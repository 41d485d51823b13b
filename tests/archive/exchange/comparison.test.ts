/** What a comparison gives out leads back to the two texts. */
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Comparison } from '../../../archive/compare/index.ts';
import {
  type ComparedPair,
  comparisonAnnotations,
  comparisonTable,
} from '../../../archive/exchange/comparison.ts';
import { type Case, casesOf, compareCase, documentOf } from '../compare/cases.ts';

function pairOf(example: Case): ComparedPair {
  const side = (name: 'a' | 'b') => ({
    id: (name === 'a' ? 'src_1' : 'src_2') as ComparedPair['a']['id'],
    shelfmark: name === 'a' ? 'K-0001' : 'K-0002',
    title: `=HYPERLINK("${name}")`,
    sha256: name.repeat(64),
    text: documentOf(example[name].paragraphs, example[name].language).text,
  });
  return { a: side('a'), b: side('b'), comparison: compareCase(example) };
}

/** Fish in every paragraph: UTF-16 units and code points part ways. */
function withFish(example: Case): Case {
  const wet = (side: Case['a']) => ({
    ...side,
    paragraphs: side.paragraphs.map((each) => `🐟 ${each} 🐟`),
  });
  return { ...example, a: wet(example.a), b: wet(example.b) };
}

const examples = casesOf('tuning').map(withFish);

const countOf = ({ matches, onlyA, onlyB, shared, facts }: Comparison) =>
  [matches, onlyA, onlyB, shared, facts].reduce((sum, each) => sum + each.length, 0);

const Target = z.object({
  source: z.object({ id: z.string() }),
  selector: z.tuple([
    z.object({ exact: z.string(), prefix: z.string(), suffix: z.string() }),
    z.object({ start: z.int(), end: z.int() }),
  ]),
});
const Page = z.object({
  items: z.array(z.object({ id: z.string(), motivation: z.string(), target: z.array(Target) })),
});

describe('a comparison as a table', () => {
  it.each(examples)('has every finding of $id, with its words at its place', (example) => {
    const pair = pairOf(example);
    const bytes = Buffer.from(comparisonTable(pair));
    const rows = parse<Record<string, string>>(bytes, { bom: true, columns: true });
    expect(rows).toHaveLength(countOf(pair.comparison));
    for (const row of rows)
      for (const side of ['a', 'b'] as const) {
        const start = row[`${side}_start_utf16`];
        if (start === '') expect(row[`${side}_text`]).toBe('');
        else {
          const words = pair[side].text.slice(Number(start), Number(row[`${side}_end_utf16`]));
          expect(words).not.toBe('');
          expect(row[`${side}_text`]?.replace(/^'(?=[=+\-@])/, '')).toBe(words);
        }
      }
  });
});

describe('a comparison as annotations', () => {
  it.each(examples)('has every finding of $id, with both ends where there are two', (example) => {
    const pair = pairOf(example);
    const texts = new Map([
      [`urn:kuferak:${pair.a.id}`, Array.from(pair.a.text)],
      [`urn:kuferak:${pair.b.id}`, Array.from(pair.b.text)],
    ]);
    const page: unknown = JSON.parse(Buffer.from(comparisonAnnotations(pair)).toString('utf8'));
    const { items } = Page.parse(page);
    expect(items).toHaveLength(countOf(pair.comparison));
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    for (const { motivation, target } of items) {
      expect(target).toHaveLength(motivation === 'linking' ? 2 : 1);
      expect(new Set(target.map(({ source }) => source.id)).size).toBe(target.length);
      for (const { source, selector } of target) {
        const points = texts.get(source.id) ?? [];
        const [words, { start, end }] = selector;
        expect(points.slice(start, end).join('')).toBe(words.exact);
        expect(points.slice(0, start).join('').endsWith(words.prefix)).toBe(true);
        expect(points.slice(end).join('').startsWith(words.suffix)).toBe(true);
      }
    }
  });
});
