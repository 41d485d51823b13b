/**
 * The one writer. A command is a pure function from what it may see to a change; the store adds the line of the log,
 * applies it in memory, and answers after the flush. Commands that come meanwhile see the applied state and share
 * the next flush. When a flush fails, everything that is not on the disk is taken back, newest first, and the store
 * writes no more.
 */
import { Low } from 'lowdb';
import type { Clock } from '../lib/clock.ts';
import { type Failure, FailureError, fail, ok, type Result } from '../lib/result.ts';
import type { Change, Changed, Collection, Put } from '../model/index.ts';
import type { Op, State as VaultState, Vault } from '../vault/index.ts';
import { JournalAdapter } from './adapter.ts';
import { type Head, headOf, nextLine, type Tool } from './log.ts';
import { emptyState, Memory, type Reading, reverseOf, type State, type Step } from './state.ts';

export interface Context {
  /** The moment of the change: `2026-04-09T21:14:03.120Z`. */
  readonly now: string;
}

export type Command<C extends string, T> = (
  reading: Reading,
  context: Context,
) => Result<{ readonly change: Change; readonly value: T }, C>;

export type StoreFailure = 'closed' | 'read-only' | 'disk-full' | 'io';

interface Undoable {
  readonly action: string;
  readonly back: Step;
}

export interface Written<T> {
  readonly value: T;
  readonly seq: number;
}

/** Collections that undo leaves alone: a shelfmark is never given out twice, a line of the log never withdrawn. */
const KEPT: ReadonlySet<Collection> = new Set(['about', 'activities']);
const LASTING: ReadonlySet<string> = new Set([
  'archive.create',
  'archive.export',
  'archive.verify',
  'dossier.export',
  'source.ocr',
  'ocr.ask',
  'ocr.pause',
  'ocr.cancel',
]);

export class Store {
  readonly #memory: Memory;
  readonly #vault: Vault;
  readonly #adapter: JournalAdapter;
  readonly #db: Low<State>;
  readonly #clock: Clock;
  readonly #tool: Tool;
  readonly #listeners = new Set<(changed: Changed) => void>();
  #head: Head;
  #failure: Failure | null = null;
  #closed = false;
  /** Applied in memory, not yet known to be on the disk: what leads back from each, oldest first. */
  #unflushed: { back: Step; head: Head }[] = [];
  readonly #writes = new Set<Promise<unknown>>();
  #undo: Undoable[] = [];
  #redo: Undoable[] = [];

  private constructor(
    vault: Vault,
    adapter: JournalAdapter,
    db: Low<State>,
    clock: Clock,
    tool: Tool,
  ) {
    this.#vault = vault;
    this.#adapter = adapter;
    this.#db = db;
    this.#clock = clock;
    this.#tool = tool;
    this.#memory = new Memory(db.data);
    this.#head = headOf(this.#memory.all('activities'));
  }

  static async open(vault: Vault, clock: Clock, tool: Tool): Promise<Store> {
    const adapter = new JournalAdapter(vault);
    const db = new Low<State>(adapter, emptyState());
    await db.read();
    return new Store(vault, adapter, db, clock, tool);
  }

  get reading(): Reading {
    return this.#memory;
  }

  get head(): Head {
    return this.#head;
  }

  /** Why nothing can be written, or `null`. */
  get readOnly(): Failure | null {
    return this.#failure ?? this.#vault.readOnly;
  }

