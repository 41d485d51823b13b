/** What the table of facts says of a row. */
import { formatDate, formatDayOf } from '../../lib/format.ts';
import { t } from '../../lib/texts.svelte.ts';
import type { ByHand } from './by-hand.svelte.ts';
import { letterOf } from './columns.ts';
import type { FactRow } from './fact-rows.ts';

export function labelOf({ kind, label }: FactRow): string {
  if (label === '') return t(`compare.fact.${kind}`);
  // A date without words of its own is called by its value.
  if (kind !== 'date') return label;
  return /^T\d\d:\d\d/.test(label) ? label.slice(1) : formatDate(label);
}

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
