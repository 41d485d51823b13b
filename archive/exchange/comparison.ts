/** A comparison as a file: a table, or W3C Web Annotations of which each has both ends for its targets. */
import { anchorAt } from '../anchoring/index.ts';
import type { Comparison, Range, Reason } from '../compare/index.ts';
import type { SourceId } from '../model/index.ts';
import { CodePoints } from './code-points.ts';
import { type ComparedRow, comparedRows } from './compared-rows.ts';
import { encodeJson } from './read-view.ts';
import { type Cell, tableBytes } from './table.ts';

export interface ComparedSource {
  readonly id: SourceId;
  readonly shelfmark: string;
  readonly title: string;
  /** SHA-256 of the original. */
  readonly sha256: string;
  readonly text: string;
}

export interface ComparedPair {
  readonly a: ComparedSource;
  readonly b: ComparedSource;
  readonly comparison: Comparison;
}

const head = [
  'part',
  'verdict',
  'about',
  'score',
  'reasons',
  'by_hand',
  ...['a', 'b'].flatMap((side) => [
    `${side}_shelfmark`,
    `${side}_start_utf16`,
    `${side}_end_utf16`,
    `${side}_text`,
  ]),
];

export function comparisonTable({ a, b, comparison }: ComparedPair): Uint8Array {
  const rows = comparedRows(comparison).map((row): Cell[] => [
    row.part,
    row.verdict,
    row.about,
    row.score === null ? null : rounded(row.score),
    row.reasons.map(reasonText).join('; '),
    row.byHand,
    ...sideCells(a, row.a),
    ...sideCells(b, row.b),
  ]);
  return tableBytes(head, rows);
}

function sideCells({ shelfmark, text }: ComparedSource, range: Range | null): Cell[] {
  if (!range) return [shelfmark, null, null, null];
  return [shelfmark, ...range, text.slice(...range)];
}

/** Positions in Unicode code points, as the standard counts them. */
export function comparisonAnnotations(pair: ComparedPair): Uint8Array {
  const points = { a: new CodePoints(pair.a.text), b: new CodePoints(pair.b.text) };
  const targets = ({ a, b }: ComparedRow) => [
    ...(a ? [target(pair.a, points.a, a)] : []),
    ...(b ? [target(pair.b, points.b, b)] : []),
  ];
  return encodeJson({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'AnnotationPage',
    items: comparedRows(pair.comparison).map((row, index) => ({
      id: `urn:kuferak:${pair.a.id}:${pair.b.id}:${index + 1}`,
      type: 'Annotation',
      motivation: row.a && row.b ? 'linking' : 'highlighting',
      body: bodies(row),
      target: targets(row),
    })),
  });
}

function bodies({ part, verdict, about, score, reasons, byHand }: ComparedRow): object[] {
  const said = [
    { purpose: 'classifying', value: part },
    { purpose: 'classifying', value: verdict },
    ...(byHand === null ? [] : [{ purpose: 'classifying', value: `by-hand: ${byHand}` }]),
    ...(about === '' ? [] : [{ purpose: 'describing', value: about }]),
    ...(score === null ? [] : [{ purpose: 'assessing', value: String(rounded(score)) }]),
    ...reasons.map((reason) => ({ purpose: 'describing', value: reasonText(reason) })),
  ];
  return said.map((body) => ({ type: 'TextualBody', ...body }));
}

function target(
  { id, shelfmark, title, sha256, text }: ComparedSource,
  points: CodePoints,
  range: Range,
): object {
  const { exact, prefix, suffix, start, end } = anchorAt({ text, sha256 }, ...range);
  return {
    source: {
      id: `urn:kuferak:${id}`,
      type: 'Text',
      'dcterms:identifier': [shelfmark, `sha256:${sha256}`],
      'dcterms:title': title,
    },
    selector: [
      { type: 'TextQuoteSelector', exact, prefix, suffix },
      { type: 'TextPositionSelector', start: points.at(start), end: points.at(end) },
    ],
  };
}

function reasonText({ kind, a, b }: Reason): string {
  return a === b ? `${kind}: ${a}` : `${kind}: ${a} = ${b}`;
}

function rounded(score: number): number {
  return Math.round(score * 1_000) / 1_000;
}
