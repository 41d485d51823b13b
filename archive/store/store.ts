/**
 * The one writer. A command is a pure function from what it may see to a change; the store adds the line of the log,
 * applies it in memory, and answers after the flush. Commands that come meanwhile see the applied state and share
 * the next flush. When a flush fails the store writes no more until it is told to go on. What is not on the disk is
 * taken back then, newest first, or, where somebody is there to decide, kept: the calls that made it wait.
 */
import { Low } from 'lowdb';
import type { Clock } from '../lib/clock.ts';
import { type Failure, fail, FailureError, ok, type Result } from '../lib/result.ts';
import { type Change, type Changed, type Stated, unknown } from '../model/index.ts';
import type { Upgrade } from '../model/upgrades.ts';
import type { Contents, Vault } from '../vault/index.ts';
import { JournalAdapter } from './adapter.ts';
import { actorOf, type Head, headIn, nextLine, type Tool } from './log.ts';
import {
  emptyState,
  Memory,
  type Reading,
  reverseOf,
  type Step,
  STEPS,
  type Stored,
} from './state.ts';
import { opsOf, touchedSources } from './step.ts';
import {
  noPileChange,
  opsOfPiles,
  type Pile,
  type PileChange,
  Steps,
  type StoredSteps,
} from './steps.ts';
import { stepBack, stepTaken } from './undoing.ts';
import { upgradeChanges } from './upgrade.ts';

export interface Context {
  /** The moment of the change: `2026-04-09T21:14:03.120Z`. */
  readonly now: string;
  /** Who makes it. */
  readonly actor: Stated;
}

export type Command<C extends string, T> = (
  reading: Reading,
  context: Context,
) => Result<{ readonly change: Change; readonly value: T }, C>;

export type StoreFailure = 'closed' | 'read-only' | 'disk-full' | 'io';

/** The disk has failed; so many changes are kept to be written again. */
export interface Trouble {
  readonly code: string;
  readonly unsaved: number;
}

/** A change that was applied in memory. */
interface Entry {
  readonly seq: number;
  readonly step: Step;
  /** What becomes of undo and redo with it. */
  readonly piles: PileChange;
  /** What leads back from it, and the head before it. */
  readonly back: Step;
  readonly pilesBack: PileChange;
  readonly before: Head;
  /** The sources whose quotes it touches. */
  readonly sources: ReadonlySet<string>;
  readonly settle: (written: Result<number, StoreFailure>) => void;
  readonly reject: (bug: unknown) => void;
}

export interface Written<T> {
  readonly value: T;
  readonly seq: number;
}

export class Store {
  readonly #memory: Memory;
  readonly #vault: Vault;
  readonly #adapter: JournalAdapter;
  readonly #db: Low<Stored>;
  readonly #clock: Clock;
  readonly #tool: Tool;
  #keepsUnsaved: boolean;
  /** Who works here in this session alone, in place of whom the archive says. */
  #actor: Stated | null = null;
  readonly #listeners = new Set<(changed: Changed) => void>();
  readonly #troubleListeners = new Set<(trouble: Trouble | null) => void>();
  #head: Head;
  #failure: Failure | null = null;
  /** No new change is taken; what is under way is still written. */
  #closing = false;
  #closed = false;
  /** Applied in memory, not yet known to be on the disk, oldest first. */
  #unflushed: Entry[] = [];
  readonly #writes = new Set<Promise<unknown>>();
  readonly #steps: Steps;

  private constructor(
    vault: Vault,
    adapter: JournalAdapter,
    db: Low<Stored>,
    clock: Clock,
    tool: Tool,
    keepsUnsaved: boolean,
  ) {
    this.#vault = vault;
    this.#adapter = adapter;
    this.#db = db;
    this.#clock = clock;
    this.#tool = tool;
    this.#keepsUnsaved = keepsUnsaved;
    this.#memory = new Memory(db.data);
    this.#steps = new Steps(db.data[STEPS] as unknown as StoredSteps);
    this.#head = headIn(this.#memory);
  }

