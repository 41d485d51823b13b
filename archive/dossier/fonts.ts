/** The fonts that a dossier is set in, read from the installed packages: every other font of the machine stays out. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fail, ok, type Result } from '../lib/result.ts';

export interface FontFile {
  readonly face: 'serif' | 'sans' | 'mono' | 'arabic' | 'hebrew' | 'georgian' | 'armenian';
  /** In the family's plain upright weight: its characters stand for the whole family. */
  readonly plain: boolean;
  readonly bytes: Buffer;
}

interface Family {
  readonly face: FontFile['face'];
  readonly folder: string;
  readonly name: string;
  readonly styles: readonly string[];
}

const PLAIN = '400Regular';

const FAMILIES: readonly Family[] = [
  {
    face: 'serif',
    folder: 'noto-serif',
    name: 'NotoSerif',
    styles: [PLAIN, '400Regular_Italic', '600SemiBold', '600SemiBold_Italic'],
  },
  { face: 'sans', folder: 'noto-sans', name: 'NotoSans', styles: [PLAIN, '600SemiBold'] },
  { face: 'mono', folder: 'noto-sans-mono', name: 'NotoSansMono', styles: [PLAIN] },
  // Scripts of their own, whatever stands around them: Georgian and Armenian are not to be had with serifs.
  {
    face: 'hebrew',
    folder: 'noto-serif-hebrew',
    name: 'NotoSerifHebrew',
    styles: [PLAIN, '600SemiBold'],
  },
  {
    face: 'georgian',
    folder: 'noto-sans-georgian',
    name: 'NotoSansGeorgian',
    styles: [PLAIN, '600SemiBold'],
  },
  {
    face: 'armenian',
    folder: 'noto-sans-armenian',
    name: 'NotoSansArmenian',
    styles: [PLAIN, '600SemiBold'],
  },
];

/**
 * The first that is installed. Amiri draws each letter as one glyph, so that Arabic can be searched and copied from
 * the PDF; Noto Naskh puts letters together from a stem and its dots, which readers of PDF take for two letters.
 */
const ARABIC: readonly Family[] = [
  { face: 'arabic', folder: 'amiri', name: 'Amiri', styles: [PLAIN, '700Bold'] },
  {
    face: 'arabic',
    folder: 'noto-naskh-arabic',
    name: 'NotoNaskhArabic',
    styles: [PLAIN, '600SemiBold'],
  },
];

/** Reads all font files; `font-missing` when one cannot be found or is not a font. */
export function readFonts(): Result<readonly FontFile[], 'font-missing'> {
  try {
    const arabic = ARABIC.find((family) => pathOf(family, PLAIN) !== null);
    if (!arabic) return fail('font-missing');
    return ok([...FAMILIES, arabic].flatMap(readFamily));
  } catch {
    return fail('font-missing');
  }
}

function readFamily(family: Family): FontFile[] {
  return family.styles.map((style) => {
    const path = pathOf(family, style);
    if (path === null) throw new Error('a font is missing');
    return {
      face: family.face,
      plain: style === PLAIN,
      bytes: underOwnName(readFileSync(path)),
    };
  });
}

function pathOf({ folder, name }: Family, style: string): string | null {
  try {
    return createRequire(import.meta.url).resolve(
      `@expo-google-fonts/${folder}/${style}/${name}_${style}.ttf`,
    );
  } catch {
    return null;
  }
}

const FAMILY_NAMES = new Set([1, 16]);
const WINDOWS = 3;

/**
 * The typesetter also knows the machine's own fonts and takes any that has the family's name. So ours go by
 * another one, of equal length: "Noto Serif" becomes "Kufr Serif", "Amiri" becomes "Kufri". The PostScript name, which is what stands in
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
        .replace(/^(?:Noto|Amir)/, 'Kufr'),
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
