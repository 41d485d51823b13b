/** Zips: every member by its content, none believed. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { sniff } from '../../../archive/import/sniff.ts';
import { zipNames } from '../../../archive/import/zip/zip-names.ts';
import { limits } from '../../../archive/model/index.ts';
import { makeZip, zipOf } from './made-zips.ts';
import { bytesOf, letters, Opener, raw } from './opened.ts';

const opener = new Opener();
afterAll(() => opener.close());

const note = bytesOf('The ferry stopped at nine.');

describe('members', () => {
  test('come out in order with the bytes that went in, folders in their names', async () => {
    const { draft, found, lost } = await opener.open(
      zipOf({ 'b/note.txt': 'The ferry stopped.', 'a.html': '<p>x</p>', 'empty/': '' }),
      'x',
    );
    expect(draft).toMatchObject({ kind: 'file', mediaType: 'application/zip', notes: [] });
    expect(found.map(({ name, bytes }) => [name, letters(bytes)])).toEqual([
      ['b/note.txt', 'The ferry stopped.'],
      ['a.html', '<p>x</p>'],
    ]);
    expect(lost).toEqual([]);
  });

  test('whatever is put in comes out, packed or stored', async () => {
    const member = fc.record({
      name: fc.stringMatching(/^[a-z]{1,8}\.[a-z]{1,3}$/),
      bytes: fc.uint8Array({ maxLength: 3_000 }),
      stored: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(member, { selector: ({ name }) => name, minLength: 1, maxLength: 8 }),
        async (members) => {
          const { found } = await opener.open(makeZip(members), 'a.zip');
          expect(found.map(({ name, bytes }) => [name, [...bytes]])).toEqual(
            members.map(({ name, bytes }) => [name, [...bytes]]),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  test.each([
    [
      'UTF-8 that the zip does not declare',
      Buffer.from('Справка.txt').toString('latin1'),
      'Справка.txt',
    ],
    ['the code page of Russian DOS', '\x91\xaf\xe0\xa0\xa2\xaa\xa0.txt', 'Справка.txt'],
    ['the code page of Russian Windows', '\xd1\xef\xf0\xe0\xe2\xea\xe0.txt', 'Справка.txt'],
    ["the format's own code page", 'M\x81ller gru\xe1t.txt', 'Müller grußt.txt'],
    ['backslashes for folders', 'a\\b.txt', 'a/b.txt'],
  ])('a name in %s', async (_, name, shown) => {
    const { found } = await opener.open(makeZip([{ name, bytes: note }]), 'a.zip');
    expect(found.map((part) => part.name)).toEqual([shown]);
  });

  test('are not lost behind more folders than files may be', async () => {
    const folders = Array.from({ length: limits.containerParts + 1 }, (_, at) => ({
      name: `${at}/`,
      bytes: new Uint8Array(),
    }));
    const { found } = await opener.open(
      makeZip([...folders, { name: 'note.txt', bytes: note }]),
      'a.zip',
    );
    expect(found.map(({ name }) => name)).toEqual(['note.txt']);
  });

  test('that hold bytes are no folders, whatever they are called', async () => {
    const { found } = await opener.open(makeZip([{ name: 'note/', bytes: note }]), 'a.zip');
    expect(found.map(({ bytes }) => letters(bytes))).toEqual([letters(note)]);
  });

  test('saved pages stand for their pictures, unless those are asked for', async () => {
    const zip = zipOf({
      'gate.html': '<p>x</p>',
      'gate_files/a.png': 'x',
      'gate_files/deep/b.js': 'x',
      'other_files/c.png': 'x',
      '__MACOSX/._gate.html': 'x',
      '.DS_Store': 'x',
    });
    const plain = await opener.open(zip, 'a.zip');
    expect(plain.found.map(({ name }) => name)).toEqual(['gate.html', 'other_files/c.png']);
    expect(plain.draft.notes).toEqual(['page-files-left']);
    expect(plain.found[0]?.beside?.map(({ name }) => name)).toEqual([
      'gate_files/a.png',
      'gate_files/deep/b.js',
    ]);
    const all = await opener.open(zip, { name: 'a.zip', pageFiles: true });
    expect(all.found.map(({ name }) => name)).toContain('gate_files/a.png');
  });
});

describe('proofs that lie beside pictures', () => {
  const sha256 = createHash('sha256').update(note).digest('hex');
  const checks = ({ draft }: Awaited<ReturnType<Opener['open']>>) =>
    draft.metadata.readings.flatMap(({ field, value }) => (field === 'check' ? [value] : []));

  test('agree with what they prove, and stay parts of their own', async () => {
    const proved = await opener.open(
      zipOf({ 'gate.jpg': note, [`${sha256}.proof.json`]: '{}', [`${sha256}.asc`]: 'x' }),
      'proof.zip',
    );
    // The signature cannot be checked here.
    expect(checks(proved)).toEqual(['missing', 'agrees']);
    expect(proved.draft.notes).toEqual(['digests-agree']);
    expect(proved.found).toHaveLength(3);
  });

  test('do not when it was changed', async () => {
    const changed = await opener.open(
      zipOf({ 'gate.jpg': 'other', [`set/${sha256}.proof.csv`]: 'x' }),
      'proof.zip',
    );
    expect(checks(changed)).toEqual(['differs']);
    expect(changed.draft.notes).toEqual(['digests-differ']);
  });
});

describe('what is refused, alone', () => {
  const good = { name: 'good.txt', bytes: note };
  const zeros = new Uint8Array(limits.partFreeBytes + 1);

  test.each([
    ['says more than it holds', { name: 'a', bytes: note, said: { size: 9_000 } }, 'part-damaged'],
    [
      'says less than it holds',
      { name: 'a', bytes: new Uint8Array(5_000), said: { size: 10 } },
      'part-damaged',
    ],
    ['is not what its checksum says', { name: 'a', bytes: note, said: { crc: 1 } }, 'part-damaged'],
    ['is locked with a password', { name: 'a', bytes: note, said: { flags: 1 } }, 'part-encrypted'],
    [
      'is packed in an unknown way',
      { name: 'a', bytes: note, said: { method: 93 } },
      'part-method-unknown',
    ],
    ['swells beyond measure', { name: 'a', bytes: zeros }, 'part-too-compressed'],
    [
      'says that it is gigantic',
      { name: 'a', bytes: note, said: { size: 0xf0_00_00_00 } },
      'part-too-large',
    ],
  ])('a member that %s', async (_, bad, failure) => {
    const { found, lost } = await opener.open(makeZip([bad, good]), 'a.zip');
    expect(lost).toEqual([['a', failure]]);
    expect(found.map(({ name }) => name)).toEqual(['good.txt']);
  });

  test('members that share their bytes are unpacked once', async () => {
    const many = Array.from({ length: 50 }, (_, at) => ({ name: `n${at}`, bytes: note }));
    const { found, lost } = await opener.open(makeZip(many, true), 'a.zip');
    expect(found).toHaveLength(1);
    expect(lost).toHaveLength(49);
  });

  test('many small members that swell together', async () => {
    const each = { bytes: new Uint8Array(limits.partFreeBytes) };
    const bomb = makeZip(Array.from({ length: 12 }, (_, at) => ({ ...each, name: `n${at}` })));
    const { found, lost } = await opener.open(bomb, 'a.zip');
    expect(found.length).toBeLessThanOrEqual(8);
    expect(lost.every(([, failure]) => failure === 'part-too-compressed')).toBe(true);
  });
});

describe('what is no whole zip', () => {
  test('cut off anywhere it is kept, with a note', async () => {
    const whole = zipOf({ 'a.txt': 'words', 'b.txt': 'more words' });
    for (let length = 30; length < whole.length; length += 7) {
      const { draft, found } = await opener.open(whole.slice(0, length), 'a.zip');
      expect(draft.notes).toEqual(['container-damaged']);
      expect(found).toEqual([]);
    }
  });

  test('changed anywhere it never gives other bytes than went in', async () => {
    const whole = makeZip([{ name: 'a.txt', bytes: note }]);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, change) => {
          const changed = whole.slice();
          changed[at] = (changed[at] ?? 0) ^ change;
          const { found, draft } = await opener.open(changed, { name: 'a.zip', as: 'zip' });
          expect(draft.kind).toBe('file');
          for (const { bytes } of found)
            if (bytes.length > 0) expect(letters(bytes)).toBe(letters(note));
        },
      ),
      { numRuns: 150 },
    );
  });

  test('names are read out of anything without fail', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const zip = new Uint8Array(
          Buffer.concat([raw('PK\x03\x04'), bytes, raw('PK\x05\x06'), bytes]),
        );
        zipNames(zip);
        expect(sniff(zip, 'a').format).toMatch(/^(?:zip|file|wacz)$/);
      }),
    );
  });

  test('documents are told from bundles by their own list of parts, not by a folder that is called so', () => {
    expect(sniff(zipOf({ 'word/report.html': '<p>x</p>' }), 'a').format).toBe('zip');
    const document = zipOf({ '[Content_Types].xml': '<x/>', 'word/document.xml': '<x/>' });
    expect(sniff(document, 'a.zip').format).not.toBe('zip');
    expect(
      sniff(makeZip([{ name: 'mimetype', bytes: raw('application/epub+zip'), stored: true }]), 'a')
        .format,
    ).not.toBe('zip');
    const bundled = makeZip([{ name: 'report.docx', bytes: document, stored: true }]);
    expect(sniff(bundled, 'a').format).toBe('zip');
  });
});
