/** Names are taken out of a written text as it is printed: signs of Markdown neither hide one nor stay behind, and a mark is printed as it is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCoverage } from '../../../archive/dossier/coverage.ts';
import { readFonts } from '../../../archive/dossier/fonts.ts';
import { readMarkdown } from '../../../archive/dossier/markdown.ts';
import { MAY_BREAK, Printable } from '../../../archive/dossier/printable.ts';
import type { Written } from '../../../archive/dossier/print.ts';
import { printedTexts } from '../../../archive/dossier/printed-texts.ts';
import { redactWritten } from '../../../archive/dossier/redact-runs.ts';
import { shareProfiles } from '../../../archive/model/index.ts';
import { Redactor } from '../../../archive/redact/index.ts';
import { hiddenEntity } from './sample.ts';

const fonts = readFonts();
if (!fonts.ok) throw new Error(fonts.error.code);
const printable = new Printable(readCoverage(fonts.value));
const kinds = { person: 'Person', organisation: 'Organisation', place: 'Place' };
const sharing = { levels: shareProfiles.protect, entities: [] };
const redactor = new Redactor(
  [
    hiddenEntity('Marta Vesna', ['Марта Вясна']),
    hiddenEntity('Blue Door', [], { kind: 'organisation' }),
  ],
  sharing,
  { withheld: 'withheld', kinds },
);
const redacted = (markdown: string) =>
  redactWritten(readMarkdown(markdown, { printable, lang: 'en', dir: 'ltr' }), redactor);
const words = (body: readonly Written[]) =>
  printedTexts(
    body.map((node) => ('t' in node ? { t: node.t } : node)),
    ['kind', 'dir', 'lang'],
  )
    .join(' | ')
    .replaceAll(MAY_BREAK, '');

describe('what is printed of', () => {
  it.each([
    [
      'a link in the name',
      'So Marta Ves[na](https://a.example) said',
      'So [Person A] (https://a.example) said',
    ],
    [
      'a link on the name',
      '[Marta Vesna](https://a.example) said',
      '[Person A] (https://a.example) said',
    ],
    ['bold in the name', 'Marta Ves**na** said', '[Person A] said'],
    ['a name in bold', '**Marta Vesna** said', '[Person A] said'],
    ['a name in code', 'see `marta_vesna`', 'see [Person A]'],
    ['a block of code', '```\nMarta Vesna = 1\n```', '[Person A] = 1'],
    ['the beginning of a line', 'Marta Vesna: so she said', '[Person A]: so she said'],
    ['a name before brackets', 'Marta Vesna (16)', '[Person A] (16)'],
    ['a list', '- Marta Vesna\n- Вясна', '[Person A] | [withheld]'],
    ['a quotation', '> said Marta\n> Vesna', 'said [Person A]'],
    ['a name over two paragraphs', 'the Blue\n\nDoor', 'the [Organisation A] | '],
    ['tags', 'Marta Ves<b>na</b> said', '[Person A] said'],
    ['an escape', 'Marta Ves\\na said', '[Person A] said'],
  ])('%s', (_, markdown, printed) => {
    expect(words(redacted(markdown))).toBe(printed);
  });

  it('keeps what is not of the name as it was set', () => {
    expect(redacted('*Now* Marta Ves**na** *left*')).toMatchObject([
      {
        runs: [{ t: 'Now', em: true }, ' [Person A]', { t: '', strong: true }, ' ', { t: 'left' }],
      },
    ]);
    const body = readMarkdown('Nobody **here**', { printable, lang: 'en', dir: 'ltr' });
    expect(redactWritten(body, redactor)).toBe(body);
  });
});

it('prints no name, wherever signs are put into it', () => {
  const signs = [
    '**',
    '*',
    '`',
    '~~',
    '<b>',
    '</b>',
    '<!-- x -->',
    '\\',
    '&shy;',
    '[',
    '](a)',
    '_',
  ];
  fc.assert(
    fc.property(
      fc.constantFrom('Marta Vesna', 'Марту Вясну', 'VESNA'),
      fc.array(fc.tuple(fc.nat(11), fc.constantFrom(...signs)), { maxLength: 3 }),
      fc.constantFrom('', '# ', '- ', '> ', '    '),
      (name, places, before) => {
        let markdown: string = name;
        for (const [at, sign] of places)
          markdown = `${markdown.slice(0, at)}${sign}${markdown.slice(at)}`;
        const printed = words(redacted(`${before}${markdown}`));
        expect(printed.replace(/[^\p{L}]/gu, '').toLowerCase()).not.toMatch(/vesna|вясн/);
      },
    ),
    { numRuns: process.env.SLOW === '1' ? 20_000 : 1_000 },
  );
});
