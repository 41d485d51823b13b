/** Parts of pictures as quotes: what is taken and what is refused, how they leave, and how a dossier prints them. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Archive } from '../../../archive/index.ts';
import {
  type Quote,
  type RegionAnchor,
  shareProfiles,
  type SourceId,
} from '../../../archive/model/index.ts';
import { makeShelf, must, type Shelf, wholeArchive } from '../../helpers/archives.ts';
import { takeIn } from '../../helpers/fill.ts';
import { flatTextIn, jpegsIn } from '../dossier/pdf-tools.ts';

let shelf: Shelf;
let archive: Archive;
let door: SourceId;
let note: SourceId;

/** A door with a notice on it, a blue lamp at its right, and something green beside it. */
function drawnDoor(): Buffer {
  const canvas = createCanvas(400, 300);
  const context = canvas.getContext('2d');
  const fill = (colour: string, x: number, y: number, width: number, height: number) => {
    context.fillStyle = colour;
    context.fillRect(x, y, width, height);
  };
  fill('#9aa7a4', 0, 0, 400, 300);
  fill('#5b4636', 120, 40, 160, 260);
  fill('#efe9d8', 160, 100, 80, 60);
  fill('#1450d0', 320, 60, 40, 40);
  fill('#00a000', 20, 200, 60, 60);
  return canvas.toBuffer('image/jpeg', 95);
}

const take = (name: string, bytes: Uint8Array) => takeIn(archive, name, bytes);

const NOTICE = { kind: 'region', x: 0.4, y: 1 / 3, width: 0.2, height: 0.2 } as const;
/** A triangle around the lamp. */
const LAMP: RegionAnchor = {
  ...{ kind: 'region', x: 0, y: 0, width: 1, height: 1 },
  polygon: [
    [0.75, 0.15],
    [0.95, 0.15],
    [0.85, 0.45],
  ],
};

function draft(region: RegionAnchor, source = door, seen = 'A paper notice, without a stamp') {
  return {
    passage: { kind: 'region', region },
    ...{ source, seen },
    ...{ speaker: null, attribution: null, saidOn: null, translation: null },
    ...{ note: '', tags: [] },
    check: 'unchecked',
  } as const;
}

let notice: Quote;
let lamp: Quote;

beforeAll(async () => {
  shelf = await makeShelf();
  archive = await shelf.create();
  door = await take('door.jpg', drawnDoor());
  note = await take('note.txt', Buffer.from('Nobody came back.'));
  notice = must(await archive.addQuote(draft(NOTICE)));
  lamp = must(await archive.addQuote(draft(LAMP, door, 'A blue lamp')));
});
afterAll(async () => {
  await archive.close();
  await shelf.clear();
});

describe('a part of a picture', () => {
  it('is kept as shares, with the rectangle around an outline worked out, and found by what is seen', async () => {
    expect(notice).toMatchObject({ anchor: NOTICE, seen: 'A paper notice, without a stamp' });
    expect(lamp.anchor).toMatchObject({ x: 0.75, y: 0.15, polygon: { length: 3 } });
    if (lamp.anchor.kind !== 'region') throw new Error('it is a part of a picture');
    expect(lamp.anchor.width).toBeCloseTo(0.2);
    expect(lamp.anchor.height).toBeCloseTo(0.3);
    const request = { query: 'notice stamp', limit: 5, kinds: [], tags: [] };
    const found = must(await archive.search(request));
    expect(found.map(({ id }) => id)).toContain(notice.id);
  });

  it('is refused where there is no picture, outside of it, without extent, or where an outline crosses itself', async () => {
    const codeOf = async (region: RegionAnchor, source = door) => {
      const added = await archive.addQuote(draft(region, source));
      return added.ok ? 'taken' : added.error.code;
    };
    const outline = (...polygon: [number, number][]) => codeOf({ ...NOTICE, polygon });
    expect(await codeOf(NOTICE, note)).toBe('no-picture');
    expect(await codeOf({ ...NOTICE, x: 0.9 })).toBe('region-outside');
    expect(await codeOf({ ...NOTICE, page: 2 })).toBe('region-outside');
    expect(await codeOf({ ...NOTICE, width: 1e-9 })).toBe('region-empty');
    expect(await outline([0.1, 0.1], [0.5, 0.5], [0.5, 0.1], [0.1, 0.5])).toBe('region-crossed');
    expect(await outline([0.1, 0.1], [0.5, 0.5], [0.3, 0.3])).toBe('region-crossed');
    expect(await outline([0.1, 0.1], [0.1, 0.1], [0.3, 0.3])).toBe('region-crossed');
  });

  it('can be told otherwise afterwards; what is seen is never told of words', async () => {
    const words = must(
      await archive.addQuote({
        ...draft(NOTICE, note),
        passage: { kind: 'words', exact: 'Nobody' },
      }),
    );
    expect(words).not.toHaveProperty('seen');
    expect(must(await archive.editQuote(words.id, { seen: 'x' }))).not.toHaveProperty('seen');
    expect(must(await archive.editQuote(lamp.id, { seen: 'A lamp' }))).toMatchObject({
      seen: 'A lamp',
      anchor: lamp.anchor,
    });
    must(await archive.undo());
    must(await archive.undo());
    must(await archive.undo());
  });

  it('leaves as a media fragment and a drawing, as numbers in a table, and as a rectangle of its picture', async () => {
    const bag = join(shelf.root, 'bag');
    must(await archive.exportAll(wholeArchive('bagit'), bag));
    const page = await readFile(join(bag, 'data/metadata/quotes.jsonld'), 'utf8');
    const { items } = JSON.parse(page) as { items: { target: { selector: object[] } }[] };
    const selectors = items.flatMap(({ target }) => target.selector);
    expect(selectors).toContainEqual(
      expect.objectContaining({ value: 'xywh=percent:40,33.333333,20,20' }),
    );
    expect(JSON.stringify(selectors)).toContain('points=\\"75,15 95,15 85,45\\"');
    expect(page).toContain('A blue lamp');
    const tables = join(shelf.root, 'tables');
    must(await archive.exportAll(wholeArchive('csv'), tables));
    const table = await readFile(join(tables, 'quotes.csv'), 'utf8');
    expect(table).toContain('0.75 0.15; 0.95 0.15; 0.85 0.45,1,A blue lamp');
  });
});

