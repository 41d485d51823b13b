/** What stands in records and is nobody's words: identifiers, digests, dates, and the terms of the model itself. */
import {
  Action,
  Attribution,
  BlockKind,
  CheckStatus,
  EntityKind,
  OcrLanguage,
  PageSize,
  Protection,
  SourceKind,
  Treatment,
} from '../model/index.ts';

const TERMS: ReadonlySet<string> = new Set([
  ...[Action, Attribution, BlockKind, CheckStatus, EntityKind, OcrLanguage].flatMap(
    (one) => one.options,
  ),
  ...[PageSize, Protection, SourceKind, Treatment].flatMap((one) => one.options),
  ...['value', 'unknown', 'withheld', 'text', 'region', 'ltr', 'rtl', 'made', 'failed'],
  ...['waiting', 'paused', 'emphasis', 'strong', 'link', 'code', 'heading', 'quote', 'source'],
  ...['comparison', 'archive', 'sha256', 'sha512', 'kuferak'],
]);
const IDENTIFIERS =
  /\b(?:src|qte|tag|ent|dos|sec|prf|stm|sea|act)_[0-9a-hjkmnp-tv-z]{20}\b|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b[0-9a-f]{32,128}\b/g;
const DATE = /^\d{4}(?:-\d\d(?:-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?)?)?$/;

/** Is nobody's words as a whole: may stay as it is, and is not searched for names. */
export function isFixed(text: string): boolean {
  return TERMS.has(text) || DATE.test(text) || withoutIdentifiers(text).trim() === '';
}

/** Letters and figures of identifiers and digests are chance. */
export function withoutIdentifiers(text: string): string {
  return text.replace(IDENTIFIERS, ' ');
}
