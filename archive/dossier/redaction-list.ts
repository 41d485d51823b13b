/** What was redacted, for whoever reads the dossier: each mark, why it stands there, and how often in which part. Never a name. */
import type { Mark, Redactor } from '../redact/index.ts';
import type { Setting } from './composing.ts';
import type { Exhibit } from './material.ts';
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

type Entry = PrintedDossier['redactions'][number];
type Places = readonly (readonly [place: string, texts: readonly string[]])[];

/** `exhibits` are those that are printed, with the parts of their pictures that are covered. */
export function redactionList(
  printed: Printed,
  exhibits: readonly Exhibit[],
  redactor: Redactor | null,
  { words, printable }: Pick<Setting, 'words' | 'printable'>,
): readonly Entry[] {
  const covers = exhibits.some(({ covered }) => covered !== undefined);
  if (!redactor && !covers) return [];
  const places = placesOf(printed, words);
  const reason = (text: string) => printable.line(text);
  return [
    ...(redactor ? namesIn(places, redactor, words) : []),
    ...(covers ? coveredWords(places, words) : []),
    ...coveredParts(exhibits, words).map((entry) => ({ ...entry, reason: reason(entry.reason) })),
  ];
}

/** Words of pictures' texts that lie under what is covered. */
function coveredWords(places: Places, words: Words): Entry[] {
  const mark = `[${words.redaction.coveredWords}]`;
  const counted = countedIn(places, mark);
  return counted.length === 0 ? [] : [entryOf(mark, words.redaction.coveredWordsReason, counted)];
}

/** One line for each reason. */
function coveredParts(exhibits: readonly Exhibit[], { redaction, exhibit }: Words): Entry[] {
  const reasons = new Map<string, Map<string, number>>();
  for (const { number, covered = [] } of exhibits)
    for (const { reason } of covered) {
      const label = exhibit.label(number);
      const counts = reasons.get(reason.trim()) ?? new Map<string, number>();
      reasons.set(reason.trim(), counts.set(label, (counts.get(label) ?? 0) + 1));
    }
  return [...reasons].map(([reason, counts]) =>
    entryOf(
      redaction.coveredPart,
      reason === '' ? redaction.coveredNoReason : redaction.coveredReason(reason),
      [...counts].map(([place, count]) => ({ place, count })),
    ),
  );
}

interface Counted {
  readonly place: string;
  readonly count: number;
}

function countedIn(places: Places, mark: string): Counted[] {
  return places.flatMap(([place, texts]) => {
    const count = texts.reduce((sum, text) => sum + timesIn(text, mark), 0);
    return count === 0 ? [] : [{ place, count }];
  });
}

function entryOf(mark: string, reason: string, counted: readonly Counted[]): Entry {
  return {
    mark,
    reason,
    places: counted.map(({ place, count }) => `${place}: ${count}`).join(' · '),
    count: counted.reduce((sum, { count }) => sum + count, 0),
  };
}

function namesIn(places: Places, redactor: Redactor, words: Words): Entry[] {
  const marks = new Map<string, Mark[]>();
  for (const mark of redactor.marks) marks.set(mark.mark, [...(marks.get(mark.mark) ?? []), mark]);
  if (!marks.has(redactor.withheld)) marks.set(redactor.withheld, []);
  return [...marks].flatMap(([mark, those]) => {
    const counted = countedIn(places, mark);
    if (counted.length === 0) return [];
    const reasons = new Set(those.map((one) => reasonOf(one, words)));
    if (mark === redactor.withheld && those.length === 0) reasons.add(words.redaction.part);
    return [entryOf(mark, [...reasons].join(' '), counted)];
  });
}

function reasonOf({ chosen, protection }: Mark, { redaction }: Words): string {
  return chosen ? redaction.chosen : redaction.reasons[protection];
}

function placesOf(
  { cover, sections, exhibits, comparisons, claims, custody }: Printed,
  words: Words,
): Places {
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
  return printedTexts(node, REPEATED);
}

function timesIn(text: string, mark: string): number {
  return text.split(mark).length - 1;
}
