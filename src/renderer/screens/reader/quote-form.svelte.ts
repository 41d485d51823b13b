/** The quote form: what was said by whom, how that is known, when, what about. */
import type {
  Attribution,
  CheckStatus,
  Confidence,
  Quote,
} from '../../../../archive/model/index.ts';
import type { Input } from '../../../preload/contract.ts';
import type { App } from '../../lib/app.svelte.ts';
import { fold } from '../../lib/fold.ts';
import { formatDate } from '../../lib/format.ts';
import { parsePartialDate } from '../../lib/partial-date.ts';
import { sayFailure, t } from '../../lib/texts.svelte.ts';
import type { TagChoice } from '../../lib/ui/tag-choice.ts';
import type { Draft, QuoteFields } from './quote-draft.ts';
import type { SourceReader } from './source-reader.svelte.ts';
import { TranslationForm, type TranslationFields } from './translation-form.svelte.ts';

export type SpeakerChoice = Exclude<Input<'quotes.add'>['speaker'], null>;

export class QuoteForm {
  readonly #app: App;
  readonly #reader: SourceReader;
  readonly draft: Draft;
  speaker = $state.raw<SpeakerChoice | null>(null);
  speakerTyped = $state('');
  attribution = $state<Attribution>('said');
  date = $state('');
  tags = $state.raw<readonly TagChoice[]>([]);
  /** What is seen in a part of a picture. */
  seen = $state('');
  note = $state('');
  check = $state<CheckStatus>('unchecked');
  confidence = $state<Confidence | 'none'>('none');
  sensitive = $state(false);
  readonly translation = new TranslationForm();
  wrongTranslation = $state(false);
  saving = $state(false);
  trouble = $state('');
  wrongDate = $state<string | undefined>();

  readonly parsedDate = $derived(this.date.trim() === '' ? null : parsePartialDate(this.date));
  readonly entity = $derived.by(() =>
    this.speaker && 'entity' in this.speaker
      ? this.#app.records.entities.get(this.speaker.entity)
      : undefined,
  );

  constructor(app: App, reader: SourceReader, draft: Draft, kept?: QuoteFields) {
    this.#app = app;
    this.#reader = reader;
    this.draft = draft;
    if (draft.kind === 'edit') this.#fill(app.records.quotes.get(draft.id));
    if (kept) Object.assign(this, kept);
    if (kept) this.settleSpeaker();
  }

  get fields(): QuoteFields {
    const { speakerTyped, attribution, date, tags, seen, note, check } = this;
    const { confidence, sensitive, translated } = this;
    const said = { speakerTyped, attribution, date, tags, seen, note };
    return { ...said, check, confidence, sensitive, translated };
  }

  get translated(): TranslationFields {
    return this.translation.fields;
  }

  set translated(fields: TranslationFields) {
    this.translation.fields = fields;
  }

  /** Takes what was typed as a speaker: a known spelling, else a new name. */
  settleSpeaker(): void {
    const name = this.speakerTyped.trim();
    if (name === '') {
      this.speaker = null;
      return;
    }
    const known = [...this.#app.records.entities.values()].find((entity) =>
      [entity.name, ...entity.spellings].some((spelling) => fold(spelling) === fold(name)),
    );
    if (this.entity && fold(this.entity.name) === fold(name)) return;
    this.speaker = known ? { entity: known.id } : { name };
    if (known) this.speakerTyped = known.name;
  }

  settleDate(): void {
    const wrong = this.date.trim() !== '' && this.parsedDate === null;
    this.wrongDate = wrong ? t('quote.dateWrong') : undefined;
  }

  /** Answers whether it was saved. */
  async save(): Promise<boolean> {
    this.settleSpeaker();
    this.settleDate();
    this.wrongTranslation = this.translation.isWrong;
    if (this.wrongDate !== undefined || this.wrongTranslation || this.saving) return false;
    const fields = {
      speaker: this.speaker,
      attribution: this.speaker === null ? null : this.attribution,
      saidOn: this.parsedDate,
      ...(this.#reader.draftedRegion && { seen: this.seen.trim() }),
      note: this.note.trim(),
      tags: [...this.tags],
      check: this.check,
      confidence: this.confidence === 'none' ? null : this.confidence,
      sensitive: this.sensitive,
      translation: this.translation.value,
    };
    this.saving = true;
    this.trouble = '';
    const answer = await this.#send(fields);
    this.saving = false;
    if (!answer) return false;
    if (!answer.ok) {
      this.trouble = sayFailure(answer.error);
      return false;
    }
    this.#reader.current = answer.value.id;
    this.#reader.endDraft();
    this.#app.sayDone(this.draft.kind !== 'edit' ? t('quote.saved') : t('quote.changed'));
    return true;
  }

  async #send(fields: Omit<Input<'quotes.add'>, 'source' | 'passage'>) {
    const { draft } = this.#reader;
    if (draft?.kind === 'edit') return this.#app.do('quotes.edit', { id: draft.id, patch: fields });
    const { source } = this.#reader;
    if (!draft || !source) return null;
    if (draft.kind === 'region')
      return this.#app.do('quotes.add', {
        source: source.id,
        passage: { kind: 'region', region: draft.region },
        ...fields,
      });
    const { start, end } = draft.stretch;
    const exact = this.#reader.wordsOf(draft.stretch);
    return this.#app.do('quotes.add', {
      source: source.id,
      passage: { kind: 'place', exact, start, end },
      ...fields,
    });
  }

  #fill(quote: Quote | undefined): void {
    if (!quote) return;
    const entity =
      quote.speaker === null ? undefined : this.#app.records.entities.get(quote.speaker);
    this.speaker = quote.speaker === null ? null : { entity: quote.speaker };
    this.speakerTyped = entity?.name ?? '';
    this.attribution = quote.attribution ?? 'said';
    this.date = quote.saidOn === null ? '' : this.#typed(quote.saidOn);
    this.tags = quote.tags.map((tag) => ({ tag }));
    this.seen = quote.seen ?? '';
    this.note = quote.note;
    this.check = quote.check;
    this.confidence = quote.confidence ?? 'none';
    this.sensitive = quote.sensitive === true;
    this.translation.fill(quote.translation);
  }

  /** A date as one would type it, if it is read back the same. */
  #typed(date: string): string {
    const long = formatDate(date);
    return parsePartialDate(long) === date ? long : date;
  }
}
