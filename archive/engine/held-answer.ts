/**
 * The last answer of the index, held while somebody scrolls through it: a page of it costs nothing then. The index finds
 * best first, so that what is far down the list is asked for in steps, each several times as large as the one before.
 */
import { limits } from '../model/limits.ts';
import type { Result } from '../lib/result.ts';
import type { SearchAnswer } from '../search/index.ts';

const STEP = 4;

type Answer<C extends string> = Result<SearchAnswer, C>;

export class HeldAnswer {
  #held: { readonly key: string; readonly limit: number; readonly answer: SearchAnswer } | null =
    null;
  #age = 0;

  /** Hits `from` to `to` of what `ask` answers for a limit; `key` stands for the question. */
  async page<C extends string>(
    key: string,
    { from, to }: { readonly from: number; readonly to: number },
    ask: (limit: number) => Promise<Answer<C>>,
  ): Promise<Answer<C>> {
    const held = this.#held;
    const enough = held?.key === key && (to <= held.limit || held.answer.hits.length < held.limit);
    if (enough) return { ok: true, value: cut(held.answer, from, to) };
    this.#held = null;
    const age = this.#age;
    const limit = from === 0 ? to : stepFor(to);
    const answer = await ask(limit);
    if (!answer.ok) return answer;
    if (age === this.#age) this.#held = { key, limit, answer: answer.value };
    return { ok: true, value: cut(answer.value, from, to) };
  }

  /** Something has changed: what was answered may be so no more. */
  forget(): void {
    this.#age += 1;
    this.#held = null;
  }
}

function cut(answer: SearchAnswer, from: number, to: number): SearchAnswer {
  return { ...answer, hits: answer.hits.slice(from, to) };
}

function stepFor(wanted: number): number {
  let limit: number = limits.resultsAtOnce;
  while (limit < wanted) limit *= STEP;
  return Math.min(limit, limits.searchResults);
}
