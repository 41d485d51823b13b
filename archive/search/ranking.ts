/** Ranks documents by how much of a query their best passage answers. */
import type { Term } from './plan.ts';
import { IN_OTHER, IN_SPEAKER, IN_TAG, IN_TITLE, type Postings, TIMES } from './postings.ts';
import type { Shelf } from './shelf.ts';

/* eslint-disable @typescript-eslint/no-non-null-assertion -- inner loops over arrays as long as the shelf */

export interface Ranked {
  readonly document: number;
  /** The passage that answers most. */
  readonly passage: number;
  /** 0 to 1. */
  readonly score: number;
  /** Bit by term: the document has it somewhere. */
  readonly terms: number;
}

export interface Ranking {
  /** Best first. */
  readonly best: readonly Ranked[];
  /** Documents that have all terms. */
  readonly full: readonly number[];
}

const SATURATION = 1.2;
const LENGTH_SHARE = 0.35;
/** Of a term's score: what it is worth to be there at all, the rest for being there often or in a telling field. */
const PRESENCE = 0.6;
const MOST_TIMES = 2.2;
const HIGHEST = PRESENCE + (1 - PRESENCE) * MOST_TIMES;
/** The nearest meaning of a word most likely is what was meant: the others count by how much less near they are, to this power. */
const STRICTNESS = 7;
/** The same when it is told how nearly a document has what was asked: milder, for a name in another script is that name. */
const COVER_STRICTNESS = 5;
/** And all of them by how near the nearest is. */
const DOUBT = 2;
/** A document without all terms keeps this share of its score, and more the more it has. */
const PARTIAL = 0.25;
/** To the power of one and a half. */
const covered = (share: number) => share * Math.sqrt(share);
/** What a term counts that stands elsewhere in the document, or stands there more nearly. */
const ELSEWHERE = 0.6;
/** Documents that have less than this share of what was asked are not answers. */
const LEAST_COVER = 0.3;

export class Ranker {
  #total = new Float32Array(0);
  #part = new Float32Array(0);
  /** How nearly the passage has what was asked, however often. */
  #cover = new Float32Array(0);
  #near = new Float32Array(0);
  #mask = new Uint32Array(0);
  #touched = new Uint32Array(0);
  #touchedNow = new Uint32Array(0);
  #documentMask = new Uint32Array(0);
  /** How nearly the document has what was asked, and the term at hand (from 1, and how nearly), in whichever passage. */
  #documentCover = new Float32Array(0);
  #documentNear = new Float32Array(0);
  #documentTerm = new Uint8Array(0);
  #bestPassage = new Uint32Array(0);
  #bestScore = new Float32Array(0);
  /** How nearly that passage has what was asked. */
  #bestCover = new Float32Array(0);
  #documents = new Uint32Array(0);

