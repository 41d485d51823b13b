/** Long texts are compared in a thread of their own, with the same result, and nobody waits for what was stopped. */
import { expect, it } from 'vitest';
import { compareTexts } from '../../../archive/compare/index.ts';
import { compareDocuments } from '../../../archive/engine/comparing.ts';
import { quietJob } from '../../../archive/lib/job.ts';
import type { Block, TextDocument } from '../../../archive/model/index.ts';

function longText(first: string): TextDocument {
  const paragraphs = Array.from(
    { length: 300 },
    (_, at) =>
      `${first} gate ${at}: on ${(at % 28) + 1} April ${at * 3} people came to Varniki, said Ada Vell.`,
  );
  const blocks: Block[] = [];
  let start = 0;
  for (const paragraph of paragraphs) {
    blocks.push({ kind: 'paragraph', start, end: start + paragraph.length });
    start += paragraph.length + 2;
  }
  const text = paragraphs.join('\n\n');
  return { version: 1, text, blocks, spans: [], language: 'en', direction: 'ltr' };
}

const pair = {
  a: longText('The north'),
  b: longText('The south'),
  published: ['2026-04-09', null] as const,
  names: [{ kind: 'person', spellings: ['Ada Vell'] }] as const,
  // Not what their texts tell.
  kind: 'accounts' as const,
};

it('answers as it would at once, and tells how far it is', async () => {
  const told: number[] = [];
  const job = { ...quietJob, progress: (done: number) => told.push(done) };
  const compared = await compareDocuments(pair, job);
  const { a, b, ...options } = pair;
  expect(compared).toEqual({ ok: true, value: compareTexts(a, b, options) });
  expect(compared).toMatchObject({ value: { kind: 'accounts' } });
  expect(told.length).toBeGreaterThan(0);
});

it('is stopped while it is at work', async () => {
  const stopping = new AbortController();
  const job = {
    signal: stopping.signal,
    progress: () => {
      stopping.abort();
    },
  };
  expect(await compareDocuments(pair, job)).toMatchObject({ error: { code: 'cancelled' } });
});

it('begins nothing that was stopped before', async () => {
  const signal = AbortSignal.abort();
  expect(await compareDocuments(pair, { ...quietJob, signal })).toMatchObject({
    error: { code: 'cancelled' },
  });
});
