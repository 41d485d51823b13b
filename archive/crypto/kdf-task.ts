/** What a key is derived from, and at what cost. */
export interface KdfSettings {
  /** KiB. */
  readonly memory: number;
  readonly passes: number;
}

export interface KdfTask {
  readonly passphrase: Uint8Array;
  /** 32 bytes. The first 16 are Argon2's salt, all 32 are bound in by the caller's HKDF. */
  readonly salt: Uint8Array;
  readonly settings: KdfSettings;
}
