/** What was redacted, for whoever reads the dossier: each mark, why it stands there, and how often in which part. Never a name. */
import type { Mark, Redactor } from '../redact/index.ts';
import type { PrintedDossier } from './print.ts';
import { printedTexts, REPEATED } from './printed-texts.ts';
import type { Words } from './words/words.ts';

/** Where things are printed that are redacted. */
type Printed = Pick<
  PrintedDossier,
  'exhibits' | 'sections' | 'comparisons' | 'claims' | 'custody'
> & {
  readonly cover: unknown;
};

export function redactionList(
  printed: Printed,
  redactor: Redactor,
  words: Words,
): PrintedDossier['redactions'] {
  const places = placesOf(printed, words);
  const marks = new Map<string, Mark[]>();
  for (const mark of redactor.marks) marks.set(mark.mark, [...(marks.get(mark.mark) ?? []), mark]);
  if (!marks.has(redactor.withheld)) marks.set(redactor.withheld, []);
  return [...marks].flatMap(([mark, those]) => {
    const counted = places.flatMap(([place, texts]) => {
      const count = texts.reduce((sum, text) => sum + timesIn(text, mark), 0);
      return count === 0 ? [] : [{ place, count }];
    });
    if (counted.length === 0) return [];
    const reasons = new Set(those.map((one) => reasonOf(one, words)));
    if (mark === redactor.withheld && those.length === 0) reasons.add(words.redaction.part);
    return [
      {
        mark,
        reason: [...reasons].join(' '),
        places: counted.map(({ place, count }) => `${place}: ${count}`).join(' · '),
        count: counted.reduce((sum, { count }) => sum + count, 0),
      },
    ];
  });
}

function reasonOf({ chosen, protection }: Mark, { redaction }: Words): string {
  return chosen ? redaction.chosen : redaction.reasons[protection];
}

function placesOf(
  { cover, sections, exhibits, comparisons, claims, custody }: Printed,
  words: Words,
): readonly (readonly [place: string, texts: readonly string[]])[] {
  return [
    [words.redaction.cover, textsOf(cover)],
    [words.template.account, textsOf(sections)],
    ...exhibits.map((exhibit) => [exhibit.label, textsOf(exhibit)] as const),
    ...[...comparisons, ...claims].map((one) => [one.heading, textsOf(one)] as const),
    [words.redaction.custody, textsOf(custody)],
  ];
}

/** A title that is printed shortened as well counts once. */
function textsOf(node: unknown): readonly string[] {
  return [...printedTexts(node, REPEATED)];
}

function timesIn(text: string, mark: string): number {
  return text.split(mark).length - 1;
}
