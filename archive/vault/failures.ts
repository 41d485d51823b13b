/** What can go wrong with a folder, as stable codes. */
import { DamageError, TooNewError } from '../format/damage.ts';
import { FORMAT_VERSION } from '../format/header.ts';
import { codeOf } from '../lib/disk.ts';
import { fail, FailureError } from '../lib/result.ts';

export type VaultFailure =
  | 'wrong-passphrase'
  | 'passphrase-empty'
  | 'passphrase-too-long'
  | 'share-wrong'
  | 'shares-mixed'
  | 'shares-missing'
  | 'shares-impossible'
  | 'rekey-under-way'
  | 'no-archive'
  | 'folder-missing'
  | 'folder-not-empty'
  | 'creation-unfinished'
  | 'damaged'
  | 'too-new'
  | 'in-use'
  | 'unreadable'
  | 'unwritable'
  | 'disk-full'
  | 'too-many-files'
  | 'rolled-back'
  | 'read-only'
  | 'too-large'
  | 'no-slot'
  | 'last-slot'
  | 'closed'
  | 'io';

const bySystemCode: Readonly<Record<string, VaultFailure>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EMFILE: 'too-many-files',
  ENFILE: 'too-many-files',
  EROFS: 'unwritable',
};
const REFUSED = new Set(['EACCES', 'EPERM']);

/**
 * A failure for whatever was thrown by a file system or a reader while `doing`; anything else is a bug and is thrown
 * again.
 */
export function failureOf(error: unknown, doing: 'reading' | 'writing' = 'reading') {
  if (error instanceof DamageError) return fail<VaultFailure>('damaged', { rule: error.rule });
  if (error instanceof TooNewError)
    return fail<VaultFailure>('too-new', { found: error.found, known: FORMAT_VERSION });
  if (error instanceof FailureError) return fail(error.failure.code as VaultFailure);
  const code = codeOf(error);
  if (!/^E[A-Z0-9]+$/.test(code)) throw error;
  if (REFUSED.has(code))
    return fail<VaultFailure>(doing === 'writing' ? 'unwritable' : 'unreadable');
  return fail<VaultFailure>(bySystemCode[code] ?? 'io');
}
