import { createHash } from 'node:crypto';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { quietJob } from '../../../archive/lib/job.ts';
import { openVault } from '../../../archive/vault/index.ts';
import { readArchive } from '../../fixtures/archives/reader.ts';
import { newFolder, stateOf, valueOf } from './place.ts';

const ARCHIVES = join(import.meta.dirname, '../../fixtures/archives');

interface Told {
  readonly passphrase: string;
  readonly words: string;
  readonly id: string;
  readonly seq: number;
  readonly history: string;
  readonly state: object;
  readonly blobs: Record<string, { readonly size: number; readonly sha256: string }>;
}

function copyOf(version: string): { folder: string; told: Told } {
  const folder = join(newFolder(), version);
  cpSync(join(ARCHIVES, version), folder, { recursive: true });
  const told = JSON.parse(readFileSync(join(ARCHIVES, `${version}.json`), 'utf8')) as Told;
  return { folder, told };
}

describe.each(['v1'])('an archive of version %s', (version) => {
  it('[H3] opens for ever, by passphrase and by words, and is whole', async () => {
    const { folder, told } = copyOf(version);
    for (const secret of [told.passphrase, told.words]) {
      const vault = valueOf(await openVault(folder, secret));
      expect(vault).toMatchObject({ id: told.id, seq: told.seq, historyHash: told.history });
      expect(vault.notices).toEqual([]);
      expect(await stateOf(vault)).toEqual(told.state);
      const references = new Set(Object.keys(told.blobs));
      expect((await vault.verify({ full: true, references }, quietJob)).findings).toEqual([]);
      for (const [id, { size, sha256 }] of Object.entries(told.blobs)) {
        const bytes = valueOf(await vault.blobs.get(id));
        expect(bytes.length).toBe(size);
        expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
      }
      await vault.close();
    }
  });

  it('is read the same by a reader that knows FORMAT.md alone', () => {
    const { folder, told } = copyOf(version);
    const { blobs, seq, history, state } = readArchive(folder, told.passphrase);
    expect({ seq, history }).toEqual({ seq: told.seq, history: told.history });
    expect(JSON.parse(JSON.stringify(state))).toEqual(told.state);
    const sums = Object.entries(blobs).map(([id, bytes]) => [
      id,
      createHash('sha256').update(bytes).digest('hex'),
    ]);
    expect(Object.fromEntries(sums)).toEqual(
      Object.fromEntries(Object.entries(told.blobs).map(([id, { sha256 }]) => [id, sha256])),
    );
  });
});
