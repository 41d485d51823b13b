/** Every entity with its kind and all its spellings, its name first. */
import type { Spellings } from '../compare/index.ts';
import type { Reading } from '../store/state.ts';

export function spellingsOf(reading: Reading): Spellings[] {
  return reading
    .all('entities')
    .map(({ kind, name, spellings }) => ({ kind, spellings: [name, ...spellings] }));
}
