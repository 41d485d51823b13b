/** The vault: sealed values by collection and identifier, and blobs. The only code that touches an archive's folder. */
export { createVault } from './create.ts';
export type { VaultFailure } from './failures.ts';
export { diskIo, type Io, type IoFile } from './io.ts';
export { openVault } from './open.ts';
export type { VaultOptions } from './options.ts';
export type { Json, Op, State } from './state.ts';
export type { Notice, Vault } from './vault.ts';
