import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { seal } from '../../../archive/crypto/aead.ts';
import { Nonces, noteSealing } from './nonces.ts';
import { create, newFolder, open, PASSPHRASE, put, valueOf } from './place.ts';

it('the ledger sees one nonce used for two texts', () => {
  const nonces = new Nonces();
  noteSealing(nonces.note);
  const [key, other, nonce] = [randomBytes(32), randomBytes(32), Buffer.alloc(12)];
  seal(key, nonce, Buffer.from('one'));
  // The same text again gives the same bytes, and tells nothing.
  seal(key, nonce, Buffer.from('one'));
  seal(other, nonce, Buffer.from('two'));
  seal(key, Buffer.alloc(12, 1), Buffer.from('two'));
  expect(nonces).toMatchObject({ size: 3, repeated: 0 });
  // Another text under a pair that is used; undone at once, for this file is looked at like every other.
  nonces.note('pair', 'one');
  nonces.note('pair', 'two');
  expect(nonces.repeated).toBe(1);
});

it('[C3] the vault seals everything that it writes with keys and nonces of its own', async () => {
  const nonces = new Nonces();
  noteSealing(nonces.note);
  const folder = newFolder();
  const vault = await create(folder, { anchors: newFolder() });
  for (let n = 0; n < 5; n++) valueOf(await vault.append([put('a', { n })]));
  valueOf(await vault.blobs.put(randomBytes(200_000), 'scan'));
  valueOf(await vault.compact(() => ({ notes: { a: { n: 4 } } })));
  valueOf(await vault.append([put('a', { n: 4 })]));
  valueOf(await vault.holders.changePassphrase(PASSPHRASE, 'nine bridges of Halmar'));
  await vault.close();
  await (await open(folder, {}, 'nine bridges of Halmar')).close();
  // Twelve frames, four chunks of the blob, heads, slots and rings.
  expect(nonces.size).toBeGreaterThan(20);
  expect(nonces.repeated).toBe(0);
});
