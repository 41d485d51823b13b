/** Two to four sources side by side: every pair of them compared, and which difference is shown. */
import type { Fact } from '../../../../archive/compare/comparison.ts';
import type { SourceId, TextDocument } from '../../../../archive/model/index.ts';
import type { App } from '../../lib/app.svelte.ts';
import { allDifferences, mergedPassages, type ComparedColumns } from './columns.ts';
import { Comparing, type Phase } from './comparing.svelte.ts';
import { factRows } from './fact-rows.ts';
import type { Passage, Side } from './passages.ts';

/** What is pointed out, by column. */
export interface Shown {
  readonly passages: readonly (readonly number[])[];
  readonly facts: readonly (Fact | null)[];
  /** Index into `rows`. */
  readonly row: number | null;
}

/** Where a person is in the sources that stand here. */
export interface ComparedPlace {
  /** The difference that is shown; -1 before the first step. */
  readonly at: number;
  readonly onlyDifferences: boolean;
  /** How far each pane is scrolled. */
  readonly tops: readonly number[];
}

interface Pair {
  readonly left: number;
  readonly right: number;
  readonly comparing: Comparing;
}

const nothingShown: Shown = { passages: [], facts: [], row: null };

export class Several {
  readonly #app: App;
  sources = $state.raw<readonly SourceId[]>([]);
  /** Neighbours first, from left to right; then the pairs that do not stand beside each other. */
  pairs = $state.raw<readonly Pair[]>([]);
  onlyDifferences = $state(false);
  together = $state(true);
  /** Index into `differences`; -1 before the first step. */
  at = $state(-1);
  shown = $state.raw<Shown>(nothingShown);
  #run = 0;

