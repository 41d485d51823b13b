import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { salvageVault } from '../../../archive/vault/index.ts';
import {
  cheap,
  codeOf,
  create,
  filesOf,
  newFolder,
  PASSPHRASE,
  put,
  tryOpen,
  valueOf,
} from './place.ts';

/** Nine notes and a blob: a snapshot after three and after six, the rest in the journal. */
async function archive(): Promise<{ folder: string; blob: string }> {
  const folder = newFolder();
  const vault = await create(folder);
  const notes: Record<string, { n: number }> = {};
  const blob = valueOf(await vault.blobs.put(Buffer.from('a statement'), 'original')).id;
  for (let n = 1; n <= 9; n++) {
    notes[`n${n}`] = { n };
    valueOf(await vault.append([put(`n${n}`, { n })]));
    if (n === 3 || n === 6) valueOf(await vault.compact(() => ({ notes })));
  }
  await vault.close();
  return { folder, blob };
}

function spoil(folder: string, name: string, at: number): void {
  const path = join(folder, name);
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

async function salvage(folder: string) {
  const before = filesOf(folder);
  const salvaged = valueOf(await salvageVault(folder, PASSPHRASE, cheap));
  expect(filesOf(folder)).toEqual(before);
  const { state, seq, missing, damaged, blobs } = salvaged;
  return { notes: [...(state.get('notes')?.keys() ?? [])], seq, missing, damaged, blobs };
}

const all = Array.from({ length: 9 }, (_, at) => `n${at + 1}`);

describe('salvage', () => {
  it('reads everything when the heads are gone', async () => {
    const { folder, blob } = await archive();
    for (const name of readdirSync(folder)) if (/^[hg]-/.test(name)) rmSync(join(folder, name));
    expect(codeOf(await tryOpen(folder))).toBe('damaged');
    const { blobs, ...found } = await salvage(folder);
    expect(found).toEqual({ notes: all, seq: 9, missing: [], damaged: [] });
    expect(Buffer.from(valueOf(await blobs.get(blob))).toString()).toBe('a statement');
    expect(codeOf(await blobs.put(Buffer.from('x'), 'y'))).toBe('read-only');
  });

  it('goes one generation back when the last snapshot is damaged, and loses nothing', async () => {
    const { folder } = await archive();
    spoil(folder, 's-0000000000000002', 300);
    expect(codeOf(await tryOpen(folder))).toBe('damaged');
    const { notes, seq, missing, damaged } = await salvage(folder);
    expect({ notes, seq, missing }).toEqual({ notes: all, seq: 9, missing: [] });
    expect(damaged).toEqual([{ role: 'snapshot', number: 2 }]);
  });

  it('reads a segment up to where it is damaged, and says so', async () => {
    const { folder } = await archive();
    // Header, first frame, change 7, then change 8.
    spoil(folder, 'j-0000000000000003', 256 + 256 + 256 + 50);
    const { notes, seq, damaged } = await salvage(folder);
    expect(notes).toEqual(all.slice(0, 7));
    expect(seq).toBe(7);
    expect(damaged).toEqual([{ role: 'journal', number: 3 }]);
  });

  it('says which changes are missing in between', async () => {
    const { folder } = await archive();
    spoil(folder, 's-0000000000000002', 300);
    spoil(folder, 'j-0000000000000002', 256 + 256 + 50);
    const { notes, seq, missing, damaged } = await salvage(folder);
    expect(notes).toEqual(all.filter((id) => !['n4', 'n5', 'n6'].includes(id)));
    expect({ seq, missing }).toEqual({ seq: 9, missing: [{ from: 4, to: 6 }] });
    expect(damaged).toHaveLength(2);
  });

  it('needs the passphrase, and one whole copy of the keys', async () => {
    const { folder } = await archive();
    expect(codeOf(await salvageVault(folder, 'wrong', cheap))).toBe('wrong-passphrase');
    spoil(folder, 'k-0000000000000001', 100);
    expect((await salvage(folder)).notes).toEqual(all);
    spoil(folder, 'c-0000000000000001', 100);
    expect(codeOf(await salvageVault(folder, PASSPHRASE, cheap))).toBe('damaged');
    expect(codeOf(await salvageVault(newFolder(), PASSPHRASE, cheap))).toBe('no-archive');
  });
});
