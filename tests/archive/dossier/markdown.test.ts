/** Written sections: the small part of Markdown that is set, and everything else as it was typed. */
import { expect, it } from 'vitest';
import { readCoverage } from '../../../archive/dossier/coverage.ts';
import { readFonts } from '../../../archive/dossier/fonts.ts';
import { readMarkdown } from '../../../archive/dossier/markdown.ts';
import { MAY_BREAK, Printable } from '../../../archive/dossier/printable.ts';

const fonts = readFonts();
if (!fonts.ok) throw new Error(fonts.error.code);
const printable = new Printable(readCoverage(fonts.value));
const read = (markdown: string) => readMarkdown(markdown, { printable, lang: 'en', dir: 'ltr' });
const paragraph = (...runs: unknown[]) => ({ kind: 'paragraph', lang: 'en', dir: 'ltr', runs });

it('sets paragraphs, emphasis, headings, lists and quotations', () => {
  expect(read('One *two* **three**\nfour\n\n## Head\n\n3. a\n4. b\n\n- c\n\n> d')).toEqual([
    paragraph('One ', { t: 'two', em: true }, ' ', { t: 'three', strong: true }, ' four'),
    { ...paragraph('Head'), kind: 'heading', level: 2 },
    { kind: 'list', start: 3, items: [[paragraph('a')], [paragraph('b')]] },
    { kind: 'list', start: null, items: [[paragraph('c')]] },
    { kind: 'quote', body: [paragraph('d')] },
  ]);
});

it.each([
  ['<b onclick="x()">raw</b>', '<b onclick="x()">raw</b>'],
  ['see [here](javascript:x)', 'see here (javascript:x)'],
  ['![alt](https://pictures.example/p.png)', '![alt](https://pictures.example/p.png)'],
  ['<https://courier.example/>', 'https://courier.example/'],
  ['| a | b |\n|---|---|\n| 1 | 2 |', '| a | b |\n|---|---|\n| 1 | 2 |'],
])('keeps as text what leads out or is no text: %s', (markdown, expected) => {
  const runs = read(markdown).flatMap((part) => (part.kind === 'paragraph' ? part.runs : []));
  const shown = runs.map((run) => (typeof run === 'string' ? run : JSON.stringify(run))).join('');
  expect(shown.replaceAll(MAY_BREAK, '')).toBe(expected);
});

it('sets a paragraph in Arabic from right to left within an English section', () => {
  expect(read('English\n\nعربي')).toEqual([
    paragraph('English'),
    { kind: 'paragraph', lang: 'und', dir: 'rtl', runs: ['عربي'] },
  ]);
});

it('loses no word of what cannot be taken apart', () => {
  const words = Array.from({ length: 400 }, (_, i) => `w${i}`);
  const nested = words.map((word, i) => `${'> '.repeat(i % 40)}${word}`).join('\n\n');
  const shown = JSON.stringify(read(nested));
  for (const word of words) expect(shown).toMatch(new RegExp(`\\b${word}\\b`));
});
