/** Whether a chronology in some dossier has an entry: what it names stays. */
import type { ChronologyEntry } from '../../model/index.ts';
import type { Reading } from '../state.ts';

export function inChronology(reading: Reading, fits: (entry: ChronologyEntry) => boolean): boolean {
  return reading
    .all('dossiers')
    .some(({ sections }) =>
      sections.some((section) => section.kind === 'chronology' && section.entries.some(fits)),
    );
}