describe('a dossier', () => {
  const print = async (sharing: 'none' | 'protect') => {
    const dossier = must(
      await archive.addDossier({
        ...{ title: 'The door', matter: '', author: '', handling: '', language: 'en' },
        pageSize: 'a4',
        sections: [notice, lamp].map(({ id }) => ({ kind: 'quote', quote: id })),
        sharing: sharing === 'none' ? null : { levels: shareProfiles.protect, entities: [] },
      }),
    );
    const { pdf } = must(await archive.previewDossier(dossier.id));
    const out = process.env.LOOK;
    if (out !== undefined) await writeFile(join(out, `regions-${sharing}.pdf`), pdf);
    return pdf;
  };

  it('prints the part alone, upright, and of an outline nothing that lies outside of it', async () => {
    const pdf = await print('none');
    const pictures = await Promise.all(jpegsIn(pdf).map((jpeg) => loadImage(jpeg)));
    const sizes = pictures.map(({ width, height }) => `${width}×${height}`);
    expect(new Set(sizes)).toEqual(new Set(['400×300', '80×60', '80×90']));
    const triangle = pictures.find(({ height }) => height === 90);
    if (!triangle) throw new Error('the lamp is printed');
    const context = createCanvas(80, 90).getContext('2d');
    context.drawImage(triangle, 0, 0);
    const at = (x: number, y: number) => [...context.getImageData(x, y, 1, 1).data].slice(0, 3);
    expect(Math.min(...at(3, 85))).toBeGreaterThan(245);
    expect(Math.min(...at(76, 85))).toBeGreaterThan(245);
    const [red = 0, , blue = 0] = at(40, 30);
    expect(blue).toBeGreaterThan(red + 100);
    const said = flatTextIn(pdf);
    expect(said).toContain('What is seen A paper notice, without a stamp');
    expect(said).toContain('from 75 % of its width and 15 % of its height');
    expect(said).toContain('what lies in the outline');
  });

  it('prints nothing of a graphic picture that its profile covers', async () => {
    must(await archive.editSource(door, { graphic: true }));
    expect(jpegsIn(await print('protect'))).toHaveLength(0);
    must(await archive.undo());
  });

  it('cuts out of what is black already where a part must not leave, and then tells nothing of it', async () => {
    const covered = [{ x: 0.4, y: 1 / 3, width: 0.2, height: 0.2, reason: 'a name', by: '' }];
    must(await archive.editSource(door, { covered }));
    await expect(print('none')).rejects.toThrow('quote-covered');
    must(await archive.editQuote(notice.id, { seen: '' }));
    const pdf = await print('none');
    expect(flatTextIn(pdf)).not.toContain('What is seen A paper notice');
    const pictures = await Promise.all(jpegsIn(pdf).map((jpeg) => loadImage(jpeg)));
    const part = pictures.find(({ width, height }) => width === 80 && height === 60);
    if (!part) throw new Error('the part is printed');
    const context = createCanvas(80, 60).getContext('2d');
    context.drawImage(part, 0, 0);
    const shades = [...context.getImageData(0, 0, 80, 60).data].filter((_, at) => at % 4 !== 3);
    expect(Math.max(...shades)).toBeLessThan(32);
    must(await archive.undo());
    must(await archive.undo());
  });
});
