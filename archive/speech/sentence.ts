/** Where the sentence around a passage begins and ends, without going into other passages. */
import type { Stretch } from './speech.ts';

const ENDS = /[.!?…؟]["»”’]?\s+(?=["«„“‘(—–]?\s?[\p{Lu}\p{Lt}\p{Lo}\d])/gu;
/** Shortenings after which no sentence ends. */
const SHORT =
  /(?:^|[\s(])(?:\p{Lu}|mr|mrs|ms|dr|st|prof|col|gen|lt|capt|sgt|maj|rev|sen|gov|no|jr|sr|r|g|ген|пал|палк|полк|кап|проф|праф|св|сп|п|пп|стр|ст|тыс|gen|kpt|mjr|św|p|ул|г|им|т|д|вул|ім|м|с|ul|im|ks|płk|nr)$/iu;

/** Letters that are looked at for a shortening. */
const LOOK_BACK = 12;

const isShort = (text: string, from: number, end: number): boolean =>
  SHORT.test(text.slice(Math.max(from, end - LOOK_BACK), end));

/** From the beginning of the sentence in which `at` stands, not before `from`. */
export function sentenceBefore(text: string, from: number, at: number): Stretch {
  const before = text.slice(from, at);
  const ended = /[.!?…؟]["»”’]?\s*$/u.exec(before.slice(-LOOK_BACK));
  if (ended && !isShort(before, 0, before.slice(0, -ended[0].length).length))
    return { start: at, end: at };
  let start = from;
  for (const end of before.matchAll(ENDS)) {
    if (!isShort(text, from, from + end.index)) start = from + end.index + end[0].length;
  }
  return { start, end: at };
}

/** To the end of the sentence that goes on at `at`, not after `to`. */
export function sentenceAfter(text: string, at: number, to: number): Stretch {
  for (const end of text.slice(at, to).matchAll(ENDS)) {
    if (end.index === 0 || isShort(text, at, at + end.index)) continue;
    return { start: at, end: at + end.index + 1 };
  }
  return { start: at, end: to };
}

/** The sentences of a block, whatever stands in them. */
export function sentencesIn(text: string, { start: from, end: to }: Stretch): Stretch[] {
  const found: Stretch[] = [];
  for (let at = from; at < to;) {
    const sentence = sentenceAfter(text, at, to);
    if (sentence.end <= at) break;
    found.push(sentence);
    at = sentence.end;
  }
  return found;
}
