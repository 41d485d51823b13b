/** What a container holds, as it is told before anything of it is taken in. */

export interface ListedPart {
  /** Its place among the parts, from 1. */
  readonly number: number;
  /** As the container says it: may be hostile. */
  readonly name: string;
  /** In one line, without letters that hide others; `null` when it is not known without reading all of the part. */
  readonly title: string | null;
  readonly address: string | null;
  /** When it was collected, or sent. A `PartialDate`. */
  readonly date: string | null;
  readonly mediaType: string | null;
  /** Bytes. */
  readonly size: number;
  /** `null` when it cannot be had. */
  readonly sha256: string | null;
  /** Whether the digests fit that the container says of it; `null` when it says none. `missing` is not checkable. */
  readonly digests: 'agrees' | 'differs' | 'missing' | null;
  /** Why it cannot be had. */
  readonly failure: string | null;
}

/** Which parts of a container are taken in. */
export interface ChosenParts {
  /** Of the container when its parts were listed: a number means nothing in other bytes. */
  readonly sha256?: string;
  readonly numbers: readonly number[];
}
