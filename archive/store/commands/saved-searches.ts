/** Keeps a search under a name, changes one, and removes one. No two have the same name. */
import { fail, ok } from '../../lib/result.ts';
import { newSavedSearchId, type SavedSearch, type SavedSearchId } from '../../model/index.ts';
import type { SavedSearchDraft, SavedSearchPatch } from '../../requests.ts';
import type { Reading } from '../state.ts';
import type { Command } from '../store.ts';
import { patched } from './patched.ts';

export function addSavedSearch(draft: SavedSearchDraft): Command<'search-exists', SavedSearch> {
  return (reading, { now }) => {
    if (named(reading, draft.name)) return fail('search-exists');
    const record = { ...draft, id: newSavedSearchId(), createdAt: now, changedAt: now };
    return put(record, 'search.save');
  };
}

export function editSavedSearch(
  id: SavedSearchId,
  patch: SavedSearchPatch,
): Command<'search-missing' | 'search-exists', SavedSearch> {
  return (reading, { now }) => {
    const search = reading.get('searches', id);
    if (!search) return fail('search-missing');
    const record = { ...patched(search, patch), changedAt: now };
    const other = named(reading, record.name);
    if (other && other.id !== id) return fail('search-exists');
    return put(record, 'search.edit');
  };
}

export function deleteSavedSearch(id: SavedSearchId): Command<'search-missing', null> {
  return (reading) => {
    if (!reading.get('searches', id)) return fail('search-missing');
    return ok({
      value: null,
      change: {
        puts: [],
        deletes: [{ collection: 'searches', id }],
        activity: { action: 'search.delete', subjects: [id], facts: {} },
      },
    });
  };
}

function put(record: SavedSearch, action: 'search.save' | 'search.edit') {
  return ok({
    value: record,
    change: {
      puts: [{ collection: 'searches' as const, record }],
      deletes: [],
      activity: { action, subjects: [record.id], facts: {} },
    },
  });
}

function named(reading: Reading, name: string): SavedSearch | undefined {
  const wanted = plain(name);
  return reading.all('searches').find((search) => plain(search.name) === wanted);
}

const plain = (name: string) => name.normalize('NFC').toLowerCase();
