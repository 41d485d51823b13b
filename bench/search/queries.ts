/** Queries of which it is known what they should find. */
import { random, type Random } from './random.ts';
import {
  arabic,
  belarusian,
  capital,
  polish,
  romanisations,
  russian,
  spell,
  ukrainian,
  type Writing,
} from './spelling.ts';
import { type Person, personAt, STEMS, type Token, type World } from './world.ts';

export const families = [
  'words',
  'one word, 1 typo',
  'one word, 2 typos',
  '2 to 5 words, 1 typo',
  'inflected',
  'shuffled',
  'prefix',
  'name',
  'name, other romanisation',
  'name, other script',
  'full name',
  'full name, turned',
  'name, 1 typo',
  'name, 2 typos',
  'name, other script, 1 typo',
  'name and a word',
  'pasted phrase',
  'gibberish',
  'unknown name',
] as const;
export type Family = (typeof families)[number];

export interface BenchQuery {
  readonly family: Family;
  readonly text: string;
  /** Keys of which a document must hold all to be an answer; empty when nothing is. */
  readonly keys: readonly number[];
  /** Instead: the one document that is an answer. */
  readonly document?: string;
  /** A word of the answer begins so (the last, unfinished one). */
  readonly beginning?: { readonly letters: string };
}

const scripts = [russian, belarusian, ukrainian, polish, arabic];
const nonLatin = [russian, belarusian, ukrainian, arabic];

const alphabets: readonly [RegExp, string][] = [
  [/[\u0600-\u06ff]/, 'ابتثجحخدرزسشصضطعغفقكلمنهوي'],
  [/[\u0400-\u04ff]/, 'абвгдежзийклмнопрстуфхцчшыэюя'],
  [/./, 'abcdefghijklmnopqrstuvwxyz'],
];

/** One slip of the finger; the first letter is mostly safe. */
export function typo(r: Random, word: string): string {
  const letters = Array.from(word);
  const alphabet = Array.from(alphabets.find(([script]) => script.test(word))?.[1] ?? 'a');
  for (;;) {
    const changed = [...letters];
    const at = r.chance(0.1) ? 0 : 1 + r.below(Math.max(1, letters.length - 1));
    switch (r.below(4)) {
      case 0:
        changed[at] = r.pick(alphabet);
        break;
      case 1:
        changed.splice(at, 1);
        break;
      case 2:
        changed.splice(at, 0, r.pick(alphabet));
        break;
      default: {
        const next = changed[at + 1];
        const here = changed[at];
        if (next === undefined || here === undefined) continue;
        changed[at] = next;
        changed[at + 1] = here;
      }
    }
    if (changed.join('') !== word) return changed.join('');
  }
}

