/** The codebook: tags merged, split, deleted and put on many things, each as one change that can be taken back. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Archive, Records } from '../../../archive/index.ts';
import {
  limits,
  newTagId,
  type Quote,
  type QuoteId,
  type SourceId,
  type Tag,
  type TagId,
} from '../../../archive/model/index.ts';
import type { TagDraft } from '../../../archive/requests.ts';
import { makeShelf, must, type Shelf } from '../../helpers/archives.ts';
import { takeIn } from '../../helpers/fill.ts';

const TEXT = 'The gate was shut at six.\n\nTwo vans stood in the yard.\n\nNobody was told why.';
const EXACT = ['The gate was shut at six.', 'Two vans stood in the yard.', 'Nobody was told why.'];

let shelf: Shelf;
let archive: Archive;
let source: SourceId;
let quotes: QuoteId[];
let round = 0;

beforeAll(async () => {
  shelf = await makeShelf();
  archive = await shelf.create();
  source = await takeIn(archive, 'yard.txt', TEXT);
  quotes = [];
  for (const exact of EXACT) {
    const draft = { source, passage: { kind: 'words' as const, exact }, note: '' };
    const made = await archive.addQuote({
      ...draft,
      speaker: null,
      attribution: null,
      saidOn: null,
      translation: null,
      tags: [],
      check: 'unchecked',
    });
    quotes.push(must(made).id);
  }
});
afterAll(async () => {
  await archive.close();
  await shelf.clear();
});

let one: TagId;
let two: TagId;

/** Each test has two tags of its own: one on the source and the first two quotes, two on the second and the third. */
beforeEach(async () => {
  round += 1;
  one = (await add(`gate ${round}`)).id;
  two = (await add(`yard ${round}`)).id;
  await archive.editSource(source, { tags: [{ tag: one }] });
  await tag(0, one);
  await tag(1, one, two);
  await tag(2, two);
});

const add = async (name: string, more: Partial<TagDraft> = {}): Promise<Tag> =>
  must(await archive.addTag({ name, colour: null, definition: '', parent: null, ...more }));
const tag = async (at: number, ...tags: TagId[]) =>
  must(await archive.editQuote(quoteAt(at), { tags: tags.map((id) => ({ tag: id })) }));
const quoteAt = (at: number): QuoteId => {
  const id = quotes[at];
  if (!id) throw new Error('no such quote');
  return id;
};
const records = async (): Promise<Records> => must(await archive.records());
const tagOf = async (id: TagId) => (await records()).tags.find((each) => each.id === id);
const tagsOfSource = async () => (await records()).sources.find(({ id }) => id === source)?.tags;
const tagsOfQuotes = async () => {
  const all = must(await archive.quotes());
  return quotes.map((id) => all.find((quote: Quote) => quote.id === id)?.tags);
};
const codeOf = (answer: { ok: boolean; error?: { code: string } }) => answer.error?.code ?? null;
const whole = async () => ({
  tags: (await records()).tags,
  searches: (await records()).searches,
  source: await tagsOfSource(),
  quotes: await tagsOfQuotes(),
});
/** What is taken back is as it was, whatever else was touched. */
const undone = async (before: Awaited<ReturnType<typeof whole>>) => {
  must(await archive.undo());
  const sorted = (tags: readonly Tag[]) => [...tags].sort((a, b) => (a.id < b.id ? -1 : 1));
  const after = await whole();
  expect({ ...after, tags: sorted(after.tags) }).toEqual({ ...before, tags: sorted(before.tags) });
};

