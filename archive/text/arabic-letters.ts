/**
 * Names in Arabic letters, as Arabic papers write foreign ones: each vowel by its long letter. What the American
 * libraries' table (ALA-LC) has written in Latin letters goes back by that table: what it leaves open is the seat of a
 * hamza, and words that are written otherwise than they sound.
 */
import { table, written } from './letter-table.ts';

const cyrillic = table(
  'а=ا^أ б=ب в=ف г=غ ґ=غ д=د дж=ج е=ي ё=يو ж=ج з=ز и=ي^إي і=ي^إي ї=ي й=ي к=ك л=ل м=م н=ن о=و^أو п=ب р=ر с=س т=ت ' +
    'у=و^أو ў=و ф=ف х=خ ц=تس ч=تش ш=ش щ=شتش ъ= ы=ي ь= э=ي^إي ю=يو я=يا є=ي',
);
const latin = table(
  'a=ا^أ b=ب c=ك d=د e=ي^إ f=ف g=غ h=ه i=ي^إي j=ج k=ك l=ل ł=ل m=م n=ن o=و^أو p=ب q=ق r=ر s=س t=ت u=و^أو v=ف w=و ' +
    'x=كس y=ي z=ز ä=ا á=ا é=ي í=ي ó=و ö=و ú=و ü=و ŭ=و ou=و^أو oo=و ee=ي ą=ون ę=ين ć=تش ś=س ź=ز ń=ن ž=ج ż=ج č=تش š=ش ' +
    'zh=ج kh=خ sh=ش shch=شتش ch=تش tch=تش ts=تس th=ث gh=غ ph=ف ck=ك sz=ش cz=تش szcz=شتش rz=ج ' +
    'ya=يا yu=يو yo=يو ye=ي ia=يا iu=يو io=يو ie=ي ai=اي^أي ei=ي^إي',
);
/** Where letters are as in Polish, in Czech and in Belarusian Latin letters. */
const SLAVIC = /[žčšŭłżćśźń]|sz|cz|rz/;
const slavic = table('c=تس ch=خ j=ي ja=يا ju=يو jo=يو je=ي w=ف', latin);

const ALA_LC = /[ḥṣḍṭẓʿ]|(?:^|\s)al-/;
const alaLc = table(
  'ʾ=ء b=ب t=ت th=ث j=ج ḥ=ح kh=خ d=د dh=ذ r=ر z=ز s=س sh=ش ṣ=ص ḍ=ض ṭ=ط ẓ=ظ ʿ=ع gh=غ f=ف q=ق k=ك l=ل m=م n=ن h=ه ' +
    'w=و y=ي ā=ا^آ ī=ي^إي ū=و^أو á=ى a=^أ i=^إ u=^أ',
);
const MEDIAL_E = /(?<=[^aeiouyаеёиіоуыэюяєї\s])[eе](?=[^aeiouyаеёиіоуыэюяєїй\s]{2})/gu;

/** The usual form first. */
export function intoArabic(name: string): string[] {
  const small = name.normalize('NFC').toLowerCase();
  if (ALA_LC.test(small)) return [byAlaLc(small)];
  const by = /\p{Script=Cyrillic}/u.test(small) ? cyrillic : SLAVIC.test(small) ? slavic : latin;
  const forms = [small, small.replace(MEDIAL_E, '')].map((each) => joined(written(each, by)));
  // English g is written in two ways in the Arabic press; the Slavic one is not.
  const [usual = ''] = forms;
  return by === latin && small.includes('g') ? [...forms, usual.replaceAll('غ', 'ج')] : forms;
}

/** A vowel or a consonant that is written twice is written once. */
function joined(form: string): string {
  return form.replace(/(\p{L})\1+/gu, '$1');
}

/** The article stands with its noun; `-ah` at the end is the letter for it; a consonant that is doubled is one. */
function byAlaLc(small: string): string {
  const words = small
    .replace(/(^|\s)allāh(?=\s|$)/gu, '$1الله')
    .replace(/(^|\s)al-/gu, '$1ال')
    .replace(/ah(?=\s|$)/gu, 'ة');
  return written(words.replace(/([^aiuāīū\s\p{Script=Arabic}])\1/gu, '$1'), alaLc);
}
