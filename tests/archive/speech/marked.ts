/** Texts of our own in which direct speech and its speakers are marked by hand, and how right a finder is on them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Block } from '../../../archive/model/index.ts';
import { findSpeech } from '../../../archive/speech/index.ts';

const folder = join(import.meta.dirname, '../../fixtures/speech');

interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface MarkedText {
  readonly name: string;
  readonly language: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly quotes: readonly (Stretch & { readonly by: string | null })[];
  readonly names: readonly (Stretch & { readonly id: string })[];
}

export const markedTexts = (set: 'tried' | 'judged'): MarkedText[] =>
  readdirSync(join(folder, set))
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readMarked(name, readFileSync(join(folder, set, name), 'utf8')));

/** `<q by="a">…</q>` and `<s id="a">…</s>`; nothing else is markup. */
function readMarked(name: string, source: string): MarkedText {
  let text = '';
  const quotes: MarkedText['quotes'][number][] = [];
  const names: MarkedText['names'][number][] = [];
  const open: { tag: string; id: string | null; start: number }[] = [];
  for (const piece of source.trim().split(/(<[^>]*>)/u)) {
    const begin = /^<([qs])(?: (?:by|id)="([^"]*)")?>$/u.exec(piece);
    if (begin) open.push({ tag: begin[1] ?? '', id: begin[2] ?? null, start: text.length });
    else if (/^<\/[qs]>$/u.test(piece)) {
      const one = open.pop();
      if (!one || piece !== `</${one.tag}>`) throw new Error(`${name}: marks do not fit`);
      const stretch = { start: one.start, end: text.length };
      if (one.tag === 'q') quotes.push({ ...stretch, by: one.id });
      else names.push({ ...stretch, id: one.id ?? '' });
    } else text += piece.replace(/\n{2,}/gu, '\n\n');
  }
  const blocks: Block[] = [];
  let start = 0;
  for (const part of text.split('\n\n')) {
    blocks.push({ kind: 'paragraph', start, end: start + part.length });
    start += part.length + 2;
  }
  return { name, language: name.slice(0, 2), text, blocks, quotes, names };
}

export interface SpeechTally {
  /** Passages marked, found, and found right. */
  marked: number;
  found: number;
  right: number;
  /** Passages found right for which a speaker is offered, and those whose speaker is right. */
  offered: number;
  speakerRight: number;
  /** Passages found right whose speaker is marked. */
  known: number;
  readonly wrong: string[];
}

export const emptyTally = (): SpeechTally => {
  return { marked: 0, found: 0, right: 0, offered: 0, speakerRight: 0, known: 0, wrong: [] };
};

/** Passages that have more than this much of their stretch in common are the same. */
const SAME = 0.8;

const inCommon = (a: Stretch, b: Stretch): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)) /
  (Math.max(a.end, b.end) - Math.min(a.start, b.start));

export function judge(marked: MarkedText, tally: SpeechTally): void {
  const { text, quotes, names } = marked;
  const found = findSpeech(marked);
  tally.marked += quotes.length;
  tally.found += found.length;
  const met = new Set<number>();
  for (const speech of found) {
    const at = quotes.findIndex((quote) => inCommon(quote, speech) >= SAME);
    const words = text.slice(speech.start, speech.end).slice(0, 70);
    const quote = quotes[at];
    if (!quote) {
      tally.wrong.push(`${marked.name}  no speech: ${words}`);
      continue;
    }
    met.add(at);
    tally.right++;
    if (quote.by !== null) tally.known++;
    const { speaker } = speech;
    if (!speaker) {
      if (quote.by !== null) tally.wrong.push(`${marked.name}  no speaker: ${words}`);
      continue;
    }
    tally.offered++;
    const named = names.some((name) => name.id === quote.by && inCommon(name, speaker) > 0);
    if (named) tally.speakerRight++;
    else
      tally.wrong.push(
        `${marked.name}  not said by ${text.slice(speaker.start, speaker.end)}: ${words}`,
      );
  }
  quotes.forEach((quote, at) => {
    if (!met.has(at))
      tally.wrong.push(
        `${marked.name}  missed: ${text.slice(quote.start, quote.end).slice(0, 70)}`,
      );
  });
}
