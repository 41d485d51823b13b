/**
 * Bytes of RTF become letters: in the code page of the moment, or by a letter's number, behind which stands something for
 * readers that do not know it.
 */
export class Letters {
  /** Bytes that wait for the rest of their letter. */
  #bytes = '';
  /** What is still to be passed over behind a number. */
  #skip = 0;
  #half = '';

  take(bytes: string): void {
    const passed = Math.min(this.#skip, bytes.length);
    this.#skip -= passed;
    this.#bytes += bytes.slice(passed);
  }

  /** The bytes that were gathered. */
  gathered(label: string): string {
    if (this.#bytes === '') return '';
    const bytes = Buffer.from(this.#bytes, 'latin1');
    this.#bytes = '';
    return new TextDecoder(label).decode(bytes);
  }

  /** The letter with that number; `instead` bytes behind it are passed over. */
  numbered(number: number, instead: number): string {
    this.#skip = instead;
    const unit = String.fromCharCode((number < 0 ? number + 0x10000 : number) & 0xffff);
    // Letters beyond the first plane come as two halves.
    const whole = !/[\uD800-\uDBFF]/.test(unit);
    const letter = whole ? this.#half + unit : '';
    this.#half = whole ? '' : unit;
    return letter;
  }

  /** A group begins or ends, or a letter comes another way: nothing is passed over any more. */
  stopPassing(): void {
    this.#skip = 0;
  }
}