describe('merging', () => {
  it('keeps every use, the tags below, what was written, and searches by name', async () => {
    const child = await add(`hinge ${round}`, { parent: one });
    must(await archive.editTag(one, { definition: 'A way in.', examples: 'The iron one.' }));
    must(await archive.editTag(two, { definition: 'Ground inside.' }));
    must(await archive.addTagMemo(one, 'Used for doors too.'));
    const saved = await archive.addSavedSearch({
      name: `by name ${round}`,
      query: `=tag:"gate ${round}" vans or -tag:«Gate ${round}» tag:gat speaker:"gate ${round}"`,
      sort: 'relevance',
    });
    const before = await whole();
    const merged = must(await archive.mergeTags(one, two));
    expect(merged).toMatchObject({
      id: two,
      definition: `Ground inside.\n\ngate ${round}: A way in.`,
      examples: `gate ${round}: The iron one.`,
    });
    expect(merged.memos?.map(({ text }) => text)).toEqual([
      'Used for doors too.',
      `← gate ${round}`,
    ]);
    expect(await tagOf(one)).toBeUndefined();
    expect((await tagOf(child.id))?.parent).toBe(two);
    expect(await tagsOfSource()).toEqual([two]);
    expect(await tagsOfQuotes()).toEqual([[two], [two], [two]]);
    const search = (await records()).searches.find(({ id }) => id === must(saved).id);
    expect(search?.query).toBe(
      `=tag:"yard ${round}" vans or -tag:"yard ${round}" tag:gat speaker:"gate ${round}"`,
    );
    await undone(before);
  });

  it('is refused for itself, for a tag below it, and for one that is gone', async () => {
    const child = await add(`hinge ${round}`, { parent: one });
    const grandchild = await add(`pin ${round}`, { parent: child.id });
    const before = await whole();
    expect(codeOf(await archive.mergeTags(one, one))).toBe('tag-itself');
    expect(codeOf(await archive.mergeTags(one, grandchild.id))).toBe('tag-below');
    expect(codeOf(await archive.mergeTags(one, newTagId()))).toBe('tag-missing');
    expect(await whole()).toEqual(before);
  });

  it('lets a tag go up into the one that it stands below', async () => {
    const child = await add(`hinge ${round}`, { parent: one });
    const grandchild = await add(`pin ${round}`, { parent: child.id });
    must(await archive.mergeTags(child.id, one));
    expect((await tagOf(grandchild.id))?.parent).toBe(one);
  });

  it('cuts nothing: two texts that do not fit into one are left as they are', async () => {
    const long = 'a'.repeat(limits.longText - 3);
    must(await archive.editTag(one, { definition: long }));
    must(await archive.editTag(two, { definition: 'b' }));
    const before = await whole();
    expect(codeOf(await archive.mergeTags(one, two))).toBe('too-large');
    expect(await whole()).toEqual(before);
  });
});

describe('splitting', () => {
  it('moves what was chosen to a new tag beside the old one, and nothing else', async () => {
    const before = await whole();
    const items = { sources: [source], quotes: [quoteAt(1)] };
    const made = must(await archive.splitTag({ from: one, to: { name: 'door' }, items }));
    expect(made.parent).toBe(null);
    expect(await tagsOfSource()).toEqual([made.id]);
    expect(await tagsOfQuotes()).toEqual([[one], [made.id, two], [two]]);
    await undone(before);
  });

  it('leaves alone what has the tag no more, and is refused when that is all', async () => {
    const items = { sources: [], quotes: [quoteAt(0), quoteAt(2)] };
    must(await archive.splitTag({ from: one, to: { tag: two }, items }));
    expect(await tagsOfQuotes()).toEqual([[two], [one, two], [two]]);
    const again = await archive.splitTag({ from: one, to: { tag: two }, items });
    expect(codeOf(again)).toBe('tag-not-there');
    const same = await archive.splitTag({ from: one, to: { name: `GATE ${round}` }, items });
    expect(codeOf(same)).toBe('tag-itself');
  });
});

describe('deleting', () => {
  it('is refused while something has the tag, until it is said that it comes off', async () => {
    const refused = await archive.deleteTag(one, { takeOff: false });
    expect(refused).toMatchObject({ error: { code: 'tag-in-use', detail: { count: 3 } } });
    const before = await whole();
    expect(must(await archive.deleteTag(one, { takeOff: true }))).toEqual({ takenOff: 3 });
    expect(await tagOf(one)).toBeUndefined();
    expect(await tagsOfSource()).toEqual([]);
    expect(await tagsOfQuotes()).toEqual([[], [two], [two]]);
    await undone(before);
  });

  it('never leaves tags below one that is gone', async () => {
    await add(`hinge ${round}`, { parent: one });
    expect(codeOf(await archive.deleteTag(one, { takeOff: true }))).toBe('tag-has-children');
  });
});

describe('tagging many', () => {
  it('puts tags on and takes tags off in one change', async () => {
    const before = await whole();
    const items = { sources: [source], quotes: [...quotes] };
    const many = { items, add: [{ name: 'hinge' }, { tag: two }], remove: [one] };
    expect(must(await archive.tagMany(many))).toEqual({ changed: 4 });
    const hinge = (await records()).tags.find(({ name }) => name === 'hinge')?.id;
    expect(await tagsOfSource()).toEqual([hinge, two]);
    expect(await tagsOfQuotes()).toEqual([
      [hinge, two],
      [two, hinge],
      [two, hinge],
    ]);
    await undone(before);
  });

  it('changes nothing when all of it is so already, or something is gone', async () => {
    const items = { sources: [], quotes: [quoteAt(2)] };
    const again = await archive.tagMany({ items, add: [{ tag: two }], remove: [one] });
    expect(codeOf(again)).toBe('nothing-to-tag');
    const gone = await archive.tagMany({ items, add: [{ tag: newTagId() }], remove: [] });
    expect(codeOf(gone)).toBe('tag-missing');
  });
});

