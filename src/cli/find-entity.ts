/** A name as a person writes it: by identifier or by any of its spellings, whatever the case. */
import type { Records } from '../../archive/index.ts';
import { fail, ok, type Result } from '../../archive/lib/result.ts';
import type { Entity } from '../../archive/model/index.ts';

export function findEntity(
  { entities }: Records,
  typed: string,
): Result<Entity, 'entity-missing' | 'name-ambiguous'> {
  const wanted = keyOf(typed);
  const byId = entities.find(({ id }) => id === wanted);
  if (byId) return ok(byId);
  const [found, ...more] = entities.filter(({ name, spellings }) =>
    [name, ...spellings].some((spelling) => keyOf(spelling) === wanted),
  );
  if (!found) return fail('entity-missing');
  return more.length > 0 ? fail('name-ambiguous') : ok(found);
}

const keyOf = (name: string) =>
  name.normalize('NFKC').toLocaleLowerCase('und').replace(/\s+/g, ' ').trim();
