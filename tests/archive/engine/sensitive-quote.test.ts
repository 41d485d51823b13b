/** A quote that is marked as not to leave: no dossier is made of it, and nothing that leaves has it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Archive } from '../../../archive/index.ts';
import type { Quote } from '../../../archive/model/index.ts';
import type { SectionDraft } from '../../../archive/requests.ts';
import { makeShelf, must, type Shelf, wholeArchive } from '../../helpers/archives.ts';
import { capture } from '../../helpers/capture.ts';

let shelf: Shelf;
let archive: Archive;
let open: Quote;
let sensitive: Quote;

beforeAll(async () => {
  shelf = await makeShelf();
  archive = await shelf.create();
  const bytes = Buffer.from('They took 12 people.\n\nThey asked for the list of the choir.');
  must(await archive.importFile({ name: 'a.txt', bytes }, capture));
  const [source] = must(await archive.records()).sources;
  if (!source) throw new Error('a text was taken in');
  const draft = {
    source: source.id,
    ...{ speaker: null, attribution: null, saidOn: null, note: '', tags: [] },
    check: 'unchecked',
  } as const;
  const passage = (exact: string) => ({ kind: 'words', exact }) as const;
  const translation = { text: 'Забралі 12', language: 'be', translator: null };
  open = must(
    await archive.addQuote({ ...draft, passage: passage('They took 12 people.'), translation }),
  );
  sensitive = must(
    await archive.addQuote({
      ...draft,
      passage: passage('the list of the choir'),
      translation: { ...translation, text: 'спіс хору', translator: 'T-3', status: 'checked' },
      sensitive: true,
    }),
  );
});
afterAll(async () => {
  await archive.close();
  await shelf.clear();
});

const dossierOf = async (sections: SectionDraft[]) =>
  must(
    await archive.addDossier({
      ...{ title: 'Choir', matter: '', author: '', handling: '', language: 'en' },
      ...{ pageSize: 'a4', sections },
    }),
  );

const section = ({ id }: Quote): SectionDraft => ({ kind: 'quote', quote: id });

it('a quote without the mark has no field for it, a translation without a status keeps none', () => {
  expect(open).not.toHaveProperty('sensitive');
  expect(open.translation).not.toHaveProperty('status');
  expect(sensitive).toMatchObject({ sensitive: true, translation: { status: 'checked' } });
});

it('stops a dossier, however it would leave, until it is taken out or its mark is', async () => {
  const dossier = await dossierOf([section(open), section(sensitive)]);
  const refused = { ok: false, error: { code: 'quotes-sensitive', detail: { count: 1 } } };
  const out = join(shelf.root, 'choir.pdf');
  expect(await archive.exportDossier(dossier.id, out)).toMatchObject(refused);
  const request = { form: 'folder', files: 'none', seal: null, despiteNames: true } as const;
  const packed = join(shelf.root, 'package');
  expect(
    await archive.exportPackage(dossier.id, packed, { ...request, recipient: '' }),
  ).toMatchObject(refused);
  await expect(readFile(out)).rejects.toThrow();
  must(await archive.editDossier(dossier.id, { sections: [section(open)] }));
  expect(await archive.previewDossier(dossier.id)).toMatchObject({ ok: true });
});

it('stays behind in every export, with the rows and sections that rest on it, and is counted', async () => {
  const dossier = await dossierOf([section(open), section(sensitive)]);
  const row = { number: null, unit: '', period: null, doubt: null };
  const proof = ({ id }: Quote) => ({ kind: 'quote', quote: id }) as const;
  const claim = must(
    await archive.addClaim({
      ...{ question: 'What was taken?', unit: '', period: null, note: '' },
      rows: [
        { ...row, written: 'people', proof: proof(open) },
        { ...row, written: 'choir', proof: proof(sensitive) },
      ],
    }),
  );
  const out = join(shelf.root, 'all.json');
  const exported = must(await archive.exportAll(wholeArchive('json'), out));
  expect(exported.heldBack).toBe(1);
  const records = JSON.parse(await readFile(out, 'utf8')) as {
    quotes: Quote[];
    claims: (typeof claim)[];
    dossiers: (typeof dossier)[];
  };
  expect(records.quotes.map(({ id }) => id)).toEqual([open.id]);
  expect(records.claims[0]?.rows.map(({ written }) => written)).toEqual(['people']);
  const left = records.dossiers.find(({ id }) => id === dossier.id);
  expect(left?.sections).toHaveLength(1);
  const table = Buffer.from(
    must(await archive.claimsAsCsv({ claim: claim.id, despiteNames: false })),
  ).toString();
  expect(table).toContain('people');
  expect(table).not.toContain('choir');
  const folder = join(shelf.root, 'csv');
  must(await archive.exportAll(wholeArchive('csv'), folder));
  const quotes = await readFile(join(folder, 'quotes.csv'), 'utf8');
  expect(quotes).toContain('Забралі 12,be,,unchecked');
  expect(quotes).not.toContain('спіс хору');
});
