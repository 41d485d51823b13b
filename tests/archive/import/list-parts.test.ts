/** What a container holds, told before it is taken in: as it will come, within the same limits, and nothing else. */
import { afterAll, describe, expect, test } from 'vitest';
import { archive, type Capture, makeWacz, packed, page, sha256 } from './made-web-archives.ts';
import { makeZip, zipOf } from './made-zips.ts';
import { typesetPdf } from './made-pdfs.ts';
import { bytesOf, Opener } from './opened.ts';

const opener = new Opener();
afterAll(() => opener.close());

const light = 'https://harbour-light.example';
const gate: Capture = { address: `${light}/gate`, body: page('The gate was shut') };
const withDigest =
  (said: string | null = null) =>
  (block: Buffer) => [`WARC-Block-Digest: sha256:${said ?? sha256(block)}`];

describe('a WARC', () => {
  test('is told page by page: what it is called, where and when it was captured, and whether it is whole', async () => {
    const pier = '<title>Pier &amp; wharf, \u202eempty</title><p>Nobody came to the pier that day.';
    const bytes = packed(
      { ...gate, said: withDigest() },
      { address: `${light}/a.png`, body: 'x', type: 'image/png' },
      { address: `${light}/pier`, body: pier, date: '2026-05-01T06:00:00Z' },
      { ...gate, said: withDigest('0'.repeat(64)), date: '2026-06-01T06:00:00Z' },
    );
    const listed = await opener.list(bytes, 'light.warc.gz');
    expect(listed).toMatchObject({ cut: false, draft: { mediaType: 'application/warc' } });
    expect(listed?.parts).toMatchObject([
      {
        number: 1,
        name: gate.address,
        title: 'The gate was shut',
        address: gate.address,
        date: '2026-04-09T18:14:03Z',
        mediaType: 'text/html',
        size: gate.body.length,
        sha256: sha256(gate.body),
        digests: 'agrees',
        failure: null,
      },
      { number: 2, title: 'Pier & wharf, empty', date: '2026-05-01T06:00:00Z', digests: null },
      { number: 3, title: 'The gate was shut', digests: 'differs' },
    ]);
  });

  test('a letter that the page declares is read as it declares it', async () => {
    const body = Buffer.from(
      '<meta charset=windows-1251><title>\xc2\xee\xf0\xee\xf2\xe0</title><p>x',
      'latin1',
    );
    const listed = await opener.list(archive({ ...gate, body }), 'x.warc');
    expect(listed?.parts[0]?.title).toBe('Ворота');
  });

  test('a captured PDF is one of its pages', async () => {
    const body = typesetPdf('= Report');
    const bytes = archive(gate, { address: `${light}/r.pdf`, body, type: 'application/pdf' });
    const listed = await opener.list(bytes, 'x.warc');
    expect(listed?.parts[1]).toMatchObject({ mediaType: 'application/pdf', size: body.length });
    const [, part] = (await opener.open(bytes, 'x.warc')).found;
    const read = part && (await opener.part(part));
    expect(read?.draft.metadata.readings).toEqual(
      expect.arrayContaining([
        { field: 'address', value: `${light}/r.pdf`, from: 'warc' },
        { field: 'captured', value: '2026-04-09T18:14:03Z', from: 'warc' },
      ]),
    );
  });

  test('that is cut off lists what stands before the cut, and that it is cut off', async () => {
    const whole = archive(gate, { ...gate, address: `${light}/b` });
    const listed = await opener.list(whole.subarray(0, whole.length - 60), 'x.warc');
    expect(listed?.parts.map(({ number, failure }) => [number, failure])).toEqual([
      [1, null],
      [2, 'part-damaged'],
    ]);
  });

  test('of ten thousand pages lists all of them, and gives the chosen ones alone', async () => {
    const bytes = archive(
      ...Array.from({ length: 10_000 }, (_, at) => ({
        address: `${light}/${at + 1}`,
        body: `<title>Page ${at + 1}</title><p>Words of ${at + 1}.`,
      })),
    );
    const told: number[] = [];
    const progress = (done: number) => told.push(done);
    const job = { signal: new AbortController().signal, progress };
    const listed = await opener.list(bytes, 'x.warc', job);
    expect(listed?.parts).toHaveLength(10_000);
    expect(listed?.parts[9_998]).toMatchObject({ number: 9_999, title: 'Page 9999' });
    expect(told.at(-1)).toBe(10_000);
    const { found, lost, count } = await opener.open(bytes, 'x.warc', [3, 9_999, 10_001]);
    expect(found.map(({ name }) => name)).toEqual([`${light}/3`, `${light}/9999`]);
    expect(lost).toEqual([]);
    expect(count).toBe(10_000);
  });

  test('stops being listed when nobody waits for it any more', async () => {
    const control = new AbortController();
    const progress = () => {
      control.abort();
    };
    const bytes = archive(...Array.from({ length: 300 }, () => gate));
    await expect(
      opener.list(bytes, 'x.warc', { signal: control.signal, progress }),
    ).rejects.toThrow('cancelled');
    expect((await opener.list(bytes, 'x.warc'))?.parts).toHaveLength(300);
  });
});

