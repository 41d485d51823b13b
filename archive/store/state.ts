/** All records in memory: one plain object a collection, records by identifier. Records are replaced, never mutated. */
import type { Activity, Collection, Delete, Put, Quote, RecordOf } from '../model/index.ts';
import { collections } from '../model/index.ts';
import { keepOnce } from './keep-once.ts';
import { type Json, jsonOf, type State as VaultState, Unread } from '../vault/index.ts';

export type State = { readonly [C in Collection]: Map<string, RecordOf<C> | Unread> };

/** The vault's collection of what can be taken back. It is no collection of the model: nothing but undo looks into it. */
export const STEPS = 'undo';

/** What the vault holds: beside the collections of the model, what can be taken back. */
export type Stored = State & { readonly [STEPS]: Map<string, Json> };

export const collectionNames = Object.keys(collections) as Collection[];

export function emptyState(): Stored {
  return stateOf(new Map());
}

/** What a vault holds, with every collection there. */
export function stateOf(stored: VaultState): Stored {
  const named = [...collectionNames, STEPS].map(
    (name) => [name, stored.get(name) ?? new Map()] as const,
  );
  return Object.fromEntries(named) as unknown as Stored;
}

/** What commands may see of the state. */
export interface Reading {
  get<C extends Collection>(collection: C, id: string): RecordOf<C> | undefined;
  all<C extends Collection>(collection: C): readonly RecordOf<C>[];
  quotesOf(source: string): readonly Quote[];
  countQuotes(source: string): number;
}

/** Records to put and to delete; deletes go first. */
export interface Step {
  readonly puts: readonly Put[];
  readonly deletes: readonly Delete[];
}

/** What leads back from the state after `step` to the state before it. */
export function reverseOf(reading: Reading, step: Step): Step {
  const puts: Put[] = [];
  const deletes: Delete[] = [];
  const touched = [
    ...step.puts.map(({ collection, record }) => ({ collection, id: record.id })),
    ...step.deletes,
  ];
  for (const { collection, id } of touched) {
    const record = reading.get(collection, id);
    if (record === undefined) deletes.push({ collection, id });
    else puts.push({ collection, record } as Put);
  }
  return { puts, deletes };
}

/** The state, and which quotes each source has. What is still unread is read when somebody asks for it, and kept so. */
export class Memory implements Reading {
  readonly #state: State;
  readonly #quotesOf = new Map<string, Set<string>>();

  constructor(state: State) {
    this.#state = state;
    for (const quote of this.all('quotes')) this.#note(quote);
  }

  get<C extends Collection>(collection: C, id: string): RecordOf<C> | undefined {
    const found = this.#state[collection].get(id);
    return found instanceof Unread ? this.#read(collection, id, found) : found;
  }

  all<C extends Collection>(collection: C): readonly RecordOf<C>[] {
    const records: RecordOf<C>[] = [];
    const unread: RecordOf<C>[] = [];
    for (const [id, record] of this.#state[collection]) {
      const read = record instanceof Unread ? this.#read(collection, id, record) : record;
      if (read !== record) unread.push(read);
      records.push(read);
    }
    if (collection === 'activities') keepOnce(unread as readonly Activity[]);
    return records;
  }

  /** The member that came last, and how many there are. */
  last<C extends Collection>(collection: C): { record: RecordOf<C>; count: number } | null {
    const members = this.#state[collection];
    const id = [...members.keys()].at(-1);
    const record = id === undefined ? undefined : this.get(collection, id);
    return record ? { record, count: members.size } : null;
  }

  quotesOf(source: string): readonly Quote[] {
    const ids = this.#quotesOf.get(source) ?? [];
    return [...ids].flatMap((id) => this.get('quotes', id) ?? []);
  }

  countQuotes(source: string): number {
    return this.#quotesOf.get(source)?.size ?? 0;
  }

  apply(step: Step): void {
    for (const { collection, id } of step.deletes) {
      if (collection === 'quotes') this.#forget(id);
      this.#state[collection].delete(id);
    }
    for (const { collection, record } of step.puts) {
      if (collection === 'quotes') {
        this.#forget(record.id);
        this.#note(record);
      }
      (this.#state[collection] as Map<string, unknown>).set(record.id, record);
    }
  }

  #read<C extends Collection>(collection: C, id: string, unread: Unread): RecordOf<C> {
    const record = jsonOf(unread) as unknown as RecordOf<C>;
    this.#state[collection].set(id, record);
    return record;
  }

  #note(quote: Quote): void {
    const ids = this.#quotesOf.get(quote.source);
    if (ids) ids.add(quote.id);
    else this.#quotesOf.set(quote.source, new Set([quote.id]));
  }

  #forget(id: string): void {
    const quote = this.get('quotes', id);
    if (quote) this.#quotesOf.get(quote.source)?.delete(id);
  }
}
