/** The figures as tables. */
import type { Row } from './measure.ts';

export type Figures = Readonly<Record<string, number>>;

export const say = (line: string) => process.stdout.write(`${line}\n`);

const row = (cells: readonly string[]) => {
  say(`| ${cells.join(' | ')} |`);
};

/** Two digits behind the point for what is small. */
const figure = (value: number) => (value < 10 ? value.toFixed(2) : value.toFixed(0));

const COLUMNS = [
  'quotes',
  'way',
  'one addition ms, median',
  'p95',
  'bytes written',
  'flushes',
  'open s',
  'all in memory s',
  'resident MB after open',
  'all in memory MB',
  'most MB',
  'disk MB',
];

export function heading(): void {
  row(COLUMNS);
  say(`|${COLUMNS.map((name) => (name === 'way' ? '---' : '---:')).join('|')}|`);
}

export function tellRow({ size, way, add, addP95, traced, opened, disk }: Row): void {
  row([
    size.toLocaleString('en'),
    way,
    figure(add),
    figure(addP95),
    traced ? Math.round(traced.bytes).toLocaleString('en') : 'not traced',
    traced ? traced.flushes.toFixed(1) : 'not traced',
    (opened.open / 1000).toFixed(2),
    (opened.all / 1000).toFixed(2),
    opened.resident.toFixed(0),
    opened.residentAll.toFixed(0),
    opened.peak.toFixed(0),
    (disk / 1e6).toFixed(1),
  ]);
}

/** What each bound is of: its name, the figure, whether it is a least or a most, and the bound. */
type Bound = readonly [string, number | undefined, 'least' | 'most', number];

export function tellWanted(rows: readonly Row[], figures: Figures): void {
  say('\n| ours, at 100,000 quotes | measured | wanted |   |');
  say('|---|---:|---:|---|');
  for (const [name, value, kind, bound] of [...rowBounds(rows), ...figureBounds(figures)]) {
    if (value === undefined) continue;
    const holds = kind === 'least' ? value >= bound : value <= bound;
    row([name, figure(value), `at ${kind} ${bound.toLocaleString('en')}`, holds ? '' : 'missed']);
  }
}

function rowBounds(rows: readonly Row[]): Bound[] {
  const of = (name: Row['way']) => rows.find(({ way, size }) => way === name && size === 100_000);
  const [ours, logged, sqlcipher, whole] = [
    of('kuferak'),
    of('with its log'),
    of('sqlcipher'),
    of('whole file'),
  ];
  if (!ours) return [];
  const { opened, traced } = ours;
  return [
    ['times as fast to add as the whole file', whole && whole.add / ours.add, 'least', 500],
    ['time to add as a share of SQLCipher’s', sqlcipher && ours.add / sqlcipher.add, 'most', 1],
    ['bytes written for one addition', traced?.bytes, 'most', 2_048],
    ['flushes for one addition', traced?.flushes, 'most', 1],
    ['seconds to open', opened.open / 1000, 'most', 1],
    ['resident MB after opening', opened.resident, 'most', 300],
    ['bytes, with the line of the log', logged?.traced?.bytes, 'most', 2_048],
    ['seconds to open, with 100,000 lines of log', logged && logged.opened.open / 1000, 'most', 1],
    ['resident MB, with 100,000 lines of log', logged?.opened.resident, 'most', 300],
  ];
}

function figureBounds(figures: Figures): Bound[] {
  const seconds = (name: string) => (figures[name] ?? NaN) / 1000;
  return [
    ['seconds to import 10,000 quotes, as one change', seconds('oneChange'), 'most', 0.6],
    ['seconds, as calls that share flushes', seconds('together'), 'most', 0.6],
    ['seconds, as such calls each with its line of the log', seconds('logged'), 'most', 0.6],
    ['MB/s, a blob of 50 MiB written', figures.written, 'least', 100],
    ['MB/s, written as it comes in pieces', figures.inPieces, 'least', 100],
    ['MB/s, read back and verified', figures.read, 'least', 100],
    ['ms, the longest that a snapshot held the thread', figures.longest, 'most', 50],
  ];
}
