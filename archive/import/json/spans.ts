/**
 * Where the values of a JSON text stand, without reading them: so that an entry of a long list can be taken out
 * byte for byte, also of a text that is cut off.
 */

export interface Span {
  readonly start: number;
  readonly end: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** The items of the list that begins at `at`; those that are whole. Nothing when no list begins there. */
export function* itemSpans(json: Buffer, at: number): Generator<Span> {
  if (json[at] !== OPEN_LIST) return;
  let next = skipBlanks(json, at + 1);
  while (next < json.length && json[next] !== CLOSE_LIST) {
    const end = valueEnd(json, next);
    if (end === -1 || end === next) return;
    yield { start: next, end };
    next = skipBlanks(json, end);
    if (json[next] !== COMMA) return;
    next = skipBlanks(json, next + 1);
  }
}

/** Where the value of `key` begins in the object that begins at `at`; -1 when it has none. */
export function memberStart(json: Buffer, at: number, key: string): number {
  if (json[at] !== OPEN_OBJECT) return -1;
  const wanted = JSON.stringify(key);
  let next = skipBlanks(json, at + 1);
  while (json[next] === QUOTE) {
    const end = valueEnd(json, next);
    if (end === -1) return -1;
    const name = json.toString('utf8', next, end);
    next = skipBlanks(json, end);
    if (json[next] !== COLON) return -1;
    next = skipBlanks(json, next + 1);
    if (name === wanted) return next;
    const after = valueEnd(json, next);
    if (after === -1) return -1;
    next = skipBlanks(json, after);
    if (json[next] !== COMMA) return -1;
    next = skipBlanks(json, next + 1);
  }
  return -1;
}

/** Where the text begins: behind a byte order mark and blanks. */
export function jsonStart(json: Buffer): number {
  return skipBlanks(json, json[0] === 0xef && json[1] === 0xbb && json[2] === 0xbf ? 3 : 0);
}

/** -1 when the text ends before the value does. */
function valueEnd(json: Buffer, at: number): number {
  let depth = 0;
  for (let next = at; next < json.length; next++) {
    const byte = json[next];
    if (byte === QUOTE) {
      next = stringEnd(json, next);
      if (next === -1) return -1;
      if (depth === 0) return next + 1;
    } else if (byte === OPEN_LIST || byte === OPEN_OBJECT) depth++;
    else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
      // A plain value ends where what it stands in does.
      if (depth === 0) return next;
      if (--depth === 0) return next + 1;
    } else if (depth === 0 && (byte === COMMA || byte === COLON)) return next;
  }
  return -1;
}

/** Where the closing quote of the string that begins at `at` stands; -1 when it never does. */
function stringEnd(json: Buffer, at: number): number {
  let quote = json.indexOf(QUOTE, at + 1);
  while (quote !== -1) {
    let slashes = 0;
    while (json[quote - 1 - slashes] === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return quote;
    quote = json.indexOf(QUOTE, quote + 1);
  }
  return -1;
}

function skipBlanks(json: Buffer, at: number): number {
  let next = at;
  while (json[next] === 0x20 || json[next] === 0x0a || json[next] === 0x0d || json[next] === 0x09)
    next++;
  return next;
}
