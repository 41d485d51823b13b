/** One dossier that is being put together: what is typed is shown at once, and saved a moment later, in order. */
import type {
  ChronologyEntry,
  Dossier,
  DossierId,
  Section,
  Sharing,
} from '../../../../archive/model/index.ts';
import type { Input } from '../../../preload/contract.ts';
import type { App } from '../../lib/app.svelte.ts';
import { t } from '../../lib/texts.svelte.ts';

export type SectionDraft = Input<'dossiers.add'>['sections'][number];
type Patch = Input<'dossiers.edit'>['patch'];
type Written = Pick<Dossier, 'title' | 'matter' | 'author' | 'handling' | 'pageSize'>;

/** Milliseconds without a key after which typed words are saved. */
const PAUSE = 500;

export class DossierDesk {
  readonly id: DossierId;
  readonly #app: App;
  /** Typed and not yet in the archive. */
  #fields = $state.raw<Partial<Written>>({});
  #words = $state.raw<Readonly<Record<string, string>>>({});
  #saving = $state(0);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(app: App, id: DossierId) {
    this.#app = app;
    this.id = id;
  }

  // Read also while the screen goes away, when a derived value might be stale.
  get record(): Dossier | undefined {
    return this.#app.records.dossiers.get(this.id);
  }

  get written(): Written | null {
    return this.record ? { ...this.record, ...this.#fields } : null;
  }

  get sections(): readonly Section[] {
    return (this.record?.sections ?? []).map((section) => this.#withWords(section));
  }

  /** What becomes of names in it. */
  get sharing(): Sharing | null {
    return this.record?.sharing ?? null;
  }

  get saved(): boolean {
    return (
      this.#saving === 0 &&
      Object.keys(this.#fields).length === 0 &&
      Object.keys(this.#words).length === 0
    );
  }

  /** A field of the cover was typed into. */
  write(fields: Partial<Written>): void {
    this.#fields = { ...this.#fields, ...fields };
    this.#soon();
  }

  /** The words of a heading or a text were typed. */
  writeSection(id: string, words: string): void {
    this.#words = { ...this.#words, [id]: words };
    this.#soon();
  }

  /** Saves what is typed, now. Called when a field is left and before anything else changes. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    const fields = this.#fields;
    const words = this.#words;
    const patch: Patch = {
      ...withoutBlankTitle(fields),
      ...(Object.keys(words).length > 0 ? { sections: this.#drafts() } : {}),
    };
    if (Object.keys(patch).length === 0) return this.#settle(fields, words);
    return this.#save(patch).then(() => this.#settle(fields, words));
  }

  /** Puts sections in at a place. Answers the identifier of the first. */
  async insert(at: number, drafts: readonly SectionDraft[]): Promise<string | null> {
    await this.#change(this.#drafts().toSpliced(at, 0, ...drafts));
    return this.sections[at]?.id ?? null;
  }

  /** Moves a section by so many places; at the ends it stays. */
  async move(id: string, by: number): Promise<number | null> {
    const from = this.sections.findIndex((section) => section.id === id);
    const to = from + by;
    if (from === -1 || to < 0 || to >= this.sections.length) return null;
    const drafts = this.#drafts();
    const moved = drafts[from];
    if (!moved) return null;
    await this.#change(drafts.toSpliced(from, 1).toSpliced(to, 0, moved));
    return to;
  }

  async remove(id: string): Promise<void> {
    const section = this.sections.find((one) => one.id === id);
    if (!section) return;
    const done = await this.#change(this.#drafts().filter((one) => one.id !== id));
    if (done) this.#app.sayDone(t('section.removed', { kind: t(`section.${section.kind}`) }));
  }

  async setChronology(id: string, entries: readonly ChronologyEntry[]): Promise<void> {
    const drafts = this.#drafts().map((draft) =>
      draft.id === id && draft.kind === 'chronology' ? { ...draft, entries: [...entries] } : draft,
    );
    await this.#change(drafts);
  }

  async share(sharing: Sharing | null): Promise<void> {
    await this.#save({ sharing });
  }

  /** Whether passages that are the same are only counted in a comparison. */
  async setBrief(id: string, brief: boolean): Promise<void> {
    await this.#change(
      this.#drafts().map((one) =>
        one.id === id && one.kind === 'comparison' ? { ...one, brief } : one,
      ),
    );
  }

  async #change(sections: readonly SectionDraft[]): Promise<boolean> {
    const words = this.#words;
    const done = await this.#save({ sections: [...sections] });
    if (done) await this.#settle({}, words);
    return done;
  }

  #withWords(section: Section): Section {
    const words = this.#words[section.id];
    if (words === undefined) return section;
    if (section.kind === 'heading') return { ...section, text: words };
    return section.kind === 'text' ? { ...section, markdown: words } : section;
  }

  /** As they are to be saved: a heading without words keeps the ones it had. */
  #drafts(): SectionDraft[] {
    return this.sections.map((section) => {
      if (section.kind !== 'heading' || section.text.trim() !== '') return section;
      return this.record?.sections.find(({ id }) => id === section.id) ?? section;
    });
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), PAUSE);
  }

  /** One after the other: what was typed later must not be overtaken. */
  #save(patch: Patch): Promise<boolean> {
    this.#saving += 1;
    const saving = this.#queue.then(async () => {
      const done = await this.#app.command('dossiers.edit', { id: this.id, patch });
      this.#saving -= 1;
      return done !== null;
    });
    this.#queue = saving;
    return saving;
  }

  /** What was saved is no longer pending; what is blank stays, so that it can be said. */
  #settle(fields: Partial<Written>, words: Readonly<Record<string, string>>): Promise<void> {
    const record = this.record;
    this.#fields = Object.fromEntries(
      Object.entries(this.#fields).filter(
        ([name, value]) =>
          fields[name as keyof Written] !== value || (name === 'title' && value.trim() === ''),
      ),
    );
    const blank = (id: string) =>
      record?.sections.some((section) => section.id === id && section.kind === 'heading') &&
      this.#words[id]?.trim() === '';
    this.#words = Object.fromEntries(
      Object.entries(this.#words).filter(([id, typed]) => words[id] !== typed || blank(id)),
    );
    return Promise.resolve();
  }

  /** Blank titles and headings get back the words they had. */
  restoreBlank(): void {
    if (this.#fields.title?.trim() === '') {
      this.#fields = Object.fromEntries(
        Object.entries(this.#fields).filter(([name]) => name !== 'title'),
      );
    }
    this.#words = Object.fromEntries(
      Object.entries(this.#words).filter(([, typed]) => typed.trim() !== ''),
    );
  }
}

function withoutBlankTitle({ title, ...rest }: Partial<Written>): Partial<Written> {
  return title === undefined || title.trim() === '' ? rest : { title, ...rest };
}
