/** Reads finished PDFs with programs that are not ours. They are required: a test that skips itself proves nothing. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

function on(
  pdf: Uint8Array,
  tool: string,
  before: readonly string[],
  after: readonly string[] = [],
) {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-'));
  try {
    const file = join(folder, 'dossier.pdf');
    writeFileSync(file, pdf);
    return execFileSync(tool, [...before, file, ...after], {
      maxBuffer: 1e9,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The text of all pages, or of one, as a person would read it. */
export function textIn(pdf: Uint8Array, page?: number): string {
  const pages = page === undefined ? [] : ['-f', String(page), '-l', String(page)];
  return on(pdf, 'pdftotext', ['-layout', ...pages], ['-']).toString('utf8');
}

/** The text with all white space taken as one space, and invisible direction signs left out. */
export function flatTextIn(pdf: Uint8Array, page?: number): string {
  return textIn(pdf, page)
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ');
}

/** What `pdfinfo` says: its lines by name. */
export function infoOf(pdf: Uint8Array): ReadonlyMap<string, string> {
  const lines = on(pdf, 'pdfinfo', []).toString('utf8').trim().split('\n');
  return new Map(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  );
}

export interface Font {
  readonly name: string;
  readonly embedded: boolean;
  readonly unicode: boolean;
}

export function fontsIn(pdf: Uint8Array): readonly Font[] {
  const lines = on(pdf, 'pdffonts', []).toString('utf8').trim().split('\n').slice(2);
  return lines.map((line) => {
    const [name = ''] = line.split(/\s/);
    const [embedded, , unicode] = line.split(/\s+/).slice(-5);
    return {
      name: name.replace(/^[A-Z]{6}\+/, ''),
      embedded: embedded === 'yes',
      unicode: unicode === 'yes',
    };
  });
}

/** The JPEGs in it, as they stand there. */
export function jpegsIn(pdf: Uint8Array): readonly Buffer[] {
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
  try {
    on(pdf, 'pdfimages', ['-j'], [join(folder, 'picture')]);
    return readdirSync(folder)
      .filter((name) => name.endsWith('.jpg'))
      .sort()
      .map((name) => readFileSync(join(folder, name)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Three bytes for each. */
  readonly pixels: Buffer;
}

/** The pixels of every picture as it is drawn, with another decoder than ours. */
export function pixelsIn(pdf: Uint8Array): readonly Pixels[] {
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
  try {
    on(pdf, 'pdfimages', [], [join(folder, 'picture')]);
    return readdirSync(folder)
      .sort()
      .map((name) => pixelsOf(readFileSync(join(folder, name))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Of a file in the form P6. */
function pixelsOf(file: Buffer): Pixels {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 40));
  if (!head) throw new Error('no pixels');
  return {
    width: Number(head[1]),
    height: Number(head[2]),
    pixels: file.subarray(head[0].length),
  };
}

export interface PictureIn {
  readonly width: number;
  readonly height: number;
  readonly encoding: string;
  /** Across, as it is printed. */
  readonly dotsPerInch: number;
}

/** Every picture as it is drawn. */
export function picturesIn(pdf: Uint8Array): readonly PictureIn[] {
  const [, , ...lines] = on(pdf, 'pdfimages', ['-list']).toString('utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [, , , width, height, , , , encoding = '', , , , across] = line.trim().split(/\s+/);
    return {
      ...{ width: Number(width), height: Number(height), encoding },
      dotsPerInch: Number(across),
    };
  });
}

/** Throws what `qpdf` finds wrong. */
export function checkStructure(pdf: Uint8Array): void {
  on(pdf, 'qpdf', ['--check']);
}

/** The whole file with every stream inflated. */
export function inflated(pdf: Uint8Array): Buffer {
  return on(pdf, 'qpdf', ['--qdf', '--object-streams=disable'], ['-']);
}

export type PdfObject = Readonly<Record<string, unknown>>;

/** Every object of the file as data. */
export function objectsIn(pdf: Uint8Array): readonly PdfObject[] {
  const file = JSON.parse(
    on(pdf, 'qpdf', ['--json', '--json-key=qpdf', '--json-stream-data=none']).toString('utf8'),
  ) as { qpdf: [unknown, Record<string, { value?: unknown; stream?: { dict: unknown } }>] };
  return Object.values(file.qpdf[1])
    .map(({ value, stream }) => value ?? stream?.dict)
    .filter((value): value is PdfObject => typeof value === 'object' && value !== null);
}

/** Bookmarks from the top, each with its depth. */
export function bookmarksIn(pdf: Uint8Array): readonly string[] {
  const file = JSON.parse(on(pdf, 'qpdf', ['--json', '--json-key=outlines']).toString('utf8')) as {
    outlines: Outline[];
  };
  const walk = (outlines: readonly Outline[], depth: number): string[] =>
    outlines.flatMap(({ title, kids }) => [
      `${'  '.repeat(depth)}${title}`,
      ...walk(kids, depth + 1),
    ]);
  return walk(file.outlines, 0);
}

interface Outline {
  readonly title: string;
  readonly kids: readonly Outline[];
}

/** One page as a picture: three bytes for each pixel. */
export function renderedPage(pdf: Uint8Array, page: number, dotsPerInch: number): Pixels {
  const bytes = on(pdf, 'pdftoppm', [
    '-r',
    String(dotsPerInch),
    '-f',
    String(page),
    '-l',
    String(page),
  ]);
  return pixelsOf(bytes);
}
