/** Pictures are printed with as many pixels as paper shows, and what is quoted of them is cut out of all their pixels. */
import { createCanvas } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Archive } from '../../../archive/index.ts';
import type { DossierId, QuoteId, SourceId } from '../../../archive/model/index.ts';
import { makeShelf, must, type Shelf } from '../../helpers/archives.ts';
import { capture } from '../../helpers/capture.ts';
import { flatTextIn, inflated, jpegsIn, picturesIn } from '../dossier/pdf-tools.ts';
import { withExif } from '../import/made-pictures.ts';

let shelf: Shelf;
let archive: Archive;
let pdf: Uint8Array;
let dossier: DossierId;

/** Coloured squares, a hundred pixels each. */
function squares(width: number, height: number) {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  for (let y = 0; y < height; y += 100)
    for (let x = 0; x < width; x += 100) {
      context.fillStyle = `hsl(${(x * 7 + y * 13) % 360} 70% 60%)`;
      context.fillRect(x, y, 100, 100);
    }
  return canvas;
}

async function take(name: string, bytes: Uint8Array): Promise<SourceId> {
  const { result } = must(await archive.importFile({ name, bytes }, capture));
  if (result.state !== 'taken') throw new Error(result.state);
  return result.source;
}

async function corner(source: SourceId): Promise<QuoteId> {
  const region = { kind: 'region', x: 0, y: 0, width: 0.04, height: 0.04 } as const;
  const about = { speaker: null, attribution: null, saidOn: null, translation: null };
  const draft = {
    ...about,
    source,
    passage: { kind: 'region', region },
    seen: 'A square',
  } as const;
  return must(await archive.addQuote({ ...draft, note: '', tags: [], check: 'unchecked' })).id;
}

beforeAll(async () => {
  shelf = await makeShelf();
  archive = await shelf.create();
  // Taken by a telephone that was held upright.
  const photograph = withExif(
    squares(3_000, 2_200).toBuffer('image/jpeg', 80),
    [
      [271, 'Lamplight'],
      [274, 6],
    ],
    [],
  );
  const sources: readonly [SourceId, ...SourceId[]] = [
    await take('photograph.jpg', photograph),
    await take('small.jpg', squares(1_800, 1_200).toBuffer('image/jpeg', 80)),
    await take('screen.png', squares(3_000, 1_000).toBuffer('image/png')),
  ];
  const quote = await corner(sources[0]);
  const made = await archive.addDossier({
    ...{ title: 'Squares', matter: '', author: '', handling: '' },
    ...{ language: 'en', pageSize: 'a4' },
    sections: [
      ...sources.map((source) => ({ kind: 'source' as const, source })),
      { kind: 'quote', quote },
    ],
  });
  dossier = must(made).id;
  pdf = must(await archive.previewDossier(dossier)).pdf;
});
afterAll(async () => {
  await archive.close();
  await shelf.clear();
});

describe('a dossier', () => {
  it('prints pictures with three hundred dots to an inch, upright, and lossless as they were', () => {
    const [photograph, small, screen] = picturesIn(pdf).filter(({ width }) => width > 500);
    expect(photograph).toMatchObject({ encoding: 'jpeg', height: 1_772, width: 1_299 });
    expect(photograph?.dotsPerInch).toBeGreaterThan(295);
    expect(photograph?.dotsPerInch).toBeLessThan(305);
    expect(small).toMatchObject({ encoding: 'jpeg', width: 1_800, height: 1_200 });
    expect(screen).toMatchObject({ encoding: 'image', width: 1_819, height: 606 });
  });

  it('cuts what is quoted out of all the pixels', () => {
    expect(picturesIn(pdf)).toContainEqual(expect.objectContaining({ width: 88, height: 120 }));
  });

  it('says so, gives both digests, and tells nothing of the camera', () => {
    const said = flatTextIn(pdf);
    expect(said).toContain('photograph.jpg, printed with fewer pixels and without its metadata');
    expect(said).toContain('small.jpg, printed without its metadata');
    expect(said).toContain('with up to 300 dots to an inch');
    expect(said).toContain('SHA-256 of picture');
    expect(inflated(pdf).toString('latin1')).not.toMatch(/Lamplight|Exif\0/);
  });

  it('has the same pixels whenever it is made', async () => {
    const before = jpegsIn(pdf);
    expect(jpegsIn(must(await archive.previewDossier(dossier)).pdf)).toEqual(before);
    await archive.close();
    archive = await shelf.open();
    expect(jpegsIn(must(await archive.previewDossier(dossier)).pdf)).toEqual(before);
  });
});