  /** `keepsUnsaved`: somebody is there who can free the disk and have what it did not take written again. */
  static async open(
    vault: Vault,
    clock: Clock,
    tool: Tool,
    { keepsUnsaved = false }: { readonly keepsUnsaved?: boolean } = {},
  ): Promise<Store> {
    const adapter = new JournalAdapter(vault);
    const db = new Low<Stored>(adapter, emptyState());
    await db.read();
    return new Store(vault, adapter, db, clock, tool, keepsUnsaved);
  }

  /** From now on somebody is there: while an archive was being opened, nobody could have freed the disk. */
  keepUnsaved(): void {
    this.#keepsUnsaved = true;
  }

  /** From now on, and for this session alone, lines of the log name this actor. */
  actAs(actor: Stated): void {
    this.#actor = actor;
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

  /** Calls back when the disk has failed and when that is over; answers the function that ends it. */
  onTrouble(listener: (trouble: Trouble | null) => void): () => void {
    this.#troubleListeners.add(listener);
    return () => this.#troubleListeners.delete(listener);
  }

  /** Changes that the disk has not taken and that are kept to be written again. */
  get unsaved(): number {
    return this.#failure ? this.#unflushed.length : 0;
  }

  async run<C extends string, T>(
    command: Command<C, T>,
  ): Promise<Result<Written<T>, C | StoreFailure>> {
    const refused = this.#refusal();
    if (refused) return refused;
    const made = command(this.reading, {
      now: new Date(this.#clock.now()).toISOString(),
      actor: this.#actor ?? this.reading.get('about', 'archive')?.actor ?? unknown,
    });
    if (!made.ok) return made;
    const { change, value } = made.value;
    const back = stepBack(this.reading, this.#steps, change, this.#head.number + 1);
    const written = await this.#commit(change, back);
    return written.ok ? ok({ value, seq: written.value }) : written;
  }

  /**
   * Brings the records up to the schema of this version. An archive that cannot be written is brought up in memory
   * alone.
   */
  async upgrade(steps: readonly Upgrade[]): Promise<Result<null, StoreFailure>> {
    for (const change of upgradeChanges(this.reading, steps)) {
      if (this.readOnly) {
        this.#memory.apply(change);
        continue;
      }
      // What was taken back with records of an older schema would bring that schema back.
      const gone = [...this.#steps.ids('undo'), ...this.#steps.ids('redo')];
      const written = await this.#commit(change, { puts: [], gone });
      if (!written.ok) return written;
    }
    return ok(null);
  }

  /** Takes the last change back, as a change of its own. Answers what was taken back, or `null` when nothing is left. */
  undo(): Promise<Result<{ readonly action: string } | null, StoreFailure>> {
    return this.#step('undo', 'redo');
  }

  redo(): Promise<Result<{ readonly action: string } | null, StoreFailure>> {
    return this.#step('redo', 'undo');
  }

  /** Records that undo or redo would put back. */
  undoable(): readonly unknown[] {
    return this.#steps.records();
  }

  /** All records as the vault keeps them: for a snapshot. Records in it are never mutated. */
  stored(): Contents {
    return this.#db.data;
  }

  /** After the disk has failed: puts the journal in order, writes what is unsaved, and goes on. */
  async resume(): Promise<Result<null, StoreFailure>> {
    await Promise.allSettled(this.#writes);
    return this.#closing ? fail('closed') : this.#resume();
  }

  async #resume(): Promise<Result<null, StoreFailure>> {
    if (!this.readOnly) return ok(null);
    // Also when it was no change that the disk did not take: a snapshot, or what was being sealed anew.
    const resumed = await this.#vault.resume();
    if (!resumed.ok)
      return resumed.error.code === 'read-only'
        ? fail('read-only')
        : fail(storeFailureOf(resumed.error));
    if (!this.#failure) return ok(null);
    // The failure stands until all is written: a new change would be numbered after those that wait.
    for (const entry of [...this.#unflushed]) {
      if (!(await this.#write(entry))) return fail(storeFailureOf(this.#failure));
    }
    this.#failure = null;
    this.#tellTrouble();
    return ok(null);
  }

  /** Takes back what is unsaved, newest first; the calls that wait for it fail. */
  discardUnsaved(): void {
    const failure = this.#failure;
    if (!failure) return;
    const entries = this.#unflushed.splice(0).reverse();
    for (const { back, pilesBack, before } of entries) {
      this.#memory.apply(back);
      this.#steps.apply(pilesBack);
      this.#head = before;
    }
    for (const { settle } of entries.reverse()) settle(fail(storeFailureOf(failure)));
    this.#tellTrouble();
  }

  /** Waits for what is being written, tries once more what could not be, then writes no more. */
  async close(): Promise<void> {
    this.#closing = true;
    await Promise.allSettled(this.#writes);
    if (this.unsaved > 0) await this.#resume();
    this.#closed = true;
    this.discardUnsaved();
    this.#listeners.clear();
    this.#troubleListeners.clear();
  }

  async #step(
    from: Pile,
    to: Pile,
  ): Promise<Result<{ readonly action: string } | null, StoreFailure>> {
    const refused = this.#refusal();
    if (refused) return refused;
    const taken = this.#steps.top(from);
    if (!taken) return ok(null);
    const { change, piles } = stepTaken(this.reading, taken, to, this.#head.number + 1);
    const written = await this.#commit(change, piles);
    return written.ok ? ok({ action: taken.action }) : written;
  }

  #refusal() {
    if (this.#closing) return fail('closed');
    return this.readOnly ? fail('read-only') : null;
  }

  /** Answers the number of the change. */
  #commit(change: Change, piles = noPileChange): Promise<Result<number, StoreFailure>> {
    return new Promise((settle, reject) => {
      const entry = {
        ...this.#apply(change),
        piles,
        pilesBack: this.#steps.apply(piles),
        settle,
        reject,
      };
      this.#unflushed.push(entry);
      void this.#write(entry);
    });
  }

  /** Applies a change in memory, with its line of the log. */
  #apply(change: Change): Pick<Entry, 'step' | 'back' | 'before' | 'sources' | 'seq'> {
    const actor = this.#actor ?? actorOf(this.reading, change);
    const line = nextLine(this.reading, change, this.#head, this.#tool, this.#clock, actor);
    const step: Step = {
      puts: [...change.puts, { collection: 'activities', record: line }],
      deletes: change.deletes,
    };
    const back = reverseOf(this.reading, step);
    const before = this.#head;
    const sources = touchedSources(this.reading, step);
    this.#memory.apply(step);
    for (const id of touchedSources(this.reading, step)) sources.add(id);
    this.#head = { number: line.number, hash: line.hash };
    return { step, back, before, sources, seq: line.number };
  }

  /** Whether it is on the disk now. */
  async #write(entry: Entry): Promise<boolean> {
    const { step, seq, sources, piles } = entry;
    this.#adapter.stage([...opsOf(step), ...opsOfPiles(piles)]);
    const write = this.#db.write();
    this.#writes.add(write);
    try {
      await write;
    } catch (error) {
      if (error instanceof FailureError) this.#failed(error.failure);
      else entry.reject(error);
      return false;
    } finally {
      this.#writes.delete(write);
    }
    this.#unflushed.splice(this.#unflushed.indexOf(entry), 1);
    this.#tell({ seq, ...step, quoteCounts: this.#quoteCounts(sources) });
    entry.settle(ok(seq));
    return true;
  }

  #failed(failure: Failure): void {
    this.#failure ??= failure;
    if (this.#keepsUnsaved && !this.#closed) this.#tellTrouble();
    else this.discardUnsaved();
  }

  #tellTrouble(): void {
    const trouble = this.#failure && { code: this.#failure.code, unsaved: this.#unflushed.length };
    for (const listener of [...this.#troubleListeners]) listener(trouble);
  }

  #quoteCounts(sources: ReadonlySet<string>): Record<string, number> {
    return Object.fromEntries([...sources].map((id) => [id, this.#memory.countQuotes(id)]));
  }

  #tell(changed: Changed): void {
    for (const listener of [...this.#listeners]) listener(changed);
  }
}

function storeFailureOf(failure: Failure | null): StoreFailure {
  return failure?.code === 'disk-full' ? 'disk-full' : 'io';
}
