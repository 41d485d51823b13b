/** The lines of the activity log about what is printed, in words. */
import type { Activity } from '../model/index.ts';
import { factsOf, momentText, type Setting } from './composing.ts';
import { quoteLabel } from './quote-label.ts';
import type { PrintedDossier, PrintedLine } from './print.ts';

/** Digits of a line's hash that are printed. */
const HASH_DIGITS = 16;
/** For whom an earlier edition left is nobody else's business. */
const RECIPIENT = 'recipient';

export function composeCustody(setting: Setting): PrintedDossier['custody'] {
  const { words, material } = setting;
  const facts = factsOf(setting);
  const names = namesOf(setting);
  return {
    facts: [
      facts.mono(words.custody.head, material.log.head),
      facts.said(words.custody.length, words.custody.lines(material.log.length)),
      facts.said(words.custody.printed, words.custody.lines(material.log.entries.length)),
    ],
    lines: material.log.entries.map((entry) => lineOf(setting, names, entry)),
  };
}

function lineOf(
  { words, printable }: Setting,
  names: ReadonlyMap<string, string>,
  entry: Activity,
): PrintedLine {
  const known = entry.subjects.flatMap((subject) => names.get(subject) ?? []);
  return {
    number: entry.number,
    at: momentText(entry.at).replace(' UTC', ''),
    action: words.actions[entry.action],
    about: known.join(', '),
    facts: printable.text(
      Object.entries(entry.facts)
        .filter(([name]) => name !== RECIPIENT)
        .map(([name, value]) => `${name}: ${value}`)
        .join('\n'),
    ),
    hash: entry.hash.slice(0, HASH_DIGITS),
  };
}

/** What a reader of the dossier calls the records. */
function namesOf({ words, material }: Setting): ReadonlyMap<string, string> {
  const names = new Map<string, string>([[material.dossier.id, words.template.dossier]]);
  for (const exhibit of material.exhibits) {
    const label = words.exhibit.label(exhibit.number);
    names.set(exhibit.source.id, label);
    for (const [index, quote] of exhibit.quotes.entries())
      names.set(quote.id, quoteLabel(exhibit, index));
  }
  for (const [index, { id }] of material.claims.entries())
    names.set(id, words.reference.claim(index + 1));
  return names;
}
