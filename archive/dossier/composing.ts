/** What all parts of the composing share: the setting, phrases and facts. */
import type { PartialDate } from '../model/index.ts';
import type { Stated } from '../model/index.ts';
import type { z } from 'zod';
import type { Redactor } from '../redact/index.ts';
import { directionOf } from './direction.ts';
import type { DossierMaterial } from './material.ts';
import type { Printable } from './printable.ts';
import type { Fact, Phrase } from './print.ts';
import type { Words } from './words/words.ts';

/** UTF-16 units of a title where it stands for something that is printed elsewhere in full. */
export const SHORT_TITLE = 140;

export interface Setting {
  readonly material: DossierMaterial;
  readonly words: Words;
  readonly printable: Printable;
  /** `null` when nothing is redacted. */
  readonly redactor: Redactor | null;
}

/** One line, in the direction of its own first letter. */
export function phrase({ printable }: Setting, text: string, lang: string): Phrase {
  return { t: printable.line(text), lang, dir: directionOf(text, 'ltr') };
}

/** Cut at a whole letter, with an ellipsis. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  let cut = '';
  for (const { segment } of new Intl.Segmenter().segment(text.slice(0, length * 4))) {
    if (cut.length + segment.length > length) break;
    cut += segment;
  }
  return `${cut.trimEnd()}…`;
}

/** `2026-04-09 21:14:03 UTC` */
export function momentText(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 19)} UTC`;
}

/** As far as it is known, and with the zone that was read; a time without a zone says so. */
export function dateText({ words }: Setting, date: z.infer<typeof PartialDate>): string {
  const [day = '', time] = date.split('T');
  if (time === undefined) return day;
  const parts = /^([\d:.]+)(Z|[+-]\d\d:\d\d)?$/.exec(time);
  const zone = parts?.[2];
  const shown = zone === undefined ? `(${words.zoneNotStated})` : zone === 'Z' ? 'UTC' : zone;
  return `${day} ${parts?.[1] ?? time} ${shown}`;
}

/** Makes lines of a provenance block: what is not known or withheld is said, never left blank. */
export function factsOf(setting: Setting) {
  const { words, printable } = setting;
  const said = (label: string, text: string): Fact => ({
    label,
    values: [{ t: printable.text(text), lang: words.language, dir: 'ltr' }],
    said: true,
  });
  const plain = (label: string, text: string): Fact => ({
    label,
    values: [{ t: printable.text(text), lang: words.language, dir: 'ltr' }],
  });
  return {
    said,
    value: (label: string, text: string | null, lang: string): Fact =>
      text === null
        ? said(label, words.notKnown)
        : { label, values: [phrase(setting, text, lang)] },
    values: (label: string, texts: readonly string[], lang: string): Fact =>
      texts.length === 0
        ? said(label, words.notKnown)
        : { label, values: texts.map((text) => phrase(setting, text, lang)) },
    stated: (label: string, value: Stated): Fact =>
      value.state === 'value'
        ? { label, values: [phrase(setting, value.value, 'und')] }
        : said(label, value.state === 'withheld' ? words.withheld : words.notKnown),
    date: (label: string, date: string | null): Fact =>
      date === null ? said(label, words.notKnown) : plain(label, dateText(setting, date)),
    plain,
    mono: (label: string, text: string): Fact => ({
      label,
      values: [{ t: printable.text(text), lang: 'und', dir: 'ltr' }],
      mono: true,
    }),
  };
}
