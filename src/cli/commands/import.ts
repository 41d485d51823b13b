/**
 * kuferak import DIR FILE|FOLDER… [--profile NAME] [--collected-by N] … [--url U] [--page-files] [--put-back]
 * kuferak import DIR FILE --list | --pages 1,3-5 | --pages-matching TEXT
 */
import type {
  Archive,
  ImportOutcome,
  NearDuplicates,
  TrashedTwin,
} from '../../../archive/index.ts';
import { quietJob } from '../../../archive/lib/job.ts';
import type { Failure } from '../../../archive/lib/result.ts';
import { limits, type SourceId } from '../../../archive/model/index.ts';
import { type Given, takeIn } from '../../files/take-in.ts';
import { failureText } from '../../messages/failure-text.ts';
import { noteText } from '../../messages/note-text.ts';
import { choiceOptions, chosenIn, partsOf, readChoice, reportParts } from '../choose-parts.ts';
import { captureOptions, captureWithProfile } from '../capture-options.ts';
import { readArguments, type Run, withArchive } from '../command.ts';
import { print, printJson, t, warn } from '../output.ts';
import { UsageError } from '../usage.ts';

export const importFiles: Run = async (args) => {
  const parsed = readArguments(
    args,
    {
      ...captureOptions,
      ...choiceOptions,
      profile: { type: 'string' },
      url: { type: 'string' },
      'page-files': { type: 'boolean' },
      'put-back': { type: 'boolean' },
    },
    2,
    limits.importFiles,
  );
  const [folder = '', ...paths] = parsed.positionals;
  const url = parsed.text('url');
  if (url !== undefined && (paths.length > 1 || !URL.canParse(url))) throw new UsageError();
  const choice = readChoice(parsed, paths.length);
  const options = { address: url, pageFiles: parsed.flag('page-files'), except: folder };
  return withArchive(parsed, async (archive) => {
    const [first = ''] = paths;
    if (choice?.how === 'list') return list(archive, first, parsed.flag('json'));
    const capture = await captureWithProfile(archive, parsed);
    if (!capture.ok) return capture.error;
    const chosen = choice && (await chosenIn(archive, first, choice));
    if (chosen?.ok === false) return chosen.error;
    const given = paths.map((path): Given => ({
      kind: 'path',
      path,
      ...(chosen && { chosen: chosen.value }),
    }));
    const { outcomes, failure } = await takeIn(archive, given, capture.value, options, quietJob);
    const near = failure ? [] : await nearDuplicates(archive, outcomes);
    if (parsed.flag('json')) printJson({ outcomes, nearDuplicates: near });
    else {
      report(outcomes, parsed.flag('put-back'));
      await reportNear(archive, near);
    }
    if (failure) return failure;
    if (parsed.flag('put-back')) {
      const stopped = await putBackTwins(archive, outcomes, parsed.flag('json'));
      if (stopped) return stopped;
    }
    return firstFailure(outcomes);
  });
};

async function list(archive: Archive, path: string, json: boolean): Promise<Failure | null> {
  const listed = await partsOf(archive, path);
  if (!listed.ok) return listed.error;
  if (json) printJson(listed.value);
  else reportParts(listed.value);
  return null;
}

/** What lies in the trash with the bytes of what was taken in comes back in its place. */
async function putBackTwins(
  archive: Archive,
  outcomes: readonly ImportOutcome[],
  json: boolean,
): Promise<Failure | null> {
  const twins = Map.groupBy(twinsIn(outcomes), ({ twin }) => twin.item);
  for (const [item, found] of twins) {
    const back = await archive.putBackInstead(
      item,
      found.map(({ source }) => source),
    );
    if (!back.ok) return back.error;
    const said = back.value.replaced > 0 ? 'twin.back' : 'twin.backBeside';
    for (const { twin } of json ? [] : found) print(t(said, { shelfmark: twin.shelfmark }));
  }
  return null;
}

function twinsIn(
  outcomes: readonly ImportOutcome[],
): { readonly twin: TrashedTwin; readonly source: SourceId }[] {
  return outcomes.flatMap(({ result, parts = [] }) => [
    ...(result.state === 'taken' && result.trashed
      ? [{ twin: result.trashed, source: result.source }]
      : []),
    ...twinsIn(parts),
  ]);
}

