/** What of one container is to be taken in: everything, until somebody chooses. */
import { SvelteSet } from 'svelte/reactivity';
import type { PartList, PartToChoose } from '../../../archive/face/index.ts';
import { fold } from './fold.ts';

/** A part as a row of the list. */
export interface PartRow extends PartToChoose {
  readonly id: string;
  /** Letters to look for what is typed in. */
  readonly words: string;
}

export class PartChoice {
  readonly list: PartList;
  readonly rows: readonly PartRow[];
  readonly #ticked: SvelteSet<number>;
  typed = $state('');

  readonly found: readonly PartRow[] = $derived.by(() => {
    const wanted = fold(this.typed).split(/\s+/u).filter(Boolean);
    if (wanted.length === 0) return this.rows;
    return this.rows.filter(({ words }) => wanted.every((word) => words.includes(word)));
  });

  constructor(list: PartList) {
    this.list = list;
    this.rows = list.parts.map((part) => ({
      ...part,
      id: String(part.number),
      words: fold(`${part.title ?? ''} ${part.address ?? ''} ${part.name}`),
    }));
    this.#ticked = new SvelteSet(this.rows.filter(isNew).map(({ number }) => number));
  }

  get count(): number {
    return this.#ticked.size;
  }

  has({ number }: PartToChoose): boolean {
    return this.#ticked.has(number);
  }

  toggle(row: PartToChoose): void {
    if (row.failure !== null) return;
    if (!this.#ticked.delete(row.number)) this.#ticked.add(row.number);
  }

  /** Of those that are shown; the others stay as they are. */
  tickFound(ticked: boolean): void {
    for (const row of this.found)
      if (!ticked) this.#ticked.delete(row.number);
      else if (row.failure === null) this.#ticked.add(row.number);
  }

  /** `null` when nothing that would come in is left out. */
  chosen(): { readonly sha256: string; readonly numbers: number[] } | null {
    const all = this.rows.every((row) => !isNew(row) || this.has(row));
    if (all && !this.list.cut) return null;
    const numbers = [...this.#ticked].sort((a, b) => a - b);
    return { sha256: this.list.sha256, numbers };
  }
}

/** It can be had, and is not in the archive. */
const isNew = ({ failure, there }: PartToChoose) => failure === null && there === null;
