/**
 * How a name may be written in the other alphabet: offered, never taken by itself. Cyrillic into Latin by the
 * official tables of Belarus (2007) and Ukraine (2010), the way English papers write it, and the Polish way; Latin
 * into Cyrillic the likeliest way back, in Belarusian and Russian; both into Arabic as Arabic papers write foreign names.
 * What the letters leave open (h or g, э or е) is told by offering several. Out of Arabic nothing is offered: it leaves
 * most vowels unwritten, and no table knows them.
 */
import { intoArabic } from './arabic-letters.ts';
import { table, written } from './letter-table.ts';
import { scriptOf } from './script.ts';

const MOST = 6;
const letters = table(
  'а=a б=b в=v ґ=g д=d з=z к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f і=i ь= ъ= э=e ы=y',
);
const english = table(
  'г=g е=e|ye ё=yo ж=zh и=i й=y х=kh ц=ts ч=ch ш=sh щ=shch ю=yu я=ya ў=u є=ye ї=yi',
  letters,
);
const tables = {
  belarusian: table('г=h е=ie|je ё=io|jo ж=ž й=j х=ch ц=c ч=č ш=š ю=iu|ju я=ia|ja ў=ŭ', letters),
  belarusianInEnglish: table('г=h', english),
  ukrainian: table(
    'г=h е=e є=ie^ye ж=zh зг=zgh и=y ї=i^yi й=i^y х=kh ц=ts ч=ch ш=sh щ=shch ю=iu^yu я=ia^ya',
    letters,
  ),
  russian: table('е=e|ye ий=y ый=y', english),
  polish: table(
    'в=w г=h е=ie|je ё=io|jo ж=ż и=i й=j х=ch ц=c ч=cz ш=sz щ=szcz ю=iu|ju я=ia|ja ў=u є=ie|je ї=i|ji ы=y ле=le лё=lo лю=lu ля=la л=ł лі=li ль=l',
    letters,
  ),
} as const;

const latin = table(
  'a=а b=б d=д e=е f=ф g=г h=г j=й k=к l=л ł=л m=м n=н o=о p=п q=к r=р s=с t=т u=у v=в w=в x=кс y=ы z=з ' +
    'ž=ж ż=ж č=ч š=ш ć=ць ś=сь ź=зь ń=нь ŭ=ў zh=ж kh=х sh=ш ch=ч ts=ц tch=ч c=ц sz=ш cz=ч szcz=шч ' +
    'ya=я yu=ю yo=ё ye=е ja=я ju=ю jo=ё je=е ia=ія|я io=іо|ё iu=ію|ю ie=е ay=ай ey=ей oy=ой uy=уй ai=ай ei=ей oi=ой ck=к',
);
const backTables = {
  belarusian: table('i=і shch=шч yi=ій', latin),
  russian: table('i=и shch=щ szcz=щ ŭ=у ia=ия|я iu=ию|ю iy=ий yi=ий', latin),
} as const;
/** Where `ch` is one sound as in Polish and in Belarusian Latin letters, and `ia` softens. */
const SLAVIC = /[žčšŭłżćśźń]|sz|cz|rz|w/;
const slavic = 'ch=х ia=я io=ё iu=ю ja=я y=ы rz=р ij=ій';

/** Best first, at most six, none of them the name itself. */
export function transliterations(name: string): readonly string[] {
  const script = scriptOf(name);
  const forms =
    script === 'cyrillic'
      ? [...intoLatin(name), ...intoArabic(name)]
      : script === 'latin'
        ? [...intoCyrillic(name), ...intoArabic(name)]
        : [];
  // A letter that no table has leaves a name half in the one alphabet and half in the other.
  const left = script === 'latin' ? /\p{Script=Latin}/u : /\p{Script=Cyrillic}/u;
  const whole = [...new Set(forms)].filter((form) => form.trim() !== '' && !left.test(form));
  return whole.filter((form) => form !== name).slice(0, MOST);
}

function intoLatin(name: string): string[] {
  const small = name.toLowerCase();
  const isUkrainian = /[їєґ]/.test(small);
  const isBelarusian = !isUkrainian && /[ўі]/.test(small) && !/[ищъ]/.test(small);
  const isRussian = !isUkrainian && !isBelarusian;
  const isEither = isRussian && !/[ищъ]/.test(small);
  const chosen = [
    ...(isUkrainian ? [tables.ukrainian] : []),
    ...(isBelarusian || isEither ? [tables.belarusianInEnglish, tables.belarusian] : []),
    ...(isRussian ? [tables.russian] : []),
    tables.polish,
  ];
  return chosen.map((each) => written(name, each));
}

function intoCyrillic(name: string): string[] {
  const isSlavic = SLAVIC.test(name.toLowerCase());
  const { belarusian, russian } = backTables;
  return (
    isSlavic ? [table(slavic, belarusian), table(slavic, russian)] : [belarusian, russian]
  ).map((each, at) => finished(written(name, each), at === 0));
}

/** A final й, an э at the beginning, and in Belarusian the short ў. */
function finished(name: string, isBelarusian: boolean): string {
  const form = name
    .replace(/([аеёіиоуыэюя])ы(?=\P{L}|$)/gu, '$1й')
    .replace(/(^|\P{L})е(?=[бвгджзйклмнпрстфхцчшў])/gu, '$1э')
    .replace(/(^|\P{L})Е(?=[бвгджзйклмнпрстфхцчшў])/gu, '$1Э');
  if (!isBelarusian) return form;
  return form.replace(/([аеёіоуыэюя])[ву](?=[бвгджзйклмнпрстфхцчш]|\P{L}|$)/gu, '$1ў');
}
