/** How a quote is called in a dossier. */
import type { Exhibit } from './material.ts';

/** `3.1`: the first quote of exhibit 3. */
export function quoteLabel({ number }: Pick<Exhibit, 'number'>, index: number): string {
  return `${number}.${index + 1}`;
}
