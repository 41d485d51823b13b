/** What is much the same as something that was there: pictures that were changed on their way, and texts with another head. */
import { createCanvas } from '@napi-rs/canvas';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { original, edits } from '../../../bench/pictures/edits.ts';
import { scene } from '../../../bench/pictures/scenes.ts';
import { random } from '../../../bench/search/random.ts';
import type { Archive, ImportOutcome } from '../../../archive/index.ts';
import { type SourceId } from '../../../archive/model/index.ts';
import { makeShelf, must, type Shelf } from '../../helpers/archives.ts';
import { capture } from '../../helpers/capture.ts';

let shelf: Shelf;
let archive: Archive;

beforeEach(async () => {
  shelf = await makeShelf();
  archive = await shelf.create();
});
afterEach(async () => {
  await archive.close();
  await shelf.clear();
});

async function take(name: string, bytes: Uint8Array, address?: string): Promise<SourceId> {
  const file = { name, bytes, ...(address !== undefined && { address }) };
  const { result }: ImportOutcome = must(await archive.importFile(file, capture));
  if (result.state !== 'taken') throw new Error(result.state);
  return result.source;
}

const street = () => scene('street', 501);
const changed = (name: string) => edits[name]?.(street(), random(4)).bytes ?? new Uint8Array();

const story = [
  'The ferry left the northern pier at seven in the evening with nine people aboard.',
  'The harbour office says that nobody had asked for a list of their names before it left.',
  'A watchman saw the lights of a second boat near the breakwater and wrote the hour down.',
  'On the next morning the list was asked for twice, and the second time it was taken away.',
];

describe('what came in', () => {
  it('is told with what looks like it, each pair once and of the later one', async () => {
    const first = await take('street.jpg', original(street(), random(1)).bytes);
    const other = await take('hills.jpg', original(scene('landscape', 502), random(1)).bytes);
    const small = await take('small.jpg', changed('half the size'));
    const cut = await take('cut.jpg', changed('cut by 5 % at one side'));
    must(await archive.derivePictures());
    const found = must(await archive.nearDuplicates([first, other, small, cut]));
    expect(
      found.map(({ source, near }) => [source, near.map(({ by, id }) => `${by} ${id}`)]),
    ).toEqual([
      [small, [`look ${first}`]],
      [cut, expect.arrayContaining([`look ${first}`, `look ${small}`])],
    ]);
    expect(found[0]?.near[0]).toMatchObject({ kind: 'image', shelfmark: 'K-0001' });
    expect(found[0]?.near[0]?.share).toBeGreaterThan(0.8);

    const like = must(await archive.alike(first, 10));
    expect(like.map(({ id }) => id).toSorted()).toEqual([small, cut].toSorted());
  });

  it('is told with what says the same, unless it is known as a version of it', async () => {
    const text = (...lines: readonly string[]) => Buffer.from(lines.join('\n\n'));
    const first = await take('a.txt', text(...story), 'https://pier.example/ferry');
    const again = await take('b.txt', text('Copied from a colleague.', ...story));
    const short = await take('c.txt', text(story[0] ?? ''));
    const other = await take('d.txt', text('Nothing of this was heard at the lighthouse.'));
    const version = await take('e.txt', text(...story, 'Corrected.'), 'https://pier.example/ferry');
    const found = must(await archive.nearDuplicates([first, again, short, other, version]));
    expect(found.map(({ source }) => source)).toEqual([again, version]);
    expect(found[0]?.near).toMatchObject([{ by: 'text', id: first }]);
    expect(found[1]?.near.map(({ id }) => id)).toEqual([again]);
  });

  it('is compared with nothing where there is nothing to see', async () => {
    const plain = (shade: string) => {
      const canvas = createCanvas(300, 200);
      const context = canvas.getContext('2d');
      context.fillStyle = shade;
      context.fillRect(0, 0, 300, 200);
      return canvas.toBuffer('image/png');
    };
    const ids = [await take('a.png', plain('#ddd')), await take('b.png', plain('#111'))];
    must(await archive.derivePictures());
    expect(must(await archive.nearDuplicates(ids))).toEqual([]);
  });

  it('is not told any more when what it was like is gone', async () => {
    const first = await take('street.jpg', original(street(), random(1)).bytes);
    const small = await take('small.jpg', changed('half the size'));
    must(await archive.derivePictures());
    expect(must(await archive.nearDuplicates([small]))).toHaveLength(1);
    must(await archive.deleteSource(first));
    expect(must(await archive.nearDuplicates([small]))).toEqual([]);
    must(await archive.undo());
    expect(must(await archive.nearDuplicates([small]))).toHaveLength(1);
  });
});

describe('a version by hand', () => {
  it('is kept, taken back, and never runs in a circle', async () => {
    const [a, b, c] = [
      await take('a.txt', Buffer.from('One.')),
      await take('b.txt', Buffer.from('Two.')),
      await take('c.txt', Buffer.from('Three.')),
    ];
    expect(must(await archive.editSource(b, { versionOf: a })).versionOf).toBe(a);
    expect(must(await archive.editSource(c, { versionOf: b })).versionOf).toBe(b);
    for (const earlier of [a, b, c])
      expect(await archive.editSource(a, { versionOf: earlier })).toMatchObject({
        error: { code: 'version-circle' },
      });
    must(await archive.deleteSource(c));
    expect(await archive.editSource(a, { versionOf: c })).toMatchObject({
      error: { code: 'source-missing' },
    });
    expect(must(await archive.editSource(b, { versionOf: null })).versionOf).toBeNull();
  });
});
