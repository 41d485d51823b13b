/** Removes a source that nothing refers to, with what was decided of its facts. The line of the log keeps its digest. */
import { fail, ok } from '../../lib/result.ts';
import type { Section, SourceId } from '../../model/index.ts';
import type { Command } from '../store.ts';
import { inChronology } from './chronology-use.ts';

export function deleteSource(
  id: SourceId,
): Command<'source-missing' | 'source-in-use' | 'source-has-parts', null> {
  return (reading) => {
    const source = reading.get('sources', id);
    if (!source) return fail('source-missing');
    const used =
      reading.countQuotes(id) > 0 ||
      inChronology(reading, (entry) => entry.kind === 'source' && entry.source === id) ||
      reading.all('dossiers').some(({ sections }) => sections.some((section) => uses(section, id)));
    if (used) return fail('source-in-use');
    if (reading.all('sources').some(({ partOf }) => partOf === id)) return fail('source-has-parts');
    return ok({
      value: null,
      change: {
        puts: [],
        deletes: [
          { collection: 'sources', id },
          ...reading
            .all('pairings')
            .filter(({ a, b }) => a.source === id || b.source === id)
            .map((pairing) => ({ collection: 'pairings' as const, id: pairing.id })),
        ],
        activity: {
          action: 'source.delete',
          subjects: [id],
          facts: { sha256: source.original.sha256 },
        },
      },
    });
  };
}

function uses(section: Section, id: SourceId): boolean {
  if (section.kind === 'source') return section.source === id;
  return section.kind === 'comparison' && (section.a === id || section.b === id);
}
