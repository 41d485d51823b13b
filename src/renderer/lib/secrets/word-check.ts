/** What can be said of recovery words and shares while they are typed. Nothing leaves the page for it. */
import { beginsListWord, isListWord, typedWords } from '../../../../archive/wordlist/list-words.ts';
import { entropyOf, RECOVERY_WORDS } from '../../../../archive/wordlist/recovery-words.ts';
import {
  areAlike,
  type Share,
  SHARE_WORDS,
  shareOfWords,
} from '../../../../archive/wordlist/share-words.ts';

export interface Counted {
  /** Words so far; one that is still being typed is not among them. */
  readonly count: number;
  /** The first that is not of the list, and its place from 1. */
  readonly unknown: { readonly place: number; readonly word: string } | null;
}

export function countWords(typed: string): Counted {
  const words = typedWords(typed);
  const last = words.at(-1);
  const typing =
    last !== undefined && /[a-z]$/i.test(typed) && !isListWord(last) && beginsListWord(last);
  const whole = typing ? words.slice(0, -1) : words;
  const at = whole.findIndex((word) => !isListWord(word));
  return {
    count: whole.length,
    unknown: at === -1 ? null : { place: at + 1, word: whole[at] ?? '' },
  };
}

export interface WordsCheck extends Counted {
  readonly state: 'none' | 'some' | 'unknown' | 'tooMany' | 'swapped' | 'all';
}

export function checkRecoveryWords(typed: string): WordsCheck {
  const counted = countWords(typed);
  return { ...counted, state: stateOf(counted, RECOVERY_WORDS, () => entropyOf(typed) !== null) };
}

export interface ShareCheck extends Counted {
  readonly state: 'none' | 'some' | 'unknown' | 'tooMany' | 'wrong' | 'whole' | 'same' | 'foreign';
  readonly share: Share | null;
  /** Number of the share that it repeats, or that it does not belong to. */
  readonly other: number;
}

/** What is to be said of each field. The first whole share says to what the others must belong. */
export function checkShares(typed: readonly string[]): readonly ShareCheck[] {
  const alone = typed.map(checkShare);
  const first = alone.findIndex(({ share }) => share !== null);
  return alone.map((check, at) => {
    const { share } = check;
    if (!share || at === first) return check;
    const same = alone.findIndex(
      (other, place) =>
        place < at && other.share !== null && areAlike(other.share.part, share.part),
    );
    if (same !== -1) return { ...check, state: 'same', other: same + 1 };
    const leading = alone[first]?.share;
    if (leading && !areAlike(leading.set, share.set))
      return { ...check, state: 'foreign', other: first + 1 };
    return check;
  });
}

function checkShare(typed: string): ShareCheck {
  const counted = countWords(typed);
  const share = shareOfWords(typedWords(typed));
  const state = stateOf(counted, SHARE_WORDS, () => share !== null);
  return {
    ...counted,
    share,
    other: 0,
    state: state === 'all' ? 'whole' : state === 'swapped' ? 'wrong' : state,
  };
}

function stateOf(
  { count, unknown }: Counted,
  needed: number,
  isRight: () => boolean,
): WordsCheck['state'] {
  if (unknown) return 'unknown';
  if (count === 0) return 'none';
  if (count < needed) return 'some';
  if (count > needed) return 'tooMany';
  return isRight() ? 'all' : 'swapped';
}
