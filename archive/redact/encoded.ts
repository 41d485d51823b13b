/** What stands in a text in codes: percent codes and hexadecimal figures of addresses, numbered letters of pages and programs, words of mail heads, names of hosts, base64. */
import { domainToUnicode } from 'node:url';

/** A piece of a text with its codes read, all the ways in which they may be meant. */
export interface Coded {
  /** UTF-16 units of the text, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  readonly readings: readonly string[];
}

/** Units of a piece without white space that are read at once. */
const LONGEST = 20_000;
/** Codes inside of codes. */
const DEPTH = 3;
const SIGN =
  /%u?[0-9a-f]{2}|\\u\{?[0-9a-f]{2}|\\x[0-9a-f]{2}|&#x?[0-9a-f]|=[0-9a-f]{2}=|=\?|xn--|[0-9a-z+/_-]{8}/gi;
const SPACE = /\s/;
const PERCENT = /(?:%[0-9a-f]{2})+/gi;
/** A long line of a mail goes on after `=`. */
const QUOTED = /(?:=[0-9a-f]{2})+/gi;
const NUMBERED =
  /%u([0-9a-f]{4})|\\u\{([0-9a-f]{1,6})\}|\\u([0-9a-f]{4})|\\x([0-9a-f]{2})|&#x([0-9a-f]{1,6});?|&#(\d{1,7});?/gi;
const MAIL_WORD = /=\?[\w-]{2,30}\?([qb])\?([^?\s]*)\?=/gi;
const HOST = /(?:[\p{L}\p{N}-]+\.)*xn--[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*/giu;
/** And says nothing but words. */
const HEX = /(?<![0-9a-f])(?:[0-9a-f]{2}){5,}(?![0-9a-f])/gi;
const WORDS = /^[\p{L}\p{M}\p{Zs}.,'’-]+$/u;
const BASE64 = /[0-9a-z+/_-]{8,}={0,2}/gi;
/** A word, or a digest. */
const PLAIN = /^(?:[a-z-]+|[A-Z]?[a-z]+|[A-Z]+|[0-9a-f]+)$/;
const NOT_UTF8 = ['windows-1251', 'koi8-r', 'windows-1256', 'windows-1250'] as const;
const utf8 = new TextDecoder('utf-8', { fatal: true });
const others = NOT_UTF8.map((label) => new TextDecoder(label));

export function* codedIn(text: string): Generator<Coded> {
  let read = 0;
  for (const { index } of text.matchAll(SIGN)) {
    if (index < read) continue;
    const [start, end] = pieceAround(text, index, read);
    read = end;
    const readings = readingsOf(text.slice(start, end));
    if (readings.length > 0) yield { start, end, readings };
  }
}

/** What stands there without white space. */
function pieceAround(text: string, at: number, from: number): readonly [number, number] {
  let start = at;
  while (start > from && !SPACE.test(text.charAt(start - 1))) start--;
  let end = at + 1;
  while (end < text.length && end - start < LONGEST && !SPACE.test(text.charAt(end))) end++;
  return [start, end];
}

function readingsOf(piece: string): readonly string[] {
  const found = new Set<string>();
  let last = [piece];
  for (let depth = 0; depth < DEPTH && last.length > 0; depth++) {
    const next = last.flatMap((one) => [...readOnce(one)]).filter((one) => !found.has(one));
    for (const one of next) found.add(one);
    last = next.slice(0, NOT_UTF8.length + 2);
  }
  found.delete(piece);
  return [...found];
}

function* readOnce(piece: string): Generator<string> {
  if (/[%\\&]/.test(piece)) {
    const plain = piece.replace(NUMBERED, letterOf);
    yield* bytesRead(plain, PERCENT, '%');
    if (plain !== piece) yield plain;
  }
  if (piece.includes('=')) {
    const words = piece.replace(MAIL_WORD, (_, way: string, said: string) =>
      way.toLowerCase() === 'b' ? (fromBase64(said) ?? '') : said.replaceAll('_', ' '),
    );
    yield* bytesRead(words, QUOTED, '=');
    if (words !== piece) yield words;
  }
  const hosts = piece.replace(HOST, (host) => domainToUnicode(host) || host);
  if (hosts !== piece) yield hosts;
  const words = piece.replace(HEX, (run) => {
    const read = fromUtf8(Buffer.from(run, 'hex'));
    return read !== null && WORDS.test(read) ? read : run;
  });
  if (words !== piece) yield words;
  const plain = piece.replace(BASE64, (run) => (PLAIN.test(run) ? run : (fromBase64(run) ?? run)));
  if (plain !== piece) yield plain;
}

/** As UTF-8, and where it is none, in the encodings of older pages. */
function* bytesRead(piece: string, codes: RegExp, sign: string): Generator<string> {
  const runs = piece.match(codes) ?? [];
  const isUtf8 = runs.every((run) => fromUtf8(bytesOf(run, sign)) !== null);
  const read = piece.replace(codes, (run) => fromUtf8(bytesOf(run, sign)) ?? run);
  if (read !== piece) yield read;
  if (!isUtf8)
    for (const decoder of others)
      yield piece.replace(codes, (run) => decoder.decode(bytesOf(run, sign)));
}

function bytesOf(codes: string, sign: string): Uint8Array {
  return Uint8Array.from(codes.slice(1).split(sign), (code) => parseInt(code, 16));
}

function fromUtf8(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

function fromBase64(run: string): string | null {
  return fromUtf8(Buffer.from(run, 'base64'));
}

function letterOf(sign: string, ...groups: readonly (string | undefined)[]): string {
  const [, , , , , decimal] = groups;
  const hex = groups.slice(0, 5).find((group) => typeof group === 'string');
  const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : sign;
}
