/** The table at the end of a PDF that says where each of its objects begins (ISO 32000-1, 7.5.4 and 7.5.5). */

/** Some bytes of the file, and by how much longer than that is what comes in their place. */
export interface Change {
  readonly at: number;
  readonly length: number;
  readonly longer: number;
}

export interface ObjectTable {
  /** Where it begins in the file. */
  readonly start: number;
  /** Where its lines begin and end in the file. */
  readonly first: number;
  readonly end: number;
  /** Of each line: where the object begins; `null` for a number that is none. */
  readonly places: readonly (number | null)[];
}

/** Ten digits of a place, five more, `n` or `f`, and two signs for the end of the line. */
const LINE = 20;
const PLACE = 10;
const WELL_FORMED = /^\d{10} \d{5} [nf]\r\n$/;
const LAST = /startxref\n(\d+)\n%%EOF\s*$/;
/** Bytes in which the last lines and the first of the table lie. */
const ENOUGH = 64;

/** Throws for a file that has it in another form. */
export function tableOf(pdf: Buffer): ObjectTable {
  const last = LAST.exec(pdf.toString('latin1', pdf.length - ENOUGH));
  const start = Number(last?.[1]);
  const head = /^xref\n0 (\d+)\n/.exec(pdf.toString('latin1', start, start + ENOUGH));
  if (!last || !head) throw new Error('no table of objects');
  const first = start + head[0].length;
  const end = first + Number(head[1]) * LINE;
  const places: (number | null)[] = [];
  for (let at = first; at < end; at += LINE) {
    const line = pdf.toString('latin1', at, at + LINE);
    if (!WELL_FORMED.test(line)) throw new Error('no line of a table of objects');
    places.push(line.endsWith('n\r\n') ? Number(line.slice(0, PLACE)) : null);
  }
  return { start, first, end, places };
}

/** Where the object begins in which this place lies. */
export function objectAt({ places }: ObjectTable, at: number): number {
  return places.reduce<number>(
    (last, place) => (place !== null && place <= at && place > last ? place : last),
    0,
  );
}

/** The table and what follows it, as they are when these changes, in their order, were made to the file before it. */
export function writtenTable(
  pdf: Buffer,
  table: ObjectTable,
  changes: readonly Change[],
): Uint8Array[] {
  const moved = movedBy(changes);
  const lines = Buffer.from(pdf.subarray(table.start, table.end));
  const first = table.first - table.start;
  for (const [index, place] of table.places.entries())
    if (place !== null)
      lines.write(String(moved(place)).padStart(PLACE, '0'), first + index * LINE, 'latin1');
  const after = pdf
    .toString('latin1', table.end)
    .replace(LAST, `startxref\n${moved(table.start)}\n%%EOF`);
  return [lines, Buffer.from(after, 'latin1')];
}

/** Where something begins then that began at a place. */
function movedBy(changes: readonly Change[]): (place: number) => number {
  const steps: { readonly at: number; readonly after: number }[] = [];
  let sum = 0;
  for (const { at, longer } of changes) {
    sum += longer;
    steps.push({ at, after: sum });
  }
  return (place) => {
    let [low, high] = [0, steps.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((steps[middle]?.at ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    return place + (steps[low - 1]?.after ?? 0);
  };
}
