/** The vault: sealed values by collection and identifier, and blobs. The only code that touches an archive's folder. */
export type { Changes, FileRole, StoredFinding, StoredReport } from './check.ts';
export { createVault, discardUnfinished } from './create.ts';
export type { VaultFailure } from './failures.ts';
export { diskIo, type Found, type Io, type IoFile } from './io.ts';
export { type OpenVaultOptions, openVault } from './open.ts';
export type { VaultOptions } from './options.ts';
export { type Salvaged, salvageVault } from './salvage.ts';
export type { SlotInfo } from './slots.ts';
export { type Contents, type Json, jsonOf, type Op, type State, Unread } from './state.ts';
export type { Notice, Vault } from './vault.ts';
