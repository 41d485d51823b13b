/** Choosing among what a container holds, on the command line: what it holds, and what of it is meant. */
import type { Archive, PartList, PartToChoose } from '../../archive/index.ts';
import { quietJob } from '../../archive/lib/job.ts';
import { parseRanges } from '../../archive/lib/ranges.ts';
import { fail, ok, type Result } from '../../archive/lib/result.ts';
import { type ChosenParts, limits } from '../../archive/model/index.ts';
import { listParts } from '../files/list-parts.ts';
import { failureText } from '../messages/failure-text.ts';
import { noteText } from '../messages/note-text.ts';
import type { Arguments, Option } from './command.ts';
import { print, t, warn } from './output.ts';
import { UsageError } from './usage.ts';

export const choiceOptions: Readonly<Record<string, Option>> = {
  list: { type: 'boolean' },
  pages: { type: 'string' },
  'pages-matching': { type: 'string' },
};

/** What is asked of one file; `null` when it is to come in with all that it holds. */
export type Choosing =
  | { readonly how: 'list' }
  | { readonly how: 'numbers'; readonly numbers: readonly number[] }
  | { readonly how: 'matching'; readonly words: string };

/** Throws `UsageError` for numbers that are none, and for more than one way, or file, at a time. */
export function readChoice(parsed: Arguments, files: number): Choosing | null {
  const [pages, words] = [parsed.text('pages'), parsed.text('pages-matching')];
  const numbers = pages === undefined ? undefined : parseRanges(pages, limits.containerParts);
  const asked: readonly (Choosing | null)[] = [
    ...(parsed.flag('list') ? [{ how: 'list' } as const] : []),
    ...(numbers === undefined ? [] : [numbers && ({ how: 'numbers', numbers } as const)]),
    ...(words === undefined ? [] : [{ how: 'matching', words } as const]),
  ];
  const [choice = null] = asked;
  if (asked.length > 1 || asked.includes(null) || (choice !== null && files > 1))
    throw new UsageError();
  return choice;
}

/** Fails with `holds-no-parts` for what is no container. */
export async function partsOf(archive: Archive, path: string): Promise<Result<PartList>> {
  const listed = await listParts(archive, { kind: 'path', path }, quietJob);
  if (!listed.ok) return listed;
  return listed.value ? ok(listed.value) : fail('holds-no-parts');
}

export async function chosenIn(
  archive: Archive,
  path: string,
  choice: Exclude<Choosing, { readonly how: 'list' }>,
): Promise<Result<ChosenParts>> {
  if (choice.how === 'numbers') return ok({ numbers: choice.numbers });
  const listed = await partsOf(archive, path);
  if (!listed.ok) return listed;
  const { sha256, parts } = listed.value;
  const numbers = parts.filter((part) => has(part, choice.words)).map(({ number }) => number);
  return numbers.length === 0 ? fail('no-part-matches') : ok({ sha256, numbers });
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase();

function has({ title, address, name }: PartToChoose, words: string): boolean {
  return [title, address, name].some((text) => folded(text ?? '').includes(folded(words)));
}

/** A line for each part. */
export function reportParts({ notes, parts, cut }: PartList): void {
  for (const part of parts) print(lineOf(part));
  for (const note of notes) warn(noteText(t, note));
  const there = parts.filter((part) => part.there !== null).length;
  warn(t('command.partsSum', { count: parts.length, there }));
  if (cut) warn(t('command.partsCut'));
}

function lineOf({ number, name, failure, ...part }: PartToChoose): string {
  if (failure !== null)
    return t('command.partLost', { number, name, reason: failureText(t, { code: failure }) });
  return t('command.part', {
    number,
    name,
    date: part.date ?? '-',
    type: part.mediaType ?? '-',
    bytes: part.size,
    digests: part.digests === null ? '-' : t(`command.digests.${part.digests}`),
    there: part.there ?? '-',
    title: part.title ?? '-',
  });
}
