import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromQuotedPrintable } from '../../../archive/import/mime/quoted-printable.ts';

const decoded = (text: string) =>
  Buffer.from(fromQuotedPrintable(Buffer.from(text, 'latin1'))).toString('latin1');

/** As a careful writer does it; `breaks` says after how many characters a soft break comes. */
function encoded(bytes: Uint8Array, breaks: readonly number[], padding: string): string {
  let text = '';
  let left = breaks[0] ?? 76;
  let turn = 0;
  for (const byte of bytes) {
    const plain = byte === 0x20 || (byte >= 0x21 && byte <= 0x7e && byte !== 0x3d);
    text += plain
      ? String.fromCharCode(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    if (--left > 0) continue;
    text += `=${padding}\r\n`;
    left = breaks[++turn % breaks.length] ?? 76;
  }
  // A blank at the very end would be lost on the way.
  return `${text}=\r\n`;
}

describe('quoted-printable', () => {
  it('gives any bytes back, wherever a line was broken and whatever blanks the way added', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc
            .string({ unit: fc.constantFrom(' ', 'a', '=', '\t'), maxLength: 80 })
            .map((text) => Buffer.from(text)),
        ),
        fc.array(fc.integer({ min: 1, max: 76 }), { minLength: 1, maxLength: 9 }),
        fc.constantFrom('', ' ', ' \t '),
        (bytes, breaks, padding) => {
          const back = fromQuotedPrintable(Buffer.from(encoded(bytes, breaks, padding), 'latin1'));
          expect(Buffer.from(back).equals(Buffer.from(bytes))).toBe(true);
        },
      ),
    );
  });

  it('keeps a blank before a soft break, and drops one that the way left at the end of a line', () => {
    expect(decoded('to call =\r\nthe function=  \r\n you \t \r\nwish\t\n')).toBe(
      'to call the function you\r\nwish\n',
    );
  });

  it('leaves what is no encoding as it stands, also at the end', () => {
    for (const text of ['50 = 50', 'a=zz', 'a=4', '=', 'x==41', '\n\n', '=3D=\n'])
      expect(decoded(text)).toBe({ 'x==41': 'x=A', '=': '', '=3D=\n': '=' }[text] ?? text);
  });

  it('takes no longer than its input deserves', () => {
    const blanks = Buffer.alloc(4_000_000, ' ');
    expect(fromQuotedPrintable(blanks).length).toBe(0);
    blanks[blanks.length - 1] = 0x61;
    expect(fromQuotedPrintable(blanks).length).toBe(blanks.length);
  });
});
