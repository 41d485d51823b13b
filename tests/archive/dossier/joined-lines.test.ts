/** Lines of a page are one word again where a word was broken, and nowhere else. */
import { describe, expect, it } from 'vitest';
import { joinedLines } from '../../../archive/dossier/joined-lines.ts';

describe('lines', () => {
  it.each([
    [['x'.repeat(20), 'yz']],
    [[`see ${'ab'.repeat(15)}`, 'c']],
    [['https://example.org/', 'vera']],
    [['vera-', 'bird']],
    [['vera', '_bird']],
    [['قالت مارتا', 'فيسنا']],
    [['三座房', '子']],
    [['세 채의', '집']],
    [['one ສາມ', 'two']],
    [['one ', 'two']],
    [[]],
  ])('that end inside of a word are one: %j', (lines: readonly string[]) => {
    expect(joinedLines(lines)).toBe(lines.join(''));
  });

  it.each([
    [['moved', '0211', '01301', 'Street', 'Boston', 'You']],
    [['x'.repeat(19), 'yz']],
    [[`${'x'.repeat(30)} y`, 'z']],
    [['Вера', 'сказала']],
  ])('that end with a word are apart: %j', (lines) => {
    expect(joinedLines(lines)).toBe(lines.join('\n'));
  });
});
