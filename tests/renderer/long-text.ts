/** A text as long as a book with as many quotes as one likes, to see whether the reader stays quick. */
import type { Quote } from '../../archive/model/index.ts';
import type { FakeBridge } from './fake-bridge.ts';
import { quotes, quoteId, sourceId, textOf } from './material.ts';

const sentence =
  'The ferry was late that morning and nobody on the landing stage could say who had ordered the gates to be closed.';

/** Puts the text into the first source of the list. */
export function putLongText(bridge: FakeBridge, words: number, count: number): void {
  const perParagraph = 60;
  const paragraphs = Array.from({ length: Math.ceil(words / perParagraph) }, (_, index) =>
    index % 40 === 0
      ? (['heading', `Part ${index / 40 + 1}`, 2] as const)
      : `${sentence} ${sentence} ${index} ${sentence}`,
  );
  const text = textOf(paragraphs, 'en');
  bridge.setText(sourceId(10), text);
  const [model] = quotes;
  if (model?.anchor.kind !== 'text') throw new Error('the material has no text quote');
  const { anchor } = model;
  bridge.putQuotes(
    Array.from({ length: count }, (_, index): Quote => {
      const start = Math.floor((index * (text.text.length - 400)) / count);
      const end = start + 40 + ((index * 37) % 200);
      return {
        ...model,
        id: quoteId(50_000 + index),
        anchor: { ...anchor, start, end, exact: text.text.slice(start, end) },
      };
    }),
  );
}
