/** The names in the directory of a zip, as plain letters: enough to tell a document from a bundle of files. */

const END = Buffer.from('PK\x05\x06', 'latin1');
const ENTRY = 'PK\x01\x02';
/** Bytes of the end record with the longest comment. */
const TAIL = 65_557;
const NAMES = 2_000;

/** `null` when there is no directory that can be read. */
export function zipNames(bytes: Uint8Array): readonly string[] | null {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = zip.lastIndexOf(END);
  if (end === -1 || end < zip.length - TAIL || end + 22 > zip.length) return null;
  const size = zip.readUInt32LE(end + 12);
  const said = zip.readUInt32LE(end + 16);
  // A very large zip says its true offset elsewhere; its directory ends where the end record begins all the same.
  let at = said === 0xff_ff_ff_ff ? zip.lastIndexOf(ENTRY, end, 'latin1') : said;
  if (said === 0xff_ff_ff_ff && size !== 0xff_ff_ff_ff) at = Math.max(0, end - size);
  const names: string[] = [];
  while (at >= 0 && at + 46 <= zip.length && names.length < NAMES) {
    if (zip.toString('latin1', at, at + 4) !== ENTRY) break;
    const name = zip.readUInt16LE(at + 28);
    names.push(zip.toString('latin1', at + 46, at + 46 + name));
    at += 46 + name + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return names.length === 0 && zip.readUInt16LE(end + 10) > 0 ? null : names;
}
