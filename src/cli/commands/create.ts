/** kuferak create DIR --passphrase-file F [--name N] */
import { basename, resolve } from 'node:path';
import { createArchive } from '../../../archive/index.ts';
import { anchorFolder } from '../anchors.ts';
import { passphraseOf, readArguments, type Run } from '../command.ts';
import { print, printJson, t } from '../output.ts';

export const create: Run = async (args) => {
  const parsed = readArguments(args, { name: { type: 'string' } }, 1);
  const passphrase = await passphraseOf(parsed);
  if (!passphrase.ok) return passphrase.error;
  const [folder = ''] = parsed.positionals;
  const name = parsed.text('name') ?? basename(resolve(folder));
  const created = await createArchive(folder, name, passphrase.value, { anchors: anchorFolder() });
  if (!created.ok) return created.error;
  const state = await created.value.state();
  await created.value.close();
  if (!state.ok) return state.error;
  const { archiveId, words } = state.value;
  if (parsed.flag('json')) printJson({ archiveId, name, words });
  else print(t('command.created', { words: words.join(' ') }));
  return null;
};
