/** Whether two texts are versions of one: they share their wording, or one tells passage by passage what the other does. */
import type { Account } from './account.ts';
import type { SharedWords } from './shared.ts';

/** From this share of the shorter text in shared passages on, two texts are versions of one. */
const VERSION_SHARE = 0.35;
/** Shared runs shorter than this are phrases that two authors may both use. */
const VERSION_RUN = 8;

/** Whether much of the wording of one stands in the other. */
export function sharesWording(a: Account, b: Account, shared: readonly SharedWords[]): boolean {
  const words = shared.reduce(
    (sum, { passage }) => sum + (passage.words >= VERSION_RUN ? passage.words : 0),
    0,
  );
  const shorter = Math.min(a.words.count, b.words.count);
  if (shorter > 0 && words / shorter >= VERSION_SHARE) return true;
  const fewer = Math.min(a.passages.units.length, b.passages.units.length);
  const { taken, touched } = takenOver(a, shared);
  const over = taken >= 2 && taken / fewer >= VERSION_PASSAGES;
  const spread = touched >= LEAST_TOUCHED && touched / fewer >= VERSION_TOUCHED;
  return over || spread;
}

/** How many passages stand almost whole in shared passages, and how many have a phrase that is shared. */
function takenOver(
  account: Account,
  shared: readonly SharedWords[],
): { readonly taken: number; readonly touched: number } {
  const sizes = new Int32Array(account.passages.units.length);
  const covered = new Int32Array(sizes.length);
  const count = (counts: Int32Array, word: number) => {
    const passage = account.passageOf[word] ?? -1;
    if (passage >= 0) counts[passage] = (counts[passage] ?? 0) + 1;
  };
  for (let word = 0; word < account.words.count; word++) count(sizes, word);
  for (const { a } of shared) for (let word = a[0]; word < a[1]; word++) count(covered, word);
  let taken = 0;
  let touched = 0;
  sizes.forEach((size, at) => {
    const words = covered[at] ?? 0;
    if (size > 0 && words >= TAKEN_OVER * size) taken++;
    if (words >= TOUCHING_RUN) touched++;
  });
  return { taken, touched };
}

/** So are texts that share this part of their passages, each of them almost whole: other passages were rewritten. */
const VERSION_PASSAGES = 0.3;
const TAKEN_OVER = 0.6;
/** And so are texts with phrases in common all over: of two accounts, at most a quote or an agency's sentence is. */
const VERSION_TOUCHED = 0.25;
const LEAST_TOUCHED = 4;
const TOUCHING_RUN = 6;

/** Of two accounts of one event each passage finds a third of its words in one of the other, of versions told anew half. */
const MET_AGAIN = 0.4;
/** Words that stand in more passages than this are met again anywhere. */
const COMMON = 48;
const FEWEST_WORDS = 5;
const FEWEST_PASSAGES = 4;

/** Whether each passage of one finds its words together in one of the other, though not in their order. */
export function toldAnew(a: Account, b: Account): boolean {
  if (a.meanings.language !== b.meanings.language) return false;
  const [left, right] = [stemsOf(a), stemsOf(b)];
  return (metAgain(left, right) + metAgain(right, left)) / 2 >= MET_AGAIN;
}

/** Per passage, the stems of its words that say something. */
function stemsOf({ words, meanings, passageOf, passages }: Account): ReadonlySet<string>[] {
  const stems = passages.units.map(() => new Set<string>());
  passageOf.forEach((passage, at) => {
    const { stem, stop, digits, cardinal } = meanings.at(words, at);
    if (!stop && !digits && cardinal === null) stems[passage]?.add(stem);
  });
  return stems;
}

/** Mean share of the words of a passage that stand together in one passage of the other text. */
function metAgain(
  passages: readonly ReadonlySet<string>[],
  others: readonly ReadonlySet<string>[],
): number {
  const places = new Map<string, number[]>();
  others.forEach((stems, at) => {
    for (const stem of stems) {
      const known = places.get(stem);
      if (known === undefined) places.set(stem, [at]);
      else known.push(at);
    }
  });
  let sum = 0;
  let count = 0;
  for (const stems of passages) {
    if (stems.size < FEWEST_WORDS) continue;
    const met = new Map<number, number>();
    let most = 0;
    for (const stem of stems) {
      const found = places.get(stem) ?? [];
      if (found.length > COMMON) continue;
      for (const at of found) {
        const times = (met.get(at) ?? 0) + 1;
        met.set(at, times);
        most = Math.max(most, times);
      }
    }
    sum += most / stems.size;
    count++;
  }
  return count < FEWEST_PASSAGES ? 0 : sum / count;
}
