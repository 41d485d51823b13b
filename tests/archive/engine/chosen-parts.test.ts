/** Choosing among what a container holds: told before anything is taken, and only the chosen come in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Archive, ImportOutcome } from '../../../archive/index.ts';
import type { ChosenParts } from '../../../archive/model/index.ts';
import { makeShelf, must, type Shelf } from '../../helpers/archives.ts';
import { capture } from '../../helpers/capture.ts';
import { archive as warcOf, makeWacz, packed, page } from '../import/made-web-archives.ts';
import { zipOf } from '../import/made-zips.ts';

let shelf: Shelf;
let archive: Archive;

beforeAll(async () => {
  shelf = await makeShelf();
  archive = await shelf.create();
});
afterAll(async () => {
  await archive.close();
  await shelf.clear();
});

const light = 'https://harbour-light.example';
const pages = ['gate', 'pier', 'boat', 'lamp', 'rope'].map((word) => ({
  address: `${light}/${word}`,
  body: page(`The ${word} was gone`),
}));
const wacz = (title: string) =>
  makeWacz({
    warc: packed(...pages),
    pages: pages.map(({ address }) => ({ url: address, title: `${title} ${address.slice(-4)}` })),
  });

const list = async (name: string, bytes: Uint8Array) =>
  must(await archive.listParts({ name, bytes: new Uint8Array(bytes) }));
const take = async (
  name: string,
  bytes: Uint8Array,
  chosen?: ChosenParts,
): Promise<ImportOutcome> =>
  must(
    await archive.importFile(
      { name, bytes: new Uint8Array(bytes), ...(chosen && { chosen }) },
      capture,
    ),
  );
const states = ({ parts = [] }: ImportOutcome) =>
  parts.map(({ name, result }) => [
    name.replace(`${light}/`, ''),
    result.state === 'failed' ? result.code : result.state,
  ]);
const sources = async () => must(await archive.records()).sources;
const lastLine = async (action: string) => {
  const { entries } = must(await archive.log(0, 500));
  return entries
    .filter((entry) => entry.action === action)
    .toSorted((a, b) => a.number - b.number)
    .at(-1);
};

describe('pages of a web archive', () => {
  const bytes = wacz('First');

  it('are told with what is there already, and nothing is taken in', async () => {
    const before = (await sources()).length;
    const told = await list('first.wacz', bytes);
    expect(told).toMatchObject({ title: 'The gate, collected', notes: ['digests-agree'] });
    expect(told?.there).toBeNull();
    expect(told?.parts.map(({ number, title, there }) => [number, title, there])).toEqual([
      [1, 'First gate', null],
      [2, 'First pier', null],
      [3, 'First boat', null],
      [4, 'First lamp', null],
      [5, 'First rope', null],
    ]);
    expect(await sources()).toHaveLength(before);
    expect(await list('a.txt', new TextEncoder().encode('Words.'))).toBeNull();
  });

  it('come in as they were chosen, on an original that is whole, and the log says how many', async () => {
    const sha256 = (await list('first.wacz', bytes))?.sha256 ?? '';
    const outcome = await take('first.wacz', bytes, { sha256, numbers: [4, 2, 4] });
    expect(outcome).toMatchObject({ ofParts: 5, result: { notes: ['digests-agree'] } });
    expect(states(outcome)).toEqual([
      ['pier', 'taken'],
      ['lamp', 'taken'],
    ]);
    const [container, ...rest] = await sources();
    expect(rest.map(({ partOf }) => partOf)).toEqual([container?.id, container?.id]);
    const kept = must(await archive.original(container?.id ?? ('' as never)));
    expect(Buffer.from(kept).equals(bytes)).toBe(true);
    expect(await lastLine('source.choose')).toMatchObject({
      subjects: [container?.id],
      facts: { sha256, chosen: 2, taken: 2, there: 0, of: 5 },
    });
  });

  it('that were left are taken by another choice, and hang on the same original', async () => {
    const told = await list('again.wacz', bytes);
    expect(told?.there).toBe('K-0001');
    expect(told?.parts.map(({ there }) => there)).toEqual([null, 'K-0002', null, 'K-0003', null]);
    const outcome = await take('again.wacz', bytes, { numbers: [2, 5] });
    expect(outcome.result).toMatchObject({ state: 'already-there', shelfmark: 'K-0001' });
    expect(states(outcome)).toEqual([
      ['pier', 'already-there'],
      ['rope', 'taken'],
    ]);
    const all = await sources();
    expect(all).toHaveLength(4);
    expect(all.at(-1)?.partOf).toBe(all[0]?.id);
    expect((await lastLine('source.choose'))?.facts).toMatchObject({ taken: 1, there: 1, of: 5 });
  });

  it('that are not there are said, and the others come', async () => {
    const outcome = await take('first.wacz', bytes, { numbers: [1, 7, 8, 12] });
    expect(states(outcome)).toEqual([
      ['gate', 'taken'],
      ['7-8, 12', 'part-missing'],
    ]);
  });

  it('are not taken out of other bytes than were listed', async () => {
    const before = (await sources()).length;
    const { sha256 = '' } = (await list('first.wacz', bytes)) ?? {};
    const other = await take('first.wacz', wacz('Other'), { sha256, numbers: [1] });
    expect(other.result).toEqual({ state: 'failed', code: 'parts-of-other-bytes' });
    const none = await take('a.txt', new TextEncoder().encode('Words.'), { numbers: [1] });
    expect(none.result).toEqual({ state: 'failed', code: 'holds-no-parts' });
    expect(await sources()).toHaveLength(before);
  });
});

it('a container of which nothing is chosen is kept whole all the same', async () => {
  const outcome = await take('case.zip', zipOf({ 'a.txt': 'One.', 'b.txt': 'Two.' }), {
    numbers: [],
  });
  expect(outcome).toMatchObject({ ofParts: 2, parts: [], result: { state: 'taken', notes: [] } });
});

it('of a web archive with a broken record the others can be chosen', async () => {
  const whole = warcOf(
    { address: `${light}/one`, body: page('One was left') },
    { address: `${light}/two`, body: page('Two was cut off') },
  );
  const bytes = whole.subarray(0, whole.length - 90);
  const told = await list('cut.warc', bytes);
  expect(told?.parts.map(({ failure }) => failure)).toEqual([null, 'part-damaged']);
  expect(states(await take('cut.warc', bytes, { numbers: [1] }))).toEqual([['one', 'taken']]);
});