test('a WACZ has the titles of its own list, and the checks of its digests', async () => {
  const warc = packed(gate, { ...gate, address: `${light}/frame` });
  const pages = [{ url: gate.address, title: 'What the list calls it' }];
  const listed = await opener.list(makeWacz({ warc, pages }), 'x');
  expect(listed?.draft.notes).toEqual(['digests-agree']);
  expect(listed?.parts).toMatchObject([{ number: 1, title: 'What the list calls it' }]);
  const wrong = await opener.list(makeWacz({ warc, pages, hash: `sha256:${'0'.repeat(64)}` }), 'x');
  expect(wrong?.draft.notes).toEqual(['digests-differ']);
  expect(wrong?.parts).toHaveLength(1);
});

describe('other containers', () => {
  test('a zip tells what its members are, also of one that cannot be had', async () => {
    const member = (name: string, text: string, flags = 0) => ({
      name,
      bytes: bytesOf(text),
      said: { flags },
    });
    const zip = makeZip([
      member('a/gate.html', gate.body as string),
      member('locked.txt', 'x', 1),
      member('note.txt', 'The ferry stopped.'),
    ]);
    const listed = await opener.list(zip, 'case.zip');
    expect(listed?.parts).toMatchObject([
      { number: 1, name: 'a/gate.html', title: 'The gate was shut', mediaType: 'text/html' },
      { number: 2, name: 'locked.txt', failure: 'part-encrypted', sha256: null },
      { number: 3, name: 'note.txt', title: null, mediaType: 'text/plain', size: 18 },
    ]);
    const { found } = await opener.open(zip, 'case.zip', [3]);
    expect(found.map(({ name }) => name)).toEqual(['note.txt']);
  });

  test('a mailbox tells subjects and days', async () => {
    const mail = (subject: string) =>
      `From a@reeds.example Thu Apr  9 21:14:03 2026\nFrom: a@reeds.example\nTo: b@reeds.example\nSubject: ${subject}\nDate: Thu, 9 Apr 2026 21:14:03 +0300\n\nWords.\n\n`;
    const box = mail('Gate') + mail('=?utf-8?B?0J/QuNGA0YE=?=');
    const listed = await opener.list(bytesOf(box), 'box.mbox');
    expect(listed?.parts.map(({ title, date }) => [title, date])).toEqual([
      ['Gate', '2026-04-09T18:14:03.000Z'],
      ['Пирс', '2026-04-09T18:14:03.000Z'],
    ]);
  });

  test('what is none is told from what holds nothing', async () => {
    expect(await opener.list(bytesOf('Words.'), 'a.txt')).toBeNull();
    expect(await opener.list(zipOf({}), 'a.zip')).toMatchObject({ parts: [], cut: false });
  });
});