function takenIn(outcomes: readonly ImportOutcome[]): SourceId[] {
  return outcomes.flatMap(({ result, parts = [] }) => [
    ...(result.state === 'taken' ? [result.source] : []),
    ...takenIn(parts),
  ]);
}

/** Told beside what was taken: that it cannot be found out does not undo the import. */
async function nearDuplicates(
  archive: Archive,
  outcomes: readonly ImportOutcome[],
): Promise<readonly NearDuplicates[]> {
  const taken = takenIn(outcomes);
  if (taken.length === 0) return [];
  await archive.derivePictures();
  const near = await archive.nearDuplicates(taken);
  return near.ok ? near.value : [];
}

async function reportNear(archive: Archive, found: readonly NearDuplicates[]): Promise<void> {
  const records = await archive.records();
  if (!records.ok || found.length === 0) return;
  const shelfmarks = new Map(records.value.sources.map(({ id, shelfmark }) => [id, shelfmark]));
  for (const { source, near } of found)
    for (const { by, shelfmark, title, share } of near)
      print(
        t(by === 'look' ? 'command.nearLook' : 'command.nearText', {
          shelfmark: shelfmarks.get(source) ?? '',
          id: source,
          other: shelfmark,
          share: Math.round(100 * share),
          title,
        }),
      );
  warn(t('command.nearHint'));
}

/** Also of a part: what came out of a file is as much asked for as the file. */
function firstFailure(outcomes: readonly ImportOutcome[]): Failure | null {
  for (const { result, parts = [] } of outcomes) {
    if (result.state === 'failed') return { code: result.code };
    const inner = firstFailure(parts);
    if (inner) return inner;
  }
  return null;
}

/** A line for each file and each part of it, parts set in; a sum where there are many. */
function report(outcomes: readonly ImportOutcome[], putsBack: boolean): void {
  const count = { taken: 0, 'already-there': 0, failed: 0 };
  const tell = (outcome: ImportOutcome, depth: number): void => {
    print('  '.repeat(depth) + lineOf(outcome));
    count[outcome.result.state] += 1;
    for (const note of notesOf(outcome, putsBack)) print(`${'  '.repeat(depth + 1)}\t\t${note}`);
    for (const part of outcome.parts ?? []) tell(part, depth + 1);
  };
  for (const outcome of outcomes) tell(outcome, 0);
  const total = count.taken + count['already-there'] + count.failed;
  if (total > 1)
    warn(
      t('command.importSum', {
        taken: count.taken,
        there: count['already-there'],
        failed: count.failed,
      }),
    );
}

function notesOf({ result, ofParts, parts = [] }: ImportOutcome, putsBack: boolean): string[] {
  const taken = parts.filter((part) => part.result.state === 'taken').length;
  return [
    ...(result.state === 'taken' ? result.notes.map((note) => noteText(t, note)) : []),
    ...(result.state === 'taken' && result.trashed && !putsBack
      ? twinLines(result.trashed, result.shelfmark)
      : []),
    ...(result.state === 'already-there'
      ? (result.added ?? []).map((added) => t(`import.added.${added}`))
      : []),
    ...(ofParts === undefined ? [] : [t('import.ofParts', { taken, count: ofParts })]),
  ];
}

function twinLines({ shelfmark, quotes }: TrashedTwin, other: string): string[] {
  return [
    quotes === 0 ? t('twin.textBare', { shelfmark }) : t('twin.text', { shelfmark, count: quotes }),
    t('command.twin', { shelfmark, other }),
  ];
}

function lineOf({ name, result }: ImportOutcome): string {
  switch (result.state) {
    case 'taken':
      return t('command.taken', { shelfmark: result.shelfmark, id: result.source, name });
    case 'already-there':
      return t(result.same === 'bytes' ? 'command.alreadyThere' : 'command.alreadyThereByAddress', {
        shelfmark: result.shelfmark,
        id: result.source,
        name,
      });
    case 'failed':
      return t('command.notTaken', { name, reason: failureText(t, { code: result.code }) });
  }
}
