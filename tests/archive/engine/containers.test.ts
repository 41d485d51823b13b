/** Containers in an archive: every part a source of its own with its own proof, bounded, and whole or not at all. */
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Archive, ImportOutcome } from '../../../archive/index.ts';
import type { Job } from '../../../archive/lib/job.ts';
import { limits, Source, type SourceId } from '../../../archive/model/index.ts';
import { makeShelf, must, type Shelf } from '../../helpers/archives.ts';
import { zipOf } from '../import/made-zips.ts';
import { capture } from '../../helpers/capture.ts';

let shelf: Shelf;
let archive: Archive;

beforeEach(async () => {
  shelf = await makeShelf();
  archive = await shelf.create();
});

afterEach(async () => {
  await archive.close();
  await shelf.clear();
});

const bytesOf = (text: string) => new TextEncoder().encode(text);
const take = async (name: string, bytes: Uint8Array, job?: Job): Promise<ImportOutcome> =>
  must(await archive.importFile({ name, bytes: bytes.slice() }, capture, job));
const sources = async () => must(await archive.records()).sources;
const states = ({ parts = [] }: ImportOutcome) =>
  parts.map(({ name, result }) => [name, result.state === 'failed' ? result.code : result.state]);
const sourceOf = ({ result }: ImportOutcome): SourceId => {
  if (result.state === 'failed') throw new Error(result.code);
  return result.source;
};

const mail = (subject: string, attachment = '') =>
  [
    'From: a@reeds.example',
    'To: b@reeds.example',
    `Subject: ${subject}`,
    'Date: Thu, 9 Apr 2026 21:14:03 +0300',
    'Content-Type: multipart/mixed; boundary=cut',
    '',
    '--cut',
    'Content-Type: text/plain',
    '',
    `Words of ${subject}.`,
    '--cut',
    'Content-Type: text/plain; name=list.txt',
    'Content-Disposition: attachment; filename=list.txt',
    '',
    attachment,
    '--cut--',
    '',
  ].join('\r\n');

describe('digests that came along', () => {
  it('are told on the source that they are of, in the report, and in the log', async () => {
    const photo = 'the gate of the harbour office';
    const sha256 = createHash('sha256').update(photo).digest('hex');
    const table = (name: string) => `File hash,File name\n${sha256},${name}\n`;
    const outcome = await take(
      'tella.zip',
      zipOf({
        'gate.jpg': photo,
        'gate.csv': table('gate.jpg'),
        'boat.jpg': 'another picture',
        'boat.csv': table('boat.jpg'),
      }),
    );
    const notes = (outcome.parts ?? []).map(({ result }) =>
      result.state === 'taken' ? result.notes.filter((note) => note.startsWith('digests')) : [],
    );
    expect(notes).toEqual([['digests-agree'], [], ['digests-differ'], []]);
    const found = await sources();
    const checks = found.map(({ original, metadata }) => [
      original.name,
      metadata.readings.filter(({ field }) => field === 'check').map(({ value }) => value),
    ]);
    expect(Object.fromEntries(checks)).toMatchObject({
      'gate.jpg': ['agrees'],
      'boat.jpg': ['differs'],
    });
    const { entries } = must(await archive.log(0, 20));
    const factsOf = (name: string) => {
      const id = found.find(({ original }) => original.name === name)?.id ?? '';
      return entries.find(({ subjects }) => subjects.includes(id))?.facts;
    };
    expect(factsOf('gate.jpg')).toMatchObject({ 'digests-agrees': 1 });
    expect(factsOf('boat.jpg')).toMatchObject({ 'digests-differs': 1 });
    expect(factsOf('tella.zip')).toMatchObject({ 'digests-agrees': 1, 'digests-differs': 1 });
  });
});

describe('digests that came along later', () => {
  it('are put with the file that they are of, once, and never with other bytes', async () => {
    const photo = bytesOf('the lamp of the harbour office');
    const sha256 = createHash('sha256').update(photo).digest('hex');
    const checksOf = async () =>
      (await sources())
        .find(({ original }) => original.sha256 === sha256)
        ?.metadata.readings.filter(({ field }) => field === 'check')
        .map(({ value, from }) => `${from} ${value}`);
    await take('lamp.jpg', photo);
    expect(await checksOf()).toEqual([]);
    const proofs = zipOf({
      'lamp.jpg': photo,
      'lamp.csv': `File hash,File name\n${sha256},lamp.jpg\n`,
    });
    const [again] = (await take('tella.zip', proofs)).parts ?? [];
    expect(again?.result).toMatchObject({ state: 'already-there', added: ['checks'] });
    expect(await checksOf()).toEqual(['Tella: lamp.csv agrees']);
    const { entries } = must(await archive.log(0, 20));
    expect(entries.filter(({ action }) => action === 'source.complete')).toMatchObject([
      { facts: { 'digests-agrees': 1 } },
    ]);
    const [third] = (await take('tella.zip', proofs)).parts ?? [];
    expect(third?.result).not.toHaveProperty('added');
    const checked = {
      sha256: 'f'.repeat(64),
      checks: [{ field: 'check' as const, value: 'agrees', from: 'Tella: rope.csv' }],
    };
    const file = { name: 'lamp.jpg', bytes: photo.slice(), checked };
    expect(must(await archive.importFile(file, capture)).result).not.toHaveProperty('added');
    expect(await checksOf()).toHaveLength(1);
  });
});

