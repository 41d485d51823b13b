import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  codeOf,
  create,
  newFolder,
  open,
  PASSPHRASE,
  put,
  stateOf,
  tryOpen,
  valueOf,
} from './place.ts';

const NEXT = 'nine bridges of Halmar';

describe('slots', () => {
  it('[K3] a changed passphrase opens, the old one does not, and no data is written again', async () => {
    const folder = newFolder();
    const vault = await create(folder);
    await vault.append([put('a', { n: 1 })]);
    expect(codeOf(await vault.holders.changePassphrase('wrong', NEXT))).toBe('wrong-passphrase');
    expect(codeOf(await vault.holders.changePassphrase(PASSPHRASE, ''))).toBe('passphrase-empty');
    const journal = vault.journalBytes;
    expect(codeOf(await vault.holders.changePassphrase(PASSPHRASE, NEXT))).toBe('ok');
    expect(vault.journalBytes).toBe(journal);
    await vault.append([put('b', { n: 2 })]);
    await vault.close();
    expect(readdirSync(folder).filter((name) => /^[kc]-/.test(name))).toEqual([
      'c-0000000000000002',
      'k-0000000000000002',
    ]);
    expect(codeOf(await tryOpen(folder))).toBe('wrong-passphrase');
    const again = await open(folder, {}, NEXT);
    expect(await stateOf(again)).toEqual({ notes: { a: { n: 1 }, b: { n: 2 } } });
    await again.close();
  });

  it('[K9] recovery words open it, however they are typed, and one wrong word does not', async () => {
    const folder = newFolder();
    const vault = await create(folder);
    const words = valueOf(await vault.holders.addRecoveryWords(PASSPHRASE));
    expect(words.split(' ')).toHaveLength(24);
    expect(valueOf(await vault.holders.list())).toMatchObject([
      { slot: 0, kind: 'passphrase' },
      { slot: 1, kind: 'recovery', kdf: null },
    ]);
    await vault.close();
    const numbered = words
      .split(' ')
      .map((word, at) => `${at + 1}. ${word.toUpperCase()}`)
      .join('\n');
    for (const typed of [words, numbered, `  ${words}  `])
      await (await open(folder, {}, typed)).close();
    const [first = '', second = '', ...rest] = words.split(' ');
    const swapped = [second, first, ...rest].join(' ');
    if (first !== second)
      expect(codeOf(await tryOpen(folder, {}, swapped))).toBe('wrong-passphrase');

    // Who lost the passphrase sets a new one by the words.
    const lost = await open(folder, {}, words);
    expect(codeOf(await lost.holders.addPassphrase(words, NEXT))).toBe('ok');
    expect(codeOf(await lost.holders.remove(words, 0))).toBe('ok');
    await lost.close();
    expect(codeOf(await tryOpen(folder))).toBe('wrong-passphrase');
    await (await open(folder, {}, NEXT)).close();
  });

  it('[K10] there are sixteen, and the last is never removed', async () => {
    const vault = await create(newFolder());
    for (let n = 1; n < 16; n++)
      expect(codeOf(await vault.holders.addPassphrase(PASSPHRASE, `passphrase ${n}`))).toBe('ok');
    expect(codeOf(await vault.holders.addPassphrase(PASSPHRASE, 'one more'))).toBe('no-slot');
    for (let n = 1; n < 16; n++)
      expect(codeOf(await vault.holders.remove(PASSPHRASE, n))).toBe('ok');
    expect(codeOf(await vault.holders.remove(PASSPHRASE, 7))).toBe('no-slot');
    expect(codeOf(await vault.holders.remove(PASSPHRASE, 0))).toBe('last-slot');
    await vault.close();
  });
});
