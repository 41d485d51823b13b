/** Mails, mailboxes and pages saved as one file: words, head and attachments, whatever is done to them. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { mailRanges } from '../../../archive/import/formats/mbox.ts';
import { mimeParts } from '../../../archive/import/mime/mime-parts.ts';
import { sniff } from '../../../archive/import/sniff.ts';
import { makePng } from './made-images.ts';
import { bytesOf, letters, Opener, raw } from './opened.ts';

const opener = new Opener();
afterAll(() => opener.close());

const png = makePng(4, 3);
const base64 = (bytes: Uint8Array) =>
  Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n');

const head = [
  'From: =?utf-8?B?0JDQu9C10YHRjw==?= Varka <alesia@harbour.example>',
  'To: Desk <desk@reeds.example>, second@reeds.example',
  'Cc: Third Reader <third@reeds.example>',
  'Date: Thu, 9 Apr 2026 21:14:03 +0300',
  'Subject: =?utf-8?Q?The_gate_=E2=80=94_what_I_saw?=',
  'Message-ID: <gate-1@harbour.example>',
  'MIME-Version: 1.0',
];

let cuts = 0;

/** Each with a boundary of its own, so that they can be put into one another. */
function mixed(...parts: readonly string[]): string {
  const cut = `cut${++cuts}`;
  const inner = parts.map((part) => `--${cut}\r\n${part}\r\n`).join('');
  return [
    ...head,
    `Content-Type: multipart/mixed; boundary=${cut}`,
    '',
    `${inner}--${cut}--`,
    '',
  ].join('\r\n');
}

const words =
  'Content-Type: text/plain; charset=utf-8\r\n\r\nThey shut the gate before six. Nobody said why.\r\n';
const picture = `Content-Type: image/png; name="gate.png"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="gate.png"\r\n\r\n${base64(png)}`;

