/** What is deleted goes to the trash whole, is seen nowhere, and comes back as it was, also into dossiers and claims. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Archive } from '../../../archive/index.ts';
import type { Claim, Dossier, Quote, QuoteId, SourceId } from '../../../archive/model/index.ts';
import type { SectionDraft } from '../../../archive/requests.ts';
import { makeShelf, must, type Shelf } from '../../helpers/archives.ts';
import { takeIn, wordsOf } from '../../helpers/fill.ts';

const FERRY = 'The ferry Arnica left at six. Forty people stood on the pier at Velm.';
const PIER = 'On the pier at Velm about ninety people were counted by the harbour guard.';

let shelf: Shelf;
let archive: Archive;
let ferry: SourceId;
let pier: SourceId;
let dossier: Dossier;
let claim: Claim;
let quotes: Quote[];

const codeOf = (result: { ok: boolean; error?: { code: string } }) => result.error?.code;
const sections = async () => {
  const { dossiers } = must(await archive.records());
  return dossiers.find(({ id }) => id === dossier.id)?.sections ?? [];
};
const rows = async () => must(await archive.records()).claims[0]?.rows ?? [];

const take = (name: string, text: string) => takeIn(archive, name, text);

const quoteOf = async (source: SourceId, exact: string) =>
  must(await archive.addQuote(wordsOf(source, exact, { tags: [{ name: 'crowd' }] })));

const rowOf = (quote: Quote, written: string) => ({
  proof: { kind: 'quote' as const, quote: quote.id },
  written,
  number: null,
  unit: '',
  period: null,
  doubt: null,
});

beforeAll(async () => {
  shelf = await makeShelf();
  archive = await shelf.create();
  ferry = await take('ferry.txt', FERRY);
  pier = await take('pier.txt', PIER);
  quotes = [
    await quoteOf(ferry, 'Forty people stood on the pier'),
    await quoteOf(ferry, 'The ferry Arnica left at six.'),
    await quoteOf(pier, 'about ninety people'),
  ];
  const [first, second, third] = quotes as [Quote, Quote, Quote];
  const drafts: SectionDraft[] = [
    { kind: 'heading', text: 'What was counted' },
    { kind: 'quote', quote: first.id },
    { kind: 'quote', quote: second.id },
    { kind: 'comparison', a: ferry, b: pier },
    { kind: 'quote', quote: third.id },
    { kind: 'source', source: ferry },
  ];
  dossier = must(
    await archive.addDossier({
      title: 'The pier',
      matter: '',
      author: '',
      handling: '',
      language: 'en',
      pageSize: 'a4',
      sections: drafts,
    }),
  );
  claim = must(
    await archive.addClaim({
      question: 'How many were there?',
      unit: 'people',
      period: null,
      note: '',
      rows: [rowOf(first, 'Forty'), rowOf(third, 'about ninety')],
    }),
  );
  const [one, other] = claim.rows;
  if (!one || !other) throw new Error('it has rows');
  must(
    await archive.traceClaimRows(claim.id, {
      kind: 'join',
      rows: [one.id, other.id],
      name: 'the guard',
    }),
  );
});
afterAll(async () => {
  await archive.close();
  await shelf.clear();
});

describe('a source that is used', () => {
  it('is deleted only by who says so, and told what goes along', async () => {
    expect(must(await archive.usesOf(ferry))).toEqual({
      quotes: 2,
      parts: 0,
      dossiers: [dossier.id],
      claims: [claim.id],
    });
    expect(codeOf(await archive.deleteSource(ferry))).toBe('source-in-use');
  });

  it('leaves no trace for any reader, and takes its places again', async () => {
    const before = { sections: await sections(), records: must(await archive.records()) };
    const entry = must(await archive.deleteSource(ferry, { used: true }));
    expect(entry).toMatchObject({ quotes: 2, places: 5, sources: [{ id: ferry }] });
    const { sources, claims, trashed } = must(await archive.records());
    expect(sources.map(({ id }) => id)).toEqual([pier]);
    expect(trashed).toEqual([entry.id]);
    expect(must(await archive.quotes()).map(({ id }) => id)).toEqual([quotes[2]?.id]);
    expect((await sections()).map(({ kind }) => kind)).toEqual(['heading', 'quote']);
    expect(claims[0]?.rows).toHaveLength(1);
    const request = { query: 'Arnica', limit: 5, kinds: [], tags: [] };
    expect(must(await archive.search(request))).toEqual([]);
    expect(codeOf(await archive.text(ferry))).toBe('source-missing');
    expect(must(await archive.verify(true)).findings).toEqual([]);

    expect(must(await archive.restoreTrashed(entry.id))).toEqual({
      sources: [ferry],
      quotes: 2,
      lost: 0,
    });
    expect(await sections()).toEqual(before.sections);
    const after = must(await archive.records());
    expect(after.claims[0]).toMatchObject({
      rows: before.records.claims[0]?.rows,
      origins: before.records.claims[0]?.origins,
    });
    expect(after.sources).toContainEqual(before.records.sources.find(({ id }) => id === ferry));
    expect(must(await archive.search(request))).not.toEqual([]);
    expect(must(await archive.trash())).toEqual([]);
  });

  it('comes back by undo as well', async () => {
    const before = must(await archive.records());
    must(await archive.deleteSource(ferry, { used: true }));
    must(await archive.undo());
    const after = must(await archive.records());
    expect(after.dossiers).toEqual(before.dossiers);
    expect(after.claims).toEqual(before.claims);
    expect(after.trashed).toEqual([]);
    expect(must(await archive.quotes(ferry))).toHaveLength(2);
  });
});

describe('what needs two things that are in the trash', () => {
  it('is there again when both are', async () => {
    const before = await sections();
    const a = must(await archive.deleteSource(ferry, { used: true }));
    const b = must(await archive.deleteSource(pier, { used: true }));
    must(await archive.restoreTrashed(a.id));
    expect((await sections()).map(({ kind }) => kind)).not.toContain('comparison');
    expect(must(await archive.restoreTrashed(b.id)).lost).toBe(0);
    const after = await sections();
    expect(new Set(after.map(({ id }) => id))).toEqual(new Set(before.map(({ id }) => id)));
    expect(await rows()).toHaveLength(2);
  });

  it('a quote waits for its source', async () => {
    const [, second] = quotes as [Quote, Quote];
    const quote = must(await archive.deleteQuote(second.id, { used: true }));
    expect(quote).toMatchObject({ sources: [], quotes: 1, quoteOf: ferry });
    const source = must(await archive.deleteSource(ferry, { used: true }));
    expect(codeOf(await archive.restoreTrashed(quote.id))).toBe('source-in-trash');
    must(await archive.restoreTrashed(source.id));
    must(await archive.restoreTrashed(quote.id));
    expect(must(await archive.quotes(ferry))).toHaveLength(2);
  });
});

it('comes back with the tag and the name that its own were merged into', async () => {
  const [quote] = quotes;
  if (!quote) throw new Error('there is a quote');
  const draft = { role: '', protection: 'undecided', note: '' } as const;
  const name = async (given: string) =>
    must(await archive.addEntity({ kind: 'person', name: given, spellings: [], ...draft }));
  const [warden, guard] = [await name('Ilan Brod'), await name('I. Brod')];
  must(await archive.editQuote(quote.id, { speaker: { entity: guard.id } }));
  const { tags } = must(await archive.records());
  const crowd = tags.find((tag) => tag.name === 'crowd');
  if (!crowd) throw new Error('there is a tag');
  const { id } = must(await archive.deleteQuote(quote.id, { used: true }));
  const people = must(
    await archive.addTag({ name: 'people', colour: 1, definition: '', parent: null }),
  );
  must(await archive.mergeTags(crowd.id, people.id));
  must(await archive.mergeEntities({ from: guard.id, into: warden.id, despiteKinds: false }));
  must(await archive.restoreTrashed(id));
  const back = must(await archive.quotes()).find((one) => one.id === quote.id);
  expect(back).toMatchObject({ speaker: warden.id, tags: [people.id] });
});

it('tells of places whose dossier is gone, and puts the rest back', async () => {
  const made = must(
    await archive.addDossier({
      title: 'Short-lived',
      matter: '',
      author: '',
      handling: '',
      language: 'en',
      pageSize: 'a4',
      sections: [{ kind: 'quote', quote: (quotes[2]?.id ?? '') as QuoteId }],
    }),
  );
  const entry = must(await archive.deleteSource(pier, { used: true }));
  must(await archive.deleteDossier(made.id));
  expect(must(await archive.restoreTrashed(entry.id)).lost).toBe(1);
  expect(must(await archive.quotes(pier))).toHaveLength(1);
});

it('keeps the files of what is in the trash, and is there after it was closed', async () => {
  const entry = must(await archive.deleteSource(pier, { used: true }));
  await archive.close();
  archive = await shelf.open();
  expect(must(await archive.trash())).toMatchObject([{ id: entry.id, quotes: 1 }]);
  expect(must(await archive.verify(true)).intact).toBe(true);
  must(await archive.restoreTrashed(entry.id));
  expect(must(await archive.text(pier))?.text).toContain('harbour guard');
});
