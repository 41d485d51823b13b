/** How alike the words around two facts are: in a sentence that was told anew they say which figure became which. */
import type { Account } from './account.ts';
import type { Mention } from './fact-mentions.ts';

/** Words looked at on either side of a fact, inside its sentence. */
const REACH = 7;
/** The farther from the fact, the less a word tells. */
const FADING = 0.3;
const STOP_WEIGHT = 0.25;
const MOST_MENTIONS = 3;
const ARABIC_AND = /^[وف](?=.{3})/;

type Surroundings = ReadonlyMap<string, number>;

function around(account: Account, word: number): Surroundings {
  const { words, meanings, sentenceOf } = account;
  const found = new Map<string, number>();
  const sentence = sentenceOf[word];
  for (const direction of [-1, 1])
    for (let step = 1; step <= REACH; step++) {
      const at = word + direction * step;
      if (at < 0 || at >= words.count || sentenceOf[at] !== sentence) break;
      const { stem, stop, digits, cardinal, concept } = meanings.at(words, at);
      const bare = meanings.language === 'ar' ? stem.replace(ARABIC_AND, '') : stem;
      if (digits || cardinal !== null) continue;
      const weight = (stop ? STOP_WEIGHT : 1) / (1 + FADING * (step - 1));
      const key = concept?.name ?? bare;
      found.set(key, Math.max(found.get(key) ?? 0, weight));
    }
  return found;
}

const sum = (surroundings: Surroundings) =>
  [...surroundings.values()].reduce((total, weight) => total + weight, 0);

function alike(a: Surroundings, b: Surroundings): number {
  let shared = 0;
  for (const [key, weight] of a) shared += Math.min(weight, b.get(key) ?? 0);
  const all = sum(a) + sum(b);
  return all === 0 ? 0 : (2 * shared) / all;
}

/** 0 to 1, of the two mentions whose surroundings are most alike. */
export class SurroundingWords {
  readonly #a: Account;
  readonly #b: Account;
  readonly #ofA = new Map<number, Surroundings>();
  readonly #ofB = new Map<number, Surroundings>();

  constructor(a: Account, b: Account) {
    this.#a = a;
    this.#b = b;
  }

  likeness(a: readonly Mention[], b: readonly Mention[]): number {
    let most = 0;
    for (const left of a.slice(0, MOST_MENTIONS))
      for (const right of b.slice(0, MOST_MENTIONS))
        most = Math.max(
          most,
          alike(
            this.#around(this.#a, this.#ofA, left.word),
            this.#around(this.#b, this.#ofB, right.word),
          ),
        );
    return most;
  }

  /** Whether what is counted here stands near what is counted there. */
  namesNear(key: string, side: 'a' | 'b', mentions: readonly Mention[]): number {
    let most = 0;
    for (const { word } of mentions.slice(0, MOST_MENTIONS)) {
      const words =
        side === 'a'
          ? this.#around(this.#a, this.#ofA, word)
          : this.#around(this.#b, this.#ofB, word);
      most = Math.max(most, words.get(key) ?? 0);
    }
    return most;
  }

  #around(account: Account, known: Map<number, Surroundings>, word: number): Surroundings {
    const met = known.get(word);
    if (met !== undefined) return met;
    const made = around(account, word);
    known.set(word, made);
    return made;
  }
}