describe('what is written of a tag', () => {
  it('leaves no empty text behind, and notes have their date', async () => {
    must(await archive.editTag(one, { whenToUse: 'For gates.', whenNotToUse: 'For doors.' }));
    must(await archive.editTag(one, { whenNotToUse: '' }));
    const noted = must(await archive.addTagMemo(one, 'Ask Vera.'));
    expect(noted.whenToUse).toBe('For gates.');
    expect('whenNotToUse' in noted).toBe(false);
    const [memo] = noted.memos ?? [];
    if (!memo) throw new Error('no memo');
    expect(memo).toEqual({ at: expect.stringMatching(/^20\d\d-/) as string, text: 'Ask Vera.' });
    expect('memos' in must(await archive.deleteTagMemo(one, memo))).toBe(false);
    expect(codeOf(await archive.deleteTagMemo(one, memo))).toBe('memo-missing');
  });

  it('goes into saved searches with a new name', async () => {
    const draft = { name: `gates ${round}`, query: `tag:"gate ${round}"`, sort: 'newest' as const };
    const saved = must(await archive.addSavedSearch(draft));
    must(await archive.editTag(one, { name: `portal-${round}` }));
    const search = (await records()).searches.find(({ id }) => id === saved.id);
    expect(search?.query).toBe(`tag:portal-${round}`);
  });
});

it('counts uses on sources and on quotes apart', async () => {
  const uses = must(await archive.tagUses());
  expect(uses.find((use) => use.tag === one)).toEqual({ tag: one, sources: 1, quotes: 2 });
  expect(uses.find((use) => use.tag === two)).toEqual({ tag: two, sources: 0, quotes: 2 });
});

it.each([
  ['another case', 'ЗАТРЫМАННЕ', 'затрыманне'],
  ['letters with their marks apart', 'Ўчора', 'У\u0306чора'],
  ['another width', 'ｇａｔｅ', 'Gate'],
])('knows a name in %s', async (_, first, second) => {
  await add(first);
  const draft = { name: second, colour: null, definition: '', parent: null };
  expect(codeOf(await archive.addTag(draft))).toBe('tag-exists');
});

describe('a table that leaves', () => {
  const asked = { kind: 'by-source', most: 9, format: 'svg', despiteNames: false } as const;

  it('is written whole, and stands in the log', async () => {
    const path = join(shelf.root, `matrix-${String(round)}.csv`);
    const csv = { ...asked, kind: 'matrix', format: 'csv' } as const;
    expect(must(await archive.exportCodeTable(csv, path))).toMatchObject({ files: 1 });
    expect((await readFile(path, 'utf8')).split('\r\n')[1]).toMatch(/^[^,]+,\d+,/);
    const { entries } = must(await archive.log(0, 1));
    expect(entries[0]).toMatchObject({ action: 'codes.export', facts: { kind: 'matrix' } });
    expect(codeOf(await archive.exportCodeTable(csv, path))).toBe('target-exists');
    const inside = join(shelf.folder, 'matrix.csv');
    expect(codeOf(await archive.exportCodeTable(csv, inside))).toBe('target-inside-archive');
  });

  it('does not, while a tag or a title names somebody who must not be named', async () => {
    const person = {
      kind: 'person',
      name: 'Ihar Lotka',
      spellings: [],
      role: '',
      note: '',
    } as const;
    must(await archive.addEntity({ ...person, spellings: [], protection: 'must-not-be-named' }));
    const named = await add('arrest of Ihar Lotka');
    must(await archive.editSource(source, { tags: [{ tag: named.id }] }));
    const path = join(shelf.root, 'sources.svg');
    expect(codeOf(await archive.exportCodeTable(asked, path))).toBe('names-protected');
    await expect(readFile(path)).rejects.toThrow();
    const left = must(await archive.exportCodeTable({ ...asked, despiteNames: true }, path));
    expect(left.protectedNames).toBe(1);
    must(await archive.deleteTag(named.id, { takeOff: true }));
    must(await archive.editSource(source, { title: 'A letter of Ihar Lotka' }));
    await tag(0, one);
    const again = join(shelf.root, 'titles.csv');
    const csv = { ...asked, format: 'csv' } as const;
    expect(codeOf(await archive.exportCodeTable(csv, again))).toBe('names-protected');
  });
});
