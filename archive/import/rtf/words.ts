/** The words of RTF that a reader of our sort knows: groups that hold something, and letters with a name. */
import type { Field } from '../readings.ts';

/** Where the letters of a group go. */
export type Target =
  'text' | 'footnote' | 'caption' | 'nowhere' | 'font-table' | 'style-names' | Field;

/** Letters that have a word of their own. */
export const SIGNS: Readonly<Record<string, string>> = {
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  tab: ' ',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
};

/** Groups that show nothing. */
export const SILENT = new Set(
  'colortbl nonesttables pict object objdata fldinst listtable listoverridetable revtbl rsidtbl themedata colorschememapping datastore latentstyles generator filetbl xmlnstbl listtext pntext pnseclvl template private1 comment bkmkstart bkmkend atnid atnauthor atndate atntime atnref atnparent annotation nonshppict ftnsep ftnsepc aftnsep aftnsepc'.split(
    ' ',
  ),
);
/** Headers and footers. */
export const EDGES = new Set([
  'header',
  'headerl',
  'headerr',
  'headerf',
  'footer',
  'footerl',
  'footerr',
  'footerf',
]);
/** Groups that a reader of our sort understands although they are marked as new. */
export const KNOWN = new Set(['footnote', 'shptxt', 'ud', 'annotation', 'shpinst', 'shp']);
const INFO: Readonly<Record<string, Field>> = {
  title: 'title',
  author: 'author',
  subject: 'description',
  doccomm: 'description',
  keywords: 'description',
  creatim: 'created',
  revtim: 'modified',
};

/** What a group in the document's own description tells, or `null`. */
export function toldBy(name: string): Field | null {
  return Object.hasOwn(INFO, name) ? (INFO[name] ?? null) : null;
}
