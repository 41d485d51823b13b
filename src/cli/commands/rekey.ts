/** kuferak rekey DIR [--new-passphrase F]: new keys for everything; or the rest of it, when it was cut short. */
import { passphraseOf, readArguments, type Run, withArchive } from '../command.ts';
import { print, printJson, t } from '../output.ts';
import { readPassphrase } from '../passphrase.ts';
import { withProgress } from '../progress.ts';

export const rekey: Run = async (args) => {
  const parsed = readArguments(args, { 'new-passphrase': { type: 'string' } }, 1);
  const current = await passphraseOf(parsed);
  if (!current.ok) return current.error;
  const from = parsed.text('new-passphrase');
  const next = from === undefined ? current : await readPassphrase(from);
  if (!next.ok) return next.error;
  return withArchive(
    parsed,
    async (archive) => {
      const state = await archive.state();
      if (!state.ok) return state.error;
      if (!state.value.rekeying || from !== undefined) {
        const begun = await archive.rekey(current.value, next.value);
        if (!begun.ok) return begun.error;
      }
      const ended = await withProgress((job) => archive.continueRekey(job));
      if (!ended.ok) return ended.error;
      if (parsed.flag('json')) printJson({ rekeyed: true });
      else print(t('command.rekeyed'));
      return null;
    },
    current.value,
  );
};
