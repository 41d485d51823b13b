/** A claim is begun, filled and read on the command line, and printed into a dossier. */
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { QuoteId } from '../../archive/model/index.ts';
import { makeShelf, type Shelf } from '../helpers/archives.ts';
import { commandsOn, quoteText } from '../helpers/commands.ts';

let shelf: Shelf;
let quotes: readonly QuoteId[];
let claim: string;

const run = commandsOn(() => shelf);
const row = (at: number, ...args: readonly string[]) =>
  run('claims', claim, '--quote', quotes[at] ?? '', ...args);

beforeAll(async () => {
  shelf = await makeShelf({ elsewhere: true });
  const archive = await shelf.create();
  quotes = [
    await quoteText(archive, 'The ministry told of 80 arrests.'),
    await quoteText(archive, 'Lawyers counted 90 to 100 arrests.'),
  ];
  await archive.close();
  const begun = await run(
    'claims',
    '--add',
    'How many arrests?',
    '--unit',
    'arrests',
    '--to',
    '2026-04',
  );
  claim = begun.out.trim();
});
afterAll(() => shelf.clear());

it('takes rows with their quote, tells least, most and origins, and leaves as CSV', async () => {
  const added = await row(0, '--written', '80', '--exactly', '80', '--origin', 'The ministry');
  expect(added).toMatchObject({ code: 0, err: '' });
  const range = ['--range', '90..100', '--doubt', 'one side only'];
  expect((await row(1, '--written', '90 to 100', ...range)).code).toBe(0);
  const { out } = await run('claims', claim);
  expect(out).toContain('\n80 arrests\n');
  expect(out).toContain('1 origin ');
  expect(out).toMatch(/^-\t80\tarrests\t80\t-\t-\tA\tK-0001\t/m);
  expect(out).toMatch(/^\?\t90–100\tarrests\t90 to 100\t/m);
  const csv = parse<Record<string, string>>((await run('claims', '--csv')).out, {
    bom: true,
    columns: true,
  });
  expect(csv).toMatchObject([
    { from: '80', to: '80', period_to: '2026-04', origin: 'The ministry', in_doubt: 'no' },
    { kind: 'range', from: '90', to: '100', doubt: 'one side only' },
  ]);
});

it('does not leave as CSV with a name that must not leave, unless that is said', async () => {
  const named = await run('claims', '--despite-names');
  expect(named.code).toBe(2);
  const despite = await run('claims', '--csv', '--despite-names');
  expect(despite).toMatchObject({ code: 0 });
  expect((await run('log')).out).toContain('claims.export');
});

it('says what is wrong with a row, and is printed into a dossier', async () => {
  const refused = await row(0, '--written', '81');
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.err).toContain('word for word');
  const out = join(shelf.root, 'out.pdf');
  const made = await run('dossier', '--title', 'Arrests', '--claim', claim, '--out', out);
  expect(made).toMatchObject({ code: 0 });
});
