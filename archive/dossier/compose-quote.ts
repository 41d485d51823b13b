/** One quote of an exhibit: its words in context, and everything that is known of it. */
import type { RegionAnchor, TextAnchor, TextDocument } from '../model/index.ts';
import { statusOf } from '../model/translation-status.ts';
import { factsOf, phrase, type Setting } from './composing.ts';
import type { Exhibit, ExhibitQuote } from './material.ts';
import { inContext, numberOfBlock, type Passage } from './passages.ts';
import type { Pictures } from './pictures.ts';
import type { Detail, Fact, Phrase, PrintedQuote } from './print.ts';
import { quoteLabel } from './quote-label.ts';

interface Options {
  readonly whole: boolean;
  readonly pictures: Pictures;
}

/** The quoted part of a picture; `null` when words are quoted, or when the part is not there to be shown. */
export function detailOf(
  { words, printable }: Setting,
  { anchor, seen = '' }: ExhibitQuote,
  label: string,
  { exhibit, pictures }: { readonly exhibit: Exhibit; readonly pictures: Pictures },
): Detail | null {
  if (anchor.kind !== 'region') return null;
  const described = seen.trim() === '' ? '' : `: ${seen.trim()}`;
  const alternative = printable.plain(words.quote.detailOf(label) + described);
  const own = pictures.parts.get(label);
  if (own) {
    const { file, width, height } = own;
    const region = { label, x: 0, y: 0, width: 1, height: 1, corners: [] };
    return { file, orientation: 1, width, height, region, alternative };
  }
  const picture = pictures.whole.get(exhibit.number);
  if (!picture || (anchor.page ?? 1) > 1) return null;
  const { x, y, width, height } = anchor;
  return {
    file: picture.file,
    orientation: picture.orientation,
    width: picture.width,
    height: picture.height,
    region: { label, x, y, width, height, corners: [] },
    alternative,
  };
}

/** Where the quote stands in the text, or `null` when the text at its place is not what was quoted. */
export function passageOf(
  text: TextDocument | null,
  { anchor }: ExhibitQuote,
  label: string,
): Passage | null {
  if (anchor.kind !== 'text' || !text) return null;
  const { start, end, exact } = anchor;
  return text.text.slice(start, end) === exact ? { label, start, end } : null;
}

export function composeQuote(
  setting: Setting,
  exhibit: Exhibit,
  index: number,
  { whole, pictures }: Options,
): PrintedQuote {
  const { words, printable } = setting;
  const quote = exhibit.quotes[index];
  if (!quote) throw new RangeError('no such quote');
  const label = quoteLabel(exhibit, index);
  const passage = passageOf(exhibit.text, quote, label);
  const { anchor } = quote;
  const alone = anchor.kind === 'text' && (whole || !passage);
  return {
    label,
    detail: detailOf(setting, quote, label, { exhibit, pictures }),
    words: alone ? wordsOf(setting, quote, anchor) : null,
    context: passage && exhibit.text && !whole ? inContext(exhibit.text, passage, printable) : null,
    notice:
      anchor.kind !== 'text'
        ? null
        : passage
          ? whole
            ? words.quote.printedWhole
            : null
          : words.quote.passageDiffers,
    facts: quoteFacts(setting, exhibit, quote, passage),
    translation: translationOf(setting, quote),
    note: quote.note.trim() === '' ? null : paragraphs(setting, quote.note),
  };
}

function wordsOf(setting: Setting, quote: ExhibitQuote, anchor: TextAnchor): Phrase {
  return {
    ...phrase(setting, anchor.exact, quote.language),
    t: setting.printable.text(anchor.exact),
  };
}

function paragraphs(setting: Setting, text: string): Phrase {
  const lang = setting.material.dossier.language;
  return { ...phrase(setting, text, lang), t: setting.printable.text(text.trim()) };
}

export function translationOf(
  setting: Setting,
  { translation }: ExhibitQuote,
): PrintedQuote['translation'] {
  if (!translation) return null;
  const { text, language, translator } = translation;
  const heading = setting.words.quote.translationOf(language, translator, statusOf(translation));
  return {
    heading: setting.printable.line(heading),
    text: { ...phrase(setting, text, language), t: setting.printable.text(text) },
  };
}

function quoteFacts(
  setting: Setting,
  exhibit: Exhibit,
  quote: ExhibitQuote,
  passage: Passage | null,
): readonly Fact[] {
  const { words } = setting;
  const facts = factsOf(setting);
  const { anchor } = quote;
  return [
    ...(anchor.kind === 'region' ? regionFacts(setting, quote, anchor) : []),
    quote.speakerName === null
      ? facts.said(words.quote.speaker, words.quote.noSpeaker)
      : facts.value(words.quote.speaker, quote.speakerName, 'und'),
    facts.said(
      words.quote.attribution,
      quote.attribution === null ? words.notKnown : words.quote.attributions[quote.attribution],
    ),
    facts.date(words.quote.saidOn, quote.saidOn),
    facts.said(words.quote.check, words.quote.checks[quote.check]),
    ...(quote.confidence === undefined
      ? []
      : [facts.said(words.quote.confidence, words.quote.confidences[quote.confidence])]),
    ...(passage && exhibit.text
      ? [facts.said(words.quote.paragraph, `¶ ${numberOfBlock(exhibit.text, passage.start)}`)]
      : []),
    ...(quote.redacted ? [facts.said(words.quote.redaction, words.quote.redacted)] : []),
    ...(quote.tags.length === 0 ? [] : [tagsFact(setting, quote)]),
  ];
}

/** What is seen are our words; where it is seen is told by numbers. */
function regionFacts(
  setting: Setting,
  { seen = '' }: ExhibitQuote,
  { x, y, width, height, polygon, page = 1 }: RegionAnchor,
): readonly Fact[] {
  const { words, material } = setting;
  const facts = factsOf(setting);
  const place = words.quote.regionOf(percent(x), percent(y), percent(width), percent(height));
  return [
    ...(seen.trim() === ''
      ? []
      : [facts.value(words.quote.seen, seen.trim(), material.dossier.language)]),
    facts.said(words.quote.region, words.quote.regionAt(place, page, polygon !== undefined)),
  ];
}

function percent(share: number): number {
  return Math.round(share * 1_000) / 10;
}

function tagsFact(setting: Setting, { tags }: ExhibitQuote): Fact {
  const byId = new Map(setting.material.tags.map((tag) => [tag.id, tag]));
  const path = (id: (typeof tags)[number]): string => {
    const names: string[] = [];
    const seen = new Set<string>();
    for (
      let tag = byId.get(id);
      tag && !seen.has(tag.id);
      tag = tag.parent === null ? undefined : byId.get(tag.parent)
    ) {
      seen.add(tag.id);
      names.unshift(tag.name);
    }
    return names.join(' › ');
  };
  return factsOf(setting).values(
    setting.words.quote.tags,
    tags.map(path).filter((name) => name !== ''),
    setting.material.dossier.language,
  );
}
