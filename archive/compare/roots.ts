/** The root of a word, roughly: what "inspection" and "inspectors", "вывезли" and "увезли" have in common. */
import type { ListedLanguage } from './language.ts';

/** What Slavic words put before a root, where four letters of it are left. */
const prefixes: Partial<Record<ListedLanguage, RegExp>> = {
  be: /^(?:рас|раз|пера|пры|пра|пад|без|вы|за|на|па|аб|ад|да|у|с|з)(?=.{4})/,
  ru: /^(?:рас|раз|пере|при|про|под|пре|воз|вос|без|бес|изо|вы|за|на|по|об|от|до|из|ис|вз|вс|у|с)(?=.{4})/,
  uk: /^(?:роз|пере|при|про|під|без|ви|за|на|по|об|від|до|із|зі|у|с|з)(?=.{4})/,
  pl: /^(?:roz|prze|przy|pro|pod|bez|wy|za|na|po|ob|od|do|wz|ws|u|s|z)(?=.{4})/,
};
/** Shorter ones are the roots of too much; what follows this many letters is an ending. */
const SHORTEST = 4;
const LONGEST = 5;

/** Of a stem; `null` when there is too little of it. */
export function rootOf(stem: string, language: ListedLanguage): string | null {
  const prefix = prefixes[language];
  const bare = prefix === undefined ? stem : stem.replace(prefix, '');
  return bare.length < SHORTEST ? null : bare.slice(0, LONGEST);
}
