/** One source being read: its text, its quotes by place, what is selected, drafted, looked for. */
import type {
  Attribution,
  CheckStatus,
  Confidence,
  PageLayout,
  Quote,
  QuoteId,
  RegionAnchor,
  Source,
  TextDocument,
} from '../../../../archive/model/index.ts';
import type { SuggestedQuote } from '../../../../archive/face/index.ts';
import type { App } from '../../lib/app.svelte.ts';
import { copyText } from '../../lib/copy-text.ts';
import { sayFailure, t } from '../../lib/texts.svelte.ts';
import type { TagChoice } from '../../lib/ui/tag-choice.ts';
import { citation } from './citation.ts';
import { blockNumberAt, blocksOf } from './draw-text.ts';
import { sentenceAt, sentenceBeside, trimmed, withNextSentence } from './sentences.ts';
import type { Stretch } from './text-map.ts';
import type { TranslationFields } from './translation-form.svelte.ts';

/** A quote that stands in the text, with its number by place, from 1. */
export interface PlacedQuote extends Stretch {
  readonly quote: Quote;
  readonly number: number;
  readonly paragraph: number;
}

/** A quoted part of a picture; numbered behind the quotes of its words. */
export interface PlacedRegion {
  readonly quote: Quote;
  readonly number: number;
  readonly region: RegionAnchor;
}

export type Placed = PlacedQuote | PlacedRegion;

/** The quote form: for a new passage, for a part of a picture, or for a quote that is there. */
export type Draft =
  | { readonly kind: 'new'; readonly stretch: Stretch }
  | { readonly kind: 'region'; readonly region: RegionAnchor }
  | { readonly kind: 'edit'; readonly id: QuoteId };

/** What the page of the text can be told to do. */
export interface PageHandle {
  readonly goTo: (placed: PlacedQuote) => void;
  readonly select: (stretch: Stretch | null) => void;
  readonly flash: (stretch: Stretch) => void;
  readonly focus: () => void;
}

/** What was typed into the form of a new quote that was left without saving it. */
export interface KeptDraft {
  readonly draft: Draft;
  readonly fields: QuoteFields;
}

/** What a person fills in besides the passage. */
export interface QuoteFields {
  readonly speakerTyped: string;
  readonly attribution: Attribution;
  readonly date: string;
  readonly tags: readonly TagChoice[];
  /** Of a part of a picture. */
  readonly seen: string;
  readonly note: string;
  readonly check: CheckStatus;
  readonly confidence: Confidence | 'none';
  readonly sensitive: boolean;
  readonly translated: TranslationFields;
}

/** Direct speech that was not quoted yet, with its place. */
export interface Suggestion extends SuggestedQuote {
  readonly paragraph: number;
}

/** More matches than these are not counted. */
const MOST_FOUND = 5_000;

export class SourceReader {
  readonly #app: App;
  readonly #id: Source['id'];
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
  /** `null` until it is known. */
  #suggested = $state.raw<readonly SuggestedQuote[] | null>(null);
  #putAside = $state.raw<readonly SuggestedQuote[]>([]);
  finding = $state(false);
  find = $state('');
  foundAt = $state(0);

