/** What a person decides of the facts and words of sources in columns: facts are paired, parted, and left to the comparison again. */
import type { Comparison, Fact, FactPair } from '../../../../archive/compare/comparison.ts';
import type { FactPlace, Pairing, Source } from '../../../../archive/model/index.ts';
import type { App } from '../../lib/app.svelte.ts';
import { t } from '../../lib/texts.svelte.ts';
import { joinedIn, type FactRow } from './fact-rows.ts';
import { asFacts, LONGEST_WORDS, type Words } from './picked-words.ts';

/** A row for which something is being chosen: what answers to it, or which of its facts is another one. */
interface Begun {
  readonly what: 'pair' | 'part';
  readonly row: FactRow;
  readonly fact: Fact;
}

/** A fact by where it stands: it is found there again in other rows. */
interface PlaceOfFact {
  readonly kind: FactRow['kind'];
  readonly column: number;
  readonly start: number;
}

/** Words of a column. */
interface Placed {
  readonly column: number;
  readonly words: Words;
}

/** Words of two columns, in whichever order. */
interface PlacedWords {
  readonly one: Placed;
  readonly other: Placed;
}

export class ByHand {
  readonly #app: App;
  readonly #sources: () => readonly Source[];
  begun = $state.raw<Begun | null>(null);
  /** The fact about which something was begun or decided last: whoever works by keys goes on at it. */
  at = $state.raw<PlaceOfFact | null>(null);

  constructor(app: App, sources: () => readonly Source[]) {
    this.#app = app;
    this.#sources = sources;
  }

  /** Decisions about any two of these sources, whatever their texts are now. */
  get all(): readonly Pairing[] {
    const ids = this.#sources().map(({ id }) => id);
    return [...this.#app.records.pairings.values()].filter(
      (one) => ids.includes(one.a.source) && ids.includes(one.b.source),
    );
  }

  /** Those that were made of other texts than are compared now: they do nothing. */
  get stale(): readonly Pairing[] {
    const sources = this.#sources();
    const ofNow = ({ source, textSha256 }: FactPlace) =>
      sources.some(({ id, text }) => id === source && text?.sha256 === textSha256);
    return this.all.filter((one) => !ofNow(one.a) || !ofNow(one.b));
  }

  /** The decisions of which a row comes, or by which it stands alone. */
  decided({ pairs }: FactRow): readonly Pairing[] {
    const ids = pairs.flatMap(({ pair }) => pair.byHand?.id ?? []);
    return ids.length === 0 ? [] : this.all.filter(({ id }) => ids.includes(id));
  }

  /** Whether some source states nothing in a row yet. */
  isOpen = ({ facts }: FactRow): boolean => facts.some((fact) => fact === null);

  /** Whether a row holds two facts that no person paired. */
  isFound = (row: FactRow): boolean => joinedIn(row).some(({ pair }) => pair.byHand === undefined);

  /** Whether this row has what may answer to the one that waits: of a source that states nothing there, of one kind. */
  answers(row: FactRow): boolean {
    return this.#bridgeTo(row) !== null;
  }

  /** Whether this is the row that waits. The comparison may have made it anew meanwhile. */
  holds(row: FactRow): boolean {
    const { begun } = this;
    return begun?.row.kind === row.kind && row.facts.includes(begun.fact);
  }

  /** Whether something was begun or decided about this row last. */
  isAt({ kind, facts }: FactRow): boolean {
    const { at } = this;
    return at?.kind === kind && facts[at.column]?.start === at.start;
  }

  /** Begins, or stops, to choose what answers to a row. */
  beginPairing(row: FactRow): void {
    this.#begin('pair', row);
  }

  /** Parts the two facts of a row; of more, begins to choose which is another one. */
  async part(row: FactRow): Promise<void> {
    const stated = row.facts.flatMap((fact, column) => (fact === null ? [] : column));
    const [first] = stated;
    if (stated.length > 2) this.#begin('part', row);
    else if (first !== undefined) await this.partFrom(row, first);
  }

