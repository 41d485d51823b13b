/**
 * Documents that nobody could tell from the answers of a query. A typed name with a slip may be as near to another name as to the one that was
 * meant; and scripts merge sounds, so that two people may be written alike. Such documents are neither right nor wrong: the second measure takes
 * them out of a result list before it counts ("condensed lists"). The first, hard measure counts them as wrong.
 */
import type { BenchQuery } from './queries.ts';
import {
  arabic,
  belarusian,
  polish,
  romanisations,
  russian,
  spell,
  ukrainian,
} from './spelling.ts';
import type { Token, World } from './world.ts';

const everyWriting = [russian, belarusian, ukrainian, polish, arabic, ...romanisations];

/** Letters to change, add, leave out or turn to make one of the other; past `most`, any larger number. */
export function lettersBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (a.charAt(i - 1) === b.charAt(j - 2) && a.charAt(i - 2) === b.charAt(j - 1))
        cost = Math.min(cost, (beforeLast[j - 2] ?? most) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? most + 1;
}

/** Which script a word is in, roughly: words of two scripts are never compared. */
const scriptOf = (word: string) => word.charCodeAt(0) >> 9;

interface Asked {
  readonly number: number;
  /** The word of the query that has but one key. */
  readonly text: string;
  readonly key: number;
  /** How far what was typed is from what was meant. */
  readonly slips: number;
}

/** One pass over the documents learns the words; `seeAll` compares them, and finds in a second pass who has them. */
export class Alike {
  readonly byQuery = new Map<number, Set<string>>();
  readonly #world: World;
  readonly #asked: Asked[] = [];
  readonly #keysOfText = new Map<string, Set<number>>();
  readonly #textsOfKey = new Map<number, Set<string>>();
  /** Word or key → queries. */
  readonly #queriesOf = new Map<string | number, number[]>();

  constructor(world: World, queries: readonly BenchQuery[]) {
    this.#world = world;
    queries.forEach((query, number) => {
      const [key] = query.keys;
      if (query.keys.length !== 1 || key === undefined || query.beginning) return;
      this.#textsOfKey.set(key, new Set());
      const text = lastName(query, world);
      this.#asked.push({
        number,
        text,
        key,
        slips: query.family.includes('2 typos') ? 2 : query.family.includes('1 typo') ? 1 : 0,
      });
    });
    world.people.forEach(({ last }, person) => {
      for (const writing of everyWriting)
        this.#learn(spell(last, writing).toLowerCase(), -1 - person);
    });
  }

  #learn(text: string, key: number): void {
    let keys = this.#keysOfText.get(text);
    if (!keys) this.#keysOfText.set(text, (keys = new Set()));
    keys.add(key);
  }

  learn(text: string, tokens: readonly Token[]): void {
    for (const token of tokens) {
      if (token.first) continue;
      const word = text.slice(token.start, token.end).toLowerCase();
      this.#textsOfKey.get(token.key)?.add(word);
      this.#learn(word, token.key);
    }
  }

  seeAll(): void {
    this.#settle();
    for (let number = 0; number < this.#world.size; number++) {
      const { document, tokens } = this.#world.document(number);
      this.#see(document.id, document.text, tokens);
    }
  }

  #settle(): void {
    const byScript = new Map<number, string[]>();
    for (const word of this.#keysOfText.keys()) {
      const script = scriptOf(word);
      let list = byScript.get(script);
      if (!list) byScript.set(script, (list = []));
      list.push(word);
    }
    for (const { number, text, key, slips } of this.#asked) {
      this.byQuery.set(number, new Set());
      const put = (what: string | number) => {
        let list = this.#queriesOf.get(what);
        if (!list) this.#queriesOf.set(what, (list = []));
        list.push(number);
      };
      // Who is written alike in some document that is an answer.
      for (const word of this.#textsOfKey.get(key) ?? []) put(word);
      const keys = new Set<number>();
      for (const word of byScript.get(scriptOf(text)) ?? [])
        if (lettersBetween(text, word, slips) <= slips)
          for (const other of this.#keysOfText.get(word) ?? []) keys.add(other);
      for (const other of keys) put(other);
    }
  }

  #see(id: string, text: string, tokens: readonly Token[]): void {
    for (const { key, first, start, end } of tokens) {
      const word = text.slice(start, end).toLowerCase();
      const queries = [
        ...(this.#queriesOf.get(word) ?? []),
        ...(first ? [] : (this.#queriesOf.get(key) ?? [])),
      ];
      for (const number of queries) this.byQuery.get(number)?.add(id);
    }
  }
}

/** Of a full name, the word that is nearest to the surname in any writing; else the query itself. */
function lastName({ text, keys }: BenchQuery, world: World): string {
  const words = text.toLowerCase().split(' ');
  const [key = 0] = keys;
  if (words.length === 1 || key >= 0) return words[0] ?? '';
  const { last } = world.people[-1 - key] ?? { last: [] };
  const forms = new Set(everyWriting.map((writing) => spell(last, writing).toLowerCase()));
  return words.find((word) => forms.has(word)) ?? words[0] ?? '';
}

/** What is left of a result list without documents that could not be told from answers. */
export function condensed(
  found: readonly string[],
  relevant: ReadonlySet<string>,
  alike: ReadonlySet<string> | undefined,
): string[] {
  return found.filter((id) => relevant.has(id) || alike?.has(id) !== true);
}
