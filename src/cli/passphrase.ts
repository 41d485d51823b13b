/** Reads a passphrase from a file, or from standard input for `-`. Never from an argument or the environment. */
import { readFile } from 'node:fs/promises';
import { fail, ok, type Result } from '../../archive/lib/result.ts';
import { limits } from '../../archive/model/index.ts';

/** One line break at the end is not part of it. */
export async function readPassphrase(
  from: string,
): Promise<Result<string, 'passphrase-unreadable' | 'passphrase-too-long' | 'passphrase-empty'>> {
  const bytes = from === '-' ? await readStandardInput() : await readFile(from).catch(() => null);
  if (bytes === null) return fail('passphrase-unreadable');
  if (bytes.length > limits.passphraseBytes + 2) return fail('passphrase-too-long');
  const text = bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .replace(/\r?\n$/, '');
  return text === '' ? fail('passphrase-empty') : ok(text);
}

async function readStandardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > limits.passphraseBytes + 2) break;
  }
  return Buffer.concat(chunks);
}
