/** What an original says about itself: every reading is kept; one is chosen among those that agree with the form. */
import { limits, type Metadata, type Reading } from '../model/index.ts';
import { toPartialDate } from './dates.ts';
import { cleanLine } from './title.ts';

export type Field = Reading['field'];

/** UTF-16 units of the place where something was read: a check tells what said it. */
const FROM = 300;
/** UTF-16 units of an address. */
const ADDRESS = 4_000;

/** Collects readings in the order in which they are to be believed, the strongest first. */
export class Readings {
  readonly #list: Reading[] = [];
  /** Addresses may be longer than the kept reading. */
  readonly #addresses: string[] = [];

  /** Blank values and repetitions from the same place are passed over. */
  add(field: Field, value: unknown, from: string): void {
    if (typeof value !== 'string' && typeof value !== 'number') return;
    const line = cleanLine(String(value), limits.shortText);
    if (line === '' || this.#list.length >= limits.listLength) return;
    const reading = { field, value: line, from: cleanLine(from, FROM) };
    if (field === 'address') this.#addresses.push(String(value).trim());
    const known = this.#list.some(
      (other) => other.field === field && other.value === line && other.from === reading.from,
    );
    if (!known) this.#list.push(reading);
  }

  all(field: Field): readonly Reading[] {
    return this.#list.filter((reading) => reading.field === field);
  }

  first(field: Field): string | null {
    return this.all(field)[0]?.value ?? null;
  }

  /** The first reading that is a date which exists; the more exact one where two begin alike. */
  date(field: 'published' | 'modified' | 'taken'): string | null {
    const dates = this.all(field).flatMap(({ value }) => toPartialDate(value) ?? []);
    const [first] = dates;
    if (first === undefined) return null;
    return dates.find((date) => date.length > first.length && date.startsWith(first)) ?? first;
  }

  /** The first reading that is an address of the web, whole and without credentials. */
  address(): string | null {
    for (const written of this.#addresses) {
      const address = toAddress(written);
      if (address !== null) return address;
    }
    return null;
  }

  toMetadata(authors: readonly string[]): Metadata {
    return {
      authors: [...authors],
      publisher: this.first('publisher'),
      published: this.date('published'),
      modified: this.date('modified'),
      event: this.date('taken'),
      address: this.address(),
      licence: this.first('licence'),
      readings: [...this.#list],
    };
  }
}

/** An absolute http or https address in its normal form, or `null`. */
export function toAddress(written: string, base?: string): string | null {
  if (written.length > ADDRESS || !URL.canParse(written, base)) return null;
  const url = new URL(written, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  if (url.username !== '' || url.password !== '') return null;
  return url.href.length <= ADDRESS ? url.href : null;
}
