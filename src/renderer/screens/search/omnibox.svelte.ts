/** The one box: a search over everything, or, behind `>`, commands. The newest question wins. */
import type { SearchProgress, SearchResult } from '../../../../archive/face/index.ts';
import type { Source } from '../../../../archive/model/index.ts';
import type { App } from '../../lib/app.svelte.ts';
import { matches } from '../../lib/fold.ts';
import { shortcuts, type ShortcutName } from '../../lib/shortcuts.ts';
import { t } from '../../lib/texts.svelte.ts';

import { type Completion, completionsAt } from './completion.ts';
import { openResult, openSource } from './open-result.ts';
import { faultOf } from './query-fault.ts';
import { toggleFilter } from './query-text.ts';

export type KindFilter = 'all' | SearchResult['kind'];

export type Entry =
  | { readonly kind: 'completion'; readonly key: string; readonly completion: Completion }
  | { readonly kind: 'result'; readonly key: string; readonly result: SearchResult }
  | { readonly kind: 'recent'; readonly key: string; readonly source: Source }
  | {
      readonly kind: 'command';
      readonly key: string;
      readonly name: ShortcutName;
      readonly label: string;
    };

export interface Group {
  readonly title: string;
  readonly entries: readonly Entry[];
}

/** Milliseconds to wait for the next letter, and before asking again while the index is being made. */
const PAUSE = 40;
const AGAIN = 500;
const MOST = 60;
const RECENT = 8;
/** Ways to continue that stand over the results. */
const COMPLETIONS = 5;

const commands: readonly ShortcutName[] = [
  'searchScreen',
  'library',
  'read',
  'compare',
  'dossiers',
  'log',
  'settings',
  'import',
  'undo',
  'redo',
  'lock',
  'keys',
];

export class OmniboxState {
  readonly #app: App;
  typed = $state('');
  kind = $state<KindFilter>('all');
  active = $state(0);
  waiting = $state(false);
  trouble = $state('');
  #results = $state.raw<readonly SearchResult[]>([]);
  /** How far the index is, while it is being made. */
  building = $state.raw<SearchProgress | null>(null);
  /** What the shown results answer. */
  answered = $state('');
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly commanding = $derived(this.typed.startsWith('>'));

  readonly groups = $derived.by((): readonly Group[] => {
    if (this.commanding) return [{ title: t('search.commands'), entries: this.#commands() }];
    if (this.typed.trim() === '') return [{ title: t('search.recent'), entries: this.#recent() }];
    const kinds = ['source', 'quote', 'image'] as const;
    const found = kinds
      .map((kind) => ({
        title: t(`search.kind.${kind}`),
        best: Math.max(
          0,
          ...this.#results.filter((one) => one.kind === kind).map(({ score }) => score),
        ),
        entries: this.#results
          .filter((one) => one.kind === kind)
          .map((result): Entry => ({ kind: 'result', key: result.id, result })),
      }))
      .filter(({ entries }) => entries.length > 0)
      .sort((a, b) => b.best - a.best);
    return [...this.#completions(), ...found];
  });

  readonly entries = $derived(this.groups.flatMap(({ entries }) => entries));

  readonly nothing = $derived(
    !this.commanding &&
      this.typed.trim() !== '' &&
      this.trouble === '' &&
      this.building === null &&
      this.answered === this.typed.trim() &&
      this.entries.length === 0,
  );

  constructor(app: App) {
    this.#app = app;
  }

  /** To be called whenever the text or the filter has changed. */
  changed(): void {
    this.active = 0;
    clearTimeout(this.#timer);
    this.#asked += 1;
    const query = this.typed.trim();
    if (this.commanding || query === '') {
      this.#results = [];
      this.trouble = '';
      this.waiting = false;
      this.answered = '';
      return;
    }
    this.waiting = true;
    this.#timer = setTimeout(() => void this.#find(query, this.#asked), PAUSE);
  }

  move(step: number): void {
    const { length } = this.entries;
    if (length > 0) this.active = (this.active + step + length) % length;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#asked += 1;
    this.#app.searching = false;
  }

  open(entry: Entry | undefined): void {
    if (!entry) return;
    if (entry.kind === 'completion') {
      this.typed = entry.completion.query;
      this.changed();
      return;
    }
    this.close();
    if (entry.kind === 'command') this.#app.keys.run(entry.name);
    else if (entry.kind === 'recent') openSource(this.#app, entry.source.id);
    else openResult(this.#app, entry.result);
  }

  /** The same question on the search screen, with all its results. */
  showAll(): void {
    const { finding, nav } = this.#app;
    const query = this.commanding ? '' : this.typed.trim();
    this.close();
    if (query !== '')
      finding.ask(this.kind === 'all' ? query : toggleFilter(query, 'kind', this.kind));
    finding.tab = 'query';
    nav.show('search');
  }

  async #find(query: string, asked: number): Promise<void> {
    const answer = await this.#app.ask('search.find', {
      query,
      limit: MOST,
      kinds: this.kind === 'all' ? [] : [this.kind],
      tags: [],
      live: true,
    });
    if (asked !== this.#asked) return;
    this.waiting = false;
    this.answered = query;
    if (answer.ok) {
      this.#results = answer.value.results;
      this.building = answer.value.progress;
      this.trouble = '';
      if (this.building) this.#timer = setTimeout(() => void this.#find(query, asked), AGAIN);
    } else {
      this.#results = [];
      this.trouble = faultOf(answer.error).text;
    }
  }

  #completions(): readonly Group[] {
    const completions = completionsAt(this.typed, this.typed.length, this.#app.records);
    if (completions.length === 0) return [];
    const entries = completions.slice(0, COMPLETIONS).map((completion): Entry => ({
      kind: 'completion',
      key: `completion ${completion.key}`,
      completion,
    }));
    return [{ title: t('complete.title'), entries }];
  }

  #recent(): readonly Entry[] {
    const { nav, records, shelf } = this.#app;
    const read = nav.recent.flatMap((id) => records.sources.get(id) ?? []);
    const newest = [...shelf.all].reverse().filter((source) => !read.includes(source));
    return [...read, ...newest]
      .slice(0, RECENT)
      .map((source) => ({ kind: 'recent', key: source.id, source }));
  }

  #commands(): readonly Entry[] {
    const typed = this.typed.slice(1).trim();
    return commands
      .map((name) => ({
        kind: 'command' as const,
        key: name,
        name,
        label: t(shortcuts[name].label),
      }))
      .filter(({ label }) => matches(label, typed));
  }
}
