/** Direct speech is found by its marks and its sentences, whatever the language; who said it by what stands beside it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../archive/model/index.ts';
import { findSpeech } from '../../../archive/speech/index.ts';
import { emptyTally, judge, markedTexts } from './marked.ts';

function documentOf(text: string): { text: string; blocks: Block[] } {
  const blocks: Block[] = [];
  let start = 0;
  for (const part of text.split('\n\n')) {
    blocks.push({ kind: 'paragraph', start, end: start + part.length });
    start += part.length + 2;
  }
  return { text, blocks };
}

/** Each passage with its speaker, as they stand in the text. */
function found(text: string): string[] {
  return findSpeech(documentOf(text)).map(({ start, end, speaker }) => {
    const name = speaker ? text.slice(speaker.start, speaker.end) : '–';
    return `${name}: ${text.slice(start, end)}`;
  });
}

describe('what is found', () => {
  it.each([
    [
      'before its speaker',
      '“They did not show a paper,” said Ada Vell, head of the Reed Lane clinic.',
      ['Ada Vell: They did not show a paper,'],
    ],
    [
      'after a speaker with an apposition',
      'Ada Vell, head of the Reed Lane clinic, said: “They did not show a paper.”',
      ['Ada Vell: They did not show a paper.'],
    ],
    [
      'in two pieces with the narrator within the marks',
      '«Яны не паказалі ніводнай паперы, — расказала лекарка Ада Вель. — Іх было трое».',
      ['Ада Вель: Яны не паказалі ніводнай паперы', 'Ада Вель: Іх было трое'],
    ],
    [
      'after a dash',
      '– Szłam wzdłuż płotu – powiedziała Ada Wel. – Było ich trzech.',
      ['Ada Wel: Szłam wzdłuż płotu', 'Ada Wel: Było ich trzech.'],
    ],
    [
      'over two paragraphs that both begin with the mark',
      '«Двері опечатали вночі, сказала нам Ада Вель.\n\n«А ключі забрали з собою», — додала Ада Вель.',
      [
        'Ада Вель: Двері опечатали вночі, сказала нам Ада Вель.',
        'Ада Вель: А ключі забрали з собою',
      ],
    ],
    [
      'of somebody who was named a sentence before',
      'Ада Вель пришла к воротам утром. «Мне не дали войти», — вспоминает она.',
      ['Ада Вель: Мне не дали войти'],
    ],
    [
      'in a script without capitals',
      'وقالت رهيفة القصبيني، صاحبة البيت: «لم يمهلونا حتى نلبس أحذيتنا».',
      ['رهيفة القصبيني: لم يمهلونا حتى نلبس أحذيتنا'],
    ],
  ])('%s', (_what, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ['a name below a letter', 'See you on Monday at the clinic.\n\n- Ada'],
    ['a name and a family name below a letter', 'Да встречи у ворот.\n\n— Ада Вель'],
    ['the name of a paper', 'Газета «Варніцкая раніца» надрукавала нататку.'],
    ['a term', 'The town hall described it as a “routine inspection.”'],
    ['a slogan', 'They stood under a banner that read “Health Is No Crime And Never Was.”'],
    ['inches', 'Two cabinets, each 52" high and 20" wide, were carried out.'],
    ['a list', 'Яна патрабуе вярнуць:\n\n— дзве шафы з карткамі;\n\n— ноўтбук.'],
    ['a mark that is never closed', 'He wrote “and then there was nothing more of it in the book.'],
  ])('is not %s', (_what, text) => {
    expect(found(text)).toEqual([]);
  });

  it('names nobody where the one to whom it was said stands beside it', () => {
    expect(found('«Значыць, хоць недзе ён ёсць», — кажа Пасмуру жанчына.')).toEqual([
      '–: Значыць, хоць недзе ён ёсць',
    ]);
  });

  it('is a known name where one is given', () => {
    const text = 'وقالت ليلى: «لم يمهلونا حتى نلبس أحذيتنا».';
    const start = text.indexOf('ليلى');
    const [speech] = findSpeech(documentOf(text), [{ start, end: start + 4, entity: 7 }]);
    expect(speech?.speaker).toEqual({ start, end: start + 4, entity: 7, named: 'beside' });
  });
});

it('holds on texts that were marked apart from it', () => {
  const tally = emptyTally();
  for (const marked of markedTexts('judged')) judge(marked, tally);
  expect(tally.right / tally.found).toBeGreaterThanOrEqual(0.9);
  expect(tally.right / tally.marked).toBeGreaterThanOrEqual(0.75);
  expect(tally.speakerRight / tally.offered).toBeGreaterThanOrEqual(0.7);
});

describe('whatever the text is', () => {
  const piece = fc.oneof(
    fc.constantFrom(...'« » „ “ ” ‘ ’ " ‹ › — – - . , : ! ? …'.split(' '), ' ', '\n'),
    fc.constantFrom('\n\n', '— ', ', — сказала ', ' said ', 'Ада Вель', ' قال ', '\u0301', '😀'),
    fc.string({ maxLength: 6 }),
  );
  it('passages stand in it in order, none over another, and none is empty', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { start, end, speaker } of findSpeech(documentOf(text))) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          if (speaker) expect(text.slice(speaker.start, speaker.end).trim()).not.toBe('');
          last = end;
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['nothing but opening marks', '«'.repeat(200_000)],
    ['nothing but straight marks', '"a '.repeat(100_000)],
    ['dashes', '— а '.repeat(100_000)],
    ['one sentence without an end', 'Ада Вель said “so it is” and '.repeat(20_000)],
  ])('it comes to an end with %s', (_what, text) => {
    expect(() => findSpeech(documentOf(text))).not.toThrow();
  });
});
