/** Given names in their cases, and which names of the table a word may be: full or short, in any of the alphabets. */
import { foldWord, sounds } from '../text/index.ts';
import { givenNames } from './short-names.ts';

/** Sounds below which a name is compared with others of its alphabet only. */
const SHORTEST = 4;
const CYRILLIC = /^\p{Script=Cyrillic}/u;
/** Short forms that are common words as well: by themselves they tell nothing. */
const COMMON: ReadonlySet<string> = new Set(
  (
    'коли але воля воли надо были было слово слова баби бабы білий білій кит кита гора горы роза розы рая нада ди гоня коля каля уля тата таты ната дима тина вита ' +
    'will wiki kits lane may art dot sue pat bill mark rob gene jack case ginger frank rich dick kit ray don ken hank chuck jo bob ' +
    'bea bert nick si al len ted ned tad max maja ola ali ania kim lu val reni'
  ).split(' '),
);

/** What a given name ends in, and what stands there in its cases; the last consonant too where it changes. */
const CASES: readonly (readonly [ending: RegExp, others: string])[] = [
  [/ка$/, 'ка ки кі ку кой кою кай каю ко ке цы ці це'],
  [/га$/, 'га ги гі гу гой гою гай гаю го зе зі'],
  [/ха$/, 'ха хи хі ху хой хою хай хаю хо хе се сі'],
  [/(?<=[жшчщц])а$/, 'а и і ы у ей ею ай аю ой ою е э'],
  [/а$/, 'а ы и у ой ою ай аю е і э о'],
  [/ия$/, 'ия ии ию ией'],
  [/[яія]я$/, 'я і ї ю єю яй'],
  [/я$/, 'я и і ю ей ею яй яю ёй е'],
  [/[иыі]й$/, 'ий я ю ем єм ии ії'],
  [/й$/, 'й я ю ем єм е ї'],
  [/ь$/, 'ь я ю ем ём ею е і'],
  [/ок$/, 'ок ка ку ком ке'],
  [/ёк$/, 'ёк ька ьку ьком ьке'],
  [/о$/, 'о а у ом ові і'],
  [/(?<=[бвгґджзклмнпрстўфхцчшщ])$/, ' а у ом ам ем е ы ові еві'],
  [/ka$/, 'ka ki kę ką ko ce'],
  [/ia$/, 'ia i ię ią io iu'],
  [/a$/, 'a y i ę ą o u ie'],
  [/iek$/, 'iek ka kiem kowi ku'],
  [/ek$/, 'ek ka kiem kowi ku'],
  [/o$/, 'o a owi em iu'],
  [/ś$/, 'ś sia siowi siem siu'],
  [/(?<=[bcdfghjklłmnńprstwxzź])$/, ' a u owi em ie iem s'],
];

/** In small letters. */
function casesOf(name: string): readonly string[] {
  const small = name.toLowerCase();
  const [ending, others] = CASES.find(([end]) => end.test(small)) ?? [];
  if (!ending || others === undefined) return [small];
  const stem = small.replace(ending, '');
  return [small, ...others.split(' ').map((other) => stem + other)];
}

/** As it is folded; and, in the other alphabet, as it most likely sounds. */
export function keysOf(name: string): readonly string[] {
  return keys(name, CYRILLIC.test(name) ? 'latin' : 'cyrillic');
}

function keysInTable(name: string): readonly string[] {
  return keys(name, CYRILLIC.test(name) ? 'cyrillic' : 'latin');
}

function keys(name: string, heardIn: string): readonly string[] {
  const [sound = ''] = sounds(name, 1);
  const folded = foldWord(name);
  return sound.length < SHORTEST ? [folded] : [folded, `${heardIn}~${sound}`];
}

/** Whether a given name alone may be one: in small letters or in capitals throughout it is more often something else. */
export function mayStandAlone(written: string): boolean {
  return /^\p{Lu}[\p{Ll}\p{M}'’ʼ]+$/u.test(written) && !COMMON.has(foldWord(written));
}

/** Whether a word may be a name with a slip: capitals may stand in it (MacFarlane, O'Donnell) or throughout. */
export function mayBeName(written: string): boolean {
  return /^\p{Lu}[\p{L}\p{M}'’ʼ]+$/u.test(written) && !COMMON.has(foldWord(written));
}

let byKey: ReadonlyMap<string, ReadonlySet<number>> | null = null;

/** Lines of the table on which the word, which is not inflected, stands. */
export function linesOf(word: string): ReadonlySet<number> {
  byKey ??= indexed();
  const lines = keysOf(word).flatMap((key) => [...(byKey?.get(key) ?? [])]);
  return new Set(lines);
}

function indexed(): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>();
  for (const [line, { full, short }] of givenNames.entries())
    for (const name of [...full, ...short])
      for (const key of keysInTable(name)) {
        const lines = found.get(key) ?? new Set();
        found.set(key, lines.add(line));
      }
  return found;
}

const known = new Map<number, readonly string[]>();

/** Every form of every name on a line of the table, as keys: cases in its own alphabet only. */
export function keysOfLine(line: number): readonly string[] {
  let found = known.get(line);
  if (!found) {
    const { full = [], short = [] } = givenNames[line] ?? {};
    const names = [...full, ...short];
    found = [...new Set([...names.flatMap(keysInTable), ...names.flatMap(casesOf).map(foldWord)])];
    known.set(line, found);
  }
  return found;
}
