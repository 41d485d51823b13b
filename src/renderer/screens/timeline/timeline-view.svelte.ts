/** What of the timeline is shown. It stays while one reads what was found, until the archive is locked. */
import type { EntityId, SourceId, SourceKind, TagId } from '../../../../archive/model/index.ts';
import {
  type DateRole,
  entriesOf,
  type Scale,
  type TimelineEntry,
  timelineOf,
} from '../../../../archive/timeline/index.ts';
import type { Input } from '../../../preload/contract.ts';
import type { App } from '../../lib/app.svelte.ts';
import { mapOf } from '../../lib/map-of.ts';
import { parsePartialDate } from '../../lib/partial-date.ts';
import { sayFailure, t } from '../../lib/texts.svelte.ts';

/** What was published and when it was put here says little of what happened: it is shown when it is asked for. */
const USUAL: readonly DateRole[] = ['event', 'said', 'claim', 'published'];

export class TimelineView {
  readonly #app: App;
  roles = $state.raw<readonly DateRole[]>(USUAL);
  scale = $state<Scale>('month');
  words = $state('');
  tag = $state<TagId | null>(null);
  source = $state<SourceId | null>(null);
  kind = $state<SourceKind | null>(null);
  name = $state<EntityId | null>(null);
  from = $state('');
  to = $state('');
  chosen = $state<string | null>(null);
  /** Entries that name who is chosen; `null` while it is being found out. */
  #naming = $state.raw<ReadonlyMap<string, true> | null>(null);
  #asked = 0;
  trouble = $state('');

  constructor(app: App) {
    this.#app = app;
  }

  readonly all = $derived.by((): readonly TimelineEntry[] => {
    const { sources, quotes, claims } = this.#app.records;
    return entriesOf({
      sources: [...sources.values()],
      quotes: [...quotes.values()],
      claims: [...claims.values()],
    });
  });

  readonly wrong = $derived({
    from: isWrong(this.from) ? t('quote.dateWrong') : undefined,
    to: isWrong(this.to) ? t('quote.dateWrong') : undefined,
  });

  readonly shown = $derived.by((): readonly TimelineEntry[] => {
    if (this.roles.length === 0) return [];
    const { records } = this.#app;
    const { named, ...filter } = this.request;
    const entries = timelineOf(this.all, filter, {
      kindOf: (source) => records.sources.get(source)?.kind ?? null,
      nameOf: (who) => records.entities.get(who)?.name ?? '',
    });
    if (named === null) return entries;
    return entries.filter(({ id }) => this.#naming?.has(id));
  });

  /** Whether it is being found out who is named where. */
  readonly looking = $derived(this.name !== null && this.#naming === null && this.trouble === '');
  readonly narrowed = $derived(
    [this.tag, this.source, this.kind, this.name].some((one) => one !== null) ||
      [this.words, this.from, this.to].some((typed) => typed.trim() !== ''),
  );

  /** The same as it is asked of the archive. A date that cannot be read narrows nothing. */
  get request() {
    return {
      roles: [...this.roles],
      tags: this.tag === null ? [] : [this.tag],
      who: null,
      source: this.source,
      from: parsePartialDate(this.from),
      to: parsePartialDate(this.to),
      kinds: this.kind === null ? [] : [this.kind],
      named: this.name,
      words: this.words.trim().slice(0, LONGEST_WORDS),
    } satisfies Input<'timeline.export'>['request'];
  }

  flip(role: DateRole, on: boolean): void {
    this.roles = on ? [...this.roles, role] : this.roles.filter((one) => one !== role);
  }

  /** Asked again whenever somebody else is chosen or a record has changed. */
  async findNaming(): Promise<void> {
    const { name, all } = this;
    const asked = ++this.#asked;
    this.trouble = '';
    if (name === null || all.length === 0) {
      this.#naming = null;
      return;
    }
    const answer = await this.#app.ask('timeline.naming', { entity: name });
    if (asked !== this.#asked) return;
    this.#naming = answer.ok ? mapOf(answer.value.map((id) => [id, true])) : null;
    if (!answer.ok) this.trouble = sayFailure(answer.error);
  }

  chooseName(name: EntityId | null): void {
    this.name = name;
    this.#naming = null;
  }

  showAll(): void {
    this.words = this.from = this.to = '';
    this.tag = this.source = this.kind = null;
    this.chooseName(null);
    this.trouble = '';
  }

  clear(): void {
    this.showAll();
    this.#asked += 1;
    this.roles = USUAL;
    this.scale = 'month';
    this.chosen = null;
  }
}

/** What a request takes. */
const LONGEST_WORDS = 1_000;

const isWrong = (typed: string) => typed.trim() !== '' && parsePartialDate(typed) === null;
