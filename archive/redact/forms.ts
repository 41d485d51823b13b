/** The forms of entities' names that are looked for: whole names in both orders, and, of people, their single words. */
import { isArticle, sounds } from '../text/index.ts';
import { type FoldedWord, foldWithOrigins, type Reading, wordsOf } from './folded.ts';
import { initialsKey } from './initials.ts';
import { linesOf } from './given-names.ts';
import { NamesInside } from './names-inside.ts';
import { NearMisses } from './near-misses.ts';
import { NameWords, type WordMatch } from './words.ts';

export interface Named {
  readonly id: string;
  readonly kind: 'person' | 'organisation' | 'place';
  /** Its name and its other spellings. */
  readonly spellings: readonly string[];
}

export interface Form {
  /** Numbers of words, in order. */
  readonly words: readonly number[];
  /** `null` when a word alone does not say whose it is. */
  readonly entity: string | null;
  /** May stand: a name that is kept, and whose words are not taken for those of a hidden one. */
  readonly kept: boolean;
  /** One of its words stands for a given name in all its forms, full and short. */
  readonly called: boolean;
}

/** Letters of a name's word that is looked for by itself. */
const SHORTEST_PART = 3;
/** A longer spelling describes a person: its words are anybody's. */
const LONGEST_NAME = 4;
/** A name is looked for inside words of an address from so many letters on, … */
const SHORTEST_INSIDE = 4;
/** … a whole name inside of any word, … */
const SHORTEST_JOINED = 6;
/** … and one that is written otherwise there by so many sounds. */
const SHORTEST_SOUND = 5;
const SMALL = /^\p{Ll}/u;
/** Scripts that do not part words: a name is looked for anywhere. */
const UNPARTED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+$/u;

export interface Forms {
  readonly words: NameWords;
  /** Whose given name stands for all forms of it, by the number of these. */
  readonly called: ReadonlyMap<number, ReadonlySet<string>>;
  /** Words of people's names that may be written with a slip. */
  readonly misses: NearMisses;
  /** Who has these initials, as `initialsKey` writes them. */
  readonly initials: ReadonlyMap<string, ReadonlySet<string>>;
  /** By their first words. */
  readonly byFirst: ReadonlyMap<number, readonly Form[]>;
  /** Written together, as in addresses, with whom each means. */
  readonly joined: ReadonlyMap<string, string | null>;
  /** Single words that are looked for inside longer ones in addresses. */
  readonly single: ReadonlyMap<string, string | null>;
  /** The same, to be looked for inside of longer words: written together, single, and how these sound. */
  readonly inside: {
    readonly joined: NamesInside;
    readonly single: NamesInside;
    readonly sounds: NamesInside;
  };
  /** Names in scripts that do not part words. */
  readonly unparted: ReadonlyMap<string, string | null>;
  readonly empty: boolean;
}

