/**
 * A table of the codebook as a picture: SVG that holds nothing but shapes and texts, so that it shows the same wherever
 * it is opened. The more, the darker; every square says its number too.
 */
import { never } from '../lib/assert.ts';
import type { CodeTable } from '../codes/index.ts';
import { encode } from './read-view.ts';
import { element, xmlDocument } from './xml.ts';

const SIDE = 30;
const LABEL = 190;
const HEAD = 170;
const MARGIN = 20;
const LINE = 18;
/** Room for the sentences below. */
const WIDTH = 320;
/** Letters of a label; the whole of it is told when one rests on it. */
const LETTERS = 26;
/** Rows of a picture that somebody can still look at; the table has them all. */
const SOURCES = 200;
const FONT = "'Noto Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";
const INK = '#1b1f24';
const DIM = '#57606a';

interface Row {
  readonly name: string;
  readonly counts: readonly number[];
  /** Squares with a dot: the source itself has the tag. */
  readonly own: readonly number[];
}

interface Drawn {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** What the squares count, a sentence to a line. */
  readonly says: readonly string[];
  /** Squares on the diagonal count something else: how often a tag is there at all. */
  readonly diagonal: boolean;
}

export function codePicture(table: CodeTable): Uint8Array {
  const { columns, rows, says, diagonal } = drawn(table);
  const aside = (row: number, column: number) => diagonal && row === column;
  let most = 1;
  rows.forEach(({ counts }, row) => {
    counts.forEach((count, column) => {
      if (!aside(row, column)) most = Math.max(most, count);
    });
  });
  const width = 2 * MARGIN + LABEL + Math.max(columns.length * SIDE + HEAD / 2, WIDTH);
  const height = 2 * MARGIN + HEAD + rows.length * SIDE + (says.length + 1) * LINE;
  return encode(
    xmlDocument(
      element(
        'svg',
        {
          xmlns: 'http://www.w3.org/2000/svg',
          width: String(width),
          height: String(height),
          viewBox: `0 0 ${width} ${height}`,
          role: 'img',
          'font-family': FONT,
          'font-size': '12',
        },
        [
          element('title', {}, [], says.join(' ')),
          element('rect', { width: '100%', height: '100%', fill: '#ffffff' }),
          ...columns.map(columnLabel),
          ...rows.flatMap(({ name, counts, own }, at) => [
            rowLabel(name, at),
            ...counts.map((count, column) =>
              square(count, aside(at, column) ? null : most, column, at),
            ),
            ...own.map((column) => dot(column, at)),
          ]),
          ...footOf(says, height),
        ],
      ),
    ),
  );
}

function drawn(table: CodeTable): Drawn {
  const columns = table.tags.map(({ name }) => name);
  const left = table.tagsLeft > 0 ? [`Tags that are left out: ${String(table.tagsLeft)}.`] : [];
  switch (table.kind) {
    case 'matrix':
      return {
        columns,
        rows: table.meetings.map((counts, at) => ({ name: columns[at] ?? '', counts, own: [] })),
        says: [
          'How often two tags meet on a quote, or on quotes that overlap.',
          'On the diagonal: how many quotes have the tag.',
          ...left,
        ],
        diagonal: true,
      };
    case 'by-source': {
      const shown = table.rows.slice(0, SOURCES);
      const gone = table.rowsLeft + table.rows.length - shown.length;
      const rows = gone > 0 ? [`Sources that are left out: ${String(gone)}.`] : [];
      return {
        columns,
        rows: shown.map(({ shelfmark, title, quotes, own }) => ({
          name: `${shelfmark} ${title}`,
          counts: quotes,
          own,
        })),
        says: [
          'How many quotes of each source have a tag.',
          'A dot: the source itself has it.',
          ...left,
          ...rows,
        ],
        diagonal: false,
      };
    }
    case 'counts':
      return {
        columns: ['quotes', 'sources'],
        rows: table.tags.map(({ name, quotes, sources }) => ({
          name,
          counts: [quotes, sources],
          own: [],
        })),
        says: ['How many quotes and sources have a tag.', ...left],
        diagonal: false,
      };
    default:
      return never(table);
  }
}

function columnLabel(name: string, at: number): string {
  const [x, y] = [MARGIN + LABEL + at * SIDE + SIDE / 2 + 4, MARGIN + HEAD - 8];
  const turned = `rotate(-50 ${String(x)} ${String(y)})`;
  return label(name, { x: String(x), y: String(y), transform: turned });
}

function rowLabel(name: string, at: number): string {
  const y = MARGIN + HEAD + at * SIDE + SIDE / 2 + 4;
  return label(name, {
    x: String(MARGIN + LABEL - 8),
    y: String(y),
    'text-anchor': 'end',
  });
}

function label(name: string, place: Readonly<Record<string, string>>): string {
  const letters = Array.from(new Intl.Segmenter().segment(name), ({ segment }) => segment);
  const short = letters.length > LETTERS ? `${letters.slice(0, LETTERS - 1).join('')}…` : name;
  return element('text', { ...place, fill: INK }, [
    element('title', {}, [], name),
    element('tspan', {}, [], isolated(short)),
  ]);
}

/** A name that runs the other way does not turn what stands beside it: first strong isolate, and its end. */
const isolated = (text: string) => `\u2068${text}\u2069`;

/** Without `most` it stands aside: paper, with a line round it. */
function square(count: number, most: number | null, column: number, row: number): string {
  const [x, y] = [MARGIN + LABEL + column * SIDE, MARGIN + HEAD + row * SIDE];
  const share = count === 0 || most === null ? 0 : 0.12 + 0.88 * Math.sqrt(count / most);
  const place = { x: String(x + 1), y: String(y + 1) };
  const box = element('rect', {
    ...place,
    width: String(SIDE - 2),
    height: String(SIDE - 2),
    fill: most === null ? '#ffffff' : shade(share),
    ...(most === null && { stroke: DIM }),
  });
  if (count === 0) return box;
  const number = element(
    'text',
    {
      x: String(x + SIDE / 2),
      y: String(y + SIDE / 2 + 4),
      'text-anchor': 'middle',
      fill: share > 0.67 ? '#ffffff' : '#000000',
    },
    [],
    count > 9_999 ? `${String(Math.floor(count / 1_000))}k` : String(count),
  );
  return box + number;
}

/** From the paper to a dark blue; numbers on it keep a contrast of 4.5 to 1 at every step. */
function shade(share: number): string {
  const [from, to] = [
    [0xf3, 0xf4, 0xf6],
    [0x0b, 0x3d, 0x66],
  ] as const;
  const mixed = from.map((value, at) => Math.round(value + ((to[at] ?? 0) - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function dot(column: number, row: number): string {
  return element('circle', {
    cx: String(MARGIN + LABEL + (column + 1) * SIDE - 6),
    cy: String(MARGIN + HEAD + row * SIDE + 6),
    r: '3',
    fill: '#ffffff',
    stroke: INK,
  });
}

function footOf(says: readonly string[], height: number): string[] {
  return says.map((line, at) => {
    const y = height - MARGIN - (says.length - 1 - at) * LINE;
    return element('text', { x: String(MARGIN), y: String(y), fill: DIM }, [], line);
  });
}