  readonly neighbours = $derived(this.pairs.slice(0, Math.max(0, this.sources.length - 1)));
  readonly phase = $derived.by((): Phase => {
    const phases = this.neighbours.map(({ comparing }) => comparing.phase);
    if (phases.length === 0) return 'idle';
    return phases.find((phase) => phase !== 'done') ?? 'done';
  });
  /** The pair that is being worked on, or that went wrong. */
  readonly current = $derived(
    this.neighbours.find(({ comparing }) => comparing.phase !== 'done')?.comparing ?? null,
  );
  readonly #compared = $derived(this.pairs.flatMap(comparedOf));
  readonly differences = $derived(allDifferences(this.neighbours.flatMap(comparedOf)));
  readonly rows = $derived(factRows(this.#compared, this.sources.length));
  readonly passages = $derived.by((): readonly (readonly Passage[])[] =>
    this.sources.map((_, column) => {
      const before = this.neighbours[column - 1]?.comparing.passages.b;
      const after = this.neighbours[column]?.comparing.passages.a;
      return before && after ? mergedPassages(before, after) : (before ?? after ?? []);
    }),
  );

  constructor(app: App) {
    this.#app = app;
  }

  /** Where a column is compared with a neighbour, and as which side. */
  besideOf(column: number): { readonly comparing: Comparing | undefined; readonly side: Side } {
    const left = Math.min(column, this.sources.length - 2);
    return {
      comparing: this.neighbours[left]?.comparing,
      side: left === column ? 'a' : 'b',
    };
  }

  textOf(column: number): TextDocument | null {
    const { comparing, side } = this.besideOf(column);
    return comparing?.texts?.[side] ?? null;
  }

  /** The number of the paragraph in which a fact of a column stands. */
  paragraphOf(column: number, fact: Fact): number {
    const { comparing, side } = this.besideOf(column);
    return comparing?.comparison?.[side][fact.passage]?.paragraph ?? 0;
  }

  comparisonOf(one: number, other: number): Comparing | null {
    const isMeant = ({ left, right }: Pair) => left === one && right === other;
    return this.pairs.find(isMeant)?.comparing ?? null;
  }

  /** Compares every pair, one after the other, so that the machine stays quick; what was going on before is stopped. */
  async start(sources: readonly SourceId[]): Promise<void> {
    this.leave();
    const run = this.#run;
    this.sources = sources;
    this.pairs = pairsOf(sources.length).map(([left, right]) => {
      return { left, right, comparing: new Comparing(this.#app) };
    });
    for (const { left, right, comparing } of this.pairs) {
      const [a, b] = [sources[left], sources[right]];
      if (a === undefined || b === undefined || run !== this.#run) return;
      await comparing.start(a, b);
      if (comparing.phase !== 'done') return;
    }
  }

  /** Asks anew after a decision; what is shown stays until the answer is there. */
  async refresh(): Promise<void> {
    const run = this.#run;
    for (const { comparing } of this.pairs) if (run === this.#run) await comparing.refresh();
    if (run !== this.#run) return;
    // The facts stand in other rows now.
    this.shown = { ...this.shown, row: null, facts: [] };
    this.at = Math.min(this.at, this.differences.length - 1);
  }

  stop(): void {
    for (const { comparing } of this.pairs) comparing.stop();
  }

  /** The sources are no longer looked at. */
  leave(): void {
    this.#run += 1;
    for (const { comparing } of this.pairs) comparing.leave();
    this.sources = [];
    this.pairs = [];
    this.at = -1;
    this.shown = nothingShown;
  }

  /** Goes one difference on or back, round the ends. Answers it. */
  step(by: 1 | -1): Shown | null {
    const { length } = this.differences;
    if (length === 0) return null;
    this.at = this.at === -1 ? (by === 1 ? 0 : length - 1) : (this.at + by + length) % length;
    return this.#showDifference();
  }

  /** Points out the difference that was shown last, if there was one. */
  comeBack({ at, onlyDifferences }: Pick<ComparedPlace, 'at' | 'onlyDifferences'>): void {
    this.onlyDifferences = onlyDifferences;
    this.at = Math.min(at, this.differences.length - 1);
    this.#showDifference();
  }

  /** The passages of a column that are drawn: what is alike is folded when only differences are asked for. */
  drawn(column: number): readonly Passage[] {
    const all = this.passages[column] ?? [];
    if (!this.onlyDifferences) return all;
    const shown = this.shown.passages[column] ?? [];
    return all.filter(({ index, standing }) => standing !== 'alike' || shown.includes(index));
  }

  #showDifference(): Shown | null {
    const difference = this.differences[this.at];
    const pair = difference && this.neighbours[difference.column]?.comparing.comparison;
    if (!difference || !pair) return null;
    const { column, a, b, fact } = difference;
    const found = fact === null ? undefined : pair.facts[fact];
    this.shown = {
      passages: this.#inColumns(column, a, b, []),
      facts: this.#inColumns<Fact | null>(column, found?.a ?? null, found?.b ?? null, null),
      row: this.#rowOf(column, fact),
    };
    return this.shown;
  }

  /** Points out what belongs together in two neighbours; stepping goes on from there when it is a difference. */
  show(column: number, a: readonly number[], b: readonly number[]): void {
    this.shown = { passages: this.#inColumns(column, a, b, []), facts: [], row: null };
    const at = this.differences.findIndex(
      (one) =>
        one.column === column &&
        (one.a.some((index) => a.includes(index)) || one.b.some((index) => b.includes(index))),
    );
    if (at !== -1) this.at = at;
  }

  /** Points out a row of facts, wherever its facts stand. */
  showRow(row: number): void {
    const facts = this.rows[row]?.facts ?? [];
    this.shown = { passages: facts.map((fact) => (fact ? [fact.passage] : [])), facts, row };
    const at = this.differences.findIndex(({ column, fact }) => {
      const pair =
        fact === null ? null : this.neighbours[column]?.comparing.comparison?.facts[fact];
      return Boolean(pair?.a && isSame(pair.a, facts[column]) && isSame(pair.b, facts[column + 1]));
    });
    if (at !== -1) this.at = at;
  }

  /** The row of a fact of the comparison of a column and the next one. */
  #rowOf(column: number, fact: number | null): number | null {
    if (fact === null) return null;
    const row = this.rows.findIndex(({ pairs }) =>
      pairs.some(
        ({ left, right, index }) => left === column && right === column + 1 && index === fact,
      ),
    );
    return row === -1 ? null : row;
  }

  #inColumns<T>(column: number, a: T, b: T, nothing: T): readonly T[] {
    return this.sources.map((_, at) => (at === column ? a : at === column + 1 ? b : nothing));
  }
}

const isSame = (one: Fact | null | undefined, other: Fact | null | undefined): boolean =>
  Boolean(one && other) && one?.start === other?.start && one?.end === other?.end;

function comparedOf({ left, right, comparing }: Pair): ComparedColumns[] {
  return comparing.comparison ? [{ left, right, comparison: comparing.comparison }] : [];
}

function pairsOf(columns: number): readonly (readonly [number, number])[] {
  const all: (readonly [number, number])[] = [];
  for (let step = 1; step < columns; step += 1)
    for (let left = 0; left + step < columns; left += 1) all.push([left, left + step]);
  return all;
}
