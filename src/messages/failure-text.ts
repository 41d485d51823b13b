/** The plain sentence for a failure, used by window and command line alike. */
import type { Failure } from '../../archive/lib/result.ts';
import { en } from './en.ts';
import { isMessageKey, type MessageKey, type Translate } from './translate.ts';

export function failureText(t: Translate, failure: Failure): string {
  const key = `failure.${failure.code}`;
  const loose = t as (
    key: MessageKey,
    values?: Readonly<Record<string, string | number>>,
  ) => string;
  if (!isMessageKey(key, en)) return loose('failure.other', { code: failure.code });
  return loose(key, { id: '', ...failure.detail });
}
