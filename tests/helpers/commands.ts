/** Where tests of commands work: an archive, and the command line with its passphrase. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Archive } from '../../archive/index.ts';
import type { QuoteId } from '../../archive/model/index.ts';
import { must, passphrase, type Shelf } from './archives.ts';
import { takeIn, wordsOf } from './fill.ts';
import { kuferak, makeArchive, type Said } from './kuferak.ts';

export type Run = (...args: readonly string[]) => Promise<Said>;

/** Commands on the archive of a shelf: `run('codes', '--matrix')` is `kuferak codes FOLDER --matrix`. */
export function commandsOn(shelf: () => Shelf, ...first: readonly string[]): Run {
  return (...args) => {
    const { root, folder } = shelf();
    const [command = '', ...rest] = [...first, ...args];
    return kuferak(
      { config: root, input: passphrase },
      ...[command, folder, ...rest, '--passphrase-file', '-'],
    );
  };
}

export interface CommandDesk {
  readonly root: string;
  readonly archive: string;
  readonly run: Run;
  readonly clear: () => Promise<void>;
}

/** A new folder with an empty archive as `kuferak create` makes it, and files beside it. */
export async function makeCommandDesk(
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<CommandDesk> {
  const root = await mkdtemp(join(tmpdir(), 'kuferak-cli-'));
  const [archive, config, key] = ['archive', 'config', 'passphrase'].map((name) =>
    join(root, name),
  ) as [string, string, string];
  await writeFile(key, passphrase);
  for (const [name, content] of Object.entries(files)) await writeFile(join(root, name), content);
  await makeArchive({ config }, archive, passphrase);
  return {
    root,
    archive,
    run: (...args) => kuferak({ config }, ...args, '--passphrase-file', key),
    clear: () => rm(root, { recursive: true, force: true }),
  };
}

/** Takes in a text of these words alone, and quotes them. */
export async function quoteText(archive: Archive, exact: string): Promise<QuoteId> {
  const source = await takeIn(archive, 'text.txt', exact);
  const made = await archive.addQuote(wordsOf(source, exact));
  return must(made).id;
}
