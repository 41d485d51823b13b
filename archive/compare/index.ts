/** Comparison: what two texts share, which passages answer to each other, which facts agree. Pure over model values. */
export { compareTexts, type CompareOptions } from './compare-texts.ts';
export { findMentions, type NameMention } from './mentions.ts';
export { findReuse, type Reuse } from './reuse.ts';
export type {
  Comparison,
  DiffPart,
  Fact,
  FactKind,
  FactPair,
  Match,
  Range,
  Reason,
  ReasonKind,
  SentencePair,
  SharedPassage,
  Spellings,
  Unit,
} from './comparison.ts';
