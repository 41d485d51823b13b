/** One source being read: its text, where the person is in it, what is selected and what is drafted. */
import type {
  PageLayout,
  QuoteId,
  RegionAnchor,
  Source,
  TextDocument,
} from '../../../../archive/model/index.ts';
import type { App } from '../../lib/app.svelte.ts';
import { copyText } from '../../lib/copy-text.ts';
import { sayFailure, t } from '../../lib/texts.svelte.ts';
import { citation } from './citation.ts';
import { blockNumberAt, blocksOf } from './draw-text.ts';
import { FindInText } from './find-in-text.svelte.ts';
import { PlacedQuotes, type Placed } from './placed-quotes.svelte.ts';
import { fieldsOf, type Draft, type KeptDraft } from './quote-draft.ts';
import { sentenceAt, sentenceBeside, trimmed, withNextSentence } from './sentences.ts';
import { Suggestions, type Suggestion } from './suggestions.svelte.ts';
import type { Stretch } from './text-map.ts';

export class SourceReader {
  readonly #app: App;
  readonly #id: Source['id'];
  readonly quotes: PlacedQuotes;
  readonly suggestions: Suggestions;
  readonly find: FindInText;
  state = $state<'loading' | 'ready' | 'without' | 'failed'>('loading');
  trouble = $state('');
  document = $state.raw<TextDocument | null>(null);
  /** Of a picture that was read by machine: where its words stand. */
  layout = $state.raw<PageLayout | null>(null);
  /** What is selected on the page, without white space at the ends. */
  selection = $state.raw<Stretch | null>(null);
  /** Where the caret stands, for “select the sentence”. */
  caret = $state<number | null>(null);
  /** What of the text is in view, told by the page as it scrolls; `null` where that is not told. */
  inView: Stretch | null = null;
  draft = $state.raw<Draft | null>(null);
  /** Counted up with each form that is opened. */
  drafts = $state(0);
  current = $state<QuoteId | null>(null);
  /** Shown once, strongly: where a search or a click led. */
  flash = $state.raw<Stretch | null>(null);
  /** Of a picture with several pages: the one that is shown, from 1. */
  leaf = $state(1);

