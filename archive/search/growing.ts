/** Lists of whole numbers that grow, kept in typed arrays. */

/** A list of at least `length` with the same beginning; the same list when it is long enough. */
export function grown<A extends Uint8Array | Uint32Array>(list: A, length: number): A {
  if (length <= list.length) return list;
  const wider = new (list.constructor as new (length: number) => A)(
    Math.max(length, Math.ceil(list.length * 1.5), 64),
  );
  wider.set(list);
  return wider;
}

export class Numbers {
  #list: Uint32Array;
  length: number;

  constructor(list: Uint32Array = new Uint32Array(0)) {
    this.#list = list;
    this.length = list.length;
  }

  push(value: number): void {
    if (this.length === this.#list.length) this.#list = grown(this.#list, this.length + 1);
    this.#list[this.length++] = value;
  }

  at(index: number): number {
    return this.#list[index] ?? 0;
  }

  set(index: number, value: number): void {
    this.#list[index] = value;
  }

  /** Gives room back that was taken for more. */
  trim(): void {
    if (this.length < this.#list.length) this.#list = this.#list.slice(0, this.length);
  }

  /** Takes `list` for its own. */
  take(list: Uint32Array): void {
    this.#list = list;
    this.length = list.length;
  }

  /** What is in it now; a later `push` may move to another array. */
  view(): Uint32Array {
    return this.#list.subarray(0, this.length);
  }
}

export class Bytes {
  #list: Uint8Array;
  length: number;

  constructor(list: Uint8Array = new Uint8Array(0)) {
    this.#list = list;
    this.length = list.length;
  }

  push(value: number): void {
    if (this.length === this.#list.length) this.#list = grown(this.#list, this.length + 1);
    this.#list[this.length++] = value;
  }

  /** The first `count` of `values`. */
  append(values: Uint8Array, count: number): void {
    this.#list = grown(this.#list, this.length + count);
    for (let at = 0; at < count; at++) this.#list[this.length + at] = values[at] ?? 0;
    this.length += count;
  }

  at(index: number): number {
    return this.#list[index] ?? 0;
  }

  set(index: number, value: number): void {
    this.#list[index] = value;
  }

  /** Gives room back that was taken for more. */
  trim(): void {
    if (this.length < this.#list.length) this.#list = this.#list.slice(0, this.length);
  }

  /** Takes `list` for its own. */
  take(list: Uint8Array): void {
    this.#list = list;
    this.length = list.length;
  }

  view(): Uint8Array {
    return this.#list.subarray(0, this.length);
  }
}
