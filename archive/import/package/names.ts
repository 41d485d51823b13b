/** The names of the files in a zip, read from its own list at the end; nothing is unpacked. */

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** Bytes of the record at the end, and of the comment that may follow it. */
const END_LENGTH = 22;
const COMMENT = 65_535;
const ENTRY_LENGTH = 46;
/** Names looked at. */
const NAMES = 2_000;

/** Empty for what is no zip, or one that is cut off. */
export function zipNames(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return [];
  const names: string[] = [];
  let at = view.getUint32(end + 16, true);
  while (names.length < NAMES && at + ENTRY_LENGTH <= end && view.getUint32(at, true) === ENTRY) {
    const length = view.getUint16(at + 28, true);
    const from = at + ENTRY_LENGTH;
    names.push(Buffer.from(bytes.subarray(from, from + length)).toString('utf8'));
    at = from + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}

function findEnd(view: DataView): number | null {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - COMMENT); at--)
    if (view.getUint32(at, true) === END) return at;
  return null;
}
