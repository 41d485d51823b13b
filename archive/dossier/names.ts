/** Looks for names that must not leave in what would be printed. */

/** Shorter names are looked for as whole words only: inside longer ones they would be found everywhere. */
const SHORT = 4;

const EXPLICIT: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ø: 'o',
  ß: 'ss',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
};

/** Lower case, without diacritics, invisible characters or punctuation; words are parted by one space. */
export function foldForNames(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\u0640\ue000]/gu, '')
    .toLowerCase()
    .replace(/[łđøßıæœðþ]/g, (letter) => EXPLICIT[letter] ?? letter)
    .replace(/['’ʼ`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** How many of the entities, each given by its spellings, are named in any of the texts. */
export function countNamed(
  texts: Iterable<string>,
  entities: readonly (readonly string[])[],
): number {
  const open = new Set(
    entities
      .map((spellings) => spellings.map(foldForNames).filter((spelling) => spelling !== ''))
      .filter((spellings) => spellings.length > 0),
  );
  const all = open.size;
  if (all === 0) return 0;
  for (const text of texts) {
    if (open.size === 0) break;
    for (const form of formsOf(text)) {
      const folded = ` ${foldForNames(form)} `;
      for (const spellings of open)
        if (spellings.some((spelling) => isIn(folded, spelling))) open.delete(spellings);
    }
  }
  return all - open.size;
}

function isIn(folded: string, spelling: string): boolean {
  return folded.includes(spelling.length < SHORT ? ` ${spelling} ` : spelling);
}

/** An address hides names in percent codes. */
function* formsOf(text: string): Generator<string> {
  yield text;
  if (!/%[0-9a-f]{2}/i.test(text)) return;
  yield text.replace(/(?:%[0-9a-f]{2})+/gi, (codes) =>
    Buffer.from(codes.replaceAll('%', ''), 'hex').toString('utf8'),
  );
}
