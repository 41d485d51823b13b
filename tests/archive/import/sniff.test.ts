import { describe, expect, test } from 'vitest';
import { sniff } from '../../../archive/import/sniff.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');

describe('what bytes are is told by what they hold', () => {
  test.each([
    ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'page.html', 'image', 'image/png'],
    ['\xff\xd8\xff\xe0', 'a.png', 'image', 'image/jpeg'],
    ['GIF89a\x01\0\x01\0', '', 'image', 'image/gif'],
    ['RIFF\x10\0\0\0WEBPVP8 ', 'a.txt', 'image', 'image/webp'],
    ['%PDF-1.7\n', 'a.txt', 'pdf', 'application/pdf'],
    ['PK\x03\x04....word/document.xml', 'a.docx', 'zip', 'application/zip'],
    ['{\\rtf1 words', 'a.doc', 'rtf', 'application/rtf'],
    ['\0\0\0\x18ftypheic', 'a.jpg', 'image', 'image/heic'],
    ['\0\0\0\x18ftypmp42', 'a.jpg', 'file', 'video/mp4'],
    ['II*\0\x08\0\0\0', 'a.jpg', 'image', 'image/tiff'],
    ['<!doctype html><p>x', 'a.txt', 'html', 'text/html'],
    ['\xef\xbb\xbf\n<!-- saved -->\n<!-- twice --><HTML>', 'a', 'html', 'text/html'],
    [
      '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">',
      'a.xml',
      'html',
      'text/html',
    ],
    ['<p>a piece of a page', 'a.txt', 'html', 'text/html'],
    ['Words first, <b>tags</b> later', 'a.html', 'html', 'text/html'],
    ['Words first, <b>tags</b> later', 'a.txt', 'text', 'text/plain'],
    ['# Heading', 'a.md', 'markdown', 'text/markdown'],
    ['# Heading\n\nWith **strong** words', 'README', 'markdown', 'text/markdown'],
    ['a;b\n1;2', 'a.csv', 'text', 'text/csv'],
    ['<svg xmlns="x"><script/></svg>', 'a.svg', 'file', 'image/svg+xml'],
    ['MZ\x90\0\x03\0\0\0', 'a.txt', 'file', 'application/vnd.microsoft.portable-executable'],
    ['MZ was the mark of the harbour.', 'a.txt', 'text', 'text/plain'],
  ])('%j named %s', (content, name, format, mediaType) => {
    expect(sniff(bytes(content), name)).toEqual({ format, mediaType });
  });

  test('comments without end or number are passed in one go', () => {
    const many = bytes(`${'<!--a-->'.repeat(5_000)}<html>`);
    expect(sniff(many, 'a').format).toBe('html');
    expect(sniff(bytes('<!--'.repeat(16_000)), 'a').format).toBe('text');
  });
});
