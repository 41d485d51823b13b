import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { entropyToMnemonic } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { describe, expect, it } from 'vitest';
import { openVault } from '../../../archive/vault/index.ts';
import { blobs, state, textOf, type Vector, vectors } from '../../fixtures/vectors/make.ts';
import { entropy, sha256 } from '../../fixtures/vectors/writer.ts';
import { Disk } from './disk.ts';
import { stateOf } from './place.ts';

const VECTORS = join(import.meta.dirname, '../../fixtures/vectors');
const FOLDER = '/archive';
const words = entropyToMnemonic(entropy, wordlist);
const otherWords = entropyToMnemonic(sha256('other words'), wordlist);

const read = (name: string) =>
  JSON.parse(readFileSync(join(VECTORS, `${name}.json`), 'utf8')) as Vector;
const names = readdirSync(VECTORS)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -5));
const base = new Map(
  Object.entries(read('base').files).map(([name, text]) => [
    name,
    Buffer.from(text as string, 'base64'),
  ]),
);

function diskOf({ files }: Vector): Disk {
  const all = new Map(base);
  for (const [name, altered] of Object.entries(files)) {
    const before = base.get(name) ?? Buffer.alloc(0);
    if (altered === null) all.delete(name);
    else if (typeof altered === 'string') all.set(name, Buffer.from(altered, 'base64'));
    else if ('cut' in altered) all.set(name, before.subarray(0, altered.cut));
    else if ('as' in altered) all.set(name, base.get(altered.as) ?? Buffer.alloc(0));
    else {
      const flipped = Buffer.from(before);
      flipped[altered.flip] = (flipped[altered.flip] ?? 0) ^ 1;
      all.set(name, flipped);
    }
  }
  const folders = new Set(['/', FOLDER, `${FOLDER}/blobs`]);
  for (const { id } of blobs) folders.add(`${FOLDER}/blobs/${id.slice(0, 2)}`);
  return new Disk({
    folders,
    files: new Map([...all].map(([name, bytes]) => [`${FOLDER}/${name}`, bytes])),
  });
}

/** Opens it and reads all that is in it. */
async function outcomeOf(vector: Vector): Promise<{ code: string; rule?: unknown }> {
  const secret = vector.secret === 'other words' ? otherWords : (vector.secret ?? words);
  const opened = await openVault(FOLDER, secret, { io: diskOf(vector) });
  if (!opened.ok) return { code: opened.error.code, rule: opened.error.detail?.rule };
  const vault = opened.value;
  try {
    expect(await stateOf(vault)).toEqual(state);
    for (const { id, content } of blobs) {
      const bytes = await vault.blobs.get(id);
      if (!bytes.ok) return { code: bytes.error.code, rule: bytes.error.detail?.rule };
      expect(content.equals(bytes.value)).toBe(true);
    }
    return { code: 'ok' };
  } finally {
    await vault.close();
  }
}

const codes: Readonly<Record<string, readonly string[]>> = {
  ok: ['ok'],
  'wrong-key': ['wrong-passphrase'],
  'too-new': ['too-new'],
  damaged: ['damaged', 'rolled-back'],
};

/** Of two copies with the same fault it is said that none is whole. */
function told(rule = ''): readonly string[] {
  if (/^K[1-4]$/.test(rule)) return [rule, 'K6'];
  return rule === 'D1' ? [rule, 'D2'] : [rule];
}

describe('the vectors', () => {
  it('are those that are made by the rules alone', () => {
    expect(names.sort()).toEqual(Object.keys(vectors).sort());
    for (const [name, vector] of Object.entries(vectors))
      expect(readFileSync(join(VECTORS, `${name}.json`), 'utf8'), name).toBe(textOf(vector));
  });

  it.each(names)('%s is what it says it is', async (name) => {
    const vector = read(name);
    const { code, rule } = await outcomeOf(vector);
    expect(codes[vector.expect], vector.what).toContain(code);
    if (code === 'damaged') expect(told(vector.rule), vector.what).toContain(rule);
  });
});
