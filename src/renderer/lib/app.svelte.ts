/** The window's state: which archive is open, where the person is, and the one way to ask for changes. */
import { SvelteSet } from 'svelte/reactivity';
import { createContext, type Snippet } from 'svelte';
import type { Trouble } from '../../../archive/face/index.ts';
import type {
  Answer,
  AppState,
  Bridge,
  Chosen,
  CallName,
  Input,
  Output,
  Settings,
} from '../../preload/contract.ts';
import { asker, type Ask, type AskOptions } from './ask.ts';
import { Deleting } from './deleting.svelte.ts';
import { Importer } from './importer.svelte.ts';
import { Indexing } from './indexing.svelte.ts';
import { Jobs } from './jobs.svelte.ts';
import { Nav } from './nav.svelte.ts';
import { Ocr } from './ocr.svelte.ts';
import { Pictures } from './pictures.svelte.ts';
import { Records } from './records.svelte.ts';
import { Rekeying } from './rekeying.svelte.ts';
import { Shelf } from './shelf.svelte.ts';
import { Standing } from './standing.svelte.ts';
import { Keys } from './shortcuts.ts';
import { sayFailure, sayNotice, t } from './texts.svelte.ts';
import type { KeptDraft } from '../screens/reader/quote-draft.ts';
import type { ComparedPlace } from '../screens/compare/several.svelte.ts';
import { Wording } from '../screens/reader/wording.svelte.ts';
import { Finding } from '../screens/search/finding.svelte.ts';
import { NameLookup } from '../screens/search/name-lookup.svelte.ts';
import { TimelineView } from '../screens/timeline/timeline-view.svelte.ts';
import { TagNames } from './tag-names.svelte.ts';
import { Toasts } from './toasts.svelte.ts';

export const [useApp, provideApp] = createContext<App>();

const usualSettings: Settings = {
  theme: 'system',
  lockAfterMinutes: 10,
  textSize: 17,
  recheckDays: 30,
  hideFromScreenshots: true,
};

/** What is shown: nothing yet, the doors, the reading in of an opened archive, or the archive. */
export type Phase = 'starting' | 'doors' | 'loading' | 'open' | 'failed';

export class App {
  readonly bridge: Bridge;
  readonly ask: Ask;
  readonly records: Records;
  readonly shelf: Shelf;
  readonly tagNames: TagNames;
  readonly nav = new Nav();
  readonly toasts = new Toasts();
  readonly jobs = new Jobs();
  readonly keys = new Keys();
  readonly importer: Importer;
  readonly deleting: Deleting;
  readonly standing: Standing;
  readonly rekeying: Rekeying;
  readonly ocr: Ocr;
  readonly pictures: Pictures;
  readonly indexing: Indexing;
  readonly finding: Finding;
  readonly nameLookup: NameLookup;
  readonly wording: Wording;
  readonly timeline: TimelineView;
  /** Where she last read in each source: the first unit of the text in view. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing is drawn from it
  readonly readingPlaces = new Map<string, number>();
  /** Where she last was in sources side by side, by their identifiers. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing is drawn from it
  readonly comparedPlaces = new Map<string, ComparedPlace>();
  /** Direct speech is offered beside the text. */
  suggesting = $state(true);
  /** Quote forms that were left open, by source. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing is drawn from it
  readonly keptDrafts = new Map<string, KeptDraft>();
  /** Graphic pictures that were asked for. */
  readonly revealed = new SvelteSet<string>();

  /** Who corrects: asked once, offered again until the archive is locked. */
  correctedBy = $state('');

