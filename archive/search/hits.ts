/** Makes hits of ranked documents: the foremost are weighed by how closely they have the question as a whole, and each says why it matched. */
import { assert } from '../lib/assert.ts';
import { closeness } from './closeness.ts';
import type { SearchHit } from './document.ts';
import type { IndexParts } from './index-parts.ts';
import type { KeptPassages } from './kept-passages.ts';
import { answersOf, explainDocument, type ReadWord, readWords } from './matching.ts';
import type { Plan } from './plan.ts';
import type { Ranked } from './ranking.ts';
import type { Shelf } from './shelf.ts';

/** Candidates that Fuse.js looks at. */
export const CLOSELY = 28;
/** Share of the final score that the closeness makes up. */
const CLOSENESS_SHARE = 0.4;

interface Candidate extends Ranked {
  /** Of its best passage; none when it was not read yet. */
  readonly words: readonly ReadWord[];
}

/** The hit at a place of `best`, whose first `CLOSELY` are put in a new order. */
export function hitsOf(
  best: readonly Ranked[],
  plan: Plan,
  parts: IndexParts,
  passages: KeptPassages,
): (at: number) => SearchHit {
  const near = plan.terms.length > 1 ? closer(best, plan, parts, passages) : [];
  const answers = answersOf(plan);
  return (at) => {
    const candidate = near[at] ?? farther(best[at], plan);
    const words = candidate.words.length > 0 ? candidate.words : passages.wordsOf(candidate, parts);
    return explainedHit({ ...candidate, words }, plan, answers, parts);
  };
}

/** Reads the best few and lets Fuse.js weigh how closely they have the question: these, in their new order. */
function closer(
  best: readonly Ranked[],
  plan: Plan,
  parts: IndexParts,
  passages: KeptPassages,
): Candidate[] {
  const asked = plan.terms
    .map((term) => soundOf(term.asked[0]?.word.written ?? '', parts))
    .join(' ');
  const near = best
    .slice(0, CLOSELY)
    .map((ranked): Candidate => ({ ...ranked, words: passages.wordsOf(ranked, parts) }));
  const close = closeness(
    asked,
    near.map((candidate) => spelled(candidate, parts)),
  );
  return near
    .map((candidate, index) => ({
      ...candidate,
      score:
        candidate.score * (1 - CLOSENESS_SHARE) +
        CLOSENESS_SHARE * candidate.score * (close[index] ?? 0),
    }))
    .sort((a, b) => b.score - a.score || a.document - b.document);
}

/** One that was not among those that are read: nothing of how closely it has the question is known. */
function farther(ranked: Ranked | undefined, { terms }: Plan): Candidate {
  assert(ranked, 'a hit stands in its list');
  const share = terms.length > 1 ? 1 - CLOSENESS_SHARE : 1;
  return { ...ranked, score: ranked.score * share, words: [] };
}

function soundOf(written: string, { dictionary }: IndexParts): string {
  const word = dictionary.numberOf(written);
  return word === undefined ? written : dictionary.sound(word);
}

function spelled({ document, words }: Candidate, { dictionary, shelf }: IndexParts): string {
  const { title = '' } = shelf.document(document) ?? {};
  const inTitle = readWords(title, 0, title.length, dictionary);
  return [...inTitle, ...words]
    .map(({ word }) => (word < 0 ? '' : dictionary.sound(word)))
    .join(' ');
}

function explainedHit(
  { document: number, words, score, terms }: Candidate,
  plan: Plan,
  answers: ReturnType<typeof answersOf>,
  { dictionary, shelf }: IndexParts,
): SearchHit {
  const document = shelf.document(number);
  assert(document, 'a ranked document is on the shelf');
  const explained = explainDocument(document, shelf.text(number), words, answers, dictionary);
  const missing = plan.terms
    .filter((_, index) => (terms & (1 << index)) === 0)
    .map(({ asked }) => asked[0]?.word.typed ?? '');
  return {
    ...plainHit(number, shelf),
    score,
    ...explained,
    ...(missing.length > 0 ? { missing } : {}),
  };
}

/** Of a document that was found by conditions alone. */
export function plainHit(number: number, shelf: Shelf): SearchHit {
  const document = shelf.document(number);
  assert(document, 'a listed document is on the shelf');
  const { id, kind, sourceId, title } = document;
  return { id, kind, sourceId, title, score: 1, reasons: [], matches: [] };
}
