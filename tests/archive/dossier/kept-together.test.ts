/** A quote of the account stays together as long as a page has room for it; whatever its length, all of it is printed. */
import { expect, it } from 'vitest';
import type { ExhibitQuote } from '../../../archive/dossier/index.ts';
import { makeHere } from '../../../archive/dossier/make.ts';
import { must } from '../../helpers/archives.ts';
import { redCorner } from '../import/made-pictures.ts';
import { flatTextIn } from './pdf-tools.ts';
import { sampleMaterial } from './sample.ts';

const LAST = 'endofallwords';
const picture = { bytes: new Uint8Array(redCorner('png')), mediaType: 'image/png' };

type Change = (quote: ExhibitQuote, text: string) => ExhibitQuote;

const asSeen: Change = (quote, seen) =>
  quote.anchor.kind === 'region' ? { ...quote, seen } : quote;
const asWords: Change = ({ anchor, ...quote }, exact) => ({
  ...quote,
  anchor: anchor.kind === 'text' ? { ...anchor, exact } : anchor,
});

/** How often the last word of such a text is printed, with a picture that is shown and with one that is covered. */
function timesPrinted(change: Change, text: string): readonly number[] {
  const sample = sampleMaterial({ picture });
  return [false, true].map((graphic) => {
    const exhibits = sample.exhibits.map((exhibit) => ({
      ...exhibit,
      source: { ...exhibit.source, graphic },
      quotes: exhibit.quotes.map((quote) => change(quote, text)),
    }));
    const { pdf } = must(makeHere({ ...sample, exhibits }, () => undefined));
    return flatTextIn(pdf).split(LAST).length - 1;
  });
}

it.each([
  ['what is seen in a part of a picture', asSeen, `${'seen there, '.repeat(1_500)}${LAST}`],
  ['many short lines', asWords, `${'line\n'.repeat(130)}${LAST}`],
] as const)('prints to their end: %s', (_, change, text) => {
  const [shown, covered] = timesPrinted(change, LAST);
  expect(shown).toBeGreaterThan(0);
  expect(timesPrinted(change, text)).toEqual([shown, covered]);
});