  #makeRoom(passages: number, documents: number): void {
    if (this.#total.length < passages) {
      const room = Math.ceil(passages * 1.25) + 64;
      this.#total = new Float32Array(room);
      this.#part = new Float32Array(room);
      this.#cover = new Float32Array(room);
      this.#near = new Float32Array(room);
      this.#mask = new Uint32Array(room);
      this.#touched = new Uint32Array(room);
      this.#touchedNow = new Uint32Array(room);
    }
    if (this.#documentMask.length < documents) {
      const room = Math.ceil(documents * 1.25) + 64;
      this.#documentMask = new Uint32Array(room);
      this.#documentCover = new Float32Array(room);
      this.#documentNear = new Float32Array(room);
      this.#documentTerm = new Uint8Array(room);
      this.#bestPassage = new Uint32Array(room);
      this.#bestScore = new Float32Array(room);
      this.#bestCover = new Float32Array(room);
      this.#documents = new Uint32Array(room);
    }
  }

  /** The `most` best documents that `accept` lets through. At most 31 terms. */
  rank(
    terms: readonly Term[],
    postings: Postings,
    shelf: Shelf,
    accept: (document: number) => boolean,
    most: number,
  ): Ranking {
    this.#makeRoom(shelf.passages, shelf.numbers);
    let passages = 0;
    terms.forEach((term, index) => {
      passages = this.#score(term, index, postings, shelf, passages);
    });
    const worths = terms.map(({ worth }) => worth);
    const sum = Math.max(
      1e-6,
      worths.reduce((a, b) => a + b, 0),
    );
    const documents = this.#join(passages, sum, shelf);
    return this.#select(documents, worths, sum, accept, most);
  }

  #score(
    term: Term,
    index: number,
    postings: Postings,
    shelf: Shelf,
    touchedBefore: number,
  ): number {
    const total = this.#total;
    const part = this.#part;
    const near = this.#near;
    const mask = this.#mask;
    const touchedNow = this.#touchedNow;
    const lengths = shelf.passageLengths();
    const perWord = (SATURATION * LENGTH_SHARE) / shelf.averageWords;
    const fixed = SATURATION * (1 - LENGTH_SHARE);
    const { passages, how: hows } = postings.base;
    let now = 0;
    let nearest = 1e-6;
    for (const weight of term.meanings.values()) if (weight > nearest) nearest = weight;
    for (const [word, weight] of term.meanings) {
      const nearness = Math.pow(weight / nearest, STRICTNESS) * Math.pow(nearest, DOUBT);
      const gain = nearness / HIGHEST;
      const has = Math.pow(weight / nearest, COVER_STRICTNESS) * Math.pow(nearest, DOUBT);
      const meet = (passage: number, how: number) => {
        const times = how & TIMES;
        let strength =
          times === 0
            ? 0
            : (times * (1 + SATURATION)) / (times + fixed + perWord * lengths[passage]!);
        if (how > TIMES) {
          if (how & IN_TITLE) strength += 1;
          if (how & IN_SPEAKER) strength += 0.9;
          if (how & IN_TAG) strength += 0.8;
          if (how & IN_OTHER) strength += 0.3;
        }
        const score =
          gain * (PRESENCE + (1 - PRESENCE) * (strength < MOST_TIMES ? strength : MOST_TIMES));
        if (part[passage] === 0) touchedNow[now++] = passage;
        if (score > part[passage]!) part[passage] = score;
        if (has > near[passage]!) near[passage] = has;
      };
      const end = postings.startOf(word + 1);
      for (let at = postings.startOf(word); at < end; at++) meet(passages[at]!, hows[at]!);
      postings.eachLater(word, meet);
    }
    const owners = shelf.passageDocuments();
    const bit = 1 << index;
    let touched = touchedBefore;
    for (let at = 0; at < now; at++) {
      const passage = touchedNow[at]!;
      this.#coverDocument(owners[passage]!, index + 1, term.worth, near[passage]!);
      if (mask[passage] === 0) this.#touched[touched++] = passage;
      mask[passage]! |= bit;
      total[passage]! += term.worth * part[passage]!;
      this.#cover[passage]! += term.worth * near[passage]!;
      part[passage] = 0;
      near[passage] = 0;
    }
    return touched;
  }

  #coverDocument(document: number, term: number, worth: number, near: number): void {
    const had = this.#documentTerm[document] === term ? this.#documentNear[document]! : 0;
    if (near <= had) return;
    this.#documentTerm[document] = term;
    this.#documentNear[document] = near;
    this.#documentCover[document]! += worth * (near - had);
  }

  /** Scores documents by their best passage, and forgets the passages; answers how many documents there are. */
  #join(passages: number, sum: number, shelf: Shelf): number {
    const owners = shelf.passageDocuments();
    let documents = 0;
    for (let at = 0; at < passages; at++) {
      const passage = this.#touched[at]!;
      const mask = this.#mask[passage]!;
      const document = owners[passage]!;
      const score =
        (this.#total[passage]! / sum) *
        (PARTIAL + (1 - PARTIAL) * covered(this.#cover[passage]! / sum));
      if (this.#documentMask[document] === 0) {
        this.#documents[documents++] = document;
        this.#bestScore[document] = -1;
      }
      this.#documentMask[document]! |= mask;
      if (score > this.#bestScore[document]!) {
        this.#bestScore[document] = score;
        this.#bestPassage[document] = passage;
        this.#bestCover[document] = this.#cover[passage]!;
      }
      this.#mask[passage] = 0;
      this.#total[passage] = 0;
      this.#cover[passage] = 0;
    }
    return documents;
  }

  #select(
    documents: number,
    worths: readonly number[],
    sum: number,
    accept: (document: number) => boolean,
    most: number,
  ): Ranking {
    const all = 2 ** worths.length - 1;
    const full: number[] = [];
    const best = new Best(most);
    for (let at = 0; at < documents; at++) {
      const document = this.#documents[at]!;
      const terms = this.#documentMask[document]!;
      this.#documentMask[document] = 0;
      const cover = this.#documentCover[document]! / sum;
      this.#documentCover[document] = 0;
      this.#documentTerm[document] = 0;
      if (terms !== all && share(terms, worths, sum) < LEAST_COVER) continue;
      let score = this.#bestScore[document]!;
      const more = cover - this.#bestCover[document]! / sum;
      if (more > 0) score += ELSEWHERE * more * (PARTIAL + (1 - PARTIAL) * covered(cover));
      if (score > 1) score = 1;
      const taken = best.wouldTake(score, document);
      if (!taken && terms !== all) continue;
      if (!accept(document)) continue;
      if (terms === all) full.push(document);
      if (taken) best.offer({ document, passage: this.#bestPassage[document]!, score, terms });
    }
    return { best: best.sorted(), full };
  }
}

/** The share of what was asked that the terms of `mask` make up. */
function share(mask: number, worths: readonly number[], sum: number): number {
  let covered = 0;
  for (let index = 0; index < worths.length; index++)
    if (mask & (1 << index)) covered += worths[index]!;
  return covered / sum;
}

/** Of two that are as good the one that came earlier is better, so that a longer list begins as a shorter one does. */
const isWorse = (a: Ranked, b: Ranked) =>
  a.score < b.score || (a.score === b.score && a.document > b.document);

/** Keeps the best few of many: a heap with the worst on top. */
class Best {
  readonly #heap: Ranked[] = [];
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  wouldTake(score: number, document: number): boolean {
    const [worst] = this.#heap;
    if (!worst || this.#heap.length < this.#most) return true;
    return score > worst.score || (score === worst.score && document < worst.document);
  }

  offer(ranked: Ranked): void {
    const heap = this.#heap;
    if (heap.length < this.#most) {
      heap.push(ranked);
      // Only a full heap has to know its worst.
      if (heap.length === this.#most)
        for (let at = (heap.length >> 1) - 1; at >= 0; at--) this.#sink(at);
    } else if (this.wouldTake(ranked.score, ranked.document)) {
      heap[0] = ranked;
      this.#sink(0);
    }
  }

  #sink(from: number): void {
    const heap = this.#heap;
    for (let at = from; ;) {
      let worst = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < heap.length && isWorse(heap[child]!, heap[worst]!)) worst = child;
      if (worst === at) return;
      [heap[at], heap[worst]] = [heap[worst]!, heap[at]!];
      at = worst;
    }
  }

  sorted(): Ranked[] {
    return [...this.#heap].sort((a, b) => b.score - a.score || a.document - b.document);
  }
}