  phase = $state<Phase>('starting');
  archive = $state.raw<AppState['archive']>(null);
  /** The folder that was open last, for unlocking without choosing it again. */
  lastFolder = $state.raw<Chosen | null>(null);
  sample = $state(false);
  version = $state('');
  settings = $state.raw<Settings>(usualSettings);
  /** Seconds until the archive locks by itself, when that is near. */
  lockSoon = $state<number | null>(null);
  /** Why the archive was locked last, to say so at the door. */
  lockedBecause = $state<'asked' | 'idle' | 'suspend' | 'failed' | null>(null);
  /** The disk has failed: so many changes wait in memory. */
  disk = $state.raw<Trouble | null>(null);
  /**
   * What the disk has to be freed for: changes that wait, or, with none, an archive that became read-only over something
   * that it wrote by itself.
   */
  readonly stuck = $derived.by((): Trouble | null => {
    const code = this.archive?.readOnly;
    if (this.disk || code === undefined || code === null) return this.disk;
    return code === 'disk-full' || code === 'io' ? { code, unsaved: 0 } : null;
  });
  /** Changes that waited when it was locked. */
  leftWaiting = $state(0);
  /** The words of the history as they were when it was opened, until she has compared them. */
  greeting = $state.raw<readonly string[] | null>(null);
  /** Opens the archive that was just made: for recovery words, which are offered at once. Gone when that is decided. */
  newPassphrase = $state.raw<string | null>(null);
  /** Plain sentence for a failure to read the archive in. */
  trouble = $state('');
  /** What the present screen shows at the start of the status line. */
  status = $state.raw<Snippet | null>(null);
  searching = $state(false);
  showingKeys = $state(false);

