/** Folders, as the window and the command line take them in: in order, links never followed, exports kept together. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Archive, ImportOutcome } from '../../archive/index.ts';
import { quietJob } from '../../archive/lib/job.ts';
import { readBeside } from '../../src/files/read-beside.ts';
import { gather } from '../../src/files/gather.ts';
import { listParts, mayHoldMany } from '../../src/files/list-parts.ts';
import { takeIn } from '../../src/files/take-in.ts';
import { makeShelf, must, type Shelf } from '../helpers/archives.ts';
import { capture } from '../helpers/capture.ts';
import { zipOf } from '../archive/import/made-zips.ts';

const plainly = { pageFiles: false, except: null };

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'kuferak-folder-'));
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

async function write(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = join(root, 'case');
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  return folder;
}

const page = '<!doctype html><p>The gate was shut.';
const chat = JSON.stringify({
  name: 'Shift',
  type: 'personal_chat',
  id: 1,
  messages: [
    {
      id: 1,
      type: 'message',
      date: '2026-04-09T21:14:03',
      from: 'Alesia',
      text: 'Shut.',
      photo: 'photos/a.jpg',
    },
  ],
});

describe('a folder', () => {
  it('is gone through in order, with its folders in the names, and without what systems leave behind', async () => {
    const folder = await write({
      'b.txt': 'x',
      'a/deep/c.txt': 'x',
      'a/.DS_Store': 'x',
      '__MACOSX/x': 'x',
    });
    const { files, passed } = await gather(folder, plainly);
    expect(files.map(({ name }) => name)).toEqual(['case/a/deep/c.txt', 'case/b.txt']);
    expect(passed).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')(
    'never leads out by a link, nor round in a circle',
    async () => {
      const folder = await write({ 'a.txt': 'x' });
      await writeFile(join(root, 'secret.txt'), 'outside');
      await symlink(join(root, 'secret.txt'), join(folder, 'link.txt'));
      await symlink(folder, join(folder, 'round'));
      const { files, passed } = await gather(folder, plainly);
      expect(files.map(({ name }) => name)).toEqual(['case/a.txt']);
      expect(passed).toEqual([
        { name: 'case/link.txt', code: 'link-not-followed' },
        { name: 'case/round', code: 'link-not-followed' },
      ]);
    },
  );

  it('that is the archive itself is never entered', async () => {
    const folder = await write({ 'a.txt': 'x', 'archive/head': 'x' });
    const { files } = await gather(folder, { pageFiles: false, except: join(folder, 'archive') });
    expect(files.map(({ name }) => name)).toEqual(['case/a.txt']);
  });

  it('a page saved "complete" is one file, its pictures only when they are asked for', async () => {
    const folder = await write({
      'gate.html': page,
      'gate_files/a.png': 'x',
      'gate_files/s/b.js': 'x',
      'z.txt': 'x',
    });
    expect((await gather(folder, plainly)).files[0]?.pageFiles.map(({ name }) => name)).toEqual([
      'gate_files/a.png',
      'gate_files/s/b.js',
    ]);
    const plain = await gather(folder, plainly);
    expect(plain.files.map(({ name, left }) => [name, left])).toEqual([
      ['case/gate.html', true],
      ['case/z.txt', false],
    ]);
    const { files } = await gather(folder, { pageFiles: true, except: null });
    expect(files.map(({ name, beside }) => [name, beside])).toEqual([
      ['case/gate.html', null],
      ['case/gate_files/a.png', 'case/gate.html'],
      ['case/gate_files/s/b.js', 'case/gate.html'],
      ['case/z.txt', null],
    ]);
  });

  it('a page that is named by itself brings its own folder along, and no other', async () => {
    const folder = await write({
      'gate.html': page,
      'gate_files/a.png': 'x',
      'gate_files/s/b.css': 'x',
      'other_files/c.png': 'x',
      'd.png': 'x',
    });
    const { files } = await gather(join(folder, 'gate.html'), plainly);
    expect(files).toHaveLength(1);
    expect(files[0]?.pageFiles.map(({ name }) => name)).toEqual([
      'gate_files/a.png',
      'gate_files/s/b.css',
    ]);
    expect((await gather(join(folder, 'd.png'), plainly)).files[0]?.pageFiles).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')(
    'what lies beside a page is never read through a link',
    async () => {
      const folder = await write({
        'gate.html': page,
        'gate_files/a.png': 'x',
        'door.html': page,
        'secret/key.png': 'secret',
      });
      await symlink(join(folder, 'secret/key.png'), join(folder, 'gate_files/b.png'));
      await symlink(join(folder, 'secret'), join(folder, 'gate_files/more'));
      await symlink(join(folder, 'secret'), join(folder, 'door_files'));
      const [gate] = (await gather(join(folder, 'gate.html'), plainly)).files;
      expect(gate?.pageFiles.map(({ name }) => name)).toEqual(['gate_files/a.png']);
      const [door] = (await gather(join(folder, 'door.html'), plainly)).files;
      expect(door?.pageFiles).toEqual([]);
      // It has become a link since it was found.
      const link = { path: join(folder, 'gate_files/b.png'), name: 'gate_files/b.png' };
      expect(await readBeside([link])).toEqual([]);
    },
  );

  it('what is not there, or cannot be read, is said', async () => {
    expect(await gather(join(root, 'nowhere'), plainly)).toEqual({
      files: [],
      all: [],
      passed: [{ name: 'nowhere', code: 'unreadable' }],
    });
  });
});

describe('taking in', () => {
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

  it('an exported chat keeps its media together, and the rest goes on after a bad file', async () => {
    const folder = await write({
      'export/result.json': chat,
      'export/photos/a.jpg': 'not really a picture',
      'export/css/style.css': 'x',
      'empty.txt': '',
      'note.txt': 'The ferry stopped.',
    });
    const progress: number[] = [];
    const { outcomes, failure } = await takeIn(
      archive,
      [
        { kind: 'path', path: folder },
        { kind: 'gone', code: 'ticket-expired' },
      ],
      capture,
      { ...plainly, address: undefined },
      { ...quietJob, progress: (done) => progress.push(done) },
    );
    expect(failure).toBeNull();
    const shown = ({ name, result }: ImportOutcome) => [
      name,
      result.state === 'failed' ? result.code : result.state,
    ];
    expect(outcomes.map(shown)).toEqual([
      ['case/empty.txt', 'empty'],
      ['case/export/result.json', 'taken'],
      ['case/note.txt', 'taken'],
      ['?', 'ticket-expired'],
    ]);
    expect(outcomes[1]?.parts?.map(shown)).toEqual([['case/export/photos/a.jpg', 'taken']]);
    const { sources } = must(await archive.records());
    const conversation = sources.find(({ kind }) => kind === 'chat');
    expect(sources.find(({ original }) => original.name === 'a.jpg')?.partOf).toBe(
      conversation?.id,
    );
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  });

  it('an export of everything keeps its media together, however many contacts come first', async () => {
    const contacts = { list: Array.from({ length: 3_000 }, (_, id) => ({ id, name: 'Invented' })) };
    const about = 'Here is the data you requested. Telegram keeps no more than it needs.';
    const chats = { list: [JSON.parse(chat) as unknown] };
    const folder = await write({
      'export/result.json': JSON.stringify({ about, contacts, chats }),
      'export/chats/chat_1/photos/a.jpg': 'not really a picture',
      'export/css/style.css': 'x',
    });
    const { files } = await gather(folder, plainly);
    expect(files.map(({ name, beside }) => [name, beside])).toEqual([
      ['case/export/result.json', null],
      ['case/export/chats/chat_1/photos/a.jpg', 'case/export/result.json'],
    ]);
  });

  it('stopped in between it leaves whole sources only, and says what was done', async () => {
    const folder = await write({ 'a.txt': 'One.', 'b.txt': 'Two.', 'c.txt': 'Three.' });
    const control = new AbortController();
    const { outcomes, cancelled } = await takeIn(
      archive,
      [{ kind: 'path', path: folder }],
      capture,
      { ...plainly, address: undefined },
      {
        signal: control.signal,
        progress: (done) => {
          if (done === 1) control.abort();
        },
      },
    );
    expect(cancelled).toBe(true);
    expect(outcomes.map(({ name }) => name)).toEqual(['case/a.txt']);
    expect(must(await archive.verify(true)).intact).toBe(true);
  });

  it('what was chosen in a file is asked of no folder', async () => {
    const folder = await write({ 'a.txt': 'One.' });
    const chosen = { numbers: [1] };
    const { outcomes } = await takeIn(
      archive,
      [
        { kind: 'path', path: folder, chosen },
        { kind: 'path', path: join(folder, 'none.zip'), chosen },
      ],
      capture,
      { ...plainly, address: undefined },
      quietJob,
    );
    expect(outcomes.map(({ name, result }) => [name, 'code' in result && result.code])).toEqual([
      ['case', 'holds-no-parts'],
      ['none.zip', 'unreadable'],
    ]);
  });

  it('it is told what files hold, and no bytes are lost by asking', async () => {
    const folder = await write({ 'a.txt': 'One.' });
    const zip = join(folder, 'b.zip');
    const bytes = zipOf({ 'note.txt': 'The ferry stopped.' });
    await writeFile(zip, bytes);
    const asked = [
      { kind: 'path', path: folder },
      { kind: 'path', path: join(folder, 'a.txt') },
      { kind: 'path', path: zip },
      { kind: 'bytes', name: 'b.zip', bytes },
    ] as const;
    const told = [];
    for (const given of asked) {
      const list = must(await listParts(archive, given, quietJob));
      told.push([await mayHoldMany(given), list?.parts.map(({ name }) => name) ?? null]);
    }
    expect(told).toEqual([
      [false, null],
      [false, null],
      [true, ['note.txt']],
      [true, ['note.txt']],
    ]);
    expect(bytes.length).toBeGreaterThan(0);
  });
});
