/** Comparison: what two texts share, which passages answer to each other, which facts agree, what sources say of one question. Pure over model values. */
export { type ComparedText, isOfThese, withPairings } from './by-hand.ts';
export {
  originOffers,
  originsIfAgreed,
  type OriginOffer,
  type OriginReason,
} from './claim-origins.ts';
export {
  claimTable,
  type ClaimTable,
  type DoubtReason,
  type TableRow,
  type UnitRange,
} from './claim-table.ts';
export { compareTexts, type CompareOptions } from './compare-texts.ts';
export { findMentions, type NameMention } from './mentions.ts';
export { findReuse, type Reuse, ReuseFinder, type SharedWording } from './reuse.ts';
export { type Carrier, type CarrierGroup, ReuseGroups } from './reuse-groups.ts';
export { SHINGLE as SHORTEST_WORDING } from './shared.ts';
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
