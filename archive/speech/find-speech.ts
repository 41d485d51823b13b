/**
 * Finds direct speech in a text: what stands between quotation marks, or after a dialogue dash, and reads as what somebody
 * said; with who probably said it. Rules over marks, verbs and order, no model. What it finds is offered, never kept by itself.
 */
import { wordsOf } from '../text/index.ts';
import type { Block } from '../model/index.ts';
import { type Attribution, attributionAfter, attributionBefore } from './attribution.ts';
import { KnownNames, namesAmong, pointsBack, wordsIn } from './clause.ts';
import { dialogueIn, turnsIn } from './dialogue.ts';
import { CARRIES } from './lexicon.ts';
import { type Marked, marksIn } from './marks.ts';
import { sentenceAfter, sentenceBefore, sentencesIn } from './sentence.ts';
import type { Mention, Speaker, Speech } from './speech.ts';

/** Fewer words are a term or a nickname, unless they are a whole sentence that somebody says. */
const SHORTEST = 3;
const LONG = 6;
const TITLE = 7;
/** What a passage must weigh, see `weigh`. */
const ENOUGH = 2.5;
/** Blocks after which “she” is no longer the one who spoke. */
const REMEMBERED = 2;
/** UTF-16 units before a passage in which the subject of the sentence before it is looked for. */
const LOOK_BACK = 1_000;

/** A text and its blocks, in order. */
export interface ReadText {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** `mentions`: where entities are named, by start. Answers passages in order, none over another. */
export function findSpeech(document: ReadText, mentions: readonly Mention[] = []): Speech[] {
  const finder = new Finder(document, mentions);
  return finder.find();
}

class Finder {
  readonly #text: string;
  readonly #blocks: readonly Block[];
  readonly #mentions: readonly Mention[];
  readonly #known = new KnownNames();
  readonly #found: Speech[] = [];
  #last: { readonly speaker: Mention; readonly block: number } | null = null;
  /** An opening mark that was not closed in its block, and who spoke. */
  #open: { readonly mark: string; readonly speech: Speech } | null = null;

  constructor({ text, blocks }: ReadText, mentions: readonly Mention[]) {
    this.#text = text;
    this.#blocks = blocks;
    this.#mentions = mentions;
    for (const block of blocks)
      for (const sentence of sentencesIn(text, block)) this.#known.learn(wordsIn(text, sentence));
  }

  find(): Speech[] {
    this.#blocks.forEach((block, at) => {
      if (block.kind === 'preformatted') return;
      const dialogue =
        block.kind === 'paragraph' ? dialogueIn(this.#text, block.start, block.end) : null;
      if (dialogue) this.#takeDialogue(dialogue, at);
      else this.#takeMarks(block, at);
    });
    return this.#found;
  }