  readonly source = $derived.by(() => this.#app.records.sources.get(this.#id));

  readonly quotes = $derived.by((): readonly PlacedQuote[] => {
    const { document } = this;
    if (!document) return [];
    return [...this.#app.records.quotes.values()]
      .filter(({ source, anchor }) => source === this.#id && anchor.kind === 'text')
      .filter((quote) => !this.#isLost(quote))
      .map((quote) => {
        const { start, end } = quote.anchor.kind === 'text' ? quote.anchor : { start: 0, end: 0 };
        return { quote, start, end, number: 0, paragraph: blockNumberAt(document, start) };
      })
      .sort((a, b) => a.start - b.start || b.end - a.end)
      .map((placed, index) => ({ ...placed, number: index + 1 }));
  });

  /** Quoted parts of the picture: by page, from top to bottom. */
  readonly regions = $derived.by((): readonly PlacedRegion[] => {
    const before = this.quotes.length;
    return [...this.#app.records.quotes.values()]
      .flatMap((quote) =>
        quote.source === this.#id && quote.anchor.kind === 'region'
          ? { quote, region: quote.anchor }
          : [],
      )
      .sort(
        ({ region: a }, { region: b }) =>
          (a.page ?? 1) - (b.page ?? 1) || a.y - b.y || a.x - b.x || b.width - a.width,
      )
      .map((placed, index) => ({ ...placed, number: before + index + 1 }));
  });

  /** All of them, as they are listed. */
  readonly listed = $derived<readonly Placed[]>([...this.quotes, ...this.regions]);

  /** The part of the picture that the form is about. */
  readonly draftedRegion = $derived.by((): RegionAnchor | null => {
    const { draft } = this;
    if (draft?.kind === 'region') return draft.region;
    if (draft?.kind !== 'edit') return null;
    return this.regions.find(({ quote }) => quote.id === draft.id)?.region ?? null;
  });

  readonly suggestionsKnown = $derived(this.#suggested !== null);

  /** What is offered: nothing of it is kept until somebody makes a quote of it. */
  readonly suggestions = $derived.by((): readonly Suggestion[] => {
    const { document, quotes } = this;
    if (!document || !this.#app.suggesting) return [];
    const covered = ({ start, end }: Stretch) =>
      quotes.some((quote) => inCommon(quote, { start, end }) * 2 > end - start);
    return (this.#suggested ?? [])
      .filter((one) => !this.#putAside.includes(one) && !covered(one))
      .map((one) => ({ ...one, paragraph: blockNumberAt(document, one.start) }));
  });

  /** Quotes whose words were not found in the text that the source has now. */
  readonly lost = $derived.by((): readonly Quote[] =>
    [...this.#app.records.quotes.values()].filter(
      (quote) => quote.source === this.#id && this.#isLost(quote),
    ),
  );

  /** The passage that the form is about. */
  readonly drafted = $derived.by((): Stretch | null => {
    if (this.draft === null) return null;
    if (this.draft.kind === 'new') return this.draft.stretch;
    if (this.draft.kind === 'region') return null;
    const { id } = this.draft;
    return this.quotes.find(({ quote }) => quote.id === id) ?? null;
  });

  readonly found = $derived.by((): readonly Stretch[] => {
    const wanted = this.find.trim().toLowerCase();
    if (!this.finding || wanted === '' || !this.document) return [];
    const text = this.document.text.toLowerCase();
    // A letter that changes its length in lower case would move every place behind it.
    const exact = text.length === this.document.text.length;
    const hay = exact ? text : this.document.text;
    const needle = exact ? wanted : this.find.trim();
    const found: Stretch[] = [];
    for (let at = hay.indexOf(needle); at !== -1 && found.length < MOST_FOUND;) {
      found.push({ start: at, end: at + needle.length });
      at = hay.indexOf(needle, at + needle.length);
    }
    return found;
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
  }

  #pageOf(paragraph: number): number | null {
    const block = this.document && blocksOf(this.document)[paragraph - 1];
    return block?.page ?? null;
  }

  #isLost({ anchor }: Quote): boolean {
    const now = this.source?.text?.sha256;
    return anchor.kind === 'text' && now !== undefined && anchor.textSha256 !== now;
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
    if (this.state === 'ready') void this.#suggest();
  }

  /** Comes when it comes: nobody waits for it. */
  async #suggest(): Promise<void> {
    const { document } = this;
    const suggested = await this.#app.ask('sources.suggestQuotes', { source: this.#id });
    if (document === this.document) this.#suggested = suggested.ok ? suggested.value : [];
  }

  /** Until the source is opened again. */
  putAside(suggestion: Stretch): void {
    const same = (this.#suggested ?? []).filter((one) => sameStretch(one, suggestion));
    this.#putAside = [...this.#putAside, ...same];
  }

  /** Opens the form for it, with who probably said it filled in. */
  take(suggestion: Stretch): void {
    this.selection = { start: suggestion.start, end: suggestion.end };
    this.startQuote();
  }

  /** The suggestion after the selection, or after the caret; the first one after the last. */
  nextSuggestion(): Suggestion | null {
    const from = this.selection ? this.selection.start + 1 : (this.caret ?? 0);
    return this.suggestions.find(({ start }) => start >= from) ?? this.suggestions[0] ?? null;
  }

  /** Puts a form back that was left open when this source was last read. */
  restore({ draft }: KeptDraft): void {
    this.draft = draft;
    this.drafts += 1;
  }

  /** Takes the selection of the page over. */
  select(stretch: Stretch | null): void {
    this.selection = stretch && this.document ? trimmed(this.document.text, stretch) : null;
  }

  wordsOf({ start, end }: Stretch): string {
    return this.document?.text.slice(start, end) ?? '';
  }

  startQuote(): void {
    if (!this.selection) return;
    // Words typed into an open form are never thrown away: it takes the new passage.
    if (this.draft?.kind === 'new') {
      this.draft = { kind: 'new', stretch: this.selection };
      return;
    }
    if (this.draft) {
      this.#app.toasts.say(t('quote.finishFirst'));
      return;
    }
    this.draft = { kind: 'new', stretch: this.selection };
    this.#fillIn(this.selection);
    this.drafts += 1;
  }

  /** Opens the form for a part of the picture; one that is open for a part takes the new one. */
  startRegion(region: RegionAnchor): void {
    if (this.draft && this.draft.kind !== 'region') {
      this.#app.toasts.say(t('quote.finishFirst'));
      return;
    }
    if (!this.draft) this.drafts += 1;
    this.draft = { kind: 'region', region };
  }

  /** What a suggestion says of the passage is in the form when it opens. */
  #fillIn(stretch: Stretch): void {
    const suggestion = this.suggestions.find((one) => sameStretch(one, stretch));
    if (!suggestion || !this.draft) return;
    const fields: QuoteFields = {
      speakerTyped: suggestion.speaker?.name ?? '',
      attribution: suggestion.attribution ?? 'said',
      date: '',
      tags: [],
      seen: '',
      note: '',
      check: 'unchecked',
      confidence: 'none',
      sensitive: false,
      translated: { text: '', language: '', translator: '', status: 'unchecked' },
    };
    this.#app.keptDrafts.set(this.#id, { draft: this.draft, fields });
  }

  edit(id: QuoteId): void {
    if (this.draft?.kind === 'edit' && this.draft.id === id) return;
    if (this.draft) {
      this.#app.toasts.say(t('quote.finishFirst'));
      return;
    }
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

  /** The quote so many places from the current one, or from the caret. */
  neighbour(step: 1 | -1): Placed | null {
    const { quotes, listed } = this;
    const index = listed.findIndex(({ quote }) => quote.id === this.current);
    if (index !== -1) return listed[index + step] ?? null;
    if (quotes.length === 0) return listed.at(step === 1 ? 0 : -1) ?? null;
    const from = this.caret ?? 0;
    return (
      (step === 1
        ? quotes.find(({ start }) => start >= from)
        : quotes.findLast(({ start }) => start < from)) ?? null
    );
  }

  async remove(id: QuoteId): Promise<void> {
    const quote = this.#app.records.quotes.get(id);
    if (!quote || !(await this.#app.deleting.quote(quote))) return;
    if (this.draft?.kind === 'edit' && this.draft.id === id) this.draft = null;
    if (this.current === id) this.current = null;
    this.flash = null;
  }
}

const inCommon = (a: Stretch, b: Stretch): number =>
  Math.min(a.end, b.end) - Math.max(a.start, b.start);

const sameStretch = (a: Stretch, b: Stretch): boolean => a.start === b.start && a.end === b.end;