describe('a container', () => {
  it('out of which nothing comes says so', async () => {
    const list =
      '<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p><DT><A HREF="place:sort=8">Recent</A></DL>';
    const { result, parts } = await take('bookmarks.html', bytesOf(list));
    expect(result).toMatchObject({ state: 'taken', notes: ['nothing-inside'] });
    expect(parts).toEqual([]);
    const letter = await take(
      'a.eml',
      bytesOf('From: a@reeds.example\r\nTo: b\r\nSubject: x\r\n\r\nHi.'),
    );
    expect(letter.result).toMatchObject({ state: 'taken', notes: [] });
  });

  it('is kept, and its parts are sources with their own bytes, digests and way back', async () => {
    const zip = zipOf({ 'a/note.txt': 'The ferry stopped.', 'b.eml': mail('gate', 'One name.') });
    const outcome = await take('case.zip', zip);
    expect(states(outcome)).toEqual([
      ['a/note.txt', 'taken'],
      ['b.eml', 'taken'],
    ]);
    const all = await sources();
    expect(all.map(({ kind, partName }) => [kind, partName])).toEqual([
      ['file', undefined],
      ['text', 'a/note.txt'],
      ['mail', 'b.eml'],
      ['text', 'list.txt'],
    ]);
    const [container, note, letter, list] = all;
    expect(note?.partOf).toBe(container?.id);
    expect(letter?.partOf).toBe(container?.id);
    expect(list?.partOf).toBe(letter?.id);
    expect(note?.original.name).toBe('note.txt');
    const kept = must(await archive.original(sourceOf(outcome)));
    expect(Buffer.from(kept).equals(zip)).toBe(true);
    for (const { id, original } of all) {
      const bytes = must(await archive.original(id));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(original.sha256);
    }
    expect(must(await archive.verify(true)).intact).toBe(true);
  });

  it('is one commit an item: the log has a line for each, which names what it came out of', async () => {
    const outcome = await take('case.zip', zipOf({ 'a.txt': 'One.', 'b.txt': 'Two.' }));
    const { entries } = must(await archive.log(0, 10));
    const imports = entries.filter(({ action }) => action === 'source.import');
    expect(imports).toHaveLength(3);
    expect(imports.slice(0, 2).map(({ facts }) => facts.partOf)).toEqual([
      sourceOf(outcome),
      sourceOf(outcome),
    ]);
  });

  it('tells of a bad part, and goes on', async () => {
    const zip = zipOf({
      'empty.txt': '',
      'inner.zip': bytesOf('PK\x03\x04 cut off'),
      'c.txt': 'Three.',
    });
    expect(states(await take('case.zip', zip))).toEqual([
      ['empty.txt', 'empty'],
      ['inner.zip', 'taken'],
      ['c.txt', 'taken'],
    ]);
  });

  it('stays as long as something that came out of it does', async () => {
    const outcome = await take('case.zip', zipOf({ 'a.txt': 'One.' }));
    const [part] = outcome.parts ?? [];
    expect(await archive.deleteSource(sourceOf(outcome))).toMatchObject({
      error: { code: 'source-has-parts' },
    });
    if (part) must(await archive.deleteSource(sourceOf(part)));
    must(await archive.deleteSource(sourceOf(outcome)));
    expect(await sources()).toEqual([]);
  });

  it('given again takes only what is missing, so that a stopped import can be finished', async () => {
    const zip = zipOf({ 'a.txt': 'One.', 'b.txt': 'Two.', 'c.txt': 'Three.' });
    const control = new AbortController();
    const stopped = await take('case.zip', zip, {
      signal: control.signal,
      progress: (done) => {
        if (done === 1) control.abort();
      },
    });
    expect(states(stopped)).toEqual([['a.txt', 'taken']]);
    expect(await sources()).toHaveLength(2);
    expect(must(await archive.verify(true)).intact).toBe(true);
    const again = await take('case.zip', zip);
    expect(again.result.state).toBe('already-there');
    expect(states(again)).toEqual([
      ['a.txt', 'already-there'],
      ['b.txt', 'taken'],
      ['c.txt', 'taken'],
    ]);
    const container = sourceOf(again);
    expect((await sources()).filter(({ partOf }) => partOf === container)).toHaveLength(3);
  });

  it('can be taken back step by step', async () => {
    await take('case.zip', zipOf({ 'a.txt': 'One.' }));
    must(await archive.undo());
    must(await archive.undo());
    expect(await sources()).toEqual([]);
  });
});

