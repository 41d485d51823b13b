import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseTitle, titleOfName } from '../../../archive/import/title.ts';
import { Name } from '../../../archive/model/index.ts';

describe('titles', () => {
  test('the first candidate that says something is taken, then the name of the file', () => {
    expect(chooseTitle([null, ' \u200b ', '—', ' Ferry\n stops '], 'a.html')).toBe('Ferry stops');
    expect(chooseTitle([null], 'Ferry stops.final.html')).toBe('Ferry stops.final');
  });

  test('hostile names become plain lines', () => {
    expect(titleOfName('../../etc/passwd')).toBe('passwd');
    expect(titleOfName('C:\\case\\photo.jpg')).toBe('photo');
    expect(titleOfName('invoice\u202egpj.exe')).toBe('invoicegpj');
    expect(titleOfName('a\u0000b\u0007c\r\nd.txt')).toBe('abc d');
    expect(titleOfName('..')).toBe('?');
    expect(titleOfName('')).toBe('?');
    expect(titleOfName(`${'long '.repeat(100)}.pdf`).length).toBeLessThanOrEqual(300);
  });

  test('whatever the name is, the title is a name that can be stored and shown', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const title = titleOfName(name);
        expect(Name.safeParse(title).success).toBe(true);
        expect(title.isWellFormed()).toBe(true);
        expect(title).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});
