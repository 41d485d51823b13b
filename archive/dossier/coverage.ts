/** Which characters the fonts can show, read from their own tables. */
import { findTable, type FontFile } from './fonts.ts';

const BIT = {
  ...{ serif: 1, sans: 2, mono: 4, arabic: 8 },
  ...{ hebrew: 16, georgian: 32, armenian: 64 },
} as const;
const CODE_POINTS = 0x110000;
const SEGMENT_MAPPING = 4;
const SEGMENTED_COVERAGE = 12;

/** Answers, for a code point, the ways in which it can be shown as bits; 0 when no font has it. Ways of two are compared with `&`. */
export type Coverage = (codePoint: number) => number;

/** Text is set in serif or in sans, so a character counts as theirs only when both have it. */
const TEXT = 1;
/** Each of these faces is a way of its own. */
const ALONE = ['mono', 'arabic', 'hebrew', 'georgian', 'armenian'] as const;

export function readCoverage(fonts: readonly FontFile[]): Coverage {
  const faces = new Uint8Array(CODE_POINTS);
  for (const { face, plain, bytes } of fonts) {
    if (!plain) continue;
    for (const [first, last] of ranges(bytes))
      for (let code = first; code <= last && code < CODE_POINTS; code++)
        faces[code] = (faces[code] ?? 0) | BIT[face];
  }
  const both = BIT.serif | BIT.sans;
  const alone = ALONE.reduce((all, face) => all | BIT[face], 0);
  return (codePoint) => {
    const has = faces[codePoint] ?? 0;
    return ((has & both) === both ? TEXT : 0) | (has & alone);
  };
}

type Range = readonly [first: number, last: number];

/** Of the table with all planes, or, where a font has none, of the one with the first plane. */
function ranges(bytes: Buffer): readonly Range[] {
  const table = findTable(bytes, 'cmap');
  const count = bytes.readUInt16BE(table + 2);
  const found = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    const at = table + bytes.readUInt32BE(table + 8 + i * 8);
    found.set(bytes.readUInt16BE(at), at);
  }
  const [all, first] = [found.get(SEGMENTED_COVERAGE), found.get(SEGMENT_MAPPING)];
  if (all !== undefined) return segmentedCoverage(bytes, all);
  if (first !== undefined) return segmentMapping(bytes, first);
  throw new Error('no table of characters');
}

function segmentedCoverage(bytes: Buffer, at: number): Range[] {
  return Array.from({ length: bytes.readUInt32BE(at + 12) }, (_, group) => {
    const record = at + 16 + group * 12;
    return [bytes.readUInt32BE(record), bytes.readUInt32BE(record + 4)];
  });
}

/** A segment names glyphs by a difference, or by a list in which 0 is none. The last segment is only its end. */
function segmentMapping(bytes: Buffer, at: number): Range[] {
  const length = bytes.readUInt16BE(at + 6);
  const [ends, starts] = [at + 14, at + 16 + length];
  const offsets = starts + 2 * length;
  return Array.from({ length: length / 2 }, (_, i): Range[] => {
    const [start, end] = [bytes.readUInt16BE(starts + i * 2), bytes.readUInt16BE(ends + i * 2)];
    const place = offsets + i * 2;
    const offset = bytes.readUInt16BE(place);
    if (start === 0xffff) return [];
    if (offset === 0) return [[start, end]];
    return Array.from({ length: end - start + 1 }, (_, code): Range[] =>
      bytes.readUInt16BE(place + offset + code * 2) === 0 ? [] : [[start + code, start + code]],
    ).flat();
  }).flat();
}
