/** Which facts run through the sources in columns: one row a fact, with what each source states. Pure. */
import type { Fact, FactPair } from '../../../../archive/compare/comparison.ts';
import type { ComparedColumns } from './columns.ts';

/** A pair of facts, or a fact that stands alone, as the comparison of two columns has it. */
export interface PlacedPair {
  readonly left: number;
  readonly right: number;
  /** Into the facts of that comparison. */
  readonly index: number;
  readonly pair: FactPair;
}

/** One fact as each source states it. */
export interface FactRow {
  readonly kind: FactPair['kind'];
  readonly label: string;
  /** By column; `null` where a source does not say it. */
  readonly facts: readonly (Fact | null)[];
  readonly verdict: 'same' | 'differs' | 'only';
  /** By column: whether some other source states the same; `null` where a source does not say it. */
  readonly agrees: readonly (boolean | null)[];
  /** All that the comparisons say of its facts. */
  readonly pairs: readonly PlacedPair[];
}

/** Rows with a name of their own, which stays when others are made anew. */
export function named(rows: readonly FactRow[]): readonly (readonly [string, FactRow])[] {
  const met = new Map<string, number>();
  return rows.map((row) => {
    const name = [row.kind, ...row.facts.map((fact) => fact?.start ?? '')].join(' ');
    const times = met.get(name) ?? 0;
    met.set(name, times + 1);
    return [times === 0 ? name : `${name} (${times})`, row];
  });
}

interface Group {
  readonly kind: FactPair['kind'];
  label: string;
  readonly facts: Map<number, Fact>;
  readonly pairs: PlacedPair[];
}

/** The pairs of which both facts stand in the row. */
export const joinedIn = (row: FactRow): readonly PlacedPair[] =>
  row.pairs.filter(({ pair }) => pair.a !== null && pair.b !== null);

/**
 * Facts that the comparisons pair, chained: what A and B say alike and B and C say alike is one row. What a person paired
 * goes before what was found, earlier comparisons before later ones. A row has one fact of a source at most, and a fact
 * stands in one row, unless a person paired it twice.
 */
export function factRows(
  compared: readonly ComparedColumns[],
  columns: number,
): readonly FactRow[] {
  const chains = new Chains();
  const all = compared.flatMap(({ left, right, comparison }) =>
    comparison.facts.map((pair, index): PlacedPair => ({ left, right, index, pair })),
  );
  const made = ({ pair }: PlacedPair) => pair.byHand?.decision === 'made';
  for (const placed of [...all.filter(made), ...all.filter((one) => !made(one))])
    chains.add(placed, made(placed));
  return chains.groups
    .map((group) => rowOf(group, columns))
    .sort((one, other) => placeOf(one) - placeOf(other));
}

class Chains {
  readonly #byFact = new Map<string, Group>();
  readonly #alone: Group[] = [];

  get groups(): readonly Group[] {
    return [...new Set([...this.#byFact.values(), ...this.#alone])];
  }

  add(placed: PlacedPair, byHand: boolean): void {
    const { left, right, pair } = placed;
    const inLeft = pair.a && this.#groupOf(left, pair.a, pair);
    const inRight = pair.b && this.#groupOf(right, pair.b, pair);
    const into = inLeft ?? inRight;
    if (!into) return;
    if (!inLeft || !inRight || this.#join(inLeft, inRight)) into.pairs.push(placed);
    else if (byHand)
      this.#alone.push({
        kind: pair.kind,
        label: pair.label,
        facts: new Map([
          [left, pair.a],
          [right, pair.b],
        ]),
        pairs: [placed],
      });
  }

  #groupOf(column: number, fact: Fact, { kind, label }: FactPair): Group {
    // Each comparison tells of a fact by the mention that fits it: the first one names it for all.
    const first = Math.min(fact.start, ...fact.mentions.map(([start]) => start));
    const key = `${column} ${kind} ${first}`;
    const known = this.#byFact.get(key);
    if (known) return known;
    const group: Group = { kind, label, facts: new Map([[column, fact]]), pairs: [] };
    this.#byFact.set(key, group);
    return group;
  }

  /** Whether the two are one now. */
  #join(into: Group, from: Group): boolean {
    if (into === from) return true;
    if ([...from.facts.keys()].some((column) => into.facts.has(column))) return false;
    for (const [column, fact] of from.facts) into.facts.set(column, fact);
    into.pairs.push(...from.pairs);
    if (into.label === '') into.label = from.label;
    for (const [key, group] of this.#byFact) if (group === from) this.#byFact.set(key, into);
    return true;
  }
}

function rowOf({ kind, label, facts, pairs }: Group, columns: number): FactRow {
  const agree = (one: number, other: number): boolean => {
    const told = pairs.find(
      ({ left, right, pair }) =>
        pair.a && pair.b && left === Math.min(one, other) && right === Math.max(one, other),
    );
    return told ? told.pair.verdict === 'same' : facts.get(one)?.value === facts.get(other)?.value;
  };
  const stating = [...facts.keys()];
  const agrees = Array.from({ length: columns }, (_, column) =>
    facts.has(column) ? stating.some((other) => other !== column && agree(column, other)) : null,
  );
  const differs = stating.some((one) => stating.some((other) => one < other && !agree(one, other)));
  return {
    kind,
    label,
    facts: Array.from({ length: columns }, (_, column) => facts.get(column) ?? null),
    verdict: facts.size === 1 ? 'only' : differs ? 'differs' : 'same',
    agrees,
    pairs,
  };
}

/** By the first source that states it. */
function placeOf({ facts }: FactRow): number {
  const column = facts.findIndex((fact) => fact !== null);
  return column * 1e9 + (facts[column]?.start ?? 0);
}
