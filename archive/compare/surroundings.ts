/** How alike the words around two facts are: in a sentence that was told anew they say which figure became which. */
import type { Account } from './account.ts';
import { gapAfter } from './words.ts';

/** Words looked at on either side of a fact, inside its sentence. */
const REACH = 7;
/** The farther from the fact, the less a word tells. */
const FADING = 0.3;
const STOP_WEIGHT = 0.25;
/** Beyond a comma or a dash the words go with something else. */
const OTHER_CLAUSE = 0.3;
const CLAUSE_END = /[,;:()–—«»"„“”،؛]/;
const ARABIC_AND = /^[وف](?=.{3})/;

interface Surroundings {
  readonly words: ReadonlyMap<string, number>;
  readonly sum: number;
}

function around(account: Account, word: number): Surroundings {
  const { words, meanings, sentenceOf } = account;
  const found = new Map<string, number>();
  const sentence = sentenceOf[word];
  for (const direction of [-1, 1]) {
    let told = 1;
    for (let step = 1; step <= REACH; step++) {
      const at = word + direction * step;
      if (at < 0 || at >= words.count || sentenceOf[at] !== sentence) break;
      if (CLAUSE_END.test(gapAfter(words, direction === 1 ? at - 1 : at))) told *= OTHER_CLAUSE;
      const { stem, stop, digits, cardinal, concept } = meanings.at(words, at);
      const bare = meanings.language === 'ar' ? stem.replace(ARABIC_AND, '') : stem;
      if (digits || cardinal !== null) continue;
      const weight = (told * (stop ? STOP_WEIGHT : 1)) / (1 + FADING * (step - 1));
      const key = concept?.name ?? bare;
      found.set(key, Math.max(found.get(key) ?? 0, weight));
    }
  }
  let sum = 0;
  for (const weight of found.values()) sum += weight;
  return { words: found, sum };
}

function alike(a: Surroundings, b: Surroundings): number {
  let shared = 0;
  for (const [key, weight] of a.words) shared += Math.min(weight, b.words.get(key) ?? 0);
  const all = a.sum + b.sum;
  return all === 0 ? 0 : (2 * shared) / all;
}

/** 0 to 1, of a word of A and a word of B. */
export function surroundingsOf(
  a: Account,
  b: Account,
): (wordOfA: number, wordOfB: number) => number {
  const [ofA, ofB] = [remembered(a), remembered(b)];
  return (wordOfA, wordOfB) => alike(ofA(wordOfA), ofB(wordOfB));
}

function remembered(account: Account): (word: number) => Surroundings {
  const known = new Map<number, Surroundings>();
  return (word) => {
    const met = known.get(word) ?? around(account, word);
    known.set(word, met);
    return met;
  };
}
