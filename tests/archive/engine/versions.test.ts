import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Archive } from '../../../archive/index.ts';
import type { QuoteId, SourceId } from '../../../archive/model/index.ts';
import { makeShelf, must, type Shelf } from '../../helpers/archives.ts';
import { capture } from '../../helpers/capture.ts';

const LINES = [
  'The water came over the wall at six, said the keeper of the lock.',
  'Two houses at the quay were lost in the night and nobody was hurt.',
  'The council had been warned a year before, according to Ada Vell.',
  'A pump was promised by the end of the month.',
];
const page = (lines: readonly string[]) =>
  Buffer.from(
    `<html><head><title>Flood</title></head><body><article><h1>Flood at Norholm</h1>${lines.map((line) => `<p>${line}</p>`).join('')}</article></body></html>`,
  );

let shelf: Shelf;
let archive: Archive;

async function collect(lines: readonly string[]): Promise<SourceId> {
  const address = 'https://courier.example/flood';
  const name = `flood-${lines.length}.html`;
  const taken = must(await archive.importFile({ name, bytes: page(lines), address }, capture));
  if (taken.result.state !== 'taken') throw new Error('it was not taken');
  return taken.result.source;
}

const quote = async (source: SourceId, exact: string) =>
  must(
    await archive.addQuote({
      source,
      passage: { kind: 'words', exact },
      speaker: { name: 'Ada Vell' },
      attribution: 'said',
      saidOn: null,
      translation: null,
      note: 'a note',
      tags: [{ name: 'flood' }],
      check: 'checked',
    }),
  );

beforeEach(async () => {
  shelf = await makeShelf();
  archive = await shelf.create();
});
afterEach(async () => {
  await archive.close();
  await shelf.clear();
});

describe('the same address collected again', () => {
  test('offers the quotes of the version before: exact, changed, or not there', async () => {
    const first = await collect(LINES);
    const quotes: QuoteId[] = [];
    for (const line of LINES.slice(0, 3)) quotes.push((await quote(first, line)).id);
    const [water = '', houses = '', council = '', pump = ''] = LINES;
    const second = await collect([
      'A first line that is new.',
      water,
      houses.replace('Two houses', 'Three houses'),
      pump,
    ]);
    const offers = must(await archive.offerQuotes(second));
    expect(
      offers.map(({ quote: { id }, placing }) => [
        id,
        placing.kind,
        placing.kind === 'lost' ? placing.why : placing.anchor.exact,
      ]),
    ).toEqual([
      [quotes[0], 'exact', water],
      [quotes[1], 'changed', houses.replace('Two houses', 'Three houses')],
      [quotes[2], 'lost', 'missing'],
    ]);
    expect(council).not.toBe('');

    const [carried, changed] = must(await archive.carryQuotes(second, quotes.slice(0, 2)));
    expect(carried).toMatchObject({
      source: second,
      carriedFrom: quotes[0],
      check: 'checked',
      note: 'a note',
      anchor: { exact: water },
    });
    expect(changed).toMatchObject({ check: 'unchecked', carriedFrom: quotes[1] });
    // What the first version said stays said.
    expect(must(await archive.quotes(first))).toHaveLength(3);
    expect(must(await archive.offerQuotes(second)).map((offer) => offer.quote.id)).toEqual([
      quotes[2],
    ]);
    const [line] = must(await archive.log(0, 1)).entries;
    expect(line).toMatchObject({ action: 'quote.carry', facts: { quotes: 2 } });

    must(await archive.undo());
    expect(must(await archive.quotes(second))).toEqual([]);
    expect(must(await archive.offerQuotes(second))).toHaveLength(3);
  });

  test('is refused as a whole for a quote that does not stand there', async () => {
    const first = await collect(LINES);
    const kept = await quote(first, LINES[0] ?? '');
    const gone = await quote(first, LINES[1] ?? '');
    const second = await collect([LINES[0] ?? '', LINES[2] ?? '']);
    expect(await archive.carryQuotes(second, [kept.id, gone.id])).toMatchObject({
      error: { code: 'passage-missing' },
    });
    expect(must(await archive.quotes(second))).toEqual([]);
  });

  test('goes over several versions, and never offers one saying twice', async () => {
    const first = await collect(LINES);
    const old = await quote(first, LINES[0] ?? '');
    const second = await collect([...LINES, 'More.']);
    const [carried] = must(await archive.carryQuotes(second, [old.id]));
    const new2 = await quote(second, 'A pump was promised by the end of the month.');
    const third = await collect([...LINES, 'More.', 'Still more.']);
    const offers = must(await archive.offerQuotes(third));
    expect(offers.map((offer) => offer.quote.id)).toEqual([carried?.id, new2.id]);
    expect(must(await archive.offerQuotes(first))).toEqual([]);
  });
});
