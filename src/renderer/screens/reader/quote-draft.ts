/** What the quote form is about, and what is typed into it. */
import type {
  Attribution,
  CheckStatus,
  Confidence,
  QuoteId,
  RegionAnchor,
} from '../../../../archive/model/index.ts';
import type { SuggestedQuote } from '../../../../archive/face/index.ts';
import type { TagChoice } from '../../lib/ui/tag-choice.ts';
import type { Stretch } from './text-map.ts';
import type { TranslationFields } from './translation-form.svelte.ts';

/** The form is for a new passage, for a part of a picture, or for a quote that is there. */
export type Draft =
  | { readonly kind: 'new'; readonly stretch: Stretch }
  | { readonly kind: 'region'; readonly region: RegionAnchor }
  | { readonly kind: 'edit'; readonly id: QuoteId };

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

/** What was typed into the form of a new quote that was left without saving it. */
export interface KeptDraft {
  readonly draft: Draft;
  readonly fields: QuoteFields;
}

/** What a suggestion says of its passage; all else is as in an empty form. */
export function fieldsOf({ speaker, attribution }: SuggestedQuote): QuoteFields {
  return {
    speakerTyped: speaker?.name ?? '',
    attribution: attribution ?? 'said',
    date: '',
    tags: [],
    seen: '',
    note: '',
    check: 'unchecked',
    confidence: 'none',
    sensitive: false,
    translated: { text: '', language: '', translator: '', status: 'unchecked' },
  };
}
