/** The part of the quote form that holds a translation: its words, their language, whose they are, whether they were checked. */
import type { Translation, TranslationStatus } from '../../../../archive/model/index.ts';
import { statusOf } from '../../../../archive/model/translation-status.ts';
import { fold } from '../../lib/fold.ts';
import { formatLanguage } from '../../lib/format.ts';

/** Offered before any other; every code that the system can name is taken as well. */
const COMMON = ['en', 'be', 'ru', 'uk', 'pl', 'ar', 'lt', 'de', 'fr', 'es', 'ka', 'kk', 'fa', 'tr'];

export const offeredLanguages = COMMON.map((code) => ({ key: code, label: formatLanguage(code) }));

/** What was typed of it, kept while its form waits. */
export interface TranslationFields {
  readonly text: string;
  readonly language: string;
  readonly translator: string;
  readonly status: TranslationStatus;
}

export class TranslationForm {
  text = $state('');
  /** As it is typed: the name of a language, or its code. */
  language = $state('');
  translator = $state('');
  status = $state<TranslationStatus>('unchecked');

  readonly code = $derived(codeOf(this.language));
  readonly isEmpty = $derived(this.text.trim() === '');
  /** Words in a language that is not told are no translation. */
  readonly isWrong = $derived(!this.isEmpty && this.code === null);

  get fields(): TranslationFields {
    const { text, language, translator, status } = this;
    return { text, language, translator, status };
  }

  set fields(fields: TranslationFields) {
    Object.assign(this, fields);
  }

  /** `null` without words. */
  get value(): Translation | null {
    if (this.isEmpty || this.code === null) return null;
    const translator = this.translator.trim();
    return {
      text: this.text.trim(),
      language: this.code,
      translator: translator === '' ? null : translator,
      status: this.status,
    };
  }

  fill(translation: Translation | null): void {
    if (!translation) return;
    const { text, language, translator } = translation;
    this.fields = {
      text,
      language: formatLanguage(language),
      translator: translator ?? '',
      status: statusOf(translation),
    };
  }
}

function codeOf(typed: string): string | null {
  const wanted = fold(typed.trim());
  const named = offeredLanguages.find(({ label }) => fold(label) === wanted);
  if (named) return named.key;
  const code = typed.trim();
  return /^[a-z]{2,3}$/.test(code) && formatLanguage(code) !== '' ? code : null;
}