  readonly source = $derived.by(() => this.#app.records.sources.get(this.#id));

  /** The part of the picture that the form is about. */
  readonly draftedRegion = $derived.by((): RegionAnchor | null => {
    const { draft } = this;
    if (draft?.kind === 'region') return draft.region;
    if (draft?.kind !== 'edit') return null;
    return this.quotes.regions.find(({ quote }) => quote.id === draft.id)?.region ?? null;
  });

  /** The passage that the form is about. */
  readonly drafted = $derived.by((): Stretch | null => {
    const { draft } = this;
    if (draft?.kind === 'new') return draft.stretch;
    if (draft?.kind !== 'edit') return null;
    return this.quotes.inText.find(({ quote }) => quote.id === draft.id) ?? null;
  });

  readonly paragraph = $derived.by(() =>
    this.document
      ? blockNumberAt(
          this.document,
          this.selection?.start ?? this.drafted?.start ?? this.caret ?? 0,
        )
      : 1,
  );
  /** Of a paged original: the page on which that paragraph begins. */
  readonly page = $derived.by(() => this.#pageOf(this.paragraph));
  readonly paragraphs = $derived.by(() => (this.document ? blocksOf(this.document).length : 0));

  constructor(app: App, id: Source['id']) {
    this.#app = app;
    this.#id = id;
    const document = () => this.document;
    this.quotes = new PlacedQuotes(app, id, document);
    this.suggestions = new Suggestions(app, id, document, () => this.quotes.inText);
    this.find = new FindInText(() => this.document?.text ?? null);
  }

  #pageOf(paragraph: number): number | null {
    const block = this.document && blocksOf(this.document)[paragraph - 1];
    return block?.page ?? null;
  }

  /** Turns to the page on which a stretch begins, where pages are shown one at a time. */
  turnTo({ start }: Stretch): void {
    const pages = this.layout?.pages ?? [];
    const at = pages.findIndex(({ runs }) =>
      runs.some((run) => start < run.end && run.start <= start),
    );
    if (at !== -1) this.leaf = at + 1;
  }

  async load(): Promise<void> {
    this.state = 'loading';
    const pictured = this.source?.kind === 'image' && this.source.text !== null;
    const [text, quotes, layout] = await Promise.all([
      this.#app.ask('sources.text', { source: this.#id }),
      this.#app.records.needQuotes(this.#id),
      pictured ? this.#app.ask('sources.layout', { source: this.#id }) : null,
    ]);
    if (!text.ok || quotes !== null) {
      this.trouble = sayFailure(text.ok ? { code: quotes ?? 'other' } : text.error);
      this.state = 'failed';
      return;
    }
    this.document = text.value;
    this.layout = layout?.ok ? layout.value : null;
    this.state = text.value === null || text.value.text === '' ? 'without' : 'ready';
    if (this.state === 'ready') void this.suggestions.ask();
  }

  /** Takes the selection of the page over. */
  select(stretch: Stretch | null): void {
    this.selection = stretch && this.document ? trimmed(this.document.text, stretch) : null;
  }

  wordsOf({ start, end }: Stretch): string {
    return this.document?.text.slice(start, end) ?? '';
  }

  async copy(): Promise<void> {
    const { selection, source, document } = this;
    if (!selection || !source || !document) return;
    const paragraph = blockNumberAt(document, selection.start);
    const copied = await copyText(
      citation(this.wordsOf(selection), source, paragraph, this.#pageOf(paragraph)),
    );
    if (copied) this.#app.toasts.say(t('reader.copied'));
    else this.#app.toasts.trouble(t('reader.notCopied'));
  }

  /**
   * The sentence where the selection begins, or at the caret; when it is selected already, the one behind it. What was
   * scrolled out of view is left behind: then it is the first sentence in view.
   */
  sentence(): Stretch | null {
    const { document, selection, inView } = this;
    if (!document) return null;
    const at = selection?.start ?? this.caret ?? 0;
    if (inView && (at < inView.start || at >= inView.end))
      return sentenceAt(document, inView.start);
    const here = sentenceAt(document, at);
    const whole = selection && here && here.start >= selection.start && here.end <= selection.end;
    return whole ? (sentenceBeside(document, selection, 1) ?? here) : here;
  }

  /** The sentence before the selection or the caret. */
  sentenceBefore(): Stretch | null {
    if (!this.document) return null;
    const here = this.selection ?? this.sentence();
    return here && (sentenceBeside(this.document, here, -1) ?? here);
  }

  extended(): Stretch | null {
    if (!this.document) return null;
    return this.selection ? withNextSentence(this.document, this.selection) : this.sentence();
  }

  /** The suggestion after the selection, or after the caret; the first one after the last. */
  nextSuggestion(): Suggestion | null {
    return this.suggestions.from(this.selection ? this.selection.start + 1 : (this.caret ?? 0));
  }

  /** The quote so many places from the current one, or from the caret. */
  neighbour(step: 1 | -1): Placed | null {
    return this.quotes.beside(step, this.current, this.caret ?? 0);
  }

  /** Puts a form back that was left open when this source was last read. */
  restore({ draft }: KeptDraft): void {
    this.draft = draft;
    this.drafts += 1;
  }

  startQuote(): void {
    if (!this.selection) return;
    // Words typed into an open form are never thrown away: it takes the new passage.
    if (this.draft?.kind === 'new') {
      this.draft = { kind: 'new', stretch: this.selection };
      return;
    }
    if (this.#hasForm()) return;
    const draft: Draft = { kind: 'new', stretch: this.selection };
    // What a suggestion says of the passage is in the form when it opens.
    const suggestion = this.suggestions.of(this.selection);
    if (suggestion) this.#app.keptDrafts.set(this.#id, { draft, fields: fieldsOf(suggestion) });
    this.draft = draft;
    this.drafts += 1;
  }

  /** Opens the form for a suggestion, with who probably said it filled in. */
  take({ start, end }: Stretch): void {
    this.selection = { start, end };
    this.startQuote();
  }

  /** Opens the form for a part of the picture; one that is open for a part takes the new one. */
  startRegion(region: RegionAnchor): void {
    if (this.draft?.kind !== 'region') {
      if (this.#hasForm()) return;
      this.drafts += 1;
    }
    this.draft = { kind: 'region', region };
  }

  edit(id: QuoteId): void {
    if (this.draft?.kind === 'edit' && this.draft.id === id) return;
    if (this.#hasForm()) return;
    this.draft = { kind: 'edit', id };
    this.drafts += 1;
    this.current = id;
  }

  endDraft(): void {
    this.draft = null;
    this.selection = null;
  }

  moveDraft(stretch: Stretch): void {
    const next = this.document && trimmed(this.document.text, stretch);
    if (this.draft?.kind === 'new' && next) this.draft = { kind: 'new', stretch: next };
  }

  async remove(id: QuoteId): Promise<void> {
    const quote = this.#app.records.quotes.get(id);
    if (!quote || !(await this.#app.deleting.quote(quote))) return;
    if (this.draft?.kind === 'edit' && this.draft.id === id) this.draft = null;
    if (this.current === id) this.current = null;
    this.flash = null;
  }

  /** Whether a form is open, which is then to be finished first: says so. */
  #hasForm(): boolean {
    if (this.draft) this.#app.toasts.say(t('quote.finishFirst'));
    return this.draft !== null;
  }
}
