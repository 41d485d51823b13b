/** Names inside a zip: their letters are in UTF-8, or in whatever the system spoke that made it, and it does not say which. */

const UTF8_FLAG = 0x800;
/** Info-ZIP's field that repeats a name in UTF-8. */
const UNICODE_PATH = 0x7075;

export interface RawName {
  readonly raw: Uint8Array;
  readonly flags: number;
  readonly extraFields: readonly { readonly id: number; readonly data: Uint8Array }[];
}

/** Letters 128 to 255 of the code page that the format names as its own. */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

/** All names of one zip together: a single name is too short to tell its code page. */
export function memberNames(names: readonly RawName[]): string[] {
  const fallback = codePageOf(names.filter((name) => inUtf8(name) === null));
  return names.map((name) => (inUtf8(name) ?? fallback(name.raw)).replaceAll('\\', '/'));
}

function inUtf8({ raw, flags, extraFields }: RawName): string | null {
  const repeated = extraFields.find(({ id }) => id === UNICODE_PATH)?.data;
  // One byte of version and four of a checksum stand before it.
  const spoken = repeated === undefined ? null : strictly(repeated.subarray(5));
  if (spoken !== null && spoken !== '') return spoken;
  return strictly(raw) ?? ((flags & UTF8_FLAG) === 0 ? null : new TextDecoder().decode(raw));
}

function strictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Cyrillic words are letters beyond ASCII side by side; in Western names such letters stand alone. */
function codePageOf(names: readonly RawName[]): (raw: Uint8Array) => string {
  const letters = names.map(({ raw }) => Buffer.from(raw).toString('latin1')).join('/');
  const runs = letters.match(/[\x80-\xff]+/g) ?? [];
  const foreign = runs.join('').length;
  if (runs.length === 0 || foreign < runs.length * 2) return fromCp437;
  // Russian Windows keeps small letters from 0xe0 on, and hardly anything below 0xc0; DOS uses 0x80 to 0xaf.
  const low = letters.match(/[\x80-\xaf]/g)?.length ?? 0;
  const label = low * 3 > foreign ? 'ibm866' : 'windows-1251';
  return (raw) => new TextDecoder(label).decode(raw);
}

function fromCp437(raw: Uint8Array): string {
  return Array.from(raw, (byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : CP437.charAt(byte - 0x80),
  ).join('');
}
