/** Puts pictures into a finished PDF, where others stand in for them. The file is the typesetter's: its form is known, and any other is refused. */
import { type Change, type ObjectTable, objectAt, tableOf, writtenTable } from './object-table.ts';
import type { CodedPixels } from './picture/png-pixels.ts';
import { standInsIn } from './stand-in.ts';

/** Some bytes of a file. */
export interface FilePart {
  readonly bytes: Uint8Array;
  /** Of the pixels of a picture: its digest. */
  readonly picture: string | null;
}

export interface Replaced {
  readonly standIn: Buffer;
  readonly pixels: CodedPixels;
}

/** What stands before the bytes of a picture. */
const HEAD = /^\d+ 0 obj\n<<\n[^<>]*>>\nstream\n$/;
const FILTER = '/Filter /DCTDecode\n';

interface PutIn extends Change {
  readonly head: Buffer;
  readonly pixels: FilePart;
}

/** By the digest of each. Throws when one is not in the file, or the file is not of that form. */
export function putIn(pdf: Buffer, pictures: ReadonlyMap<string, Replaced>): readonly FilePart[] {
  if (pictures.size === 0) return [other(pdf)];
  const table = tableOf(pdf);
  const missing = new Set(pictures.keys());
  const changes: PutIn[] = [];
  for (const { at, digest } of standInsIn(pdf)) {
    const picture = pictures.get(digest);
    const change = picture && changeOf(pdf, table, at, { ...picture, digest });
    if (!change) continue;
    changes.push(change);
    missing.delete(digest);
  }
  if (missing.size > 0) throw new Error('a picture is not in its place');
  return [
    ...changed(pdf.subarray(0, table.start), changes),
    ...writtenTable(pdf, table, changes).map(other),
  ];
}

const other = (bytes: Uint8Array): FilePart => ({ bytes, picture: null });

/** `null` for what only looks like the stand-in of this picture. */
function changeOf(
  pdf: Buffer,
  table: ObjectTable,
  at: number,
  { standIn, digest, pixels: { coded, colours, width } }: Replaced & { readonly digest: string },
): PutIn | null {
  const start = objectAt(table, at);
  const head = pdf.toString('latin1', start, at);
  const length = `/Length ${standIn.length}\n`;
  const whole = standIn.equals(pdf.subarray(at, at + standIn.length));
  if (!whole || !HEAD.test(head) || !head.includes(length) || !head.includes(FILTER)) return null;
  const coding = `/Predictor 15 /Colors ${colours} /Columns ${width}`;
  const before = head
    .replace(length, `/Length ${coded.length}\n`)
    .replace(FILTER, `/Filter /FlateDecode\n  /DecodeParms << ${coding} >>\n`);
  return {
    at: start,
    length: head.length + standIn.length,
    longer: before.length + coded.length - head.length - standIn.length,
    head: Buffer.from(before, 'latin1'),
    pixels: { bytes: coded, picture: digest },
  };
}

function changed(file: Buffer, changes: readonly PutIn[]): FilePart[] {
  let end = 0;
  const parts = changes.flatMap(({ at, length, head, pixels }) => {
    const kept = file.subarray(end, at);
    end = at + length;
    return [other(kept), other(head), pixels];
  });
  return [...parts, other(file.subarray(end))];
}
