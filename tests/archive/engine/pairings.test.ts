/** Pairs by hand: kept for these very texts, with who and when, taken back by undo, and used wherever a comparison goes. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Archive } from '../../../archive/index.ts';
import { comparisonRows } from '../../../archive/engine/comparison-rows.ts';
import { newPairingId, type SourceId, stated } from '../../../archive/model/index.ts';
import type { PairingsDraft } from '../../../archive/requests.ts';
import { makeShelf, must, type Shelf } from '../../helpers/archives.ts';
import { sourceIn, takeIn } from '../../helpers/fill.ts';

const left =
  'The ministry told of 80 acts of sabotage on the railway.\n\nBy April 40 people were detained in Stolbin.';
const right =
  'Railway workers spoke of ninety broken signals.\n\n40 people were detained, the police said.';

let shelf: Shelf;
let archive: Archive;
let a: SourceId;
let b: SourceId;

beforeAll(async () => {
  shelf = await makeShelf();
  archive = await shelf.create();
  must(await archive.setActor(stated('B-7')));
  a = await take('a.txt', left);
  b = await take('b.txt', right);
});
afterAll(async () => {
  await archive.close();
  await shelf.clear();
});

const take = (name: string, text: string) => takeIn(archive, name, text);

async function decision(
  what: PairingsDraft['decision'],
  ofA: string,
  ofB: string,
  kind: PairingsDraft['kind'] = 'number',
): Promise<PairingsDraft> {
  const { sources } = must(await archive.records());
  const place = (source: SourceId, text: string, exact: string) => {
    const start = text.indexOf(exact);
    const textSha256 = sources.find(({ id }) => id === source)?.text?.sha256 ?? '';
    return { source, textSha256, start, end: start + exact.length, exact };
  };
  const pairs = [{ a: place(a, left, ofA), b: place(b, right, ofB) }];
  return { decision: what, kind, pairs };
}

const pairs = async () =>
  must(await archive.compare(a, b))
    .facts.filter(({ byHand }) => byHand)
    .map((pair) => [pair.a?.text, pair.b?.text, pair.byHand?.decision]);
const pairings = async () => must(await archive.records()).pairings;
const code = (answer: { ok: boolean; error?: { code: string } }) => answer.error?.code ?? null;

it('a decision is kept with who and when, in the log, and taken back by undo', async () => {
  const [kept] = must(await archive.decidePairings(await decision('broken', '40', '40')));
  expect(kept?.by).toEqual(stated('B-7'));
  expect(await pairs()).toEqual([
    ['40', undefined, 'broken'],
    [undefined, '40', 'broken'],
  ]);
  const [line] = must(await archive.log(0, 1)).entries;
  expect(line).toMatchObject({ action: 'pair.break', subjects: [kept?.id, a, b] });
  must(await archive.undo());
  expect(await pairs()).toEqual([]);
  expect(await pairings()).toEqual([]);
});

it('the later decision about the same two facts stands in the place of the earlier', async () => {
  must(await archive.decidePairings(await decision('broken', '40', '40')));
  must(await archive.decidePairings(await decision('made', '40', '40')));
  expect(await pairs()).toEqual([['40', '40', 'made']]);
  must(await archive.decidePairings(await decision('made', '40', 'ninety')));
  expect(await pairs()).toEqual([['40', 'ninety', 'made']]);
  const [kept, ...more] = await pairings();
  expect(more).toEqual([]);
  if (kept) must(await archive.forgetPairings([kept.id]));
  expect(await pairs()).toEqual([]);
});

it('one of three facts is parted from both others by one change, which one undo takes back', async () => {
  const third = await take('c.txt', 'Of 40 people detained in Stolbin the court let two go.');
  const place = async (source: SourceId, start: number) => {
    const { text } = await sourceIn(archive, source);
    return { source, textSha256: text?.sha256 ?? '', start, end: start + 2, exact: '40' };
  };
  const of = await place(third, 3);
  const pairs = [
    { a: await place(a, left.indexOf('40')), b: of },
    { a: await place(b, right.indexOf('40')), b: of },
  ];
  const before = must(await archive.log(0, 1)).entries[0]?.number ?? 0;
  const kept = must(await archive.decidePairings({ decision: 'broken', kind: 'number', pairs }));
  const { entries } = must(await archive.log(0, 1));
  expect(entries[0]).toMatchObject({
    number: before + 1,
    action: 'pair.break',
    subjects: [...kept.map(({ id }) => id), a, third, b],
    facts: { kind: 'number', pairs: 2 },
  });
  must(await archive.undo());
  expect(await pairings()).toEqual([]);
  must(await archive.redo());
  expect(await pairings()).toHaveLength(2);
  must(await archive.forgetPairings(kept.map(({ id }) => id)));
  expect(must(await archive.log(0, 1))).toMatchObject({
    entries: [{ number: before + 4, action: 'pair.forget', facts: { kind: 'number', pairs: 2 } }],
  });
  must(await archive.undo());
  expect(await pairings()).toHaveLength(2);
  expect(
    code(await archive.forgetPairings([...kept, { id: newPairingId() }].map(({ id }) => id))),
  ).toBe('pairing-missing');
  expect(await pairings()).toHaveLength(2);
  must(await archive.forgetPairings(kept.map(({ id }) => id)));
});

it('of the same two facts told twice in one decision the last is kept', async () => {
  const [one] = (await decision('made', '80', '40')).pairs;
  const [other] = (await decision('made', '80', 'ninety')).pairs;
  if (!one || !other) throw new Error('each is about a pair');
  const said = { decision: 'made' as const, kind: 'number' as const, pairs: [one, other] };
  const kept = must(await archive.decidePairings(said));
  expect(kept.map(({ b: place }) => place.exact)).toEqual(['ninety']);
  expect(await pairings()).toEqual(kept);
  must(await archive.undo());
});

it('a decision goes into what leaves: table, annotations, and the rows of a dossier', async () => {
  must(await archive.decidePairings(await decision('made', '80', 'ninety')));
  const out = join(shelf.root, 'out.csv');
  must(await archive.exportComparison({ a, b, format: 'csv', despiteNames: false }, out));
  const rows = parse<Record<string, string>>(await readFile(out), { bom: true, columns: true });
  expect(rows.filter(({ by_hand }) => by_hand !== '')).toMatchObject([
    { part: 'fact', verdict: 'differs', by_hand: 'made', a_text: '80', b_text: 'ninety' },
  ]);
  const json = join(shelf.root, 'out.jsonld');
  must(await archive.exportComparison({ a, b, format: 'annotations', despiteNames: false }, json));
  expect(await readFile(json, 'utf8')).toContain('by-hand: made');
  const printed = comparisonRows(must(await archive.compare(a, b)), left, right);
  expect(printed.flatMap(({ reasons }) => reasons)).toContain('80 ≠ ninety †');
});

it('words of any kind are told to be of the same, several of one, and leave so', async () => {
  const [earlier] = await pairings();
  if (earlier) must(await archive.forgetPairings([earlier.id]));
  const say = async (ofA: string, ofB: string) =>
    must(await archive.decidePairings(await decision('made', ofA, ofB, 'words')));
  const kept = [
    ...(await say('acts of sabotage', 'broken signals')),
    ...(await say('acts of sabotage', 'workers')),
  ];
  expect((await pairings()).map(({ id }) => id).sort()).toEqual(kept.map(({ id }) => id).sort());
  const compared = must(await archive.compare(a, b));
  expect(compared.matches.filter(({ byHand }) => byHand)).toMatchObject([{ a: [0], b: [0] }]);
  const printed = comparisonRows(compared, left, right);
  expect(printed.find(({ a: passage }) => passage.includes('sabotage'))?.reasons).toContain('= †');
  const out = join(shelf.root, 'words.csv');
  must(await archive.exportComparison({ a, b, format: 'csv', despiteNames: false }, out));
  const rows = parse<Record<string, string>>(await readFile(out), { bom: true, columns: true });
  const byHand = rows.filter(({ by_hand }) => by_hand === 'made');
  expect(byHand.map(({ part, about }) => [part, about])).toEqual([
    ['passage', ''],
    ['fact', 'words'],
    ['fact', 'words'],
  ]);
  must(await archive.forgetPairings(kept.map(({ id }) => id)));
  must(await archive.decidePairings(await decision('made', '80', 'ninety')));
});

it('is refused of words that do not stand there, of another text, and of one source', async () => {
  const draft = await decision('made', '80', 'ninety');
  const [good] = draft.pairs;
  if (!good) throw new Error('it is about a pair');
  const about = (pair: Partial<typeof good>) => ({ ...draft, pairs: [good, { ...good, ...pair }] });
  const moved = about({ a: { ...good.a, start: good.a.start + 1 } });
  const other = about({ a: { ...good.a, textSha256: '0'.repeat(64) } });
  const same = about({ b: good.a });
  const gone = about({ b: { ...good.b, source: 'src_gone' as SourceId } });
  const before = await pairings();
  const codes = [];
  for (const one of [moved, other, same, gone]) codes.push(code(await archive.decidePairings(one)));
  expect(codes).toEqual(['passage-differs', 'text-changed', 'same-source', 'source-missing']);
  // Not even the pair that could be kept.
  expect(await pairings()).toEqual(before);
});

it('does nothing once a text was replaced, and counts again when the text is back', async () => {
  const before = await pairs();
  expect(before).toHaveLength(1);
  const { sources } = must(await archive.records());
  const text = sources.find(({ id }) => id === b)?.text;
  if (!text) throw new Error('it has a text');
  const corrected = { text: `${right} Corrected.`, of: text.sha256, by: '', reason: '' };
  must(await archive.correctText(b, corrected));
  expect(await pairs()).toEqual([]);
  expect(await pairings()).toHaveLength(1);
  must(await archive.restoreText(b, text.sha256));
  expect(await pairs()).toEqual(before);
});

it('goes with its source', async () => {
  must(await archive.deleteSource(b));
  expect(await pairings()).toEqual([]);
  must(await archive.undo());
  expect(await pairings()).toHaveLength(1);
});
