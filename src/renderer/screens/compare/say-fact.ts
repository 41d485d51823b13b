/** What the table of facts says of a row. */
import { formatDate, formatDayOf } from '../../lib/format.ts';
import { t } from '../../lib/texts.svelte.ts';
import type { ByHand } from './by-hand.svelte.ts';
import { letterOf } from './columns.ts';
import type { FactRow } from './fact-rows.ts';

export function labelOf({ kind, label, facts }: FactRow): string {
  if (label === '') return t(`compare.fact.${kind}`);
  // A date without words of its own is called by its value.
  if (kind !== 'date') return label;
  if (/^T\d\d:\d\d/.test(label)) return label.slice(1);
  const said = formatDate(label);
  // A day told from one that is not known has no other name than its words.
  return said === label && !isKnownDate(label) ? (facts.find(Boolean)?.text ?? label) : said;
}

/** Whether a date is told by the calendar: else it is counted from a day that is not known. */
export const isKnownDate = (value: string): boolean => /^\d{4}/.test(value);

export function verdictOf({ verdict, facts }: FactRow): string {
  if (verdict !== 'only') return t(`compare.verdict.${verdict}`);
  return t(`compare.only.${letterOf(facts.findIndex((fact) => fact !== null))}`);
}

/** Who decided of the row, and when. */
export function whoDecided(row: FactRow, byHand: ByHand): string[] {
  return byHand.decided(row).map(({ decision, by: told, at }) => {
    const by = told.state === 'value' ? told.value : t('pair.somebody');
    return `${t(`pair.byHand.${decision}`)}: ${t('pair.who', { by, date: formatDayOf(at) })}`;
  });
}
