/** The quotes that are measured with: shaped as the archive's own, invented, about 780 bytes of JSON. */
import { createHash } from 'node:crypto';
import type { Quote } from '../../archive/model/index.ts';

const sentence = 'the bell rang over the water, and nobody came down to the landing place. ';

/** The same for the same number; identifiers come in no order, as in an archive. */
export function quoteOf(number: number): Quote {
  const digest = createHash('sha256').update(`quote ${number}`).digest('hex');
  const start = (number * 37) % 90_000;
  const exact = `Sentence ${number}: `.padEnd(190, sentence);
  return {
    id: `qte_${digest.slice(0, 20)}` as Quote['id'],
    source: `src_${String(Math.floor(number / 50)).padStart(20, '0')}` as Quote['source'],
    anchor: {
      kind: 'text',
      exact,
      prefix: 'what he told us then: '.padEnd(30, sentence),
      suffix: ' and that was all '.padEnd(30, sentence),
      start,
      end: start + exact.length,
      textSha256: digest,
    },
    language: 'en',
    speaker: null,
    attribution: 'said',
    saidOn: null,
    translation: null,
    note: 'Told twice, the second time without the boat.',
    tags: [],
    check: 'unchecked',
    createdAt: '2026-03-12T08:30:00.000Z',
    changedAt: '2026-03-12T08:30:00.000Z',
  };
}

export function* quotes(from: number, count: number): Generator<Quote> {
  for (let number = from; number < from + count; number++) yield quoteOf(number);
}