  /** What a column states is another fact than what the others of the row state. */
  async partFrom(row: FactRow, column: number): Promise<void> {
    this.stop();
    // What stays of the row.
    this.#goTo(row, (_, other) => other !== column);
    const meant = joinedIn(row).filter(({ left, right }) => left === column || right === column);
    const pairs = meant.flatMap(({ left, right, pair: { a, b } }) =>
      a && b ? [{ one: { column: left, words: a }, other: { column: right, words: b } }] : [],
    );
    if (pairs.length === 0 || !(await this.#decide('broken', row.kind, pairs))) return;
    const text = row.facts[column]?.text ?? '';
    const stay = row.facts.filter((fact) => fact !== null).length > 2;
    this.#app.sayDone(stay ? t('pair.partedOff', { text }) : t('pair.broken'));
  }

  stop(): void {
    this.begun = null;
  }

  /** Other sources stand side by side. */
  leave(): void {
    this.stop();
    this.at = null;
  }

  async pair(row: FactRow): Promise<void> {
    const bridge = this.#bridgeTo(row);
    if (!bridge) return;
    if (await this.#decide('made', row.kind, [bridge])) {
      this.stop();
      this.#app.sayDone(t('pair.made'));
    }
  }

  async forget(pairings: readonly Pairing[], row?: FactRow): Promise<void> {
    if (row) this.#goTo(row);
    const ids = pairings.map(({ id }) => id);
    if ((await this.#app.command('pairs.forget', { ids })) !== null)
      this.#app.sayDone(t('pair.forgotten'));
  }

  /** Words picked in two columns: they tell of the same, or they do not. Answers whether it is kept. */
  async tell(
    decision: Pairing['decision'],
    comparison: Comparison,
    one: Placed,
    other: Placed,
  ): Promise<boolean> {
    const [a, b] = [one.words, other.words];
    if (Math.max(a.text.length, b.text.length) > LONGEST_WORDS) {
      this.#app.toasts.trouble(t('pair.tooLong', { count: LONGEST_WORDS }));
      return false;
    }
    const facts = asFacts(comparison, a, b, decision);
    const kept = facts
      ? await this.#decide(decision, facts.kind, [
          { one: { ...one, words: facts.a }, other: { ...other, words: facts.b } },
        ])
      : await this.#decide(decision, 'words', [{ one, other }]);
    if (kept) this.#app.sayDone(t(`pair.told.${decision}`));
    return kept;
  }

  #goTo(row: FactRow, among: (fact: Fact, column: number) => boolean = () => true): void {
    const column = row.facts.findIndex((fact, at) => fact !== null && among(fact, at));
    const fact = row.facts[column];
    this.at = fact ? { kind: row.kind, column, start: fact.start } : null;
  }

  #begin(what: Begun['what'], row: FactRow): void {
    this.#goTo(row);
    const fact = row.facts.find((one) => one !== null);
    if (fact) this.begun = this.begun?.fact === fact ? null : { what, row, fact };
  }

  /** The two facts by which a row is tied to the one that waits: of columns that stand as near as may be. */
  #bridgeTo(row: FactRow): PlacedWords | null {
    const { begun } = this;
    if (begun?.what !== 'pair' || begun.row.kind !== row.kind || this.holds(row)) return null;
    const { facts } = begun.row;
    const placed = (all: readonly (Fact | null)[]): readonly Placed[] =>
      all.flatMap((fact, column) => (fact ? [{ column, words: fact }] : []));
    const bridges = placed(facts).flatMap((one) =>
      placed(row.facts)
        .filter(({ column }) => !facts[column])
        .map((other) => ({ one, other })),
    );
    const far = ({ one, other }: PlacedWords) => Math.abs(one.column - other.column);
    return bridges.toSorted((some, others) => far(some) - far(others))[0] ?? null;
  }

  /** One decision, however many pairs it is about. */
  async #decide(
    decision: Pairing['decision'],
    kind: FactPair['kind'],
    pairs: readonly PlacedWords[],
  ): Promise<boolean> {
    const placed = pairs.map(({ one, other }) => {
      const [left, right] = one.column < other.column ? [one, other] : [other, one];
      return { a: this.#placeOf(left), b: this.#placeOf(right) };
    });
    return (await this.#app.command('pairs.decide', { decision, kind, pairs: placed })) !== null;
  }

  #placeOf({ column, words }: Placed): FactPlace {
    const source = this.#sources()[column];
    if (!source) throw new Error('facts of two sources are decided of');
    const { start, end, text: exact } = words;
    return { source: source.id, textSha256: source.text?.sha256 ?? '', start, end, exact };
  }
}
