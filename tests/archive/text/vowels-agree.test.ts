/** A word in Arabic letters and one in Latin or Cyrillic letters are told to be one name by consonants and long vowels. */
import { describe, expect, it } from 'vitest';
import { bonesOf, foldWord, heardEnds, vowelsAgree } from '../../../archive/text/index.ts';

function maybeOne(elsewhere: string, arabic: string): boolean {
  const theirs = foldWord(arabic);
  const bones = bonesOf(theirs, 'arabic');
  return heardEnds(foldWord(elsewhere)).some(
    (word) => bonesOf(word, 'elsewhere') === bones && vowelsAgree(theirs, word),
  );
}

const same = [
  'Khatib خطيب, Хатиб خطيب, Хатиба خطيب, Jawad جواد, Джавад جواد, Ali علي, Hasan حسن, Mohammad محمد, Yusuf يوسف, Юсуф يوسف',
  'Khadija خديجة, Khadijah خديجة, Ahmad أحمد, Ахмад أحمد, Omar عمر, Usama أسامة, Ibrahim إبراهيم, Ismail إسماعيل, Musa موسى',
  'Mahdi مهدي, Wael وائل, Tawfiq توفيق, Zayd زيد, Hussein حسين, Haddad حداد, Said سعيد, Saeed سعيد, Саид سعيد, Махмуд محمود',
  'Nour نور, Layla ليلى, Samira سميرة, Mustafa مصطفى, Aisha عائشة, Walid وليد, Yasmin ياسمين, Dawud داود, Yahya يحيى',
  'Zaynab زينب, Salih صالح, Nadia نادية, Faez فائز, Tahir طاهر, Izz عز',
].flatMap((line) => line.split(', '));
const others = [
  'Khatib كتب, Jawad جدي, Jawad جيد, Hasan حصاني, Ahmad حمد, Samira سمر, Mahdi مهد, Walid ولدي, Nour نار, Karim كرموا, Rami رم',
].flatMap((line) => line.split(', '));

describe('vowels', () => {
  it.each(same)('%s', (pair) => {
    const [elsewhere = '', arabic = ''] = pair.split(' ');
    expect(maybeOne(elsewhere, arabic)).toBe(true);
  });

  it.each(others)('not %s', (pair) => {
    const [elsewhere = '', arabic = ''] = pair.split(' ');
    expect(maybeOne(elsewhere, arabic)).toBe(false);
  });
});
