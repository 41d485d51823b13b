/** What came beside a person's own work, as texts read by machine do, stays when her work is taken back. */
import type { Put, Source } from '../model/index.ts';
import { digestOf } from './canonical.ts';
import type { Reading, Step } from './state.ts';
import type { KeptStep, Mark } from './steps.ts';

/**
 * Originals are checked, texts read by machine and small pictures made beside a person's own work: taking that back
 * leaves what came of all three, the quotes where the text of now has them, and what is still to be read.
 */
export function keepingWhatWasRead(reading: Reading, { back, left }: KeptStep): Step {
  const then = new Map(left.map(({ id, mark }) => [id, mark]));
  const puts = back.puts.map((put): Put => {
    const mark = then.get(put.record.id);
    if (put.collection === 'sources') {
      const now = reading.get('sources', put.record.id);
      return now ? { ...put, record: withWhatWasRead(put.record, now, mark) } : put;
    }
    if (put.collection !== 'quotes') return put;
    const now = reading.get('quotes', put.record.id);
    if (!now || mark === undefined || digestOf(now.anchor) === mark) return put;
    const { formerly } = now;
    const record = { ...put.record, anchor: now.anchor };
    delete record.formerly;
    return { ...put, record: { ...record, ...(formerly && { formerly }) } };
  });
  return { ...back, puts };
}

/** Of the records that `back` leads back to, how a change leaves them. */
export function marksOf(puts: readonly Put[], back: Step): Mark[] {
  const kept = new Set(back.puts.map(({ record }): string => record.id));
  return puts.flatMap((put): Mark[] => {
    if (!kept.has(put.record.id)) return [];
    const { id } = put.record;
    if (put.collection === 'sources') return [{ id, mark: put.record.text?.blob ?? '' }];
    return put.collection === 'quotes' ? [{ id, mark: digestOf(put.record.anchor) }] : [];
  });
}

/** `then` names the text that it was left with. */
function withWhatWasRead(back: Source, now: Source, then: string | undefined): Source {
  const { recognition, lastCheck, image } = now;
  const readSince = then !== undefined && then !== (now.text?.blob ?? '');
  const { text, formerTexts } = readSince ? now : back;
  const record = { ...back, image, text };
  delete record.recognition;
  delete record.lastCheck;
  delete record.formerTexts;
  return {
    ...record,
    ...(formerTexts && { formerTexts }),
    ...(recognition && { recognition }),
    ...(lastCheck && { lastCheck }),
  };
}
