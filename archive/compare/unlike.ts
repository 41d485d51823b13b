/** Passages of versions that are alike and yet do not answer to each other: what only stands in the place of another. */
import { foldWord } from '../text/index.ts';
import type { Account } from './account.ts';
import type { Link } from './chain.ts';
import { firstWordFrom, foldedAt, gapAfter } from './words.ts';

interface Range {
  readonly first: number;
  readonly last: number;
}

/** Folded words, those with `*` by their beginnings. */
function testOf(list: string): (folded: string) => boolean {
  const entries = list.split(' ');
  const whole = new Set(entries.filter((entry) => !entry.endsWith('*')).map(foldWord));
  const beginnings = entries
    .filter((entry) => entry.endsWith('*'))
    .map((entry) => foldWord(entry.slice(0, -1)));
  return (folded) =>
    whole.has(folded) || beginnings.some((beginning) => folded.startsWith(beginning));
}

const isAnswer = testOf(
  'answer* repl* respon* comment* ' +
    'ответ* отвеч* комментар* прокомментир* ' +
    'відпов* комент* прокомент* ' +
    'адказ* камент* пракамент* ' +
    'odpowie* odpowiad* odpis* komentarz* komentow* skomentow* ' +
    'يرد ترد يردوا الرد رد ردا تعليق التعليق تعليقا يعلق تعلق يجب تجب جواب جوابا اجابة',
);
const isDenial = testOf(
  'not no without declined refused didn doesn hasn haven t ' +
    'не нет без отказал* ні немає відмов* няма адмов* nie brak bez odmów* لم لا ولم ولا فلم رفض رفضت ورفض ورفضت دون بلا',
);
/** Words of a passage that says no more than that there was no answer, in one clause. */
const LONGEST_SILENCE = 12;
const CLAUSE_END = /[,;:،؛]/;
/** Words from "not" to "answer": "did not immediately reply", "не ответила на наши вопросы". */
const REACH = 5;

function tellsSilence({ words }: Account, { first, last }: Range): boolean {
  for (let at = first; at < last; at++) {
    if (!isDenial(foldedAt(words, at))) continue;
    for (let near = Math.max(first, at - REACH); near < Math.min(last, at + REACH + 1); near++)
      if (near !== at && isAnswer(foldedAt(words, near))) return true;
  }
  return false;
}

/** "The ministry did not reply to our questions." */
function isSilence(account: Account, range: Range): boolean {
  const { words } = account;
  if (range.last - range.first > LONGEST_SILENCE || !tellsSilence(account, range)) return false;
  for (let at = range.first; at < range.last - 1; at++)
    if (CLAUSE_END.test(gapAfter(words, at))) return false;
  return true;
}

const isCorrection = testOf(
  'correction* corrigendum clarification* erratum ' +
    'исправлен* поправк* уточнен* опровержен* виправлен* уточнен* спростуван* ' +
    'выпраўлен* папраўк* удакладнен* sprostowan* korekt* poprawk* erraty errata ' +
    'تصحيح تصويب توضيح استدراك',
);

/** Words of a label before a colon: "Read also:", "Correction (12 May):". */
const LONGEST_LABEL = 3;
/** Words after it that are more than a number. */
const LEAST_AFTER_LABEL = 2;

/** The word after the label of a passage, `first` without one. */
function afterLabel({ words }: Account, { first, last }: Range): number {
  for (let at = first; at < Math.min(last, first + LONGEST_LABEL); at++)
    if (gapAfter(words, at).includes(':')) return at + 1;
  return first;
}

/** The stems of what a passage says after its label. */
function stemsFrom({ words, meanings }: Account, first: number, last: number): Set<string> {
  const stems = new Set<string>();
  for (let at = first; at < last; at++) {
    const { stem, stop, digits } = meanings.at(words, at);
    if (!stop && !digits) stems.add(stem);
  }
  return stems;
}

/** What is asked of a passage once, however many links it has. */
interface Passage extends Range {
  readonly silent: boolean;
  readonly corrects: boolean;
  /** The first word after its label; `first` without one. */
  readonly said: number;
}

function passageOf(account: Account, passage: number): Passage {
  const { words, passages } = account;
  const unit = passages.units[passage];
  const first = firstWordFrom(words, unit?.start ?? 0);
  const last = firstWordFrom(words, unit?.end ?? 0);
  return {
    first,
    last,
    silent: isSilence(account, { first, last }),
    corrects: isCorrection(foldedAt(words, first)),
    said: afterLabel(account, { first, last }),
  };
}

/** "Read also: who owns the hill?" and "Read also: a year of olives": the same label before something else. */
function onlyLabelShared(a: Account, b: Account, left: Passage, right: Passage): boolean {
  const length = left.said - left.first;
  if (length === 0 || length !== right.said - right.first) return false;
  for (let at = 0; at < length; at++)
    if (a.words.word[left.first + at] !== b.words.word[right.first + at]) return false;
  const saidA = stemsFrom(a, left.said, left.last);
  const saidB = stemsFrom(b, right.said, right.last);
  if (Math.min(saidA.size, saidB.size) < LEAST_AFTER_LABEL) return false;
  return ![...saidA].some((stem) => saidB.has(stem));
}

/**
 * Whether one passage only stands in the place of the other: a silence and an answer, a correction and what it puts right,
 * two things under one label.
 */
export function unlikeIn(a: Account, b: Account): (link: Link) => boolean {
  const inA = a.passages.units.map((_, passage) => passageOf(a, passage));
  const inB = b.passages.units.map((_, passage) => passageOf(b, passage));
  return (link) => {
    const left = inA[link.a];
    const right = inB[link.b];
    if (left === undefined || right === undefined) return false;
    if (left.corrects !== right.corrects) return true;
    if (left.silent !== right.silent)
      return left.silent ? !tellsSilence(b, right) : !tellsSilence(a, left);
    // A headline may begin with the place that it tells of.
    return link.a > 0 && link.b > 0 && onlyLabelShared(a, b, left, right);
  };
}
