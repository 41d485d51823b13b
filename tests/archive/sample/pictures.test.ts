import ExifReader from 'exifreader';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCase, readSampleFile } from '../../../tools/sample/read-case.ts';

const SIGNATURES: Readonly<Record<string, RegExp>> = {
  jpg: /^\xff\xd8\xff/,
  png: /^\x89PNG/,
  webp: /^RIFF.{4}WEBP/s,
};

interface Seen {
  readonly file: string;
  readonly bytes: Buffer;
  readonly tags: ExifReader.ExpandedTags;
}
const pictures: Seen[] = [];

beforeAll(async () => {
  for (const { kind, file } of (await readCase()).files) {
    if (kind !== 'image') continue;
    const bytes = await readSampleFile({ file });
    pictures.push({
      file,
      bytes,
      tags: await ExifReader.load(bytes, { expanded: true, async: true }),
    });
  }
});

describe('the pictures of the sample case', () => {
  it('are what their names say, in three formats', () => {
    const extensions = pictures.map(({ file }) => file.slice(file.lastIndexOf('.') + 1));
    expect(new Set(extensions)).toEqual(new Set(['jpg', 'png', 'webp']));
    for (const [index, { bytes }] of pictures.entries()) {
      const head = bytes.subarray(0, 12).toString('latin1');
      expect(head).toMatch(SIGNATURES[extensions[index] ?? ''] ?? /^never$/);
    }
  });

  it('are 1,200 to 1,600 pixels on their longer side, and small', () => {
    for (const { bytes, tags } of pictures) {
      const { file, pngFile, riff } = tags;
      const width = file?.['Image Width'] ?? pngFile?.['Image Width'] ?? riff?.ImageWidth;
      const height = file?.['Image Height'] ?? pngFile?.['Image Height'] ?? riff?.ImageHeight;
      const longer = Math.max(Number(width?.value), Number(height?.value));
      expect(longer).toBeGreaterThanOrEqual(1200);
      expect(longer).toBeLessThanOrEqual(1600);
      expect(bytes.length).toBeLessThan(250_000);
    }
  });

  it('say with what and when they were made, with the offset from UTC', () => {
    for (const { tags } of pictures) {
      expect(tags.exif?.Software?.description).toBeTruthy();
      expect(tags.exif?.DateTimeOriginal?.description).toMatch(/^2026:03:\d\d \d\d:\d\d:\d\d$/);
      expect(tags.exif?.OffsetTimeOriginal?.description).toBe('+03:00');
    }
    expect(pictures.filter(({ tags }) => tags.exif?.Model !== undefined)).toHaveLength(3);
  });

  it('hold one position, in the open sea near 0°, 0°, for the stripping to take away', () => {
    const positions = pictures.flatMap(({ tags }) => (tags.gps === undefined ? [] : [tags.gps]));
    expect(positions).toHaveLength(1);
    expect(positions[0]?.Latitude).toBeCloseTo(0.419, 2);
    expect(positions[0]?.Longitude).toBeCloseTo(-0.602, 2);
  });
});
