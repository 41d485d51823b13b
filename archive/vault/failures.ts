/** What can go wrong with a folder, as stable codes. */
import { DamageError, TooNewError } from '../format/damage.ts';
import { fail } from '../lib/result.ts';
import { codeOf } from './io.ts';

export type VaultFailure =
  | 'wrong-passphrase'
  | 'passphrase-empty'
  | 'passphrase-too-long'
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
  | 'closed'
  | 'io';

const bySystemCode: Readonly<Record<string, VaultFailure>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EMFILE: 'too-many-files',
  ENFILE: 'too-many-files',
  EROFS: 'unwritable',
  EACCES: 'unreadable',
  EPERM: 'unreadable',
};

/** A failure for whatever was thrown by a file system or a reader; anything else is a bug and is thrown again. */
export function failureOf(error: unknown) {
  if (error instanceof DamageError) return fail<VaultFailure>('damaged', { rule: error.rule });
  if (error instanceof TooNewError) return fail<VaultFailure>('too-new', { found: error.found });
  const code = codeOf(error);
  if (code === '') throw error;
  return fail<VaultFailure>(bySystemCode[code] ?? 'io');
}
