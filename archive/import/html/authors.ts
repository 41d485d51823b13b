/** The names of those who wrote a page, out of what it says about them. */
import type { Readings } from '../readings.ts';

const BY =
  /^(?:by|von|par|por|autor(?:in)?|author|автор|аўтар|текст|written by|posted by|text)\s*[:.]?\s+/i;
/** Accounts, not people. */
const NOBODY =
  /^(?:admin(?:istrator)?|redaktion|redakcja|редакция|рэдакцыя|editor|staff|webmaster|root|user|unknown)$/i;
const AUTHORS = 20;

/**
 * All of the strongest place that names anybody: JSON-LD before tags before the text. Weaker places stay
 * readings. The publisher is nobody's author.
 */
export function chooseAuthors(readings: Readings): string[] {
  const all = readings.all('author');
  for (const from of new Set(all.map((reading) => reading.from))) {
    const names = all
      .filter((reading) => reading.from === from)
      .flatMap(({ value }) => value.split(/\s*[;|•]\s*/))
      .map((name) => name.replace(BY, '').trim())
      .filter((name) => isName(name));
    if (names.length > 0) return [...new Set(names)].slice(0, AUTHORS);
  }
  return [];
}

function isName(name: string): boolean {
  return (
    name.length <= 100 &&
    /\p{L}{2}/u.test(name) &&
    !/^(?:https?:|www\.)|@\S+\.\S/.test(name) &&
    !NOBODY.test(name)
  );
}
