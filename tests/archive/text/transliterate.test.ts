/** How a name may be written in the other alphabet: by known tables, and never something that sounds otherwise. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { soundSimilarity } from '../../../archive/text/similarity.ts';
import { sounds } from '../../../archive/text/sounds.ts';
import { transliterations } from '../../../archive/text/transliterate.ts';

it.each([
  [
    'Сяргей Ціханаў',
    ['Syarhey Tsikhanau', 'Siarhiej Cichanaŭ', 'Siarhiej Cichanau', 'سيارغي تسيخاناو'],
  ],
  ['Виктор Сокол', ['Viktor Sokol', 'Wiktor Sokoł', 'فيكتور سوكول']],
  ['Ганна Крук', ['Hanna Kruk', 'Ganna Kruk', 'غانا كروك']],
  ['Олексій Їжак', ['Oleksii Yizhak', 'Oleksij Jiżak', 'أوليكسي يجاك', 'أولكسي يجاك']],
  ['Viktar Sokal', ['Віктар Сокал', 'Виктар Сокал', 'فيكتار سوكال']],
  ['Michaś Čarniaŭski', ['Міхась Чарняўскі', 'Михась Чарняуски', 'ميخاس تشارنياوسكي']],
  ['Yulian Zhaleika', ['Юліян Жалейка', 'Юлиян Жалейка', 'يوليان جاليكا']],
  ['ЖАЛЕЙКА А. В.', ['ZHALEYKA A. V.', 'ŽALIEJKA A. V.', 'ŻALEJKA A. W.', 'جاليكا أ. ف.']],
  ['Olga', ['Олга', 'أولغا', 'أولجا']],
  ['Lukashenko', ['Лукашенко', 'لوكاشينكو', 'لوكاشنكو']],
  ['Stary Dvor', ['Стары Двор', 'ستاري دفور']],
  // By the libraries' table, which has letters of its own: only the way back into Arabic is known.
  ['Fāṭimah al-Zahrāʾ', ['فاطمة الزهراء']],
  ['Muḥammad ʿAbd Allāh', ['محمد عبد الله']],
  // Vowels that are not written are not guessed.
  ['مرتا', []],
  ['', []],
  ['7 + 8', []],
])('%s', (name, forms) => {
  expect(transliterations(name)).toEqual(forms);
});

const cyrillic = 'абвгдеёжзійклмнопрстуўфхцчшыэюя'.split('');
const word = fc
  .array(fc.constantFrom(...cyrillic), { minLength: 1, maxLength: 12 })
  .map((letters) => letters.join(''));

it('leaves no letter of the one alphabet in the other, and sounds alike', () => {
  fc.assert(
    fc.property(word, (name) => {
      for (const form of transliterations(name)) {
        expect(form).not.toMatch(/\p{Script=Cyrillic}/u);
        expect(form, form).toMatch(/^(?:[\p{Script=Latin}\p{P}]+|\p{Script=Arabic}+)$/u);
        const pairs = sounds(name).flatMap((a) => sounds(form).map((b) => soundSimilarity(a, b)));
        if (name.length > 3) expect(Math.max(...pairs), `${name} ${form}`).toBeGreaterThan(0.5);
      }
    }),
  );
});

it('takes whatever it is given', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
      const forms = transliterations(name);
      expect(forms.length).toBeLessThanOrEqual(6);
      expect(forms).not.toContain(name);
    }),
  );
});