  #mentionsIn(from: number, to: number): Mention[] {
    const found: Mention[] = [];
    for (let at = this.#firstMention(from); at < this.#mentions.length; at++) {
      const mention = this.#mentions[at];
      if (!mention || mention.start >= to) break;
      if (mention.end <= to) found.push(mention);
    }
    return found;
  }

  /** Place of the first mention that begins at `from` or after it. */
  #firstMention(from: number): number {
    let [low, high] = [0, this.#mentions.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#mentions[middle]?.start ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #takeDialogue(dialogue: NonNullable<ReturnType<typeof dialogueIn>>, at: number): void {
    this.#open = null;
    let attribution: Attribution | null = null;
    for (const narrator of dialogue.narrator)
      attribution ??= attributionAfter(
        this.#text,
        narrator,
        this.#mentionsIn(narrator.start, narrator.end),
      );
    const speaker = attribution ? this.#speakerOf(attribution, at, [0, 0]) : null;
    const how = attribution?.how ?? null;
    for (const { start, end } of dialogue.speech)
      this.#found.push({ start, end, speaker, attribution: how });
  }

  #takeMarks(block: Block, at: number): void {
    const marked = marksIn(this.#text, block.start, block.end);
    const goesOn = this.#open;
    this.#open = null;
    let before: Speech | null = null;
    marked.forEach((passage, place) => {
      const from = marked[place - 1]?.to ?? block.start;
      const to = marked[place + 1]?.from ?? block.end;
      const continued = place === 0 && passage.from === block.start ? goesOn : null;
      const speech = this.#speechOf(passage, { block, at, from, to, continued, before });
      if (!speech) return;
      if (continued) this.#foundOpen(continued.speech, speech);
      const { speaker, attribution } = speech;
      for (const { start, end } of turnsIn(this.#text, speech.start, speech.end).speech)
        this.#found.push({ start, end, speaker, attribution });
      before = speech;
      if (passage.open) this.#open = { mark: passage.mark, speech: this.#found.at(-1) ?? speech };
    });
    if (!marked.length) this.#remember(block, at);
  }

  /** The paragraph before ended without a closing mark: both are one speech, and one speaker is enough. */
  #foundOpen(earlier: Speech, later: Speech): void {
    const place = this.#found.indexOf(earlier);
    if (place >= 0 && earlier.speaker === null && later.speaker !== null)
      this.#found[place] = { ...earlier, speaker: later.speaker, attribution: later.attribution };
  }

  #speechOf(
    passage: Marked,
    around: {
      readonly block: Block;
      readonly at: number;
      readonly from: number;
      readonly to: number;
      readonly continued: { readonly speech: Speech } | null;
      readonly before: Speech | null;
    },
  ): Speech | null {
    const { block, at, from, to, continued, before } = around;
    const text = this.#text;
    const { start, end } = passage;
    if (end <= start) return null;
    // One that is never closed is speech only where the next paragraph opens again.
    if (passage.open && !continued && !this.#opensNext(at, passage.mark)) return null;
    const lead = sentenceBefore(text, from, passage.from);
    const tail = endsSentence(text, passage)
      ? { start: passage.to, end: passage.to }
      : sentenceAfter(text, passage.to, to);
    const [inside] = turnsIn(text, start, end).narrator;
    const within =
      inside && attributionAfter(text, inside, this.#mentionsIn(inside.start, inside.end));
    const after = attributionAfter(text, tail, this.#mentionsIn(tail.start, tail.end));
    const ahead = attributionBefore(
      text,
      lead,
      this.#mentionsIn(lead.start, lead.end),
      this.#known,
    );
    const attribution = within ?? choose(after, ahead);
    if (!continued && !this.#reads(passage, block, lead.start, attribution, before)) return null;
    let speaker = attribution
      ? this.#speakerOf(attribution, at, [block.start, passage.from])
      : null;
    let how = attribution?.how ?? null;
    if (!attribution) {
      const same = continued?.speech ?? before;
      speaker = same?.speaker ?? (same ? null : this.#speakerAhead(from, lead.start, at));
      how = same?.attribution ?? (speaker ? 'said' : null);
    }
    return { start, end, speaker, attribution: how };
  }

  /** “Ada Vell denied it, she said. “…”: who speaks in the sentence before. */
  #speakerAhead(from: number, to: number, at: number): Speaker | null {
    const told = this.#text.slice(from, to).trimEnd();
    const start = from + lastSentenceStart(told);
    const sentence = { start, end: from + told.length };
    const mentions = this.#mentionsIn(start, sentence.end);
    const attribution = attributionBefore(this.#text, sentence, mentions, this.#known);
    if (!attribution || attribution.who === 'pronoun') return null;
    const speaker = this.#speakerOf(attribution, at, [0, 0]);
    return speaker && { ...speaker, named: 'before' };
  }

  #opensNext(at: number, mark: string): boolean {
    const next = this.#blocks[at + 1];
    return next !== undefined && this.#text.charAt(next.start) === mark;
  }

  /** Whether the passage reads as speech, not as a name, a term or a slogan. */
  #reads(
    passage: Marked,
    block: Block,
    leadStart: number,
    attribution: Attribution | null,
    before: Speech | null,
  ): boolean {
    const text = this.#text;
    const inside = text.slice(passage.start, passage.end);
    const lead = text.slice(leadStart, passage.from);
    const words = wordsOf(inside);
    const closed = /[.!?…؟]["»”’]?$/u.test(inside);
    if (words.length < SHORTEST && !isExclamation(inside, lead, attribution)) return false;
    if (CARRIES.test(lead.toLowerCase().slice(-60))) return false;
    let weight = 0;
    if (attribution) weight += attribution.close ? 3 : 1.5;
    // A sentence of its own right after what somebody said goes on with it.
    else if (before && lead.trim() === '') weight += 1.5;
    if (/:\s*$/u.test(lead)) weight += 1.5;
    if (closed) weight += 1.5;
    else if (inside.endsWith(',')) weight += 1.5;
    // A piece of somebody's sentence within the reporter's one.
    if (attribution && words.length > SHORTEST && /^[\p{Ll}\p{Lo}]/u.test(inside)) weight += 1;
    if (words.length >= LONG) weight += 1;
    if (words.length >= 2 * LONG) weight += 1;
    if (passage.from === block.start) weight += 0.5;
    if (looksLikeTitle(inside, words, lead) && !closed) weight -= 3;
    if (!attribution && /^\p{Ll}/u.test(inside)) weight -= 1;
    if (block.kind === 'heading') weight -= 0.5;
    return weight >= ENOUGH;
  }

  /** `told`: what stands before the passage in its block, where “she” may have been named. */
  #speakerOf({ who }: Attribution, at: number, told: readonly [number, number]): Speaker | null {
    if (who === null) return null;
    const named = who === 'pronoun' ? this.#antecedent(told, at) : who;
    if (!named) return null;
    this.#last = { speaker: named, block: at };
    const { start, end, entity } = named;
    return { start, end, entity, named: who === 'pronoun' ? 'before' : 'beside' };
  }

  /** Who a pronoun stands for: the subject of the sentence before it, else who spoke last, not long ago. */
  #antecedent([from, to]: readonly [number, number], at: number): Mention | null {
    const near = Math.max(from, to - LOOK_BACK);
    const told = this.#text.slice(near, to).trimEnd();
    const start = near + lastSentenceStart(told);
    const sentence = { start, end: near + told.length };
    const words = wordsIn(this.#text, sentence);
    const names = namesAmong(this.#text, words, this.#mentionsIn(start, sentence.end), this.#known);
    const subject = names.find(({ object }) => !object);
    if (subject) return subject;
    // Another subject stands between: who is meant is not known.
    if (words.length > 0 && !words.slice(0, 2).some(pointsBack) && !hasMarks(told)) return null;
    if (!this.#last || at - this.#last.block > REMEMBERED) return null;
    return this.#last.speaker;
  }

  /** In a paragraph without speech: who is its subject may be “she” of the next one. */
  #remember(block: Block, at: number): void {
    const words = wordsIn(this.#text, block);
    const names = namesAmong(
      this.#text,
      words,
      this.#mentionsIn(block.start, block.end),
      this.#known,
    );
    const subject = names.find(({ object, first, last }) => !object && (last > first || first > 0));
    if (subject && (subject.last > subject.first || subject.entity !== null))
      this.#last = { speaker: subject, block: at };
  }
}

/** The passage ends its sentence, and what follows is another one. */
function endsSentence(text: string, { end, to }: Marked): boolean {
  const inside = text.charAt(end - 1);
  const behind = text.slice(to, to + 4);
  if (/^[.!?…]\s/u.test(behind) || /^[.!?…]$/u.test(behind)) return true;
  return (
    /[.!?…؟]/u.test(inside) && /^\s+[\p{Lu}\p{Lo}«„“"]/u.test(behind) && !/^\s+[—–]/u.test(behind)
  );
}

/** “No!” is speech where somebody says it; “routine inspection.” is a term, whatever stands in its end. */
function isExclamation(inside: string, lead: string, attribution: Attribution | null): boolean {
  if (attribution?.close !== true || !/[,.!?…؟]$/u.test(inside)) return false;
  return /^[\p{Lu}\p{Lo}]/u.test(inside) && /(?:^|:)\s*$/u.test(lead);
}

const hasMarks = (text: string) => /["«»“”„]/u.test(text);

/** Where the last sentence of a piece begins. */
function lastSentenceStart(piece: string): number {
  return sentenceBefore(piece, 0, piece.replace(/[.!?…؟]["»”’]?$/u, '').length).start;
}

function choose(after: Attribution | null, before: Attribution | null): Attribution | null {
  if (!after || !before) return after ?? before;
  const sure = ({ who }: Attribution) => (who === null ? 0 : who === 'pronoun' ? 1 : 2);
  if (sure(after) !== sure(before)) return sure(after) > sure(before) ? after : before;
  return before.close && !after.close ? before : after;
}

/** A name of something: few words, a capital, and a noun right before it. */
function looksLikeTitle(inside: string, words: readonly string[], lead: string): boolean {
  if (words.length > TITLE || !/^[\p{Lu}\p{Lt}\p{Lo}]/u.test(inside)) return false;
  return /[\p{L}\p{M}]\s*$/u.test(lead);
}
