/** The outcome of something that can fail for a reason the caller must handle: a value, or a failure with a stable code. */
export type Result<T, C extends string = string> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure<C> };

/** Why something could not be done. `code` is stable; `detail` holds numbers and plain words, never content, names or paths. */
export interface Failure<C extends string = string> {
  readonly code: C;
  readonly detail?: Readonly<Record<string, string | number>>;
}

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function fail<const C extends string>(
  code: C,
  detail?: Readonly<Record<string, string | number>>,
): { readonly ok: false; readonly error: Failure<C> } {
  return { ok: false, error: detail === undefined ? { code } : { code, detail } };
}

/** An expected failure on its way up through code that cannot return a `Result`; turned back into one at the face. */
export class FailureError extends Error {
  override readonly name = 'FailureError';
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}
