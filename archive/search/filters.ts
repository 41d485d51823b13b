/** Conditions on a document: tag, speaker, source, language, kind, dates, what it has. */
import { foldWord, SoundPattern, sounds, wordsOf } from '../text/index.ts';
import type { SearchDocument } from './document.ts';
import type { Filter, Having } from './query.ts';

export type Condition = (document: SearchDocument) => boolean;

const SAME_NAME = 0.8;

/** Whether a tag or a name answers what was typed for it: each typed word begins one of its words or sounds like it. */
function nameCondition(value: string, exact: boolean): (name: string) => boolean {
  const known = new Map<string, boolean>();
  const typed = wordsOf(value).map((word) => ({
    folded: foldWord(word),
    patterns: sounds(word).map((sound) => new SoundPattern(sound)),
  }));
  const foldedValue = wordsOf(value).map(foldWord).join(' ');
  const answers = (name: string): boolean => {
    const words = wordsOf(name);
    if (exact) return words.map(foldWord).join(' ') === foldedValue;
    if (typed.length === 0) return false;
    return typed.every(({ folded, patterns }) =>
      words.some(
        (word) =>
          foldWord(word).startsWith(folded) ||
          sounds(word).some((sound) =>
            patterns.some((pattern) => pattern.similarity(sound, SAME_NAME) > 0),
          ),
      ),
    );
  };
  return (name) => {
    let answer = known.get(name);
    if (answer === undefined) {
      answer = answers(name);
      known.set(name, answer);
    }
    return answer;
  };
}

/** Dates that are known less far than the bound are taken in when they may be on its side. */
function dateCondition(bound: string, side: 'before' | 'after'): Condition {
  return ({ dates = [] }) =>
    dates.some((date) => {
      const shared = Math.min(date.length, bound.length);
      const a = date.slice(0, shared);
      const b = bound.slice(0, shared);
      if (a !== b) return side === 'before' ? a < b : a > b;
      return side === 'after' || date.length < bound.length;
    });
}

const having: Readonly<Record<Having, Condition>> = {
  image: ({ hasImage, kind }) => hasImage === true || kind === 'image',
  speaker: ({ speaker = [] }) => speaker.length > 0,
  tag: ({ tags = [] }) => tags.length > 0,
  note: ({ note = '' }) => note !== '',
  date: ({ dates = [] }) => dates.length > 0,
};

/** Sources by what was asked for them elsewhere. */
export type Asked = Readonly<Record<string, readonly string[]>>;
export type AskedFilter = Filter & { readonly is: 'collection' | 'standing' };

/** By what the sources that such a filter means are told. */
export function askedKey(filter: AskedFilter): string {
  return filter.is === 'standing'
    ? filter.value
    : `collection${filter.exact ? '=' : ':'}${filter.value}`;
}

/** Whether a name answers what was typed for it. */
export function answersName({ value, exact }: { value: string; exact: boolean }) {
  return nameCondition(value, exact);
}

export function conditionOf(filter: Filter, asked: Asked = {}): Condition {
  switch (filter.is) {
    case 'collection':
    case 'standing': {
      const sources = new Set(asked[askedKey(filter)]);
      return ({ sourceId }) => sources.has(sourceId);
    }
    case 'tag': {
      const answers = nameCondition(filter.value, filter.exact);
      return ({ tags = [] }) => tags.some(answers);
    }
    case 'speaker': {
      const answers = nameCondition(filter.value, filter.exact);
      return ({ speaker = [] }) => speaker.some(answers);
    }
    case 'source': {
      const answers = nameCondition(filter.value, filter.exact);
      return ({ sourceId, title, publisher }) =>
        sourceId === filter.value ||
        answers(title) ||
        (publisher !== undefined && answers(publisher));
    }
    case 'language': {
      const wanted = filter.value.toLowerCase();
      return ({ language }) => {
        const own = language.toLowerCase();
        return own === wanted || own.startsWith(`${wanted}-`);
      };
    }
    case 'kind':
      return ({ kind }) => kind === filter.value;
    case 'before':
    case 'after':
      return dateCondition(filter.value, filter.is);
    case 'has':
      return having[filter.value];
  }
}

/** All of the groups must hold, each by one of its filters. */
export function allOf(groups: readonly (readonly Filter[])[], asked: Asked = {}): Condition {
  const conditions = groups.map((group) => group.map((filter) => conditionOf(filter, asked)));
  return (document) => conditions.every((group) => group.some((holds) => holds(document)));
}
