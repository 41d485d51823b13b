/** Encodings that a person may choose for a text that was read wrongly, those met most first. */
export const encodings = [
  'utf-8',
  'windows-1251',
  'koi8-r',
  'koi8-u',
  'iso-8859-5',
  'ibm866',
  'x-mac-cyrillic',
  'windows-1250',
  'iso-8859-2',
  'windows-1252',
  'windows-1256',
  'iso-8859-6',
  'utf-16le',
  'utf-16be',
] as const;
