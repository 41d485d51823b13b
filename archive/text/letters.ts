/**
 * How letter groups of three alphabets sound, in one small alphabet:
 *
 *     a (also o)  e  i (y, j)  u  |  b p v (w) f  |  k h (g, kh)  |  t d c (ts)  |  s z x (sh) j (zh) q (ch)  |  l m n r
 *
 * Each line lists groups that sound alike after the sounds they may have, likeliest first, parted by `/`; `-` is silence.
 * Unstressed o is written a in one language and o in its neighbour, and г is h or g: so they are one sound here.
 */

const LATIN = `
a      a o á à â ã å ō
a/u    ó
an/a   ą
e      e é è ê ë ě ė ē æ œ ä ö ø
e/iu   jó
en/e   ę
i      i y í ì î ï ý ī ı ÿ
i/j    j
u      u ú ù û ů ū
u/i    ü
v      v w ŭ
b      b
p      p
f      f ph
k      k q ķ
k/ck   ck
k/c    c
c/k    ce ci cy
h      h g kh gh ğ ħ ģ ĥ
kv     qu
t      t th ť þ
d      d dz dź ď đ
d/z    dh ð
d/j    dj dg
c      ts tz ć ț ţ
s      s ś ß
z/c    z
z      ź
x/j    sch
x      sh š sz ş ș shch schtsch szcz šč
j      zh ž ż dzh dsch dž dż
rz/j   rz
q      tch tsch č cz ç
q/h/x  ch
ks     x
l      l ł ľ ļ
m      m
n      n ń ñ ň ņ
r      r ř ŕ
ia     ya ja ia
e      ye je ie yo jo io
iu     yu ju iu
u/a    oo
i      ee
u/av   ou
av     au
ev     eu
-      '
`;

const CYRILLIC = `
a      а о ө ә
b      б
v      в ў
h      г ґ ѓ х ғ һ
d      д дз ђ
e      е ё є э ьё ьо йо ье ъе ѣ
j      ж дж џ
z      з ѕ
i      и і ї й ј ы
k      к ќ қ
l      л љ
m      м
n      н њ ң
p      п
r      р
s      с
t      т
u      у ү ұ
f      ф
c      ц тс тц
q      ч ћ
x      ш щ шч сч
-      ъ ь '
iu     ю ью
ia     я ья
i      ьі ьи
`;

const ARABIC = `
a      ا أ آ ٱ ة ه\u200c
i      إ ئ
u      ؤ
-      ء ع
a/i    ى
b      ب
p      پ
t      ت ط
s      س ص
s/t    ث
j/h    ج
q      چ تش
h      ح خ ه غ گ
d      د ض
z/d    ذ ظ
r      ر
z      ز
j      ژ
x      ش
f/v    ف
v      ڤ
k      ق ك ک
l      ل
m      م
n      ن
u/v    و
i      ي ی
c      تس
`;

function parse(table: string, into: Map<string, readonly string[]>): void {
  for (const line of table.trim().split('\n')) {
    const [sounds = '', ...groups] = line.split(/\s+/);
    const spelled = sounds === '-' ? [''] : sounds.split('/');
    for (const group of groups) into.set(group, spelled);
  }
}

/** Letter group → its sounds, likeliest first; an empty string is silence. */
export const soundsOfGroup: ReadonlyMap<string, readonly string[]> = (() => {
  const table = new Map<string, readonly string[]>();
  for (const alphabet of [LATIN, CYRILLIC, ARABIC]) parse(alphabet, table);
  return table;
})();

/** A group of letters, and its sounds, likeliest first. */
export interface Group {
  readonly letters: string;
  readonly sounds: readonly string[];
}

/** By the unit of their first letter: the groups that begin with it, longest first. */
const groups = ((): readonly (readonly Group[] | undefined)[] => {
  const byFirst: (Group[] | undefined)[] = [];
  for (const [letters, sounds] of soundsOfGroup)
    (byFirst[letters.charCodeAt(0)] ??= []).push({ letters, sounds });
  for (const list of byFirst) list?.sort((a, b) => b.letters.length - a.letters.length);
  return byFirst;
})();

/** The longest group that stands in `word` at `at`; `null` when the letter is not known. */
export function groupAt(word: string, at: number): Group | null {
  const list = groups[word.charCodeAt(at)];
  if (list) for (const group of list) if (word.startsWith(group.letters, at)) return group;
  return null;
}
