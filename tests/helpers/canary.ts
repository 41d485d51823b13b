/** Looks for texts in files as they could have been left behind: as UTF-8, as UTF-16, as Base64 at any alignment, and in compressed streams. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

interface Form {
  readonly text: string;
  readonly bytes: Buffer;
}

function formsOf(text: string): Form[] {
  const utf8 = Buffer.from(text, 'utf8');
  const little = Buffer.from(text, 'utf16le');
  const forms: Buffer[] = [
    utf8,
    little,
    Buffer.from(little).swap16(),
    Buffer.from(utf8.toString('hex')),
    Buffer.from(
      JSON.stringify(text)
        .slice(1, -1)
        .replace(
          /[\u0080-\uffff]/g,
          (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
        ),
    ),
  ];
  for (const bytes of [utf8, little]) forms.push(...base64Forms(bytes));
  return forms.map((bytes) => ({ text, bytes }));
}

/** The part of the Base64 that does not depend on what stands around it, for each of the three alignments. */
function base64Forms(bytes: Buffer): Buffer[] {
  return [0, 1, 2].map((shift) => {
    const padded = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    return Buffer.from(padded.slice(shift === 0 ? 0 : shift + 1, -2));
  });
}

/** Streams that begin somewhere in a file as gzip, zlib or brotli do. */
function unpacked(bytes: Buffer): Buffer[] {
  const found: Buffer[] = [];
  const attempts = [gunzipSync, inflateSync, inflateRawSync, brotliDecompressSync];
  for (const attempt of attempts) {
    try {
      found.push(attempt(bytes, { maxOutputLength: 64 * 1024 ** 2 }));
    } catch {
      continue;
    }
  }
  for (
    let at = bytes.indexOf('\x1f\x8b', 0, 'latin1');
    at >= 0;
    at = bytes.indexOf('\x1f\x8b', at + 1, 'latin1')
  ) {
    try {
      found.push(gunzipSync(bytes.subarray(at), { maxOutputLength: 64 * 1024 ** 2 }));
    } catch {
      continue;
    }
  }
  return found;
}

/** `file: text` for each text that stands in a file below the folders, in its name or its content. */
export async function findCanaries(
  folders: readonly string[],
  texts: readonly string[],
  allowed: ReadonlySet<string> = new Set(),
): Promise<string[]> {
  const forms = texts.flatMap(formsOf);
  const hits: string[] = [];
  for (const folder of folders) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = join(entry.parentPath, entry.name);
      if (allowed.has(path)) continue;
      for (const text of texts) if (entry.name.includes(text)) hits.push(`${path} (name): ${text}`);
      if (!entry.isFile()) continue;
      const bytes = await readFile(path).catch(() => Buffer.alloc(0));
      for (const content of [bytes, ...unpacked(bytes)]) {
        for (const form of forms)
          if (content.includes(form.bytes)) hits.push(`${path}: ${form.text}`);
      }
    }
  }
  return [...new Set(hits)];
}
