/** One comparison as rows of two columns, each with a sign and a word for how its sides stand to each other. */
import { directionOf, hasRightToLeft } from './direction.ts';
import { phrase, SHORT_TITLE, shortened, type Setting } from './composing.ts';
import type { ComparedPair, ComparedRow, Exhibit, Verdict, WordMark } from './material.ts';
import type { Phrase, PrintedComparison, PrintedSide, Run } from './print.ts';

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
  const { words, material } = setting;
  const a = exhibitOf(material.exhibits, pair.a);
  const b = exhibitOf(material.exhibits, pair.b);
  const language = (exhibit: Exhibit | undefined) => exhibit?.source.text?.language ?? 'und';
  const side = (exhibit: Exhibit | undefined) => ({
    label: exhibit ? `${words.exhibit.label(exhibit.number)} · ${exhibit.source.shelfmark}` : '',
    // Stands at the head of each page of the table.
    title: phrase(setting, shortened(exhibit?.source.title ?? '', SHORT_TITLE), language(exhibit)),
  });
  const cell = (text: string, marks: readonly WordMark[], exhibit: Exhibit | undefined) =>
    text === '' ? null : sideOf(setting, text, marks, language(exhibit));
  return {
    number,
    heading: words.reference.comparison(number),
    a: side(a),
    b: side(b),
    rows: (pair.brief ? briefly(pair.rows) : pair.rows).map((row) =>
      typeof row === 'number'
        ? { ...COUNTED, left: words.sameCounted(row) }
        : {
            sign: SIGNS[row.verdict],
            verdict: row.moved
              ? words.movedVerdict(words.verdicts[row.verdict])
              : words.verdicts[row.verdict],
            a: cell(row.a, row.marks.a, a),
            b: cell(row.b, row.marks.b, b),
            reasons: row.reasons.map((reason) => reasonOf(setting, reason)),
            left: null,
          },
    ),
  };
}

const COUNTED = { sign: '', verdict: '', a: null, b: null, reasons: [] };

/** Passages that are the same where they stand, one after the other, are a number. */
function briefly(rows: readonly ComparedRow[]): (ComparedRow | number)[] {
  const kept: (ComparedRow | number)[] = [];
  for (const row of rows) {
    const last = kept.at(-1);
    if (row.verdict !== 'same' || row.moved || row.reasons.length > 0) kept.push(row);
    else if (typeof last === 'number') kept[kept.length - 1] = last + 1;
    else kept.push(1);
  }
  return kept;
}

function sideOf(
  { printable }: Setting,
  text: string,
  marks: readonly WordMark[],
  lang: string,
): PrintedSide {
  const runs: Run[] = [];
  let from = 0;
  for (const { kind, start, end } of marks) {
    if (from < start) runs.push(printable.text(text.slice(from, start)));
    runs.push({ t: printable.text(text.slice(start, end)), word: kind });
    from = end;
  }
  if (from < text.length) runs.push(printable.text(text.slice(from)));
  return { runs, lang, dir: directionOf(text, 'ltr') };
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
