/** The catalogue in the window's language. */
import { failureText, findingText } from '../../messages/failure-text.ts';
import { en } from '../../messages/en.ts';
import { isMessageKey, translator } from '../../messages/translate.ts';
import type { Failure } from '../../../archive/lib/result.ts';

export const t = translator('en', en);

export const sayFinding = (code: string): string => findingText(t, code);

export const sayFailure = (failure: Failure): string => failureText(t, failure);

/** What opening the archive found and did, by its code; an unknown code is said as it is. */
export function sayNotice(code: string): string {
  const key = `notice.${code}`;
  return isMessageKey(key, en) ? t(key as 'notice.anchor-missing') : code;
}
