/** Which documents may be answered: those that meet all conditions and have no word that was excluded. */
import type { SearchOptions } from './document.ts';
import { allOf, type Condition, conditionOf } from './filters.ts';
import type { IndexParts } from './index-parts.ts';
import type { Plan } from './plan.ts';

/** Answers by the number of a document. Phrases are not looked at: for these texts must be read. */
export function acceptance(
  plan: Plan,
  options: SearchOptions,
  parts: IndexParts,
): (number: number) => boolean {
  const { shelf } = parts;
  const conditions = conditionsOf(plan, options);
  const excluded = excludedBy(plan, parts);
  if (conditions.length === 0 && excluded.size === 0)
    return (number) => shelf.document(number) !== null;
  return (number) => {
    const document = shelf.document(number);
    return (
      document !== null &&
      !excluded.has(number) &&
      conditions.every((condition) => condition(document))
    );
  };
}

function conditionsOf(plan: Plan, { kinds, tags, asked }: SearchOptions): Condition[] {
  const conditions: Condition[] = plan.filters.length > 0 ? [allOf(plan.filters, asked)] : [];
  for (const filter of plan.excludedFilters) {
    const holds = conditionOf(filter, asked);
    conditions.push((document) => !holds(document));
  }
  if (kinds) conditions.push(({ kind }) => kinds.includes(kind));
  if (tags)
    conditions.push((document) => document.tags?.some((tag) => tags.includes(tag)) === true);
  return conditions;
}

function excludedBy(plan: Plan, { postings, shelf }: IndexParts): ReadonlySet<number> {
  const excluded = new Set<number>();
  for (const meanings of plan.excludedWords)
    for (const word of meanings.keys())
      postings.each(word, (passage) => excluded.add(shelf.documentOf(passage)));
  return excluded;
}
