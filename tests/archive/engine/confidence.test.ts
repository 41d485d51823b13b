/** How sure one is of a quote: said or not, changed, taken back, undone, and printed beside whether it was checked. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { composeQuote } from '../../../archive/dossier/compose-quote.ts';
import { readCoverage } from '../../../archive/dossier/coverage.ts';
import { readFonts } from '../../../archive/dossier/fonts.ts';
import { Printable } from '../../../archive/dossier/printable.ts';
import { wordsFor } from '../../../archive/dossier/words/catalogue.ts';
import type { Archive } from '../../../archive/index.ts';
import type { Confidence, Source } from '../../../archive/model/index.ts';
import { QuoteDraft } from '../../../archive/requests.ts';
import { makeShelf, must, type Shelf } from '../../helpers/archives.ts';
import { capture } from '../../helpers/capture.ts';
import { sampleMaterial } from '../dossier/sample.ts';

let shelf: Shelf;
let archive: Archive;
let source: Source;

beforeAll(async () => {
  shelf = await makeShelf();
  archive = await shelf.create();
  const bytes = Buffer.from('They took 12 people.\n\nThe gate was shut at noon.');
  must(await archive.importFile({ name: 'a.txt', bytes }, capture));
  const [imported] = must(await archive.records()).sources;
  if (!imported) throw new Error('a text was taken in');
  source = imported;
});
afterAll(async () => {
  await archive.close();
  await shelf.clear();
});

const draft = (exact: string, confidence?: Confidence): QuoteDraft => ({
  source: source.id,
  passage: { kind: 'words', exact },
  ...{ speaker: null, attribution: null, saidOn: null, translation: null, note: '', tags: [] },
  check: 'unchecked',
  ...(confidence && { confidence }),
});
const kept = async () => must(await archive.quotes(source.id));

it('a quote of which nothing was said has no field for it', async () => {
  const quote = must(await archive.addQuote(draft('12 people')));
  expect(quote).not.toHaveProperty('confidence');
  must(await archive.editQuote(quote.id, { note: 'counted twice' }));
  expect((await kept()).find(({ id }) => id === quote.id)).not.toHaveProperty('confidence');
});

it('is changed and taken back, each undone as one step, and kept by a change of something else', async () => {
  const { id } = must(await archive.addQuote(draft('shut at noon', 'low')));
  const now = async () => (await kept()).find((quote) => quote.id === id)?.confidence;
  expect(await now()).toBe('low');
  must(await archive.editQuote(id, { confidence: 'high' }));
  must(await archive.editQuote(id, { check: 'doubtful' }));
  expect(await now()).toBe('high');
  must(await archive.editQuote(id, { confidence: null }));
  expect((await kept()).find((quote) => quote.id === id)).not.toHaveProperty('confidence');
  must(await archive.undo());
  expect(await now()).toBe('high');
  must(await archive.undo());
  must(await archive.undo());
  expect(await now()).toBe('low');
});

it('has three steps and no others', () => {
  expect(QuoteDraft.safeParse({ ...draft('12 people'), confidence: 'certain' }).success).toBe(
    false,
  );
});

it('a dossier prints it behind the check, and nothing of it where nothing was said', () => {
  const material = sampleMaterial();
  const [exhibit] = material.exhibits;
  const fonts = must(readFonts());
  if (!exhibit) throw new Error('the sample has exhibits');
  const [one, other, ...rest] = exhibit.quotes;
  if (!one || !other) throw new Error('the first exhibit has two quotes');
  const said = { ...exhibit, quotes: [{ ...one, confidence: 'low' as const }, other, ...rest] };
  const words = wordsFor('en');
  const printable = new Printable(readCoverage(fonts));
  const setting = { material, words, printable, redactor: null };
  const pictures = { whole: new Map(), parts: new Map() };
  const labels = (index: number) =>
    composeQuote(setting, said, index, { whole: false, pictures }).facts.map(({ label }) =>
      JSON.stringify(label),
    );
  const { check, confidence } = words.quote;
  const place = labels(0).findIndex((label) => label.includes(check));
  expect(labels(0)[place + 1]).toContain(confidence);
  expect(labels(1).join()).not.toContain(confidence);
});
