/** The code pages of RTF as labels that bytes can be decoded by. */

const BY_NUMBER: Readonly<Record<number, string>> = {
  437: 'ibm866',
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  10007: 'x-mac-cyrillic',
  20866: 'koi8-r',
  21866: 'koi8-u',
  28592: 'iso-8859-2',
  28595: 'iso-8859-5',
  65001: 'utf-8',
};

/** Of `\ansicpg`. */
export function labelOfPage(page: number): string {
  if (page >= 1250 && page <= 1258) return `windows-${page}`;
  return BY_NUMBER[page] ?? 'windows-1252';
}

const BY_CHARSET: Readonly<Record<number, string>> = {
  0: 'windows-1252',
  77: 'macintosh',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gbk',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
};

/** Of `\fcharset`; `null` for the document's own. */
export function labelOfCharset(charset: number): string | null {
  return BY_CHARSET[charset] ?? null;
}
