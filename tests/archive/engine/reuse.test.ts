/** Where else wording stands: copies of one report are seen to be one text, whoever published them first. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Archive, ImportOutcome, ReuseReport } from '../../../archive/index.ts';
import type { SourceId } from '../../../archive/model/index.ts';
import { makeShelf, must, type Shelf } from '../../helpers/archives.ts';
import { capture } from '../../helpers/capture.ts';

let shelf: Shelf;
let archive: Archive;
const ids = new Map<string, SourceId>();

const sentences = [
  'The ferry "Morning Heron" left the northern pier at seven in the evening with nine people aboard.',
  'The harbour office says that nobody had asked for a list of their names before it left.',
  'A watchman saw the lights of a second boat near the breakwater and wrote the hour down.',
  'On the next morning the list was asked for twice, and the second time it was taken away.',
] as const;
const report = sentences.join('\n\n');
const arabic = 'غادرت السفينة الرصيف الشمالي في السابعة مساءً وعلى متنها تسعة أشخاص.';
const cyrillic = 'Паром отошёл от северного причала в семь вечера с девятью людьми на борту.';
const own = (word: string) =>
  Array.from({ length: 70 }, (_, at) => `${word}${String.fromCharCode(97 + (at % 26))}${at}`).join(
    ' ',
  );

const texts: Readonly<Record<string, string>> = {
  report,
  verbatim: `From the agency.\n\n${report}`,
  // Another case, other quotation marks, other line ends, no accents missed.
  typeset: report.replaceAll('"', '»').replaceAll('\n\n', '\r\n').toUpperCase(),
  rewrapped: report.replaceAll(/ (?=\S+ \S+ \S+ the )/g, '\n').replaceAll('\n\n', ' '),
  edited: report.replace('seven in the evening', 'eight at night').replace('twice', 'three times'),
  quoting: `${own('ash')} ${sentences[1]} ${own('birch')}`,
  roundup: `${own('cedar')} ${sentences[2]}`,
  // Shares three words in a row, and no more.
  chance: `Nobody had asked anybody. ${own('elm')} The harbour office was closed.`,
  arabic: `${own('fir')} ${arabic}`,
  arabicCopy: arabic.replace('مساءً', 'مساء').replace('أشخاص', 'اشخاص'),
  cyrillic: `${cyrillic} ${own('ольха')}`,
  cyrillicCopy: `${own('ива')} «${cyrillic.replaceAll('ё', 'е').toUpperCase()}»`,
};

const dates: Readonly<Record<string, string>> = {
  verbatim: '2031-04-03',
  typeset: '2031-04',
  report: '2031-04-05',
  edited: '2031-04-06T10:00Z',
};

async function take(name: string, text: string): Promise<SourceId> {
  const file = { name: `${name}.txt`, bytes: new TextEncoder().encode(text) };
  const { result }: ImportOutcome = must(await archive.importFile(file, capture));
  if (result.state !== 'taken') throw new Error(result.state);
  return result.source;
}

beforeAll(async () => {
  shelf = await makeShelf();
  archive = await shelf.create();
  for (const [name, text] of Object.entries(texts)) {
    const id = await take(name, text);
    ids.set(name, id);
    const published = dates[name];
    if (published !== undefined) must(await archive.editSource(id, { published }));
  }
});
afterAll(async () => {
  await archive.close();
  await shelf.clear();
});

const idOf = (name: string): SourceId => {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`no source ${name}`);
  return id;
};
const nameOf = (id: SourceId) => [...ids].find(([, own]) => own === id)?.[0] ?? id;
const found = ({ groups }: ReuseReport) => groups.flatMap(({ sources }) => sources);
const named = (report: ReuseReport) => found(report).map(({ source }) => nameOf(source));

async function wordingOf(name: string, words?: string): Promise<ReuseReport> {
  const source = idOf(name);
  if (words === undefined) return must(await archive.findReuse({ source, part: null }));
  const text = must(await archive.text(source))?.text ?? '';
  const start = text.indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  return must(await archive.findReuse({ source, part: { start, end: start + words.length } }));
}

describe('the wording of a source', () => {
  it('is found in copies of it, however they are set, and told as one group', async () => {
    const all = await wordingOf('report');
    expect(named(all).toSorted()).toEqual(
      ['verbatim', 'typeset', 'rewrapped', 'edited', 'quoting', 'roundup'].toSorted(),
    );
    const [group, ...others] = all.groups;
    expect(group?.withAsked).toBe(true);
    // Those without a date last.
    expect(group?.sources.map(({ source }) => nameOf(source))).toEqual([
      'typeset',
      'verbatim',
      'edited',
      'rewrapped',
    ]);
    // A month may be before its third day, and may be after it.
    expect(group?.earliest.map(nameOf)).toEqual(['typeset', 'verbatim']);
    expect(group?.undated).toBe(1);
    // They share a passage with it, and nothing with each other.
    expect(others.map(({ sources }) => sources.length)).toEqual([1, 1]);
    expect(others.map(({ withAsked }) => withAsked)).toEqual([false, false]);
  });

  it('is told with ranges that cut it out of both texts, word for word or with what differs', async () => {
    const all = await wordingOf('report');
    const asked = must(await archive.text(idOf('report')))?.text ?? '';
    for (const { source, passages } of found(all)) {
      const other = must(await archive.text(source))?.text ?? '';
      for (const { a, b, text } of passages) {
        expect(other.slice(...b)).toBe(text);
        expect(asked.slice(...a)).not.toBe('');
      }
    }
    const edited = found(all).find(({ source }) => source === idOf('edited'));
    const differences = edited?.passages.flatMap(({ differences }) =>
      differences.map(({ a }) => asked.slice(...a)),
    );
    expect(differences).toEqual(['seven in the evening', 'twice']);
    const verbatim = found(all).find(({ source }) => source === idOf('verbatim'));
    expect(verbatim).toMatchObject({ share: 1, relation: null });
    expect(verbatim?.passages).toHaveLength(1);
    expect(verbatim?.passages[0]).toMatchObject({ kind: 'verbatim', differences: [] });
  });

  it('is found in other alphabets, without regard to accents', async () => {
    expect(named(await wordingOf('arabicCopy'))).toEqual(['arabic']);
    expect(named(await wordingOf('cyrillic', cyrillic))).toEqual(['cyrillicCopy']);
  });
});

describe('one sentence', () => {
  it('is found where it stands, with the part of each whole source that both have', async () => {
    const answer = await wordingOf('report', sentences[1]);
    expect(named(answer).toSorted()).toEqual(
      ['verbatim', 'typeset', 'rewrapped', 'edited', 'quoting'].toSorted(),
    );
    const quoting = found(answer).find(({ source }) => source === idOf('quoting'));
    expect(quoting?.passages.map(({ text }) => text)).toEqual([sentences[1].replace(/\.$/, '')]);
    expect(quoting?.share).toBeLessThan(0.5);
  });

  it('may have six words, and part of a word stands for all of it', async () => {
    const six = 'the second time it was taken';
    expect(named(await wordingOf('report', six))).toHaveLength(4);
    expect(named(await wordingOf('report', 'econd time it was tak'))).toHaveLength(4);
  });

  it('is refused when it is so short that it stands anywhere, or does not stand in the text', async () => {
    const source = idOf('report');
    expect(await archive.findReuse({ source, part: { start: 0, end: 12 } })).toMatchObject({
      error: { code: 'too-few-words', detail: { count: 4 } },
    });
    expect(await archive.findReuse({ source, part: { start: 0, end: 99_999 } })).toMatchObject({
      error: { code: 'passage-missing' },
    });
  });
});

describe('what is told', () => {
  it('says of another version of the same page that it is one, and leaves out the trash', async () => {
    const later = await take('later', `${report}\n\nAdded on the day after.`);
    must(await archive.editSource(later, { versionOf: idOf('report') }));
    const gone = await take('gone', `Gone. ${report}`);
    must(await archive.deleteSource(gone));
    const { groups } = await wordingOf('report');
    const told = groups.flatMap(({ sources }) => sources);
    expect(told.find(({ source }) => source === later)?.relation).toBe('version');
    expect(told.some(({ source }) => source === gone)).toBe(false);
    expect(groups[0]?.versions).toBe(1);
    must(await archive.deleteSource(later));
  });

  it('groups sources that are copies of each other and only quote the one that was asked for', async () => {
    const shared = `${own('gorse')} ${sentences[3]} ${own('hazel')}`;
    const [one, other] = [await take('one', shared), await take('other', `New. ${shared}`)];
    const { groups } = await wordingOf('report', sentences[3]);
    const group = groups.find(({ sources }) => sources.some(({ source }) => source === one));
    expect(group?.sources.map(({ source }) => source)).toEqual([one, other]);
    expect(group?.withAsked).toBe(false);
    for (const id of [one, other]) must(await archive.deleteSource(id));
  });

  it('does not take a time without a zone for an earlier one on the same day', async () => {
    const words = `${own('juniper')} ${sentences[0]}`;
    const [one, other] = [await take('local', words), await take('zoned', `So. ${words}`)];
    must(await archive.editSource(one, { published: '2031-04-03T08:00' }));
    must(await archive.editSource(other, { published: '2031-04-03T12:00+03:00' }));
    const { groups } = must(await archive.findReuse({ source: one, part: null }));
    expect(groups[0]?.earliest).toEqual([one, other]);
    for (const id of [one, other]) must(await archive.deleteSource(id));
  });

  it('is the same for a text that is long enough for a thread of its own', async () => {
    const long = await take('long', `${own('ivy').repeat(120)} ${sentences[0]}`);
    expect(named(await wordingOf('report', sentences[0]))).toContain(long);
    must(await archive.deleteSource(long));
  });

  it('is nothing when it is cancelled', async () => {
    const signal = AbortSignal.abort();
    const job = { signal, progress: () => undefined };
    const answer = await archive.findReuse({ source: idOf('report'), part: null }, job);
    expect(answer).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });

  it('says how many texts could not be read, and looks into the others', async () => {
    const records = must(await archive.records());
    const blob = records.sources.find(({ id }) => id === idOf('verbatim'))?.text?.blob ?? '';
    await archive.close();
    await rm(join(shelf.folder, 'blobs', blob.slice(0, 2), blob));
    archive = await shelf.open();
    const answer = await wordingOf('report', sentences[1]);
    expect(answer.unread).toBe(1);
    expect(named(answer)).toHaveLength(4);
  });
});
