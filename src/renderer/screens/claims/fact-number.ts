/** The number with which a fact becomes a row of a claim; none where it is no count. */
import type { Fact } from '../../../../archive/compare/comparison.ts';
import type { ClaimNumber } from '../../../../archive/model/index.ts';

/** Of "the third fire", "a third of them" or "room 12" a person says in the row what it is worth. */
export function numberOfFact({
  value,
  upTo,
  approximate,
  bound,
  noCount,
}: Fact): ClaimNumber | null {
  const read = Number(value);
  if (noCount !== undefined || !Number.isFinite(read)) return null;
  const to = Number(upTo);
  if (upTo !== undefined && read <= to) return { kind: 'range', from: read, to };
  return { kind: bound ?? (approximate === true ? 'about' : 'exact'), value: read };
}
