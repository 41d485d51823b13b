/** Time stamps obtained elsewhere: kept with what they are of, checked again, and refused when they prove nothing. */
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../../archive/index.ts';
import { makeShelf, must, type Shelf, wholeArchive } from '../../helpers/archives.ts';
import { type Authority, makeAuthority, makeProof, step } from '../../helpers/stamps.ts';
import { capture } from '../../helpers/capture.ts';

const page = Buffer.from('<p>The ferry stopped at nine.</p>');

let authority: Authority;
let shelf: Shelf;
let archive: Archive;

beforeAll(() => {
  authority = makeAuthority();
});
afterAll(() => {
  authority.clear();
});

async function begin(): Promise<void> {
  shelf = await makeShelf();
  archive = await shelf.create();
  must(await archive.importFile({ name: 'ferry.html', bytes: Uint8Array.from(page) }, capture));
}

async function end(): Promise<void> {
  await archive.close();
  await shelf.clear();
}

function eachBegins(): void {
  beforeEach(begin);
  afterEach(end);
}

const headTextNow = async () => must(await archive.log(0, 1)).headText;
const add = (name: string, bytes: Uint8Array) => archive.addStamp({ name, bytes });
const states = async () => must(await archive.checkStamps()).map(({ state }) => state);

describe('a time stamp of the head', () => {
  eachBegins();

  it('is found to be of its line, also when the log has gone on, and outlasts a restart', async () => {
    const text = await headTextNow();
    const answer = authority.stamp(text);
    must(await archive.addTag({ name: 'ferry', colour: null, definition: '', parent: null }));
    const stamp = must(await add('head.tsr', answer));
    expect(stamp.of).toMatchObject({ kind: 'head', line: 2 });
    const [entry] = must(await archive.log(0, 1)).entries;
    expect(entry).toMatchObject({
      action: 'stamp.add',
      subjects: [stamp.id],
      facts: { line: 2, signature: 'holds', sha256: stamp.file.sha256 },
    });
    await archive.close();
    archive = await shelf.open();
    expect(must(await archive.records()).stamps).toEqual([stamp]);
    expect(Buffer.from(must(await archive.stampFile(stamp.id)))).toEqual(answer);
    expect(await states()).toEqual(['holds']);
    expect(must(await archive.verify(true))).toMatchObject({ intact: true });
  });

  it('may be a proof by OpenTimestamps', async () => {
    const { head } = must(await archive.log(0, 1));
    const text = await headTextNow();
    const stamp = must(
      await add('head.ots', makeProof(text, step.sha256(), step.bitcoin(900_000))),
    );
    expect(stamp.of).toEqual({ kind: 'head', line: 2, hash: head });
  });
});

describe('a time stamp of an original', () => {
  eachBegins();

  it.each(['sha256', 'sha512'])('is found by its %s', async (digest) => {
    const stamp = must(await add('ferry.tsr', authority.stamp(page, { digest })));
    const { sources } = must(await archive.records());
    expect(stamp.of).toEqual({ kind: 'source', source: sources[0]?.id });
    expect(await states()).toEqual(['holds']);
  });

  it('goes to the trash with its source, and comes back with it', async () => {
    const stamp = must(await add('ferry.tsr', authority.stamp(page)));
    if (stamp.of.kind !== 'source') throw new Error('it is of the source');
    const { id } = must(await archive.deleteSource(stamp.of.source));
    expect(await states()).toEqual([]);
    expect(must(await archive.verify(true)).findings).toEqual([]);
    must(await archive.restoreTrashed(id));
    expect(await states()).toEqual(['holds']);
  });
});

describe('what proves nothing is not kept', () => {
  beforeAll(begin);
  afterAll(end);

  it.each([
    ['of something else', () => authority.stamp('something else'), 'stamp-fits-nothing'],
    ['no time stamp', () => Buffer.from('hello'), 'stamp-unreadable'],
    ['empty', () => Buffer.alloc(0), 'empty'],
    ['larger than any', () => Buffer.alloc(2 * 1024 ** 2), 'too-large'],
    [
      'of a digest that can be forged',
      () => authority.stamp(page, { digest: 'sha1' }),
      'stamp-algorithm',
    ],
  ])('%s', async (_, make, code) => {
    expect(await add('x', make())).toMatchObject({ ok: false, error: { code } });
    expect(must(await archive.records()).stamps).toEqual([]);
  });

  it('a broken signature, and the same twice', async () => {
    const answer = authority.stamp(page);
    const broken = Buffer.from(answer);
    const last = broken.length - 1;
    broken[last] = (broken[last] ?? 0) ^ 1;
    expect(await add('x', broken)).toMatchObject({ ok: false, error: { code: 'stamp-broken' } });
    must(await add('x', answer));
    expect(await add('y', answer)).toMatchObject({ ok: false, error: { code: 'stamp-there' } });
  });
});

describe('a stamp that is kept', () => {
  eachBegins();

  it('leaves with the archive, so that public tools check it with what it is of', async () => {
    const text = await headTextNow();
    must(await add('head.tsr', authority.stamp(text)));
    must(await add('ferry.ots', makeProof(page, step.sha256(), step.bitcoin(900_000))));
    const bag = join(shelf.root, 'bag');
    must(await archive.exportAll(wholeArchive('bagit'), bag));
    // A part of each name is made by chance, so their order is too.
    const files = (await readdir(join(bag, 'data/stamps'))).sort(
      (a, b) => extname(a).localeCompare(extname(b)) || a.localeCompare(b),
    );
    expect(files).toEqual([
      expect.stringMatching(/^K-0001\..{6}\.ots$/),
      expect.stringMatching(/^line-2\..{6}\.tsr$/),
      'line-2.txt',
    ]);
    expect(await readFile(join(bag, 'data/stamps/line-2.txt'), 'utf8')).toBe(text);
    const token = join(bag, 'data/stamps', files[1] ?? '');
    expect(authority.verifies(token, join(bag, 'data/stamps/line-2.txt'))).toBe(true);
  });

  it('can be removed, and brought back', async () => {
    const stamp = must(await add('ferry.tsr', authority.stamp(page)));
    must(await archive.deleteStamp(stamp.id));
    expect(must(await archive.records()).stamps).toEqual([]);
    expect(await archive.deleteStamp(stamp.id)).toMatchObject({ error: { code: 'stamp-missing' } });
    must(await archive.undo());
    expect(must(await archive.records()).stamps).toEqual([stamp]);
    expect(await states()).toEqual(['holds']);
  });
});
