/** Why a query cannot be read, and where. */
import type { Failure } from '../../../../archive/lib/result.ts';
import { sayFailure } from '../../lib/texts.svelte.ts';

export interface Fault {
  readonly text: string;
  /** UTF-16 units of the query; `null` when no place is known. */
  readonly place: { readonly start: number; readonly end: number } | null;
}

export function faultOf(failure: Failure): Fault {
  const { at, length } = failure.detail ?? {};
  const known = typeof at === 'number' && typeof length === 'number' && length > 0;
  return {
    text: sayFailure(failure),
    place: failure.code === 'query-invalid' && known ? { start: at, end: at + length } : null,
  };
}
