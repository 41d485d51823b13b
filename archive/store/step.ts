/** A step as others want it: what the vault writes of it, what the log says that it touches, whose quotes it changes. */
import type { Delete, Put } from '../model/index.ts';
import type { Op } from '../vault/index.ts';
import type { Reading, Step } from './state.ts';

export function opsOf(step: Step): Op[] {
  return [
    ...step.deletes.map(({ collection, id }) => ({ c: collection, id, v: null })),
    ...step.puts.map(({ collection, record }) => ({
      c: collection,
      id: record.id,
      v: record,
    })),
  ];
}

/** What a step touches, for the log. */
export function touchedBy({
  puts,
  deletes,
}: {
  readonly puts: readonly Put[];
  readonly deletes: readonly Delete[];
}): string[] {
  return [...puts.map(({ record }) => record.id), ...deletes.map(({ id }) => id)];
}

/** The sources whose quotes a step adds or removes, as far as they stand in `reading` now. */
export function touchedSources(reading: Reading, step: Step): Set<string> {
  const ids = [
    ...step.puts.filter(({ collection }) => collection === 'quotes').map(({ record }) => record.id),
    ...step.deletes.filter(({ collection }) => collection === 'quotes').map(({ id }) => id),
  ];
  const sources = new Set<string>();
  for (const id of ids) {
    const quote = reading.get('quotes', id);
    if (quote) sources.add(quote.source);
  }
  return sources;
}
