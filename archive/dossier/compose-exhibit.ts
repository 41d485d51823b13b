/** One exhibit: its provenance, its picture or text, and its quotes. */
import { onPage, type Source } from '../model/index.ts';
import { shownPictures } from '../model/shown-pictures.ts';
import { composeQuote, passageOf } from './compose-quote.ts';
import {
  dateText,
  factsOf,
  momentText,
  phrase,
  shortened,
  type Setting,
  SHORT_TITLE,
} from './composing.ts';
import type { Exhibit } from './material.ts';
import type { Picture, Pictures } from './pictures.ts';
import { wholeText, type Passage } from './passages.ts';
import type { Fact, PrintedExhibit, PrintedPicture } from './print.ts';
import { quoteLabel } from './quote-label.ts';

const PRINTED: ReadonlySet<string> = new Set(shownPictures);

interface Options {
  readonly whole: boolean;
  readonly pictures: Pictures;
}

export function composeExhibit(
  setting: Setting,
  exhibit: Exhibit,
  { whole, pictures }: Options,
): PrintedExhibit {
  const { words, printable } = setting;
  const { source, number, text } = exhibit;
  const picture = pictures.whole.get(number) ?? null;
  const label = words.exhibit.label(number);
  const language = source.text?.language ?? 'und';
  const printsWhole = whole && text !== null;
  return {
    number,
    label,
    shelfmark: source.shelfmark,
    title: phrase(setting, source.title, language),
    shortTitle: phrase(setting, shortened(source.title, SHORT_TITLE), language),
    kindName: words.kinds[source.kind],
    sha256: source.original.sha256,
    dates: words.exhibit.datesOf(
      source.metadata.published === null
        ? words.notKnown
        : dateText(setting, source.metadata.published),
      statedText(setting, source.capture.collectedAt),
    ),
    facts: provenance(setting, source, picture),
    note:
      source.note.trim() === ''
        ? null
        : {
            ...phrase(setting, source.note, setting.material.dossier.language),
            t: printable.text(source.note.trim()),
          },
    picture: picture && composePicture(setting, exhibit, label, picture),
    quotes: exhibit.quotes.map((_, index) =>
      composeQuote(setting, exhibit, index, { whole: printsWhole, pictures }),
    ),
    whole: printsWhole
      ? {
          heading: words.exhibit.whole(source.text?.words ?? 0),
          blocks: wholeText(text, passages(exhibit), printable),
        }
      : whole && !picture
        ? { heading: words.exhibit.noText, blocks: [] }
        : null,
  };
}

function passages(exhibit: Exhibit): readonly Passage[] {
  return exhibit.quotes.flatMap(
    (quote, index) => passageOf(exhibit.text, quote, quoteLabel(exhibit, index)) ?? [],
  );
}

function statedText(setting: Setting, value: Source['capture']['collectedAt']): string {
  if (value.state === 'value') return setting.printable.line(value.value);
  return value.state === 'withheld' ? setting.words.withheld : setting.words.notKnown;
}

function provenance(setting: Setting, source: Source, picture: Picture | null): readonly Fact[] {
  const words = setting.words.exhibit;
  const facts = factsOf(setting);
  const { metadata, capture, original, text } = source;
  const language = text?.language ?? 'und';
  return [
    facts.value(words.publisher, metadata.publisher, language),
    facts.values(words.authors, metadata.authors, language),
    facts.date(words.published, metadata.published),
    ...(metadata.event === null ? [] : [facts.date(words.event, metadata.event)]),
    facts.stated(words.captured, capture.collectedAt),
    facts.plain(words.added, momentText(source.addedAt)),
    facts.value(words.address, metadata.address, 'und'),
    facts.stated(words.collectedBy, capture.collectedBy),
    facts.stated(words.place, capture.place),
    facts.stated(words.howCollected, capture.method),
    facts.stated(words.device, capture.device),
    // How sensitive it is was noted for those who have the archive: it is not printed.
    facts.stated(words.consent, capture.consent),
    ...(metadata.licence === null ? [] : [facts.value(words.licence, metadata.licence, language)]),
    facts.value(
      words.file,
      words.fileOf(original.name, words.bytes(original.size), original.mediaType),
      'und',
    ),
    facts.mono(words.sha256, original.sha256),
    ...(picture?.made ? [facts.mono(words.madeSha256, picture.made)] : []),
    ...(text === null
      ? []
      : [
          facts.said(
            words.derived,
            words.derivedOf(
              text.method.name,
              text.method.version,
              text.encoding?.label ?? null,
              text.encoding?.guessed ?? false,
            ) + (text.recognised ? words.byMachine(Math.round(text.recognised.confidence)) : ''),
          ),
        ]),
  ];
}

function composePicture(
  setting: Setting,
  exhibit: Exhibit,
  label: string,
  picture: Picture,
): PrintedPicture {
  const words = setting.words.exhibit;
  const { source } = exhibit;
  const regions = exhibit.quotes.flatMap(({ anchor }, index) => {
    // Of several pages the first is printed.
    if (anchor.kind !== 'region' || (anchor.page ?? 1) > 1) return [];
    const { x, y, width, height, polygon = [] } = anchor;
    return [{ label: quoteLabel(exhibit, index), x, y, width, height, corners: polygon }];
  });
  const { name, mediaType } = source.original;
  // Of several pages the first is printed, and what is cut out of the others.
  const parts = onPage(exhibit.covered ?? [], 1).length;
  const coveredParts = parts === 0 ? [] : [words.coveredParts(parts)];
  const caption = [
    picture.made === null
      ? words.captionOf(label, name)
      : picture.scaled
        ? words.scaledCaptionOf(label, name)
        : parts > 0 && PRINTED.has(mediaType)
          ? words.coveredCaptionOf(label, name)
          : words.madeCaptionOf(label, name, source.pages?.count ?? 1),
    ...coveredParts,
    ...(picture.covered ? [words.covered] : []),
    ...(picture.complete ? [] : [words.cutShort]),
    ...(regions.length === 0 ? [] : [words.regionsOf(regions.map((region) => region.label))]),
  ].join(' ');
  return {
    file: picture.file,
    orientation: picture.orientation,
    width: picture.width,
    height: picture.height,
    alternative: setting.printable.plain(
      [words.pictureOf(label, source.title), ...coveredParts].join('. '),
    ),
    caption: setting.printable.line(caption),
    regions,
    graphic: source.graphic,
  };
}
