/** kuferak signing-key DIR */
import { grouped } from '../../messages/grouped.ts';
import { readArguments, type Run, withArchive } from '../command.ts';
import { print, printJson, t } from '../output.ts';

/** Makes the key when there is none yet: a recipient may be told its fingerprint before the first package. */
export const signingKey: Run = (args) => {
  const parsed = readArguments(args, {}, 1);
  return withArchive(parsed, async (archive) => {
    const key = await archive.signingKey();
    if (!key.ok) return key.error;
    const { fingerprint, publicKey } = key.value;
    if (parsed.flag('json')) printJson({ fingerprint, publicKey });
    else {
      print(t('command.fingerprint', { fingerprint: grouped(fingerprint) }));
      print(publicKey.trim());
    }
    return null;
  });
};
