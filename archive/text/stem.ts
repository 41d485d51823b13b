/** Light stemming: takes the commonest inflectional endings off a folded word, and no more. */

const endings: Readonly<Record<string, string>> = {
  en: "'s ings ing edly ed es s",
  ru: 'иями ями ами иях ях ах ием ем ом ов ев ей ий ый ой ая яя ое ее ые ие ого его ому ему ыми ими ых их ую юю ою ею ам ям ия ию ии ал ала ало али ил ила или ит ет ют ут ат ят ть ться а я о е ы и у ю ь й',
  be: 'іямі ямі амі яў аў оў ёў іях ях ах ем ом ам ям ага яга ому аму яму ымі імі ых іх ая яя ае ее ыя ія ую юю ай ой ей ый ій аю яю ію іі ыць іць уць юць аць яць ал ала алі іла ілі а я о е ы і у ю ь й ў',
  uk: 'іями ями ами ів їв ев ях ах ем ом ям ам ого його ому йому ими іми их іх ая яя ою ею ую юю ий ій ої єї ія ію ії ає ать ять ить ала али ила или а я о е и і у ю ь й є ї',
  pl: 'iami ami ach iach owie ow iem em om ego iego emu iemu ymi imi ych ich aja ą ej iej ie ia io iu a e i o u y',
};
const ARABIC_BEFORE = /^(?:[وفبك]?ال|لل|و)(?=.{3})/;
const ARABIC_AFTER = /(?<=.{3})(?:ات|ون|ين|ان|ها|هم|ية|يه|ه|ي)$/;
/** Letters of a stem below which nothing is taken off. */
const SHORTEST = 3;

const sorted = new Map(
  Object.entries(endings).map(([language, list]) => [
    language,
    [...new Set(list.split(' '))].sort((a, b) => b.length - a.length),
  ]),
);

/** The language whose endings are tried when it is not known: by the letters of the word. */
function guess(word: string): string {
  if (/[\u0600-\u06ff]/.test(word)) return 'ar';
  if (/[ў]/.test(word)) return 'be';
  if (/[їєґ]/.test(word)) return 'uk';
  if (/[\u0400-\u04ff]/.test(word)) return word.includes('і') ? 'be' : 'ru';
  return 'en';
}

/**
 * The word without its ending, for a folded word of a language given as in `Language` (`be`, `sr-Latn`); for `und` and
 * languages without a list the letters decide. At least three letters are left. Never throws.
 */
export function stem(word: string, language: string): string {
  const known = language.split('-', 1)[0] ?? '';
  const chosen = known === 'ar' || sorted.has(known) ? known : guess(word);
  if (chosen === 'ar') return word.replace(ARABIC_BEFORE, '').replace(ARABIC_AFTER, '');
  for (const ending of sorted.get(chosen) ?? [])
    if (word.length - ending.length >= SHORTEST && word.endsWith(ending))
      return word.slice(0, -ending.length);
  return word;
}