  #entering: Promise<void> | null = null;
  #wordsTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(bridge: Bridge) {
    this.bridge = bridge;
    this.ask = asker(bridge);
    this.records = new Records(this.ask);
    this.shelf = new Shelf(this.records);
    this.tagNames = new TagNames(this.records);
    this.importer = new Importer(this);
    this.deleting = new Deleting(this);
    this.standing = new Standing(this);
    this.rekeying = new Rekeying(this);
    this.ocr = new Ocr(this);
    this.pictures = new Pictures(this);
    this.indexing = new Indexing(this);
    this.finding = new Finding(this);
    this.nameLookup = new NameLookup(this);
    this.wording = new Wording(this);
    this.timeline = new TimelineView(this);
  }

  /** Hears main's events and asks how things stand. Answers the function that ends the hearing. */
  start(): () => void {
    const ends = [
      this.bridge.on('changed', (changed) => {
        this.records.hear(changed);
        this.#refreshWords();
      }),
      this.bridge.on('lock', ({ open, reason }) => {
        if (open) void this.enter();
        else this.#leave(reason);
      }),
      this.bridge.on('lockSoon', ({ seconds }) => {
        this.lockSoon = seconds;
      }),
      this.bridge.on('trouble', (trouble) => {
        this.#hearTrouble(trouble);
      }),
    ];
    void this.enter();
    return () => {
      for (const end of ends) end();
    };
  }

  /** Asks, and waits until the window's records hold what the answer tells of. */
  async do<N extends CallName>(
    name: N,
    input: Input<N>,
    options?: AskOptions,
  ): Promise<Answer<Output<N>>> {
    const answer = await this.ask(name, input, options);
    if (answer.ok && this.phase === 'open') await this.records.reached(answer.seq);
    // Nothing is written after what waits: that is the disk's trouble, not the archive's.
    if (!answer.ok && answer.error.code === 'read-only' && this.disk)
      return { ok: false, error: { code: 'disk-waits' } };
    return answer;
  }

  /** The same for a call whose failure needs no place of its own: it is said in a note. `null` when it failed. */
  async command<N extends CallName>(
    name: N,
    input: Input<N>,
  ): Promise<{ value: Output<N> } | null> {
    const answer = await this.do(name, input);
    if (answer.ok) return { value: answer.value };
    if (answer.error.code !== 'cancelled') this.toasts.trouble(sayFailure(answer.error));
    return null;
  }

  /** The window forgets first, then the engine is told. */
  lock(): void {
    // A note that is being typed is saved when its field is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    this.#leave('asked');
    void this.ask('archive.lock', {});
  }

  async changeSettings(patch: Partial<Settings>): Promise<void> {
    const answer = await this.ask('app.changeSettings', patch);
    if (answer.ok) this.settings = answer.value;
    else this.toasts.trouble(sayFailure(answer.error));
  }

  async undo(): Promise<void> {
    const done = await this.command('archive.undo', {});
    if (!done) return;
    this.#sayMoved(done.value ? t('undo.done', whatOf(done.value)) : t('undo.nothing'));
  }

  async redo(): Promise<void> {
    const done = await this.command('archive.redo', {});
    if (!done) return;
    this.#sayMoved(done.value ? t('redo.done', whatOf(done.value)) : t('redo.nothing'));
  }

  #sayMoved(text: string): void {
    this.toasts.add({ text, tone: 'plain', ofChange: true });
  }

  /** Says what was done, with a way back for as long as nothing else was changed since. */
  sayDone(text: string): void {
    const { seq } = this.records;
    this.toasts.add({
      text,
      tone: 'plain',
      ofChange: true,
      action: {
        label: t('shortcut.undo'),
        valid: () => this.records.seq === seq,
        run: () => void this.undo(),
      },
    });
  }

  /** Shows the archive that is open now, or the doors. Asked twice at once, it is done once. */
  enter(): Promise<void> {
    this.#entering ??= this.#enter().finally(() => {
      this.#entering = null;
    });
    return this.#entering;
  }

  /** The same for an archive that was just made with this passphrase. */
  async enterNew(passphrase: string): Promise<void> {
    this.newPassphrase = passphrase;
    await this.enter();
  }

  /** Asks how the archive stands: its words, whether it is being keyed anew. */
  async refresh(): Promise<void> {
    const answer = await this.ask('app.state', {});
    if (answer.ok && this.phase === 'open') this.archive = answer.value.archive ?? this.archive;
  }

  async #enter(): Promise<void> {
    const answer = await this.ask('app.state', {});
    if (!answer.ok) {
      this.trouble = sayFailure(answer.error);
      this.phase = 'failed';
      return;
    }
    const { archive, sample, version, settings } = answer.value;
    this.settings = settings;
    this.version = version;
    if (archive === null) {
      if (this.phase !== 'doors') this.phase = 'doors';
      return;
    }
    if (this.phase === 'open' && this.archive?.archiveId === archive.archiveId) return;
    this.archive = archive;
    this.sample = sample;
    this.phase = 'loading';
    const failure = await this.records.load();
    if (failure !== null) {
      this.trouble = sayFailure({ code: failure });
      this.phase = 'failed';
      return;
    }
    this.lockedBecause = null;
    this.leftWaiting = 0;
    this.phase = 'open';
    if (archive.unsaved > 0 && archive.readOnly !== null)
      this.disk ??= { code: archive.readOnly, unsaved: archive.unsaved };
    void this.rekeying.goOn();
    for (const code of archive.notices) this.toasts.say(sayNotice(code));
    if (archive.readOnly === null) this.ocr.goOnWithWaiting();
    void this.pictures.makeMissing();
    this.indexing.begin();
  }

  /** The words of the history change with it; asked for once things are quiet. */
  #refreshWords(): void {
    clearTimeout(this.#wordsTimer);
    this.#wordsTimer = setTimeout(() => {
      void this.refresh();
    }, 800);
  }

  #hearTrouble(trouble: Trouble | null): void {
    if (trouble === null && this.disk) {
      this.toasts.say(t('disk.over'));
      void this.refresh();
    }
    this.disk = trouble;
  }

  #leave(reason: 'asked' | 'idle' | 'suspend' | 'failed'): void {
    clearTimeout(this.#wordsTimer);
    this.status = null;
    this.phase = 'doors';
    this.lockedBecause = reason;
    // Told twice when she locks: by the window at once, then by main.
    if (this.archive) this.leftWaiting = this.disk?.unsaved ?? 0;
    this.disk = null;
    this.greeting = null;
    this.newPassphrase = null;
    this.archive = null;
    this.sample = false;
    this.lockSoon = null;
    this.searching = false;
    this.showingKeys = false;
    this.importer.clear();
    this.deleting.clear();
    this.standing.clear();
    this.rekeying.clear();
    this.ocr.clear();
    this.indexing.clear();
    this.finding.clear();
    this.nameLookup.clear();
    this.wording.clear();
    this.timeline.clear();
    this.jobs.clear();
    this.toasts.clear();
    this.records.clear();
    this.shelf.clear();
    this.nav.clear();
    this.readingPlaces.clear();
    this.comparedPlaces.clear();
    this.keptDrafts.clear();
    this.revealed.clear();
    this.correctedBy = '';
  }
}

/** What was taken back may be of an earlier session: it is named, as the log names it. */
function whatOf({ action }: { readonly action: string }): { what: string } {
  return { what: t(`log.action.${action}` as 'log.action.source.edit') };
}
