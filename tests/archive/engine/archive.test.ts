/** The engine's face on the sample case: everything that the window and the command line stand on. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Archive, Records } from '../../../archive/index.ts';
import { quietJob } from '../../../archive/lib/job.ts';
import type { Changed, Quote, QuoteId, SourceId } from '../../../archive/model/index.ts';
import type { QuoteDraft } from '../../../archive/requests.ts';
import { type Filled, fillSample } from '../../../src/sample/fill.ts';
import { makeShelf, must, type Shelf } from '../../helpers/archives.ts';
import { wordsOf } from '../../helpers/fill.ts';
import { findCanaries } from '../../helpers/canary.ts';
import { capture } from '../../helpers/capture.ts';

const sample = join(import.meta.dirname, '../../../sample');
let shelf: Shelf;
let archive: Archive;
let filled: Filled;
let records: Records;

const source = (key: string): SourceId => {
  const id = filled.sources.get(key);
  if (id === undefined) throw new Error(`the sample has no ${key}`);
  return id;
};

const draftOf = (id: SourceId, exact: string, more: Partial<QuoteDraft> = {}): QuoteDraft =>
  wordsOf(id, exact, more);

beforeAll(async () => {
  shelf = await makeShelf();
  archive = await shelf.create('Sample');
  filled = must(await fillSample(archive, sample, quietJob));
  records = must(await archive.records());
});

afterAll(async () => {
  await archive.close();
  await shelf.clear();
});

describe('an archive filled with the sample', () => {
  it('holds what the case says: sources in many languages and scripts, quotes, pictures, versions, a dossier', () => {
    const languages = new Set(records.sources.flatMap(({ text }) => text?.language ?? []));
    expect(records.sources.filter(({ text }) => text).length).toBeGreaterThanOrEqual(8);
    expect([...languages].sort()).toEqual(['ar', 'be', 'en', 'pl', 'ru', 'uk']);
    expect(records.sources.filter(({ kind }) => kind === 'image')).toHaveLength(4);
    expect(filled.quotes.size).toBe(25);
    expect(records.dossiers).toHaveLength(1);
    expect(records.sources.filter(({ versionOf }) => versionOf !== null)).toHaveLength(1);
  });

  it('gives every original back byte for byte', async () => {
    for (const { id, original } of records.sources) {
      const bytes = must(await archive.original(id));
      const file = await readFile(join(sample, 'files', original.name));
      expect(Buffer.from(bytes).equals(file)).toBe(true);
    }
  });

  it('has every quote stand at its place, word for word', async () => {
    for (const quote of must(await archive.quotes())) {
      const text = must(await archive.text(quote.source));
      expect(quote.anchor.kind).toBe('text');
      if (quote.anchor.kind !== 'text') continue;
      expect(text?.text.slice(quote.anchor.start, quote.anchor.end)).toBe(quote.anchor.exact);
    }
  });

  it('finds a speaker by any spelling of the name', async () => {
    const ask = async (query: string) =>
      must(await archive.search({ query, limit: 50, kinds: ['quote'], tags: [] })).map(
        ({ id }) => id,
      );
    const expected = await ask('Zhaleika');
    expect(expected.length).toBeGreaterThan(0);
    for (const spelling of ['Zhaleyko', 'Žalejka', 'Жалейка', 'Żalejka', 'Zhalieka']) {
      const found = await ask(spelling);
      expect(expected.filter((id) => !found.includes(id))).toEqual([]);
    }
  });

  it('tells how the results of a search are spread', async () => {
    const page = must(
      await archive.searchPage({
        query: 'kind:quote',
        limit: 3,
        kinds: [],
        tags: [],
        facets: true,
      }),
    );
    expect(page.total).toBe(filled.quotes.size);
    expect(page.results).toHaveLength(3);
    expect(page.facets?.kinds).toEqual([{ value: 'quote', count: filled.quotes.size }]);
    expect(page.progress).toBeNull();
  });

  it('looks a list of names up in one go, whatever is in the list', async () => {
    const names = ['Zhaleyko', 'Жалейка', 'Nobody Xqzzwv', '', '-or "tag:'];
    const reports = must(await archive.searchNames(names, 50));
    expect(reports.map(({ name }) => name)).toEqual(names);
    expect(reports[0]?.count).toBeGreaterThan(0);
    expect(reports[1]?.count).toBe(reports[0]?.count);
    expect(reports[0]?.spellings.length).toBeGreaterThan(1);
    expect(reports.slice(2).map(({ count }) => count)).toEqual([0, 0, 0]);
    const many = Array.from({ length: 10_001 }, () => 'a');
    expect(await archive.searchNames(many, 1)).toMatchObject({ error: { code: 'too-large' } });
  });

  it('finds the earlier capture of a page as much the same text', async () => {
    const later = records.sources.find(({ versionOf }) => versionOf !== null);
    const alike = must(await archive.alike(later?.id ?? '', 5));
    expect(alike.map(({ id }) => id)).toContain(later?.versionOf);
    expect(alike[0]?.share).toBeGreaterThan(0.3);
    expect(must(await archive.alike('nothing', 5))).toEqual([]);
  });

  it('makes its dossier, and verifies whole', async () => {
    const [dossier] = records.dossiers;
    if (!dossier) throw new Error('the sample has a dossier');
    const pdf = must(await archive.previewDossier(dossier.id));
    expect(pdf.pages).toBeGreaterThan(5);
    const report = must(await archive.verify(true));
    expect(report).toMatchObject({ intact: true, findings: [] });
    expect(report.checked.originals).toBe(records.sources.length);
  });

  it('is all there after it was closed and opened again', async () => {
    const before = must(await archive.records());
    const quotes = must(await archive.quotes());
    const state = must(await archive.state());
    await archive.close();
    expect(await archive.records()).toMatchObject({ ok: false, error: { code: 'closed' } });
    archive = await shelf.open();
    expect(must(await archive.records())).toEqual(before);
    expect(sortById(must(await archive.quotes()))).toEqual(sortById(quotes));
    expect(must(await archive.state())).toMatchObject({
      words: state.words,
      notices: [],
      readOnly: null,
    });
  });

  it('leaves not a word of it on the disk', async () => {
    const texts = await Promise.all(records.sources.map(({ id }) => archive.text(id)));
    const phrases = texts.flatMap(
      (text) =>
        must(text)
          ?.text.match(/\p{L}{4,} \p{L}{4,} \p{L}{4,}/gu)
          ?.slice(0, 3) ?? [],
    );
    expect(phrases.length).toBeGreaterThan(20);
    const titles = records.sources.map(({ title }) => title);
    expect(
      await findCanaries([shelf.root], [...phrases, ...titles, 'Zhaleika', 'Жалейка']),
    ).toEqual([]);
    // The search for them can find: here they stand in the clear.
    const control = join(shelf.root, 'control');
    await writeFile(control, Buffer.from(phrases[0] ?? '', 'utf16le'));
    expect(await findCanaries([shelf.root], phrases)).toHaveLength(1);
    await writeFile(control, Buffer.from(`xx${phrases[0] ?? ''}`).toString('base64'));
    expect(await findCanaries([shelf.root], phrases)).toHaveLength(1);
    await writeFile(control, '');
  });
});

describe('a quote', () => {
  it('is refused when its words differ from the source at the place', async () => {
    const id = source('harbour-light-1');
    const text = must(await archive.text(id));
    const draft = draftOf(id, '', {
      passage: { kind: 'place', exact: text?.text.slice(10, 39) ?? '', start: 11, end: 40 },
    });
    expect(await archive.addQuote(draft)).toMatchObject({ error: { code: 'passage-differs' } });
    expect(await archive.addQuote(draftOf(id, 'words that nobody wrote'))).toMatchObject({
      error: { code: 'passage-missing' },
    });
    expect(await archive.addQuote(draftOf(id, ' the '))).toMatchObject({
      error: { code: 'passage-ambiguous' },
    });
  });

  it('brings a new speaker and new tags in one change, and goes with them when it is undone', async () => {
    const id = source('harbour-light-1');
    const text = must(await archive.text(id));
    const exact = text?.text.slice(40, 100) ?? '';
    const heard: Changed[] = [];
    const stop = archive.onChanged((changed) => heard.push(changed));
    const before = must(await archive.records());
    const quote: Quote = must(
      await archive.addQuote(
        draftOf(id, exact, {
          speaker: { name: 'A New Voice' },
          tags: [{ name: 'a new tag' }, { name: 'A NEW TAG' }],
        }),
      ),
    );
    expect(quote.tags).toHaveLength(1);
    expect(heard).toHaveLength(1);
    expect(heard[0]?.puts.map(({ collection }) => collection).sort()).toEqual([
      'activities',
      'entities',
      'quotes',
      'tags',
    ]);
    expect(heard[0]?.quoteCounts[id]).toBe((before.quoteCounts[id] ?? 0) + 1);
    expect(must(await archive.undo())).toEqual({ action: 'quote.add' });
    const after = must(await archive.records());
    expect({ tags: after.tags, entities: after.entities, quoteCounts: after.quoteCounts }).toEqual({
      tags: before.tags,
      entities: before.entities,
      quoteCounts: before.quoteCounts,
    });
    expect(must(await archive.redo())).toEqual({ action: 'quote.add' });
    expect(must(await archive.quotes(id)).map((known) => known.id)).toContain(quote.id);
    must(await archive.undo());
    stop();
  });

  it('that stands in a dossier is not deleted by the way, nor the source of one', async () => {
    const [dossier] = records.dossiers;
    const section = dossier?.sections.find(({ kind }) => kind === 'quote');
    const id = section?.kind === 'quote' ? section.quote : ('' as QuoteId);
    expect(await archive.deleteQuote(id)).toMatchObject({ error: { code: 'quote-in-use' } });
    expect(await archive.deleteSource(source('harbour-light-1'))).toMatchObject({
      error: { code: 'source-in-use' },
    });
  });

  it('is found by the search as soon as it is saved, and no more when it is deleted', async () => {
    const id = source('harbour-light-1');
    const text = must(await archive.text(id));
    const quote = must(
      await archive.addQuote(
        draftOf(id, text?.text.slice(60, 120) ?? '', { note: 'quixotic marmalade' }),
      ),
    );
    const ask = async () =>
      must(await archive.search({ query: 'quixotic marmalade', limit: 5, kinds: [], tags: [] }));
    expect((await ask())[0]?.id).toBe(quote.id);
    must(await archive.deleteQuote(quote.id));
    expect((await ask()).map(({ id: found }) => found)).not.toContain(quote.id);
  });
});

describe('the dossier', () => {
  it('refuses to name somebody who must not be named, and writes nothing', async () => {
    const hidden = records.entities.find(({ protection }) => protection === 'must-not-be-named');
    expect(hidden).toBeDefined();
    const dossier = must(
      await archive.addDossier({
        title: `About ${hidden?.name ?? ''}`,
        matter: '',
        author: '',
        handling: '',
        language: 'en',
        pageSize: 'a4',
        sections: [{ kind: 'heading', text: 'One' }],
      }),
    );
    const out = join(shelf.root, 'named.pdf');
    expect(await archive.exportDossier(dossier.id, out)).toMatchObject({
      error: { code: 'names-protected' },
    });
    await expect(readFile(out)).rejects.toThrow('ENOENT');
    must(await archive.deleteDossier(dossier.id));
  });

  it('is never written into the archive’s own folder', async () => {
    const [dossier] = records.dossiers;
    if (!dossier) throw new Error('the sample has a dossier');
    expect(await archive.exportDossier(dossier.id, join(shelf.folder, 'x.pdf'))).toMatchObject({
      error: { code: 'target-inside-archive' },
    });
  });
});

describe('taking in', () => {
  it('says what became of each file, and keeps the rest when one is bad', async () => {
    const take = (name: string, bytes: Uint8Array) => archive.importFile({ name, bytes }, capture);
    expect(must(await take('empty.html', new Uint8Array(0))).result).toEqual({
      state: 'failed',
      code: 'empty',
    });
    const random = Buffer.from('7f454c460201010000000000000000000300', 'hex');
    const binary = must(
      await take('page.html', Buffer.concat([random, Buffer.alloc(500, 7)])),
    ).result;
    expect(binary.state).toBe('taken');
    if (binary.state === 'taken') {
      expect(must(await archive.text(binary.source))).toBeNull();
      expect(binary.notes.length).toBeGreaterThan(0);
    }
    const again = must(
      await take('other name.html', Buffer.concat([random, Buffer.alloc(500, 7)])),
    ).result;
    expect(again.state).toBe('already-there');
  });
});

describe('an archive open for reading only', () => {
  it('shows everything and refuses every change', async () => {
    await archive.close();
    archive = await shelf.open({ readOnly: true });
    expect(must(await archive.state()).readOnly).not.toBeNull();
    expect(must(await archive.records()).sources.length).toBeGreaterThan(10);
    expect(
      await archive.addTag({ name: 'x', colour: null, definition: '', parent: null }),
    ).toMatchObject({
      error: { code: 'read-only' },
    });
    await archive.close();
    archive = await shelf.open();
  });
});

function sortById(quotes: readonly Quote[]): Quote[] {
  return [...quotes].sort((a, b) => (a.id < b.id ? -1 : 1));
}
