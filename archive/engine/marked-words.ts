/** Passages of one side of a comparison as one text, with the words in it that are marked: what one side alone has, or what both share. */
import type { Comparison, DiffPart, Match, Range, SharedPassage, Unit } from '../compare/index.ts';
import type { WordMark } from '../dossier/index.ts';

export interface MarkedWords {
  readonly text: string;
  readonly marks: readonly WordMark[];
}

type Side = 'a' | 'b';
type Kind = WordMark['kind'];
/** The passages at these numbers; of a match with what changed inside it. */
type Cut = (at: readonly number[], match?: Match) => MarkedWords;

const BETWEEN = '\n\n';

/** Versions are marked by what changed, accounts by what they share. */
export function sidesOf(
  comparison: Comparison,
  textA: string,
  textB: string,
): { readonly inA: Cut; readonly inB: Cut } {
  const side = (name: Side, text: string): Cut => {
    const shared = comparison.kind === 'accounts' ? sharedRanges(comparison.shared, name) : [];
    return (at, match) => {
      const changed = match?.diff;
      return changed
        ? cut(
            text,
            comparison[name],
            at,
            changedRanges(changed, name),
            name === 'a' ? 'gone' : 'new',
          )
        : cut(text, comparison[name], at, shared, 'shared');
    };
  };
  return { inA: side('a', textA), inB: side('b', textB) };
}

function changedRanges(parts: readonly DiffPart[], side: Side): Range[] {
  return parts.flatMap((part) => {
    const range = part[side];
    return part.kind !== 'same' && range !== null && range[0] < range[1] ? [range] : [];
  });
}

/** What both have word for word, in order and apart from each other. */
function sharedRanges(passages: readonly SharedPassage[], side: Side): Range[] {
  const ranges = passages.flatMap((passage) => {
    const parts: Range[] = [];
    let from = passage[side][0];
    for (const { [side]: other } of passage.differences) {
      parts.push([from, other[0]]);
      from = other[1];
    }
    return [...parts, [from, passage[side][1]] as const];
  });
  const apart: Range[] = [];
  for (const [start, end] of ranges.sort((x, y) => x[0] - y[0])) {
    const begin = Math.max(start, apart.at(-1)?.[1] ?? 0);
    if (begin < end) apart.push([begin, end]);
  }
  return apart;
}

function cut(
  text: string,
  units: readonly Unit[],
  at: readonly number[],
  ranges: readonly Range[],
  kind: Kind,
): MarkedWords {
  const parts: string[] = [];
  const marks: WordMark[] = [];
  let length = 0;
  for (const index of at) {
    const unit = units[index];
    if (!unit) continue;
    if (parts.length > 0) length += BETWEEN.length;
    for (const range of ranges) {
      const [start, end] = bare(text, Math.max(range[0], unit.start), Math.min(range[1], unit.end));
      if (start < end)
        marks.push({ kind, start: length + start - unit.start, end: length + end - unit.start });
    }
    parts.push(text.slice(unit.start, unit.end));
    length += unit.end - unit.start;
  }
  return { text: parts.join(BETWEEN), marks };
}

/** Without the blanks at its ends: a line through nothing is no mark. */
function bare(text: string, start: number, end: number): Range {
  while (start < end && /\s/.test(text[start] ?? '')) start += 1;
  while (start < end && /\s/.test(text[end - 1] ?? '')) end -= 1;
  return [start, end];
}
