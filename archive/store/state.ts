/** All records in memory: one plain object a collection, records by identifier. Records are replaced, never mutated. */
import type { Collection, Delete, Put, Quote, RecordOf } from '../model/index.ts';
import { collections } from '../model/index.ts';

export type State = { readonly [C in Collection]: Record<string, RecordOf<C>> };

export const collectionNames = Object.keys(collections) as Collection[];

export function emptyState(): State {
  return Object.fromEntries(collectionNames.map((name) => [name, {}])) as unknown as State;
}

/** What a vault holds, with every collection there. */
export function stateOf(
  stored: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): State {
  const state = emptyState() as Record<string, Record<string, unknown>>;
  for (const name of collectionNames) state[name] = stored[name] ?? {};
  return state as unknown as State;
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

/** The state, and which quotes each source has. */
export class Memory implements Reading {
  readonly #state: State;
  readonly #quotesOf = new Map<string, Set<string>>();

  constructor(state: State) {
    this.#state = state;
    for (const quote of Object.values(state.quotes)) this.#note(quote);
  }

  get<C extends Collection>(collection: C, id: string): RecordOf<C> | undefined {
    return Object.hasOwn(this.#state[collection], id) ? this.#state[collection][id] : undefined;
  }

  all<C extends Collection>(collection: C): readonly RecordOf<C>[] {
    const records: Record<string, RecordOf<C>> = this.#state[collection];
    // Looked up one by one: three times as fast as `Object.values` with a hundred thousand.
    return Object.keys(records).flatMap((id) => records[id] ?? []);
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
      Reflect.deleteProperty(this.#state[collection], id);
    }
    for (const { collection, record } of step.puts) {
      if (collection === 'quotes') {
        this.#forget(record.id);
        this.#note(record);
      }
      (this.#state[collection] as Record<string, unknown>)[record.id] = record;
    }
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
