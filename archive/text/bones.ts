/**
 * What is left of a name when it goes from Arabic letters into Latin or Cyrillic ones and back: its consonants, roughly. Short vowels are not written in
 * Arabic, w and y are vowels as often as not, and several of its consonants share one letter elsewhere. `bonesOf('khatib')` and `bonesOf('خطيب')` are `HTB`.
 */

const classesOf = (list: string): ReadonlyMap<string, string> =>
  new Map(
    list.split(' ').flatMap((entry) => {
      const [name = '', letters = ''] = entry.split(':');
      return letters.split(',').map((letter): [string, string] => [letter, name]);
    }),
  );

const ARABIC = classesOf(
  'B:ب,پ T:ت,ط,ث G:ج,غ,گ H:ح,ه,خ D:د,ذ,ض,ظ,ز R:ر S:س,ص,ش,چ,ژ F:ف K:ق,ك,ک L:ل M:م N:ن',
);
const ELSEWHERE = classesOf(
  'H:kh,h,x,х S:sh,ch,s,с,ш,щ,ч,ц G:gh,dj,zh,j,g,дж,г,ґ,ж D:dh,d,z,д,з T:th,t,т F:ph,f,ф B:b,p,б,п K:k,q,c,к R:r,р L:l,л M:m,м N:n,н',
);
const ARABIC_WORD = /^\p{Script=Arabic}+$/u;
const OTHER_WORD = /^(?:\p{Script=Latin}|\p{Script=Cyrillic})+$/u;
/** At the end it is not heard, and written or not. */
const SILENT_END = /(?<=.)[hه]$/u;

export type Side = 'arabic' | 'elsewhere';

/** `null` for a word in neither of the two, or in several scripts. */
export function sideOf(word: string): Side | null {
  if (ARABIC_WORD.test(word)) return 'arabic';
  return OTHER_WORD.test(word) ? 'elsewhere' : null;
}

/** Consonants, a capital for each class, of a folded word; a doubled letter counts once. */
export function bonesOf(word: string, side: Side): string {
  let bones = '';
  let before = '';
  eachLetter(word.replace(SILENT_END, ''), side, (_, found) => {
    if (found !== before) bones += found;
    before = found;
  });
  return bones;
}

/** What stands before, between and behind the consonants of `bonesOf`: one more than there are of them. */
export function flesh(word: string, side: Side): readonly string[] {
  const gaps = [''];
  let before = '';
  eachLetter(word.replace(SILENT_END, ''), side, (letters, found) => {
    if (found === '') gaps.push(`${gaps.pop() ?? ''}${letters}`);
    else if (found !== before) gaps.push('');
    before = found;
  });
  const end = SILENT_END.exec(word)?.[0] ?? '';
  return [...gaps.slice(0, -1), `${gaps.at(-1) ?? ''}${end}`];
}

/** `found` is the class of a consonant, empty for anything else. */
function eachLetter(
  word: string,
  side: Side,
  visit: (letters: string, found: string) => void,
): void {
  if (side === 'arabic') {
    for (const letter of word) visit(letter, ARABIC.get(letter) ?? '');
    return;
  }
  for (let at = 0; at < word.length;) {
    const two = word.slice(at, at + 2);
    const asTwo = ELSEWHERE.get(two);
    const letters = asTwo === undefined ? word.charAt(at) : two;
    visit(letters, asTwo ?? ELSEWHERE.get(letters) ?? '');
    at += letters.length;
  }
}

/** The word, and one whose h at the end is heard: Salih is صالح. */
export const heardEnds = (word: string): readonly string[] =>
  word.endsWith('h') ? [word, `${word}h`] : [word];

/** "al-Khatib", "ash-Sharif", «аль-Хатиб»: in Arabic it is written together with the word after it. */
const ARTICLE = /^(?:[ae]l|ad|ar|as|ash|an|at|az|[аэ]л|ад|ар|ас|аш|ан|ат|аз)$/;

/** Of a folded word. */
export function isArticle(word: string): boolean {
  return ARTICLE.test(word.replace('ь', ''));
}
