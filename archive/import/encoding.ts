/**
 * Bytes to letters: what the person chose, byte order mark, UTF-16 by its pattern, strict UTF-8, what the file
 * declares, and only then a guess, which is said.
 */
import { detect } from 'jschardet';
import { toLabel } from './encoding-label.ts';
import { byMark, wideOrder } from './wide-text.ts';

export interface Decoded {
  readonly text: string;
  readonly encoding: { readonly label: string; readonly guessed: boolean };
  /** Bytes that mean nothing in this encoding were replaced by U+FFFD. */
  readonly unreadable: boolean;
}

/** Bytes given to the guess: more takes longer and guesses no better. */
const SAMPLE = 64 * 1024;
/** Bytes in which a page may declare its encoding. The standard says 1,024; pages in the wild go beyond. */
const DECLARED_WITHIN = 8_192;

/**
 * Never fails. `chosen` is a label of the Encoding Standard; one that is not known is passed over.
 * `markup` says that the text may declare its encoding as HTML or XML does.
 */
export function decode(bytes: Uint8Array, chosen: string | undefined, markup: boolean): Decoded {
  const label = chosen === undefined ? null : toLabel(chosen);
  if (label !== null) return read(bytes, label, false);
  const mark = byMark(bytes);
  if (mark !== null) return read(bytes, mark, false);
  const wide = wideOrder(bytes);
  if (wide !== null) return read(bytes, wide, true);
  const strict = strictly(bytes);
  if (strict !== null) return strict;
  const declared = markup ? declaredIn(bytes) : null;
  if (declared !== null) {
    const decoded = read(bytes, declared, false);
    if (!decoded.unreadable || mostlyReadable(decoded.text)) return decoded;
  }
  const utf8 = read(bytes, 'utf-8', true);
  if (mostlyReadable(utf8.text)) return utf8;
  return read(bytes, guess(bytes, markup), true);
}

function strictly(bytes: Uint8Array): Decoded | null {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    // As a stream: a file cut in the middle of a letter is still UTF-8.
    const text = decoder.decode(bytes, { stream: true });
    let cut = false;
    try {
      decoder.decode();
    } catch {
      cut = true;
    }
    return {
      text: cut ? `${text}\ufffd` : text,
      encoding: { label: 'utf-8', guessed: false },
      unreadable: cut,
    };
  } catch {
    return null;
  }
}

function read(bytes: Uint8Array, label: string, guessed: boolean): Decoded {
  const text = new TextDecoder(label).decode(bytes);
  return { text, encoding: { label, guessed }, unreadable: text.includes('\ufffd') };
}

/** One letter in fifty that is not ASCII may be broken: such files are UTF-8 with a scar. */
function mostlyReadable(text: string): boolean {
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  if (broken === 0) return true;
  const foreign = text.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0;
  return broken * 50 <= foreign;
}

/** The encoding that HTML or XML declares in its first lines; UTF-16 cannot be declared truly. */
function declaredIn(bytes: Uint8Array): string | null {
  const head = asLatin1(bytes.subarray(0, DECLARED_WITHIN)).replaceAll(/<!--[\s\S]*?-->/g, '');
  const found =
    /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1] ??
    /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w:.-]+)/i.exec(head)?.[1];
  if (found === undefined) return null;
  const label = toLabel(found);
  return label?.startsWith('utf-16') === true ? 'utf-8' : label;
}

function guess(bytes: Uint8Array, markup: boolean): string {
  const { encoding } = detect(markup ? withoutTags(bytes) : foreignPart(bytes));
  return (encoding === null ? null : toLabel(encoding)) ?? 'windows-1252';
}

/** Tags and scripts are ASCII or another language and tell nothing about the letters. */
function withoutTags(bytes: Uint8Array): Uint8Array {
  const letters = asLatin1(bytes.subarray(0, SAMPLE * 16)).toLowerCase();
  const kept: Uint8Array[] = [];
  let at = 0;
  while (at < letters.length) {
    const tag = letters.indexOf('<', at);
    if (tag === -1) break;
    kept.push(bytes.subarray(at, tag));
    const skipped = ['script', 'style'].find((name) => letters.startsWith(name, tag + 1));
    const from = skipped === undefined ? tag : letters.indexOf(`</${skipped}`, tag);
    const end = from === -1 ? -1 : letters.indexOf('>', from);
    at = end === -1 ? letters.length : end + 1;
  }
  kept.push(bytes.subarray(at, letters.length));
  return foreignPart(Buffer.concat(kept));
}

/** As many bytes as the guess takes, from shortly before the first that is not ASCII. */
function foreignPart(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte > 0x7f);
  const start = Math.max(0, first - 1_024);
  return bytes.subarray(start, start + SAMPLE);
}

function asLatin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
