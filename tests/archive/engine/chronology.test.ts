/** A chronology is printed in order of the dates as far as they are known, with its exhibits, and hides whom the dossier hides. */
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Archive } from '../../../archive/index.ts';
import {
  type ChronologyEntry,
  type DossierId,
  type Entity,
  type QuoteId,
  shareProfiles,
  type SourceId,
} from '../../../archive/model/index.ts';
import { makeShelf, must, type Shelf } from '../../helpers/archives.ts';
import { takeIn } from '../../helpers/fill.ts';

let shelf: Shelf;
let archive: Archive;
let marta: Entity;
let dossier: DossierId;
let source: SourceId;
let quote: QuoteId;
let claim: Extract<ChronologyEntry, { kind: 'claim-row' }>;

beforeAll(async () => {
  shelf = await makeShelf();
  archive = await shelf.create();
  const text = 'Marta Vesna told us: the gate was shut at nine. Eleven people waited.';
  source = await takeIn(archive, 'a.txt', text);
  const title = 'What Marta Vesna saw';
  must(await archive.editSource(source, { title, event: '2026-03', published: '2026-04-02' }));
  const quoted = await archive.addQuote({
    ...{
      source,
      passage: { kind: 'words', exact: 'Marta Vesna told us: the gate was shut at nine.' },
    },
    ...{ speaker: { name: 'Marta Vesna' }, attribution: 'said', saidOn: '2026-03-09' },
    ...{ translation: null, note: '', tags: [], check: 'unchecked' },
  });
  quote = must(quoted).id;
  const waited = must(
    await archive.addClaim({
      question: 'How many waited with Marta Vesna?',
      ...{ unit: '', period: { from: '2026-03-08', to: '2026-03-11' }, note: '' },
      rows: [
        {
          ...{ proof: { kind: 'quote', quote }, written: 'nine', number: null, unit: '' },
          ...{ period: null, doubt: null },
        },
      ],
    }),
  );
  const row = waited.rows[0];
  if (!row) throw new Error('it has a row');
  claim = { kind: 'claim-row', claim: waited.id, row: row.id };
  const [entity] = must(await archive.records()).entities;
  if (!entity) throw new Error('she speaks');
  marta = entity;
  const made = await archive.addDossier({
    ...{ title: 'The gate', matter: '', author: '', handling: '', language: 'en' },
    pageSize: 'a4',
    sections: [
      {
        kind: 'chronology',
        entries: [
          { kind: 'source', source, date: 'published' },
          claim,
          { kind: 'quote', quote },
          { kind: 'source', source, date: 'event' },
        ],
      },
    ],
  });
  dossier = must(made).id;
});
afterAll(async () => {
  await archive.close();
  await shelf.clear();
});

async function printed(): Promise<string> {
  const { pdf } = must(await archive.previewDossier(dossier));
  const path = join(shelf.root, 'dossier.pdf');
  await writeFile(path, pdf);
  return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
}

it('is in order of time, says what is not known of a date, and names its exhibits', async () => {
  const text = await printed();
  const places = ['day not known', '2026-03-08 –', '2026-03-09', '2026-04-02'].map((words) =>
    text.indexOf(words, text.indexOf('When  ')),
  );
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places.every((place) => place > 0)).toBe(true);
  expect(text).toContain('1.1 · K-0001');
  expect(text).toContain('How many waited');
  const { contents } = must(await archive.inspectDossier(dossier));
  expect(contents).toMatchObject({ exhibits: 1, quotes: 1 });
});

it('holds what it names: nothing of it can be deleted', async () => {
  const codes = [
    await archive.deleteQuote(quote),
    await archive.deleteClaim(claim.claim),
    await archive.deleteClaimRow(claim.claim, claim.row),
    await archive.deleteSource(source),
  ].map((answer) => (answer.ok ? 'ok' : answer.error.code));
  expect(codes).toEqual(['quote-in-use', 'claim-in-use', 'claim-in-use', 'source-in-use']);
  const gone: ChronologyEntry = { ...claim, row: claim.row.replace(/.$/, 'z') as never };
  const sections = [{ kind: 'chronology' as const, entries: [gone] }];
  expect(await archive.editDossier(dossier, { sections })).toMatchObject({
    error: { code: 'claim-missing' },
  });
});

it('lets a line go to the trash with its quote, when that is wanted, and takes it back to its place', async () => {
  const entries = async () => {
    const now = must(await archive.records()).dossiers.find(({ id }) => id === dossier);
    return now?.sections.flatMap((section) =>
      section.kind === 'chronology' ? section.entries : [],
    );
  };
  const before = await entries();
  const withQuote = must(await archive.deleteQuote(quote, { used: true }));
  expect(await entries()).not.toContainEqual({ kind: 'quote', quote });
  must(await archive.restoreTrashed(withQuote.id));
  expect(await entries()).toEqual(before);
  const withSource = must(await archive.deleteSource(source, { used: true }));
  expect(await entries()).toEqual([]);
  expect(must(await archive.restoreTrashed(withSource.id))).toMatchObject({ lost: 0 });
  expect(await entries()).toEqual(before);
});

it('prints an entry whose date was taken away at its end, without one', async () => {
  must(await archive.editSource(source, { published: null }));
  expect(await printed()).toMatch(/not known/i);
  must(await archive.undo());
});

it('hides names in titles, quotes, questions and speakers', async () => {
  must(await archive.editEntity(marta.id, { protection: 'must-not-be-named' }));
  expect(await archive.previewDossier(dossier)).toMatchObject({
    error: { code: 'names-protected' },
  });
  const sharing = { levels: shareProfiles.protect, entities: [] };
  must(await archive.editDossier(dossier, { sharing }));
  const text = await printed();
  expect(text).not.toMatch(/marta|vesna/i);
  expect(text).toMatch(/What\s+\[Person A\]\s+saw/);
  expect(must(await archive.inspectDossier(dossier)).leaks).toEqual([]);
});
