/** The plain sentence for a failure, used by window and command line alike. */
import type { Failure } from '../../archive/lib/result.ts';
import { en } from './en.ts';
import { isMessageKey, type MessageKey, type Translate } from './translate.ts';

/** What a check found, by its code; an unknown code is said as it is. */
export function findingText(t: Translate, code: string): string {
  const key = `finding.${code}`;
  return isMessageKey(key, en) ? t(key as 'finding.log-broken') : code;
}

export function failureText(t: Translate, failure: Failure): string {
  const key = `failure.${failure.code}`;
  const loose = t as (
    key: MessageKey,
    values?: Readonly<Record<string, string | number>>,
  ) => string;
  const fault = `search.fault.${failure.detail?.reason ?? ''}`;
  if (failure.code === 'query-invalid' && isMessageKey(fault, en))
    return loose('search.invalid', { why: loose(fault) });
  const exhibit = `${key}.exhibit`;
  if (failure.detail?.exhibit !== undefined && isMessageKey(exhibit, en))
    return loose(exhibit, failure.detail);
  if (!isMessageKey(key, en)) return loose('failure.other', { code: failure.code });
  return loose(key, { id: '', ...failure.detail });
}
