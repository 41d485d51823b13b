/**
 * Sources that are one text in the main: each shares most of its words with another one of its group, both ways or with
 * one that may have come out earlier. Says nothing of who took it from whom, only which came out first as far as dates tell.
 */
import { shareOfRuns, sketchOf, type WordingSketch } from './wording-sketch.ts';

/** From which share of its words on a text is another one in the main. */
const MOST = 0.5;
/** Share of the runs of the shorter one from which on two texts are compared. */
const WORTH = 0.25;
/** Members of a group with which another text is compared. */
const COMPARED = 8;

export interface Carrier<Id> {
  readonly id: Id;
  /** When it came out, as far as that is known: milliseconds, the end exclusive. */
  readonly at: { readonly start: number; readonly end: number } | null;
}

export interface CarrierGroup<Id> {
  /** The earliest first; those without a date last. */
  readonly members: readonly Id[];
  /** Which came out first: more than one where the dates do not tell, none where nothing has a date. */
  readonly earliest: readonly Id[];
  readonly undated: number;
}

interface Sketched<Id> {
  readonly carrier: Carrier<Id>;
  readonly sketch: WordingSketch;
  readonly runs: ReadonlySet<number>;
}

/** Finds groups among the text that is asked for and those that share wording with it. */
export class ReuseGroups<Id> {
  readonly #asked: Carrier<Id>;
  readonly #others: Carrier<Id>[] = [];
  readonly #parents = new Map<Id, Id>();
  /** Of those that do not hang together with the text that is asked for. */
  readonly #sketches: { readonly carrier: Carrier<Id>; readonly sketch: WordingSketch }[] = [];
  readonly #sketched: number;

  /** Of more than `sketched` others, the further ones hang together with the text that is asked for, or with nothing. */
  constructor(asked: Carrier<Id>, sketched: number) {
    this.#asked = asked;
    this.#sketched = sketched;
  }

  /** Another text, and the shares by which the asked one and it stand in each other. */
  take(other: Carrier<Id>, text: string, ofAsked: number, ofOther: number): void {
    this.#others.push(other);
    if (areOne(this.#asked, ofAsked, other, ofOther)) this.#join(this.#asked.id, other.id);
    else if (this.#sketches.length < this.#sketched)
      this.#sketches.push({ carrier: other, sketch: sketchOf(text) });
  }

  /** All that were taken, each in one group; alone where it is alone. The group with the asked one first. */
  groups(): CarrierGroup<Id>[] {
    this.#joinOthers();
    const byRoot = new Map<Id, Carrier<Id>[]>();
    for (const carrier of [this.#asked, ...this.#others]) {
      const root = this.#rootOf(carrier.id);
      const group = byRoot.get(root);
      if (group) group.push(carrier);
      else byRoot.set(root, [carrier]);
    }
    return [...byRoot.values()].map(groupOf);
  }

  /** A run is noted once for each group: a thousand copies of one text are not each compared with each. */
  #joinOthers(): void {
    const having = new Map<number, Id[]>();
    const members = new Map<Id, readonly Sketched<Id>[]>();
    for (const { carrier, sketch } of this.#sketches) {
      const own = { carrier, sketch, runs: new Set(sketch.runs) };
      let group: readonly Sketched<Id>[] = [own];
      for (const [root, count] of this.#groupsWith(own, having)) {
        const rivals = (members.get(root) ?? []).slice(0, COMPARED);
        const fewest = Math.min(own.runs.size, ...rivals.map(({ runs }) => runs.size));
        if (count < WORTH * fewest || !rivals.some((rival) => linked(rival, own))) continue;
        group = [...(members.get(root) ?? []), ...group];
        this.#join(root, carrier.id);
      }
      const root = this.#rootOf(carrier.id);
      members.set(root, group);
      for (const run of own.runs) {
        const noted = having.get(run);
        if (!noted) having.set(run, [carrier.id]);
        else if (!noted.some((id) => this.#rootOf(id) === root)) noted.push(carrier.id);
      }
    }
  }

  /** By their roots: how many of its runs they have. */
  #groupsWith(
    { runs }: Sketched<Id>,
    having: ReadonlyMap<number, readonly Id[]>,
  ): ReadonlyMap<Id, number> {
    const common = new Map<Id, number>();
    for (const run of runs)
      for (const id of having.get(run) ?? []) {
        const root = this.#rootOf(id);
        common.set(root, (common.get(root) ?? 0) + 1);
      }
    return common;
  }

  /** The root of `a` stays one. */
  #join(a: Id, b: Id): void {
    const [one, other] = [this.#rootOf(a), this.#rootOf(b)];
    if (one !== other) this.#parents.set(other, one);
  }

  #rootOf(id: Id): Id {
    let root = id;
    for (let up = this.#parents.get(root); up !== undefined; up = this.#parents.get(root))
      root = up;
    if (root !== id) this.#parents.set(id, root);
    return root;
  }
}

function linked<Id>(a: Sketched<Id>, b: Sketched<Id>): boolean {
  const inB = shareOfRuns(a.sketch, (run) => b.runs.has(run));
  const inA = shareOfRuns(b.sketch, (run) => a.runs.has(run));
  return areOne(a.carrier, inB, b.carrier, inA);
}

/** `inB` is the share of the words of `a` that stand in `b`. */
function areOne(a: Carrier<unknown>, inB: number, b: Carrier<unknown>, inA: number): boolean {
  if (inB >= MOST && inA >= MOST) return true;
  return (mayBeEarlier(a, b) && inA >= MOST) || (mayBeEarlier(b, a) && inB >= MOST);
}

/** Both have a date, and it is not certain that `b` is the earlier one. */
function mayBeEarlier(a: Carrier<unknown>, b: Carrier<unknown>): boolean {
  return a.at !== null && b.at !== null && b.at.end > a.at.start;
}

function groupOf<Id>(carriers: readonly Carrier<Id>[]): CarrierGroup<Id> {
  const undated = carriers.filter(({ at }) => at === null);
  const dated = carriers
    .filter(({ at }) => at !== null)
    .sort((a, b) => startOf(a) - startOf(b) || (a.at?.end ?? 0) - (b.at?.end ?? 0));
  // What ends first is before all that begin later.
  const firstEnd = Math.min(...dated.map(({ at }) => at?.end ?? Infinity));
  const earliest = dated.filter((carrier) => startOf(carrier) < firstEnd);
  return {
    members: [...dated, ...undated].map(({ id }) => id),
    earliest: earliest.map(({ id }) => id),
    undated: undated.length,
  };
}

const startOf = ({ at }: Carrier<unknown>): number => at?.start ?? -Infinity;
