/** The codebook as it is used: counts, where tags meet, in which sources they stand. Pure over records. */
export { type CodeTable, codeTable, type CountedTag, type SourceRow } from './table.ts';
export { countUses } from './uses.ts';
