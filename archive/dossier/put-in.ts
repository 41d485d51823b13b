/** Puts pictures into a finished PDF, where others stand in for them. The file is the typesetter's: its form is known, and any other is refused. */
import { type Change, type ObjectTable, objectAt, tableOf, writtenTable } from './object-table.ts';
import type { CodedPixels } from './picture/png-pixels.ts';
import { standInsIn } from './stand-in.ts';

export interface Replaced {
  readonly standIn: Buffer;
  readonly pixels: CodedPixels;
}

/** What stands before the bytes of a picture. */
const HEAD = /^\d+ 0 obj\n<<\n[^<>]*>>\nstream\n$/;
const FILTER = '/Filter /DCTDecode\n';

/** By the digest of each. Throws when one is not in the file, or the file is not of that form. */
export function putIn(pdf: Buffer, pictures: ReadonlyMap<string, Replaced>): Buffer {
  if (pictures.size === 0) return pdf;
  const table = tableOf(pdf);
  const missing = new Set(pictures.keys());
  const changes: Change[] = [];
  for (const { at, digest } of standInsIn(pdf)) {
    const picture = pictures.get(digest);
    const change = picture && changeOf(pdf, table, at, picture);
    if (!change) continue;
    changes.push(change);
    missing.delete(digest);
  }
  if (missing.size > 0) throw new Error('a picture is not in its place');
  return Buffer.concat([
    ...changed(pdf.subarray(0, table.start), changes),
    ...writtenTable(pdf, table, changes),
  ]);
}

/** `null` for what only looks like the stand-in of this picture. */
function changeOf(
  pdf: Buffer,
  table: ObjectTable,
  at: number,
  { standIn, pixels: { coded, colours, width } }: Replaced,
): Change | null {
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
    bytes: [Buffer.from(before, 'latin1'), coded],
  };
}

function changed(file: Buffer, changes: readonly Change[]): Uint8Array[] {
  let at = 0;
  const parts = changes.flatMap((change) => {
    const kept = file.subarray(at, change.at);
    at = change.at + change.length;
    return [kept, ...change.bytes];
  });
  return [...parts, file.subarray(at)];
}