/** `alone` also looks for the single words of people's names. */
export function formsOf(
  hidden: readonly Named[],
  kept: readonly Named[],
  { alone }: { readonly alone: boolean },
): Forms {
  const words = new NameWords();
  const called = new Map<number, Set<string>>();
  const misses = new NearMisses();
  const initials = new Map<string, Set<string>>();
  const byFirst = new Map<number, Form[]>();
  const joined = new Map<string, string | null>();
  const single = new Map<string, string | null>();
  const unparted = new Map<string, string | null>();
  const add = (form: Form) => {
    const first = form.words[0];
    if (first === undefined) return;
    const forms = byFirst.get(first) ?? [];
    byFirst.set(first, forms);
    forms.push(form);
  };
  const whose = (map: Map<string, string | null>, text: string, entity: string | null) => {
    const other = map.get(text);
    map.set(text, other === undefined || other === entity ? entity : null);
  };
  /** Ваня Иванов and Иванов Ваня of Иван Петрович Иванов. */
  const addCalled = (id: string, own: readonly FoldedWord[]) => {
    for (const given of own)
      for (const line of linesOf(given.written)) {
        const alias = words.addGivenNames(line);
        called.set(alias, (called.get(alias) ?? new Set()).add(id));
        for (const other of own.filter((word) => word !== given && isPart(word))) {
          const rest = words.add(other);
          add({ words: [alias, rest], entity: id, kept: false, called: true });
          add({ words: [rest, alias], entity: id, kept: false, called: true });
        }
      }
  };
  /** Written together with its article. */
  const addWithArticle = (folded: string) => {
    const number = words.add({ folded, written: folded });
    add({ words: [number], entity: null, kept: false, called: false });
    whose(single, folded, null);
  };
  for (const { id, kind, spellings } of hidden)
    for (const spelling of spellings) {
      const own = wordsOf(spelling, foldWithOrigins(spelling));
      const folded = own.map((word) => word.folded);
      const numbers = own.map((word) => words.add(word));
      if (numbers.length === 0) continue;
      add({ words: numbers, entity: id, kept: false, called: false });
      const bare = numbers.filter((_, at) => !isArticle(folded[at] ?? ''));
      if (bare.length > 1 && bare.length < numbers.length)
        add({ words: bare, entity: id, kept: false, called: false });
      const together = folded.join('');
      if (UNPARTED.test(together)) whose(unparted, together, id);
      if (numbers.length === 1) whose(single, together, id);
      else whose(joined, together, id);
      if (alone && kind === 'person' && numbers.length <= LONGEST_NAME) addCalled(id, own);
      if (kind !== 'person' || numbers.length === 1) continue;
      const key = initialsKey(own.filter(isPart).map(({ written }) => written.charAt(0)));
      if (alone) initials.set(key, (initials.get(key) ?? new Set()).add(id));
      if (numbers.length <= LONGEST_NAME) {
        add({ words: numbers.toReversed(), entity: id, kept: false, called: false });
        whose(joined, folded.toReversed().join(''), id);
      }
      if (!alone || numbers.length > LONGEST_NAME) continue;
      for (const part of own.filter(isPart)) {
        const article = isArticle(folded[own.indexOf(part) - 1] ?? '');
        const number = words.add(part, { article });
        misses.add(part.folded, id);
        words.addInArabic(number, part.written);
        add({ words: [number], entity: null, kept: false, called: false });
        whose(single, part.folded, null);
        if (article) addWithArticle(`al${part.folded}`);
      }
    }
  for (const { id, spellings } of kept)
    for (const spelling of spellings) {
      const numbers = wordsOf(spelling, foldWithOrigins(spelling)).map((word) => words.add(word));
      if (numbers.length > 1) add({ words: numbers, entity: id, kept: true, called: false });
    }
  for (const forms of byFirst.values())
    forms.sort((a, b) => Number(a.kept) - Number(b.kept) || b.words.length - a.words.length);
  const heard = [...joined.keys(), ...single.keys()].flatMap((name) => sounds(name));
  const inside = {
    joined: new NamesInside(joined, SHORTEST_JOINED),
    single: new NamesInside(single, SHORTEST_INSIDE),
    sounds: new NamesInside(new Map(heard.map((sound) => [sound, null])), SHORTEST_SOUND),
  };
  return {
    words,
    called,
    misses,
    initials,
    byFirst,
    joined,
    single,
    inside,
    unparted,
    empty: hidden.length === 0,
  };
}

export const isNear = ({ nearness }: WordMatch) => nearness === 'same' || nearness === 'near';

/** Whose name a word is by itself, as written, in another script or inflected; `undefined` when it is none. */
export function nameOfOneWord(word: Reading, forms: Forms): string | null | undefined {
  return forms.words
    .matches(word)
    .filter(isNear)
    .flatMap((match) => forms.byFirst.get(match.word) ?? [])
    .find(({ words, kept }) => words.length === 1 && !kept)?.entity;
}

/** Words that begin with a capital, or are in a script without capitals: not the "of" and "von" between them. */
function isPart({ folded, written }: FoldedWord): boolean {
  return folded.length >= SHORTEST_PART && !SMALL.test(written);
}
