/** Writes to an archive until it is killed, and says on standard output what was acknowledged. */
import { writeSync } from 'node:fs';
import { argv } from 'node:process';
import { createVault, openVault, type State } from '../../../archive/vault/index.ts';

const [, , folder = '', passphrase = '', anchors = ''] = argv;
const options = { kdf: { memory: 8, passes: 1 }, testOnlyCheapKdf: true, anchors } as const;

function valueOf<T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const opened = await openVault(folder, passphrase, options);
const vault = opened.ok ? opened.value : valueOf(await createVault(folder, passphrase, options));
const state: State = await vault.read();
const notes = state.notes ?? {};
state.notes = notes;
for (let n = vault.seq; ; n++) {
  const { id } = valueOf(await vault.blobs.put(Buffer.alloc(2_000, n), 'scan'));
  const value = { n, blob: id };
  notes[`n${n}`] = value;
  const seq = valueOf(await vault.append([{ c: 'notes', id: `n${n}`, v: value }]));
  writeSync(1, `${seq}\n`);
  if (n % 7 === 6) valueOf(await vault.compact(() => state));
}