  onChanged(listener: (changed: Changed) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async run<C extends string, T>(
    command: Command<C, T>,
  ): Promise<Result<Written<T>, C | StoreFailure>> {
    const refused = this.#refusal();
    if (refused) return refused;
    const made = command(this.reading, { now: new Date(this.#clock.now()).toISOString() });
    if (!made.ok) return made;
    const { change, value } = made.value;
    const back = withoutKept(reverseOf(this.reading, change));
    const written = await this.#commit(change);
    if (!written.ok) return written;
    if (!LASTING.has(change.activity.action)) {
      this.#undo.push({ action: change.activity.action, back });
      this.#redo = [];
    }
    return ok({ value, seq: written.value });
  }

  /** Takes the last change back, as a change of its own. Answers what was taken back, or `null` when nothing is left. */
  undo(): Promise<Result<{ readonly action: string } | null, StoreFailure>> {
    return this.#step(this.#undo, this.#redo, 'change.undo');
  }

  redo(): Promise<Result<{ readonly action: string } | null, StoreFailure>> {
    return this.#step(this.#redo, this.#undo, 'change.redo');
  }

  /** All records as the vault keeps them: for a snapshot. Records in it are never mutated. */
  stored(): VaultState {
    return this.#db.data;
  }

  /** Waits for what is being written, then writes no more. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.allSettled(this.#writes);
    this.#listeners.clear();
  }

  async #step(
    from: Undoable[],
    to: Undoable[],
    action: 'change.undo' | 'change.redo',
  ): Promise<Result<{ readonly action: string } | null, StoreFailure>> {
    const refused = this.#refusal();
    if (refused) return refused;
    const taken = from.pop();
    if (!taken) return ok(null);
    const last = { ...taken, back: keepingWhatWasRead(this.reading, taken.back) };
    const back = withoutKept(reverseOf(this.reading, last.back));
    const subjects = [
      ...last.back.puts.map(({ record }) => record.id),
      ...last.back.deletes.map(({ id }) => id),
    ];
    const written = await this.#commit({
      ...last.back,
      activity: { action, subjects, facts: { of: last.action } },
    });
    if (!written.ok) {
      from.push(last);
      return written;
    }
    to.push({ action: last.action, back });
    return ok({ action: last.action });
  }

  #refusal() {
    if (this.#closed) return fail('closed');
    return this.readOnly ? fail('read-only') : null;
  }

  /** Answers the number of the change. */
  async #commit(change: Change): Promise<Result<number, StoreFailure>> {
    const line = nextLine(this.reading, change, this.#head, this.#tool, this.#clock);
    const step: Step = {
      puts: [...change.puts, { collection: 'activities', record: line }],
      deletes: change.deletes,
    };
    const entry = { back: reverseOf(this.reading, step), head: this.#head };
    const sources = touchedSources(this.reading, step);
    this.#memory.apply(step);
    for (const id of touchedSources(this.reading, step)) sources.add(id);
    this.#head = { number: line.number, hash: line.hash };
    this.#unflushed.push(entry);
    this.#adapter.stage(opsOf(step));
    const write = this.#db.write();
    this.#writes.add(write);
    try {
      await write;
    } catch (error) {
      return this.#takeBack(error);
    } finally {
      this.#writes.delete(write);
    }
    this.#unflushed.splice(this.#unflushed.indexOf(entry), 1);
    this.#tell({ seq: line.number, ...step, quoteCounts: this.#quoteCounts(sources) });
    return ok(line.number);
  }

  #takeBack(error: unknown) {
    if (!(error instanceof FailureError)) throw error;
    const { failure } = error;
    this.#failure ??= failure;
    for (const { back, head } of this.#unflushed.splice(0).reverse()) {
      this.#memory.apply(back);
      this.#head = head;
    }
    return fail(failure.code === 'disk-full' ? 'disk-full' : 'io');
  }

  #quoteCounts(sources: ReadonlySet<string>): Record<string, number> {
    return Object.fromEntries([...sources].map((id) => [id, this.#memory.countQuotes(id)]));
  }

  #tell(changed: Changed): void {
    for (const listener of [...this.#listeners]) listener(changed);
  }
}

function withoutKept(step: Step): Step {
  return {
    puts: step.puts.filter(({ collection }) => !KEPT.has(collection)),
    deletes: step.deletes.filter(({ collection }) => !KEPT.has(collection)),
  };
}

/** Texts are read by machine beside a person's own work: taking that back leaves them, and what is still to be read. */
function keepingWhatWasRead(reading: Reading, step: Step): Step {
  const puts = step.puts.map((put): Put => {
    const now = put.collection === 'sources' ? reading.get('sources', put.record.id) : undefined;
    if (put.collection !== 'sources' || now === undefined) return put;
    const { recognition, text } = now;
    const record = { ...put.record, text };
    delete record.recognition;
    return { ...put, record: { ...record, ...(recognition && { recognition }) } };
  });
  return { ...step, puts };
}

/** The sources whose quotes a step adds or removes, as far as they stand in `reading` now. */
function touchedSources(reading: Reading, step: Step): Set<string> {
  const ids = [
    ...step.puts.filter(({ collection }) => collection === 'quotes').map(({ record }) => record.id),
    ...step.deletes.filter(({ collection }) => collection === 'quotes').map(({ id }) => id),
  ];
  const sources = new Set<string>();
  for (const id of ids) {
    const quote = reading.get('quotes', id);
    if (quote) sources.add(quote.source);
  }
  return sources;
}

function opsOf(step: Step): Op[] {
  return [
    ...step.deletes.map(({ collection, id }) => ({ c: collection, id, v: null })),
    ...step.puts.map(({ collection, record }) => ({
      c: collection,
      id: record.id,
      v: record,
    })),
  ];
}
