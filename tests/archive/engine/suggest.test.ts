/** Direct speech of a source is offered with known speakers; what was quoted is not offered again. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Archive } from '../../../archive/index.ts';
import type { SourceId } from '../../../archive/model/index.ts';
import { makeShelf, must, type Shelf } from '../../helpers/archives.ts';
import { wordsOf } from '../../helpers/fill.ts';
import { capture } from '../../helpers/capture.ts';

const FIRST = 'Яны не паказалі ніводнай паперы';
const TEXT =
  `«${FIRST}», — сказала Ада Вель.\n\n` +
  'Паводле Брама Окі, праверка прайшла «законна да апошняй коскі».';

let shelf: Shelf;
let archive: Archive;
let source: SourceId;

beforeAll(async () => {
  shelf = await makeShelf();
  archive = await shelf.create();
  const outcome = must(
    await archive.importFile({ name: 'note.txt', bytes: Buffer.from(TEXT) }, capture),
  );
  if (outcome.result.state !== 'taken') throw new Error('it is taken');
  source = outcome.result.source;
});
afterAll(async () => {
  await archive.close();
  await shelf.clear();
});

it('names the entity whose spelling it is, in any script', async () => {
  const entity = must(
    await archive.addEntity({
      kind: 'person',
      name: 'Ada Vell',
      spellings: ['Ада Вель'],
      role: '',
      protection: 'undecided',
      note: '',
    }),
  );
  expect(must(await archive.suggestQuotes(source))).toEqual([
    {
      start: 1,
      end: 1 + FIRST.length,
      exact: FIRST,
      speaker: { entity: entity.id, name: 'Ada Vell', named: 'beside' },
      attribution: 'said',
    },
    expect.objectContaining({
      exact: 'законна да апошняй коскі',
      speaker: { entity: null, name: 'Брама Окі', named: 'beside' },
      attribution: 'according-to',
    }),
  ]);
});

it('leaves out what a quote covers, and brings it back when the quote goes', async () => {
  const quote = must(await archive.addQuote(wordsOf(source, FIRST)));
  const offered = async () => must(await archive.suggestQuotes(source)).map(({ exact }) => exact);
  expect(await offered()).toEqual(['законна да апошняй коскі']);
  must(await archive.deleteQuote(quote.id));
  expect(await offered()).toHaveLength(2);
});

it('answers for a source that is not there, or has no text', async () => {
  const missing = await archive.suggestQuotes('src_01JZZZZZZZZZZZZZZZZZZZZZZZ' as SourceId);
  expect(missing).toMatchObject({ ok: false, error: { code: 'source-missing' } });
  const bytes = Buffer.from([0, 1, 2, 3]);
  const outcome = must(await archive.importFile({ name: 'x.bin', bytes }, capture));
  if (outcome.result.state !== 'taken') throw new Error('it is taken');
  expect(await archive.suggestQuotes(outcome.result.source)).toMatchObject({
    ok: false,
    error: { code: 'no-text' },
  });
});