describe('a mail', () => {
  test('keeps its head as readings, with the zone in which it was sent, and its words as text', async () => {
    const { draft } = await opener.open(mixed(words), 'x.bin');
    expect(draft).toMatchObject({
      kind: 'mail',
      title: 'The gate — what I saw',
      mediaType: 'message/rfc822',
    });
    expect(draft.metadata).toMatchObject({
      authors: ['Алеся Varka'],
      published: '2026-04-09T21:14:03+03:00',
    });
    const all = draft.metadata.readings.map(({ field, value }) => `${field}: ${value}`);
    expect(all).toEqual(
      expect.arrayContaining([
        'author: Алеся Varka <alesia@harbour.example>',
        'recipient: Desk <desk@reeds.example>',
        'recipient: second@reeds.example',
        'recipient: Third Reader <third@reeds.example>',
        'identifier: <gate-1@harbour.example>',
      ]),
    );
    expect(draft.text?.text).toContain('They shut the gate before six. Nobody said why.');
    expect(draft.text?.text).toContain('Date: Thu, 9 Apr 2026 21:14:03 +0300');
    expect(draft.text?.language).toBe('en');
  });

  test('gives its attachments back byte for byte, and names them in the text', async () => {
    const { draft, found } = await opener.open(mixed(words, picture), 'a.eml');
    expect(found.map(({ name }) => name)).toEqual(['gate.png']);
    expect(Buffer.from(found[0]?.bytes ?? [])).toEqual(Buffer.from(png));
    expect(draft.text?.text).toContain('gate.png');
    expect(draft.metadata.readings).toContainEqual({
      field: 'attachment',
      value: 'gate.png',
      from: 'mail',
    });
  });

  test('a mail in a mail is a part of its own, to the byte', async () => {
    const inner = mixed(words, picture);
    const nested = `Content-Type: message/rfc822\r\nContent-Disposition: inline\r\n\r\n${inner}`;
    const { found } = await opener.open(mixed(words, nested), 'a.eml');
    expect(found).toHaveLength(1);
    const [part] = found;
    if (!part) throw new Error('the inner mail is missing');
    expect(letters(part.bytes).trimEnd()).toBe(inner.trimEnd());
    const again = await opener.part(part);
    expect(again.draft.title).toBe('The gate — what I saw');
    expect(again.found.map(({ name }) => name)).toEqual(['gate.png']);
  });

  test('the page in it is read when the plain part says less', async () => {
    const alternative = (plain: string) =>
      `Content-Type: multipart/alternative; boundary=or\r\n\r\n--or\r\nContent-Type: text/plain\r\n\r\n${plain}\r\n--or\r\nContent-Type: text/html\r\n\r\n<p>The ferry <b>stopped</b> at nine, and forty people waited on the pier until it was dark.</p><script>alert(1)</script>\r\n--or--`;
    const poor = await opener.open(mixed(alternative('See online.')), 'a.eml');
    expect(poor.draft.text?.text).toContain('forty people waited');
    expect(poor.draft.text?.text).not.toContain('alert');
    const rich = await opener.open(
      mixed(
        alternative('The ferry stopped at nine, and forty people waited on the pier until dark.'),
      ),
      'a.eml',
    );
    expect(rich.draft.text?.text).toContain('until dark.');
  });

  test.each(['windows-1251', 'koi8-r', 'iso-8859-5', 'utf-8'])(
    'words in %s are read',
    async (charset) => {
      const spoken = 'Ворота закрыли до шести';
      const codes =
        { 'windows-1251': 0xc0, 'koi8-r': 0, 'iso-8859-5': 0xb0, 'utf-8': 0 }[charset] ?? 0;
      const encoded =
        charset === 'utf-8'
          ? bytesOf(spoken)
          : charset === 'koi8-r'
            ? raw(
                '\xf7\xcf\xd2\xcf\xd4\xc1 \xda\xc1\xcb\xd2\xd9\xcc\xc9 \xc4\xcf \xdb\xc5\xd3\xd4\xc9',
              )
            : Uint8Array.from(spoken, (letter) =>
                letter === ' ' ? 0x20 : letter.charCodeAt(0) - 0x410 + codes,
              );
      const body = `Content-Type: text/plain; charset=${charset}\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(encoded)}`;
      expect((await opener.open(mixed(body), 'a.eml')).draft.text?.text).toContain(spoken);
    },
  );

  test('is told by its head, not by its name; notes that look like one are not', () => {
    expect(sniff(bytesOf(mixed(words)), 'a.txt').format).toBe('mail');
    expect(sniff(bytesOf('From: me\n\nBuy rope.'), 'a.txt').format).toBe('text');
    expect(sniff(bytesOf('To: do\nDate: today\n\nBuy rope.'), 'a.txt').format).toBe('text');
  });

  test('cut off anywhere, or made of anything, it is still a source', async () => {
    const whole = mixed(words, picture, `Content-Type: message/rfc822\r\n\r\n${mixed(words)}`);
    for (let length = 1; length < whole.length; length += 97) {
      const { draft } = await opener.open(whole.slice(0, length), { name: 'a.eml', as: 'mail' });
      expect(draft.title).not.toBe('');
    }
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 2_000 }), async (bytes) => {
        const { draft } = await opener.open(bytes, { name: 'a.eml', as: 'mail' });
        expect(draft.title).not.toBe('');
      }),
      { numRuns: 60 },
    );
  });

  test('made to nest for ever, it ends', async () => {
    const deep = Array.from(
      { length: 5_000 },
      (_, at) => `--b${at}\r\nContent-Type: multipart/mixed; boundary=b${at + 1}\r\n\r\n`,
    ).join('');
    const { draft } = await opener.open(
      `${head.join('\r\n')}\r\nContent-Type: multipart/mixed; boundary=b0\r\n\r\n${deep}`,
      'a.eml',
    );
    expect(['mail', 'file']).toContain(draft.kind);
  });

  test('hostile names of attachments are given as they are, for the engine to show safely', async () => {
    const named = picture.replaceAll('gate.png', '../../etc/\u202egnp.exe');
    const { found } = await opener.open(mixed(words, named), 'a.eml');
    expect(found).toHaveLength(1);
  });
});

