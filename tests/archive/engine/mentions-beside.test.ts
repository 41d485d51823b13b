/** A name is found in titles, notes, translations and in what is seen too, each told as what it is. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lookInPieces } from '../../../archive/engine/in-pieces.ts';
import type { Archive } from '../../../archive/index.ts';
import type { Entity } from '../../../archive/model/index.ts';
import { makeShelf, must, type Shelf } from '../../helpers/archives.ts';
import { takeIn } from '../../helpers/fill.ts';
import { redCorner } from '../import/made-pictures.ts';

let shelf: Shelf;
let archive: Archive;
let marta: Entity;

const take = (name: string, bytes: Uint8Array) => takeIn(archive, name, bytes);

beforeAll(async () => {
  shelf = await makeShelf();
  archive = await shelf.create();
  const names = { role: '', note: '', protection: 'undecided' } as const;
  marta = must(
    await archive.addEntity({
      ...{ ...names, kind: 'person', name: 'Marta Vesna', spellings: ['Марта Вясна'] },
    }),
  );
  must(await archive.addEntity({ ...names, kind: 'person', name: 'Piotr Vesna', spellings: [] }));
  const page = await take('a.txt', Buffer.from('The gate was shut at noon.'));
  must(
    await archive.editSource(page, {
      ...{ title: 'What Marta Vesna saw', note: 'Ask Piotr Vesna.', authors: ['M. Vesna'] },
      publisher: 'The Vesna Herald',
    }),
  );
  const picture = await take('b.png', redCorner('png'));
  must(await archive.editSource(picture, { title: 'Door' }));
  const said = { attribution: null, saidOn: null, check: 'unchecked' } as const;
  const whole = { kind: 'region', x: 0, y: 0, width: 0.5, height: 0.5 } as const;
  must(
    await archive.addQuote({
      ...{ ...said, source: picture, passage: { kind: 'region', region: whole } },
      ...{
        seen: 'Марту Вясну вядуць да машыны',
        speaker: null,
        translation: null,
        note: '',
        tags: [],
      },
    }),
  );
  must(
    await archive.addQuote({
      ...{ ...said, source: page, passage: { kind: 'words', exact: 'The gate was shut' } },
      ...{ speaker: { entity: marta.id }, note: 'Marta Vesna said it twice.', tags: [] },
      translation: { text: 'Браму зачынілі', language: 'be', translator: 'Marta Vesna' },
    }),
  );
});
afterAll(async () => {
  await archive.close();
  await shelf.clear();
});

it('tells each place by its field, its source and its quote, and what may be somebody else’s', async () => {
  const { sources, beside, besideCount } = must(await archive.mentionsOf(marta.id));
  expect(sources).toEqual([]);
  expect(besideCount).toBe(beside.length);
  const told = beside.map(
    ({ shelfmark, field, quote, context, contextStart, start, end, part }) => [
      ...[shelfmark, field, quote !== null],
      ...[context.slice(start - contextStart, end - contextStart), part],
    ],
  );
  expect(told.filter(([, , , , part]) => part === false)).toEqual([
    ['K-0001', 'speaker', true, '', false],
    ['K-0001', 'title', false, 'Marta Vesna', false],
    ['K-0001', 'quote-note', true, 'Marta Vesna', false],
    ['K-0001', 'translator', true, 'Marta Vesna', false],
    ['K-0002', 'seen', true, 'Марту Вясну', false],
  ]);
  // A family name alone is told as such; that of somebody else, written whole, is not told at all.
  expect(told.filter(([, , , , part]) => part === true).map(([, field]) => field)).toContain(
    'author',
  );
  expect(told.map(([, field]) => field)).not.toContain('note');
});

it('joined or by themselves, short texts have the same places', async () => {
  const words = fc.stringMatching(/^[ab ]{0,12}$/);
  const look = (text: string) =>
    [...text.matchAll(/\bab\b/g)].map(({ index }) => ({ start: index, end: index + 2 }));
  await fc.assert(
    fc.asyncProperty(fc.array(words, { maxLength: 9 }), async (texts) => {
      const pieces = texts.map((text, at) => ({ at, text }));
      const found = await lookInPieces(pieces, look);
      expect(found.map(({ piece, place }) => [piece.at, place])).toEqual(
        pieces.flatMap(({ at, text }) => look(text).map((place) => [at, place])),
      );
    }),
  );
});
