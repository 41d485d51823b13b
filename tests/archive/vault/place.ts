/** Folders that go away after each test, and vaults whose passphrase costs nothing. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { onTestFinished } from 'vitest';
import type { KdfSettings } from '../../../archive/crypto/kdf.ts';
import type { Result } from '../../../archive/lib/result.ts';
import {
  createVault,
  type OpenVaultOptions,
  openVault,
  type State,
  type Vault,
} from '../../../archive/vault/index.ts';

export const PASSPHRASE = 'seven lanterns over Vireja';
export const cheapKdf: KdfSettings = { memory: 8, passes: 1 };
export const cheap = { kdf: cheapKdf, testOnlyCheapKdf: true } as const;

export function newFolder(name = 'kuferak-test-'): string {
  const folder = mkdtempSync(join(tmpdir(), name));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`failed: ${JSON.stringify(result.error)}`);
  return result.value;
}

export function codeOf(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.error.code;
}

export async function create(folder: string, options: OpenVaultOptions = {}): Promise<Vault> {
  return valueOf(await createVault(folder, PASSPHRASE, { ...cheap, ...options }));
}

export async function open(
  folder: string,
  options: OpenVaultOptions = {},
  secret = PASSPHRASE,
): Promise<Vault> {
  return valueOf(await openVault(folder, secret, { ...cheap, ...options }));
}

export async function tryOpen(
  folder: string,
  options: OpenVaultOptions = {},
  secret = PASSPHRASE,
): Promise<Result<Vault>> {
  const opened = await openVault(folder, secret, { ...cheap, ...options });
  if (opened.ok) onTestFinished(() => opened.value.close());
  return opened;
}

/** Every file below a folder with its bytes, by its path. */
export function filesOf(folder: string): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  const walk = (place: string) => {
    for (const name of readdirSync(place).sort()) {
      const path = join(place, name);
      if (statSync(path).isDirectory()) walk(path);
      else found.set(relative(folder, path), readFileSync(path));
    }
  };
  walk(folder);
  return found;
}

export function put(id: string, v: object | null) {
  return { c: 'notes', id, v: v as never };
}

/** A state as plain objects, for comparing. */
export function plain(state: State): unknown {
  const members = [...state].map(([name, some]) => [name, Object.fromEntries(some)] as const);
  return JSON.parse(JSON.stringify(Object.fromEntries(members)));
}

/** What an archive says now. */
export async function stateOf(vault: Vault): Promise<unknown> {
  return plain(await vault.read());
}