interface Target {
  readonly id: string;
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** Words that are rare enough that somebody would type them to find something. */
const telling = (token: Token) => token.key >= 0 && token.key % STEMS > 150;

function shuffle<T>(r: Random, list: readonly T[]): T[] {
  const mixed = [...list];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = r.below(at + 1);
    [mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
  }
  return mixed;
}

export function makeQueries(world: World, perFamily: number, seed: number): BenchQuery[] {
  const r = random(seed, 7);

  const target = (): Target => {
    const { document, tokens } = world.document(r.below(world.size));
    // Of a long text a stretch, as somebody remembers it.
    const from = tokens.length > 60 ? r.below(tokens.length - 50) : 0;
    return { id: document.id, text: document.text, tokens: tokens.slice(from, from + 50) };
  };
  const written = ({ text }: Target, { start, end }: Token) => text.slice(start, end).toLowerCase();
  const tellingOf = (count: number, longest = 1): { from: Target; tokens: Token[] } => {
    for (;;) {
      const from = target();
      const byKey = new Map(from.tokens.filter(telling).map((token) => [token.key, token]));
      const list = [...byKey.values()].filter(({ start, end }) => end - start >= longest);
      if (list.length >= count)
        return {
          from,
          tokens: shuffle(r, list)
            .slice(0, count)
            .sort((a, b) => a.start - b.start),
        };
    }
  };
  const person = (): { number: number; person: Person } => {
    const number = Math.floor(Math.pow(r.next(), 1.2) * world.people.length);
    return { number, person: personAt(world.people, number) };
  };
  const named = (family: Family, write: (person: Person) => string): BenchQuery => {
    const { number, person: who } = person();
    return { family, text: write(who), keys: [-1 - number] };
  };
  const last = (who: Person, writing: Writing) => capital(spell(who.last, writing));
  const first = (who: Person, writing: Writing) => capital(spell(who.first, writing));
  const anyWriting = () => (r.chance(0.5) ? r.pick(romanisations) : r.pick(scripts));

  /** Two slips in a name of six letters make another name; so the longer ones, as with words. */
  const misspelt = (family: Family, typos: 1 | 2, write: () => Writing): BenchQuery => {
    for (;;) {
      const { number, person: who } = person();
      let text = last(who, write());
      if (text.length < (typos === 1 ? 6 : 8)) continue;
      for (let done = 0; done < typos; done++) text = typo(r, text);
      return { family, text, keys: [-1 - number] };
    }
  };

  const make: Record<Family, () => BenchQuery> = {
    words: () => {
      const { from, tokens } = tellingOf(2 + r.below(2));
      return {
        family: 'words',
        text: tokens.map((t) => written(from, t)).join(' '),
        keys: tokens.map((t) => t.key),
      };
    },
    'one word, 1 typo': () => {
      const { from, tokens } = tellingOf(1, 6);
      return {
        family: 'one word, 1 typo',
        text: tokens.map((t) => typo(r, written(from, t))).join(''),
        keys: tokens.map((t) => t.key),
      };
    },
    'one word, 2 typos': () => {
      const { from, tokens } = tellingOf(1, 8);
      return {
        family: 'one word, 2 typos',
        text: tokens.map((t) => typo(r, typo(r, written(from, t)))).join(''),
        keys: tokens.map((t) => t.key),
      };
    },
    '2 to 5 words, 1 typo': () => {
      const { from, tokens } = tellingOf(2 + r.below(4), 5);
      const wrong = r.below(tokens.length);
      return {
        family: '2 to 5 words, 1 typo',
        text: tokens
          .map((t, at) => (at === wrong ? typo(r, written(from, t)) : written(from, t)))
          .join(' '),
        keys: tokens.map((t) => t.key),
      };
    },
    inflected: () => {
      const { tokens } = tellingOf(1 + r.below(2), 5);
      return {
        family: 'inflected',
        text: tokens.map((t) => world.form(t.key, r.below(8))).join(' '),
        keys: tokens.map((t) => t.key),
      };
    },
    shuffled: () => {
      const { from, tokens } = tellingOf(3 + r.below(2));
      return {
        family: 'shuffled',
        text: shuffle(r, tokens)
          .map((t) => written(from, t))
          .join(' '),
        keys: tokens.map((t) => t.key),
      };
    },
    prefix: () => {
      const { from, tokens } = tellingOf(2, 6);
      const [one, two] = tokens as [Token, Token];
      const whole = written(from, two);
      const letters = whole.slice(0, 3 + r.below(whole.length - 3));
      return {
        family: 'prefix',
        text: `${written(from, one)} ${letters}`,
        keys: [one.key],
        beginning: { letters },
      };
    },
    name: () =>
      named('name', (who) => last(who, r.pick([...scripts, ...romanisations.slice(0, 1)]))),
    'name, other romanisation': () =>
      named('name, other romanisation', (who) => last(who, r.pick(romanisations))),
    'name, other script': () => named('name, other script', (who) => last(who, r.pick(nonLatin))),
    'full name': () =>
      named('full name', (who) => {
        const writing = anyWriting();
        return `${first(who, writing)} ${last(who, writing)}`;
      }),
    'full name, turned': () =>
      named('full name, turned', (who) => {
        const writing = anyWriting();
        return `${last(who, writing)} ${first(who, writing)}`;
      }),
    'name, 1 typo': () => misspelt('name, 1 typo', 1, anyWriting),
    'name, 2 typos': () => misspelt('name, 2 typos', 2, anyWriting),
    'name, other script, 1 typo': () =>
      misspelt('name, other script, 1 typo', 1, () => r.pick(nonLatin)),
    'name and a word': () => {
      for (;;) {
        const from = target();
        const who = from.tokens.find((t) => t.key < 0 && !t.first);
        const words = from.tokens.filter(telling);
        if (!who || words.length === 0) continue;
        const word = r.pick(words);
        const name = last(personAt(world.people, -1 - who.key), anyWriting());
        return {
          family: 'name and a word',
          text: `${name} ${written(from, word)}`,
          keys: [who.key, word.key],
        };
      }
    },
    'pasted phrase': () => {
      const from = target();
      const count = Math.min(from.tokens.length, 8 + r.below(20));
      const at = r.below(from.tokens.length - count + 1);
      const tokens = from.tokens.slice(at, at + count);
      const text = from.text.slice(tokens[0]?.start, tokens.at(-1)?.end);
      return {
        family: 'pasted phrase',
        text: r.chance(0.3) ? text.toUpperCase() : text,
        keys: [],
        document: from.id,
      };
    },
    gibberish: () => {
      const alphabet = Array.from(r.pick(alphabets)[1]);
      const text = Array.from({ length: 6 + r.below(5) }, () => r.pick(alphabet)).join('');
      return { family: 'gibberish', text, keys: [] };
    },
    'unknown name': () => {
      const stranger = personAt(world.people, 0).last.map(() =>
        r.pick(['a', 'z', 'u', 'p', 'i', 'g', 'o', 'f', 'e', 'b'] as const),
      );
      return { family: 'unknown name', text: capital(spell(stranger, anyWriting())), keys: [] };
    },
  };
  return families.flatMap((family) => Array.from({ length: perFamily }, make[family]));
}

/** Collects which documents answer which query, as documents go by. */
export class Truth {
  readonly relevant: Set<string>[];
  readonly #queries: readonly BenchQuery[];
  readonly #byKey = new Map<number, number[]>();

  constructor(queries: readonly BenchQuery[]) {
    this.#queries = queries;
    this.relevant = queries.map(
      ({ document }) => new Set(document === undefined ? [] : [document]),
    );
    queries.forEach(({ keys }, number) => {
      const [key] = keys;
      if (key !== undefined) this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), number]);
    });
  }

  see(id: string, text: string, tokens: readonly Token[]): void {
    const keys = new Set(tokens.filter(({ first }) => !first).map(({ key }) => key));
    for (const key of keys)
      for (const number of this.#byKey.get(key) ?? []) {
        const query = this.#queries[number];
        if (!query?.keys.every((wanted) => keys.has(wanted))) continue;
        const letters = query.beginning?.letters;
        if (letters !== undefined && !` ${text.toLowerCase()}`.includes(` ${letters}`)) continue;
        this.relevant[number]?.add(id);
      }
  }
}
