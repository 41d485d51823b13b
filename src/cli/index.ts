/** The command-line face: the same engine, for batches, scripts, and the day when the window does not open. */
import { VERSION } from '../../archive/index.ts';
import type { Run } from './command.ts';
import { actor } from './commands/actor.ts';
import { carry } from './commands/carry.ts';
import { claims } from './commands/claims.ts';
import { codes } from './commands/codes.ts';
import { collections } from './commands/collections.ts';
import { compare } from './commands/compare.ts';
import { correct } from './commands/correct.ts';
import { cover } from './commands/cover.ts';
import { create } from './commands/create.ts';
import { deleteTag } from './commands/delete-tag.ts';
import { dossier } from './commands/dossier.ts';
import { exportAll } from './commands/export.ts';
import { importFiles } from './commands/import.ts';
import { keys } from './commands/keys.ts';
import { log } from './commands/log.ts';
import { mergeTags } from './commands/merge-tags.ts';
import { mentions } from './commands/mentions.ts';
import { names } from './commands/names.ts';
import { mark } from './commands/mark.ts';
import { ocr } from './commands/ocr.ts';
import { profiles } from './commands/profiles.ts';
import { quote } from './commands/quote.ts';
import { rekey } from './commands/rekey.ts';
import { remove } from './commands/remove.ts';
import { reread } from './commands/reread.ts';
import { salvage } from './commands/salvage.ts';
import { search } from './commands/search.ts';
import { show } from './commands/show.ts';
import { signingKey } from './commands/signing-key.ts';
import { sources } from './commands/sources.ts';
import { stamps } from './commands/stamps.ts';
import { suggest } from './commands/suggest.ts';
import { tag } from './commands/tag.ts';
import { trash } from './commands/trash.ts';
import { undo } from './commands/undo.ts';
import { timeline } from './commands/timeline.ts';
import { verify } from './commands/verify.ts';
import { version } from './commands/version.ts';
import { wording } from './commands/wording.ts';
import { print, t, warn, warnOf } from './output.ts';
import { UsageError } from './usage.ts';

const commands = new Map<string, Run>(
  Object.entries({
    create,
    import: importFiles,
    sources,
    show,
    ocr,
    reread,
    correct,
    cover,
    quote,
    suggest,
    codes,
    tag,
    'merge-tags': mergeTags,
    'delete-tag': deleteTag,
    carry,
    search,
    compare,
    wording,
    claims,
    names,
    mentions,
    timeline,
    version,
    remove,
    collections,
    mark,
    trash,
    undo,
    dossier,
    verify,
    salvage,
    keys,
    rekey,
    log,
    profiles,
    'signing-key': signingKey,
    stamps,
    actor,
    export: exportAll,
  }),
);

/** Answers the exit code: 0 done, 1 failed with one sentence on standard error, 2 wrong usage. */
export async function main(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args;
  if (name === '--help' || name === 'help') {
    print(t('command.usage'));
    return 0;
  }
  if (name === '--version') {
    print(VERSION);
    return 0;
  }
  const run = commands.get(name);
  if (!run) return wrongUsage(/^(?:-|$)/.test(name) ? null : t('command.unknown', { name }));
  try {
    const failure = await run(rest);
    if (!failure) return 0;
    warnOf(failure);
    return 1;
  } catch (error) {
    if (error instanceof UsageError) return wrongUsage(error.reason);
    warn(t('command.bug'));
    return 1;
  }
}

function wrongUsage(reason: string | null): number {
  process.stderr.write(
    reason === null ? `${t('command.usage')}\n` : `${reason} ${t('command.seeHelp')}\n`,
  );
  return 2;
}
