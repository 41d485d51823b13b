/** The fonts that a dossier is set in, read from the installed packages: every other font of the machine stays out. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fail, ok, type Result } from '../lib/result.ts';

export interface FontFile {
  readonly face: 'serif' | 'sans' | 'mono' | 'naskh';
  /** In the family's plain upright weight: its characters stand for the whole family. */
  readonly plain: boolean;
  readonly bytes: Buffer;
}

const FILES: readonly (readonly [face: FontFile['face'], style: string])[] = [
  ['serif', '400Regular'],
  ['serif', '400Regular_Italic'],
  ['serif', '600SemiBold'],
  ['serif', '600SemiBold_Italic'],
  ['sans', '400Regular'],
  ['sans', '600SemiBold'],
  ['mono', '400Regular'],
  ['naskh', '400Regular'],
  ['naskh', '600SemiBold'],
];

const FAMILIES = {
  serif: ['noto-serif', 'NotoSerif'],
  sans: ['noto-sans', 'NotoSans'],
  mono: ['noto-sans-mono', 'NotoSansMono'],
  naskh: ['noto-naskh-arabic', 'NotoNaskhArabic'],
} as const;

/** Reads all font files; `font-missing` when one cannot be found or is not a font. */
export function readFonts(): Result<readonly FontFile[], 'font-missing'> {
  const { resolve } = createRequire(import.meta.url);
  try {
    return ok(
      FILES.map(([face, style]) => {
        const [folder, name] = FAMILIES[face];
        const file = resolve(`@expo-google-fonts/${folder}/${style}/${name}_${style}.ttf`);
        return { face, plain: style === '400Regular', bytes: underOwnName(readFileSync(file)) };
      }),
    );
  } catch {
    return fail('font-missing');
  }
}

const FAMILY_NAMES = new Set([1, 16]);
const WINDOWS = 3;

/**
 * The typesetter also knows the machine's own fonts and takes any that has the family's name. So ours go by
 * another one, of equal length: "Noto Serif" becomes "Kufr Serif". The PostScript name, which is what stands in
 * the PDF, stays.
 */
function underOwnName(bytes: Buffer): Buffer {
  const table = findTable(bytes, 'name');
  const count = bytes.readUInt16BE(table + 2);
  const strings = table + bytes.readUInt16BE(table + 4);
  for (let i = 0; i < count; i++) {
    const record = table + 6 + i * 12;
    if (bytes.readUInt16BE(record) !== WINDOWS || !FAMILY_NAMES.has(bytes.readUInt16BE(record + 6)))
      continue;
    const start = strings + bytes.readUInt16BE(record + 10);
    const name = bytes.subarray(start, start + bytes.readUInt16BE(record + 8));
    // UTF-16BE, turned about to be read and turned back.
    const renamed = Buffer.from(
      Buffer.from(name)
        .swap16()
        .toString('utf16le')
        .replace(/^Noto /, 'Kufr '),
      'utf16le',
    ).swap16();
    renamed.copy(name);
  }
  return bytes;
}

/** Where a table of an OpenType font begins; throws when there is none. */
export function findTable(bytes: Buffer, tag: string): number {
  const count = bytes.readUInt16BE(4);
  for (let i = 0; i < count; i++) {
    const record = 12 + i * 16;
    if (bytes.toString('latin1', record, record + 4) === tag) return bytes.readUInt32BE(record + 8);
  }
  throw new Error(`no table ${tag}`);
}