describe('containers in containers', () => {
  it('are opened down to a depth, and kept closed below it, with a note', async () => {
    let inner = zipOf({ 'a.txt': 'The innermost words.' });
    for (let depth = 0; depth < limits.containerDepth + 3; depth++)
      inner = zipOf({ [`level-${depth}.zip`]: inner });
    let outcome: ImportOutcome | undefined = await take('deep.zip', inner);
    let opened = 0;
    let last: ImportOutcome = outcome;
    for (; outcome; [outcome] = outcome.parts ?? []) {
      opened += 1;
      last = outcome;
    }
    expect(opened).toBe(limits.containerDepth + 1);
    expect(last.result).toMatchObject({ state: 'taken', notes: ['not-unpacked'] });
  });

  it('mails in mails end too', async () => {
    let inner = mail('innermost');
    for (let depth = 0; depth < 12; depth++)
      inner = `From: a@reeds.example\r\nTo: b@reeds.example\r\nSubject: level ${depth}\r\nContent-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\nContent-Type: message/rfc822\r\n\r\n${inner}\r\n--b${depth}--\r\n`;
    await take('deep.eml', bytesOf(inner));
    const all = await sources();
    expect(all.filter(({ kind }) => kind === 'mail')).toHaveLength(limits.containerDepth + 1);
  });
});

describe('names', () => {
  it('of a stranger are shown safely and lead nowhere', async () => {
    const long = 'x'.repeat(300);
    const outcome = await take(
      '../../case\u202ezip',
      zipOf({
        '../../../etc/passwd': 'One.',
        'C:\\Windows\\system32\\a.txt': 'Two.',
        'ann\u202etxt.exe': 'Three.',
        'line\nbreak\u0007.txt': 'Four.',
        [`${long}.txt`]: 'Five.',
        '/': 'x',
        '..': 'Six.',
      }),
    );
    const all = await sources();
    for (const { original, partName = '', title } of all) {
      for (const shown of [original.name, partName, title]) {
        // eslint-disable-next-line no-control-regex -- they must not be there
        expect(shown).not.toMatch(/[\0-\x1f\u202a-\u202e\u2066-\u2069]/);
        expect(shown.length).toBeLessThanOrEqual(300);
      }
      expect(original.name).not.toMatch(/[/\\]/);
      expect(original.name).not.toMatch(/^\.*$/);
    }
    expect(outcome.parts?.every(({ result }) => result.state === 'taken')).toBe(true);
    expect(all.map(({ original }) => original.name)).toContain('passwd');
    expect(all.find(({ partName }) => partName?.startsWith('xxx'))?.partName).toMatch(/…x+\.txt$/);
  });
});

describe('something to be collected', () => {
  const table = bytesOf(
    'title,url\nGate,https://harbour-light.example/gate\nPier,https://harbour-light.example/pier\n',
  );

  it('is a source of its own, until its page is collected, which becomes a later version of it', async () => {
    const listed = await take('list.csv', table);
    const references = (await sources()).filter(({ kind }) => kind === 'reference');
    expect(references.map(({ title }) => title)).toEqual(['Gate', 'Pier']);
    expect(listed.parts).toHaveLength(2);
    const page = must(
      await archive.importFile(
        {
          name: 'gate.html',
          bytes: bytesOf('<!doctype html><p>The gate was shut.'),
          address: 'https://harbour-light.example/gate',
        },
        capture,
      ),
    );
    expect(page.result).toMatchObject({ state: 'taken', versionOf: references[0]?.id });
    expect(
      must(await archive.search({ query: 'Pier', limit: 5, kinds: [], tags: [] })).map(
        ({ title }) => title,
      ),
    ).toContain('Pier');
  });

  it('is no news when its address is there', async () => {
    must(
      await archive.importFile(
        {
          name: 'gate.html',
          bytes: bytesOf('<!doctype html><p>The gate was shut.'),
          address: 'https://www.harbour-light.example/gate',
        },
        capture,
      ),
    );
    const { parts } = await take('list.csv', table);
    expect(parts?.map(({ result }) => result)).toMatchObject([
      { state: 'already-there', same: 'address' },
      { state: 'taken' },
    ]);
  });
});

describe('archives made before', () => {
  it('hold sources without the new fields, and open', async () => {
    await take('note.txt', bytesOf('The ferry stopped.'));
    const [source] = await sources();
    expect(source && 'partOf' in source).toBe(false);
    expect(Source.safeParse(source).success).toBe(true);
    await archive.close();
    archive = await shelf.open();
    expect(await sources()).toHaveLength(1);
  });
});
