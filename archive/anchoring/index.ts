/** Anchoring: where the words of a quote stand in another text of its source. Pure over texts. */
export { correct, type Corrected } from './corrected.ts';
export { type Placing, Placer } from './place-again.ts';
export { anchorAt, type SourceText } from './text-anchor.ts';
