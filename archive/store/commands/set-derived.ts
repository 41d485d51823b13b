/** Notes on sources what was made out of their pictures. */
import { ok } from '../../lib/result.ts';
import { type Derived, limits, type Source, type SourceId } from '../../model/index.ts';
import type { Command } from '../store.ts';

export interface Made {
  readonly source: SourceId;
  readonly derived: Derived;
}

/** At most `limits.listLength` at a time. What was deleted meanwhile is passed over. */
export function setDerived(made: readonly Made[]): Command<never, null> {
  return (reading) => {
    const noted = made.slice(0, limits.listLength).flatMap(({ source, derived }): Source[] => {
      const record = reading.get('sources', source);
      if (!record?.image) return [];
      return [{ ...record, image: { ...record.image, derived } }];
    });
    const failed = noted.filter(({ image }) => image?.derived?.state === 'failed').length;
    return ok({
      value: null,
      change: {
        puts: noted.map((record) => ({ collection: 'sources', record })),
        deletes: [],
        activity: {
          action: 'source.derive',
          subjects: noted.map(({ id }) => id),
          facts: { pictures: noted.length, failed },
        },
      },
    });
  };
}
