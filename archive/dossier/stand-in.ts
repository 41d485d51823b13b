/** What the typesetter is given in the place of a picture: it has its size and its colours, and no pixels. */
import type { CodedPixels } from './picture/png-pixels.ts';

const bytes = (...all: number[]) => Buffer.from(all);
const word = (value: number) => [value >> 8, value & 0xff];
/** Letters of a SHA-256. */
const DIGEST = 64;
const START = bytes(0xff, 0xd8, 0xff, 0xfe, ...word(2 + DIGEST));
const LARGEST = 0xffff;

/**
 * A JPEG's markers without what they announce (ITU T.81), which goes into a PDF as it is. Its comment is the digest of the
 * picture that it stands for: no stripped picture has a comment, so none is like it. `null` for a size that no JPEG has.
 */
export function standInFor({ width, height, colours }: CodedPixels, digest: string): Buffer | null {
  if (Math.max(width, height) > LARGEST) return null;
  const components = [1, 2, 3].slice(0, colours);
  return Buffer.concat([
    START,
    Buffer.from(digest, 'latin1'),
    bytes(0xff, 0xc0, ...word(8 + 3 * colours), 8, ...word(height), ...word(width), colours),
    bytes(...components.flatMap((component) => [component, 0x11, 0])),
    bytes(0xff, 0xda, ...word(6 + 2 * colours), colours),
    bytes(...components.flatMap((component) => [component, 0]), 0, 63, 0),
    bytes(0xff, 0xd9),
  ]);
}

/** Whatever may be one, in the order of the file: where it begins, and the digest in it. */
export function* standInsIn(
  file: Buffer,
): Generator<{ readonly at: number; readonly digest: string }> {
  for (let at = file.indexOf(START); at !== -1; at = file.indexOf(START, at + 1)) {
    const digest = at + START.length;
    yield { at, digest: file.toString('latin1', digest, digest + DIGEST) };
  }
}
