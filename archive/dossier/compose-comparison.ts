/** One comparison as rows of two columns, each with a sign and a word for how its sides stand to each other. */
import { hasRightToLeft } from './direction.ts';
import { phrase, SHORT_TITLE, shortened, type Setting } from './composing.ts';
import type { ComparedPair, Exhibit, Verdict } from './material.ts';
import type { Phrase, PrintedComparison } from './print.ts';

export const SIGNS: Readonly<Record<Verdict, string>> = {
  same: '=',
  match: '≈',
  differs: '≠',
  'only-a': 'A',
  'only-b': 'B',
};

/** Behind two facts that a person paired. */
export const BY_HAND = '†';

export function composeComparison(
  setting: Setting,
  pair: ComparedPair,
  number: number,
): PrintedComparison {
  const { words, material, printable } = setting;
  const a = exhibitOf(material.exhibits, pair.a);
  const b = exhibitOf(material.exhibits, pair.b);
  const language = (exhibit: Exhibit | undefined) => exhibit?.source.text?.language ?? 'und';
  const side = (exhibit: Exhibit | undefined) => ({
    label: exhibit ? `${words.exhibit.label(exhibit.number)} · ${exhibit.source.shelfmark}` : '',
    // Stands at the head of each page of the table.
    title: phrase(setting, shortened(exhibit?.source.title ?? '', SHORT_TITLE), language(exhibit)),
  });
  const cell = (text: string, exhibit: Exhibit | undefined): Phrase | null =>
    text === '' ? null : { ...phrase(setting, text, language(exhibit)), t: printable.text(text) };
  return {
    number,
    heading: words.reference.comparison(number),
    a: side(a),
    b: side(b),
    rows: pair.rows.map((row) => ({
      sign: SIGNS[row.verdict],
      verdict: words.verdicts[row.verdict],
      a: cell(row.a, a),
      b: cell(row.b, b),
      reasons: row.reasons.map((reason) => reasonOf(setting, reason)),
    })),
  };
}

/** Each side of the sign is read by itself: a date from right to left would take figures of the other side along. */
function reasonOf(setting: Setting, reason: string): Phrase {
  const said = phrase(setting, reason, setting.words.language);
  if (!hasRightToLeft(reason)) return said;
  const sides = said.t.split(/( [=≠] )/);
  return {
    ...said,
    t: sides.map((side, at) => (at % 2 === 0 ? `\u2068${side}\u2069` : side)).join(''),
    dir: 'ltr',
  };
}

function exhibitOf(exhibits: readonly Exhibit[], id: string): Exhibit | undefined {
  return exhibits.find(({ source }) => source.id === id);
}
