/**
 * Writes to an archive until it is killed. On standard output it says when it begins to open, what it found, then what was
 * acknowledged; in the file of nonces it leaves every (key, nonce) that it sealed with. Without arguments it ends at
 * once: so that what Node compiled is kept for the ones that are killed.
 */
import { openSync, writeSync } from 'node:fs';
import { argv } from 'node:process';
import {
  createVault,
  type Json,
  openVault,
  type State,
  type Vault,
} from '../../../archive/vault/index.ts';
import { noteSealing } from './nonces.ts';

const BLOB_BYTES = 2_000;
const [, , folder, passphrase = '', anchors = '', nonces = ''] = argv;
const options = { kdf: { memory: 8, passes: 1 }, testOnlyCheapKdf: true, anchors } as const;

function valueOf<T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

async function opened(path: string): Promise<Vault> {
  const found = await openVault(path, passphrase, options);
  if (found.ok) return found.value;
  const fresh = ['folder-missing', 'no-archive', 'creation-unfinished'];
  if (!fresh.includes(found.error.code)) throw new Error(found.error.code);
  return valueOf(await createVault(path, passphrase, options));
}

/** Of the last changes every blob must be there; of all of them the record. */
async function check(vault: Vault, state: State): Promise<void> {
  const notes = [...(state.get('notes')?.values() ?? [])] as { n: number; blob: string }[];
  if (notes.length !== vault.seq) throw new Error(`${notes.length} notes at ${vault.seq}`);
  for (const { n, blob } of notes.slice(-8)) {
    const bytes = valueOf(await vault.blobs.get(blob));
    if (!Buffer.alloc(BLOB_BYTES, n).equals(bytes)) throw new Error('another blob');
  }
}

async function work(path: string): Promise<void> {
  const ledger = openSync(nonces, 'a');
  noteSealing((pair, text) => writeSync(ledger, `${pair} ${text}\n`));
  writeSync(1, 'opening\n');
  const vault = await opened(path);
  const state: State = await vault.read();
  await check(vault, state);
  writeSync(1, `opened ${vault.seq}\n`);
  const notes = state.get('notes') ?? new Map<string, Json>();
  state.set('notes', notes);
  for (let n = vault.seq; ; n++) {
    const { id } = valueOf(await vault.blobs.put(Buffer.alloc(BLOB_BYTES, n), 'scan'));
    const value = { n, blob: id };
    notes.set(`n${n}`, value);
    const seq = valueOf(await vault.append([{ c: 'notes', id: `n${n}`, v: value }]));
    writeSync(1, `${seq}\n`);
    if (n % 7 === 6) valueOf(await vault.compact(() => state));
  }
}

if (folder !== undefined) await work(folder);
