/** The file for an index: sealed, one at a time, and never a reason to refuse anything. */
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeOf, create, newFolder, open, valueOf } from './place.ts';

const WORDS = Buffer.from('the ferryman of Ostrava-on-Paper');
const indexOf = (folder: string) => join(folder, 'x');

describe('the index file', () => {
  it('[X1] gives back what was put last, after closing too, and leaves no other file', async () => {
    const folder = newFolder();
    const vault = await create(folder);
    expect(await vault.index.get()).toBeNull();
    const first = randomBytes(300_000);
    const second = Buffer.concat([randomBytes(5_000_000), WORDS]);
    valueOf(await vault.index.put(first));
    valueOf(await vault.index.put(second));
    await vault.close();
    const again = await open(folder);
    expect(Buffer.compare((await again.index.get()) ?? Buffer.alloc(0), second)).toBe(0);
    await again.close();
    const names = readdirSync(folder);
    expect(names.filter((name) => name.startsWith('tmp-'))).toEqual([]);
    expect(readFileSync(indexOf(folder)).includes(WORDS)).toBe(false);
  });

  it('[X2] is as good as none when a byte was changed, it was cut, or it is of a later version', async () => {
    const folder = newFolder();
    const vault = await create(folder);
    valueOf(await vault.index.put(randomBytes(100_000)));
    const whole = readFileSync(indexOf(folder));
    const changed = (at: number) => {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return bytes;
    };
    const later = Buffer.from(whole);
    later[9] = 2;
    for (const bytes of [
      changed(40),
      changed(230),
      changed(70_000),
      later,
      whole.subarray(0, 90_000),
      Buffer.alloc(0),
    ]) {
      writeFileSync(indexOf(folder), bytes);
      expect(await vault.index.get()).toBeNull();
    }
    const report = await vault.verify(
      { full: true },
      { signal: new AbortController().signal, progress: () => undefined },
    );
    expect(report.findings).toEqual([]);
    valueOf(await vault.index.put(WORDS));
    expect((await vault.index.get())?.length).toBe(WORDS.length);
    await vault.close();
    expect(codeOf(await vault.index.put(WORDS))).toBe('closed');
    await (await open(folder)).close();
  });
});
