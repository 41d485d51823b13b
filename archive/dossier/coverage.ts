/** Which characters the fonts can show, read from their own tables. */
import { findTable, type FontFile } from './fonts.ts';

const BIT = { serif: 1, sans: 2, mono: 4, arabic: 8 } as const;
const CODE_POINTS = 0x110000;
const SEGMENTED_COVERAGE = 12;

/** Answers, for a code point, the ways in which it can be shown as bits; 0 when no font has it. Ways of two are compared with `&`. */
export type Coverage = (codePoint: number) => number;

/** Text is set in serif or in sans, so a character counts as theirs only when both have it. */
const TEXT = 1;
const MONO = 2;
const ARABIC = 4;

export function readCoverage(fonts: readonly FontFile[]): Coverage {
  const faces = new Uint8Array(CODE_POINTS);
  for (const { face, plain, bytes } of fonts) {
    if (!plain) continue;
    for (const [first, last] of ranges(bytes))
      for (let code = first; code <= last && code < CODE_POINTS; code++)
        faces[code] = (faces[code] ?? 0) | BIT[face];
  }
  const both = BIT.serif | BIT.sans;
  return (codePoint) => {
    const has = faces[codePoint] ?? 0;
    return (
      ((has & both) === both ? TEXT : 0) |
      (has & BIT.mono ? MONO : 0) |
      (has & BIT.arabic ? ARABIC : 0)
    );
  };
}

function* ranges(bytes: Buffer): Generator<readonly [first: number, last: number]> {
  const table = findTable(bytes, 'cmap');
  const count = bytes.readUInt16BE(table + 2);
  for (let i = 0; i < count; i++) {
    const at = table + bytes.readUInt32BE(table + 8 + i * 8);
    if (bytes.readUInt16BE(at) !== SEGMENTED_COVERAGE) continue;
    const groups = bytes.readUInt32BE(at + 12);
    for (let group = 0; group < groups; group++) {
      const record = at + 16 + group * 12;
      yield [bytes.readUInt32BE(record), bytes.readUInt32BE(record + 4)];
    }
    return;
  }
  throw new Error('no table of characters');
}
