/** Some words around a place in a text, of which none is cut. */

/** UTF-16 units told before and after a place. */
const AROUND = 60;

export function contextOf(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): { readonly context: string; readonly contextStart: number } {
  const contextStart = wordBegin(text, Math.max(0, start - AROUND), start);
  return { contextStart, context: text.slice(contextStart, Math.min(text.length, end + AROUND)) };
}

/** The first place behind a space, so that no word is cut. */
function wordBegin(text: string, from: number, before: number): number {
  if (from === 0) return 0;
  const space = text.slice(from, before).search(/\s/u);
  return space === -1 ? before : from + space + 1;
}