describe('a mailbox', () => {
  const one = [
    'From: a@reeds.example',
    'Subject: One',
    'Date: Thu, 9 Apr 2026 21:14:03 +0300',
    '',
    'First.',
    '>From the pier I saw it.',
    '',
  ];
  const two = [
    'From: b@reeds.example',
    'Subject: Two',
    'Date: Fri, 10 Apr 2026 08:00:00 +0300',
    '',
    'Second.',
    '',
    'From here on nothing.',
    '',
  ];
  const box = [
    'From a@reeds.example Thu Apr  9 21:14:03 2026',
    ...one,
    'From b@reeds.example Fri Apr 10 08:00:00 2026',
    ...two,
  ].join('\n');

  test('is cut into its mails, each with the bytes that stand in the box', async () => {
    const { draft, found } = await opener.open(box, 'box');
    expect(draft).toMatchObject({ kind: 'file', mediaType: 'application/mbox' });
    expect(found.map(({ bytes }) => letters(bytes))).toEqual([one.join('\n'), two.join('\n')]);
    const mails = await Promise.all(found.map((part) => opener.part(part)));
    expect(mails.map((mail) => mail.draft.title)).toEqual(['One', 'Two']);
  });

  test('any box is cut without overlap, and what was put in comes out', () => {
    const line = fc.stringMatching(/^[a-z ,.]{0,30}$/).filter((text) => !text.startsWith('from '));
    const mail = fc.tuple(
      fc.stringMatching(/^[a-z]{1,8}$/),
      fc.array(line, { minLength: 1, maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(mail, { minLength: 1, maxLength: 8 }), (mails) => {
        const whole = mails.map(
          ([subject, lines]) => `Subject: ${subject}\n\n${lines.join('\n')}\n`,
        );
        const made = Buffer.from(
          whole.map((text) => `From x@y.example Thu Apr  9 21:14:03 2026\n${text}\n`).join(''),
        );
        const cut = [...mailRanges(made)].map(([start, end]) => made.toString('utf8', start, end));
        expect(cut).toEqual(whole);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        let last = 0;
        for (const [start, end] of mailRanges(Buffer.from(bytes))) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThanOrEqual(start);
          last = end;
        }
      }),
    );
  });
});

describe('a page saved as one file', () => {
  const saved = (html: string, encoding = 'quoted-printable') =>
    [
      'From: <Saved by Blink>',
      'Snapshot-Content-Location: https://harbour-light.example/gate?id=1',
      'Subject: The gate',
      'Date: Thu, 9 Apr 2026 18:20:00 +0300',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related;',
      '\ttype="text/html";',
      '\tboundary="----MultipartBoundary--x----"',
      '',
      '',
      '------MultipartBoundary--x----',
      'Content-Type: text/html',
      'Content-ID: <frame-1@mhtml.blink>',
      `Content-Transfer-Encoding: ${encoding}`,
      'Content-Location: https://harbour-light.example/gate?id=1',
      '',
      html,
      '------MultipartBoundary--x----',
      'Content-Type: image/png',
      'Content-Transfer-Encoding: base64',
      'Content-Location: https://harbour-light.example/gate.png',
      '',
      base64(png),
      '------MultipartBoundary--x------',
      '',
    ].join('\r\n');
  const article =
    '<html><head><meta charset=3D"utf-8"><title>The gate</title></head><body><article><h1>The gate</h1><p>The gate of the cannery was shut =D0=B4=D0=BE before the night shift could leave, three workers s=\r\naid.</p></article></body></html>';

  test('is read as a page with its address and the moment it was saved', async () => {
    const { draft, parts } = await opener.open(saved(article), 'x');
    expect(draft).toMatchObject({
      kind: 'page',
      title: 'The gate',
      mediaType: 'multipart/related',
    });
    expect(draft.metadata.address).toBe('https://harbour-light.example/gate?id=1');
    expect(draft.metadata.readings).toContainEqual({
      field: 'captured',
      value: '2026-04-09T18:20:00+03:00',
      from: 'mhtml',
    });
    expect(draft.text?.text).toContain(
      'was shut до before the night shift could leave, three workers said.',
    );
    expect(parts).toEqual([]);
  });

  test('cut off or damaged it never fails', async () => {
    const whole = saved(article);
    for (let length = 200; length < whole.length; length += 41)
      expect((await opener.open(whole.slice(0, length), 'a.mhtml')).draft.title).not.toBe('');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        for (const part of mimeParts(
          Buffer.concat([bytesOf('Content-Type: multipart/x; boundary=a\n\n--a\n'), bytes]),
        ))
          createHash('sha256').update(part.body());
      }),
    );
  });
});
