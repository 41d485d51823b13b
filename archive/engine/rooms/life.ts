/** What an open archive is, all of its small records, and the calls of its life. */
import type { ArchiveState, LifeCalls, Records } from '../../face/index.ts';
import { assert } from '../../lib/assert.ts';
import { fail, ok } from '../../lib/result.ts';
import type { About } from '../../model/index.ts';
import { setActor } from '../../store/commands/archive.ts';
import type { Reading } from '../../store/state.ts';
import type { OpenArchive } from '../open-archive.ts';

/** These answer for themselves also when the archive is closed. */
export function lifeRoom(open: OpenArchive): LifeCalls {
  const { store } = open;
  return {
    state: () => Promise.resolve(open.closed ? fail('closed') : ok(stateOf(open))),
    records: () => Promise.resolve(open.closed ? fail('closed') : ok(recordsOf(open))),
    close: () => open.close(),
    onChanged: (listener) => store.onChanged(listener),
    onTrouble: (listener) => store.onTrouble(listener),
    resume: () => store.resume(),
    discardUnsaved: () => {
      store.discardUnsaved();
      return Promise.resolve(open.closed ? fail('closed') : ok(null));
    },
    undo: () => store.undo(),
    redo: () => store.redo(),
    setActor: (actor) => open.run(setActor(actor)),
    actAs: (actor) => {
      store.actAs(actor);
      return Promise.resolve(open.closed ? fail('closed') : ok(null));
    },
  };
}

export function aboutOf(reading: Reading): About {
  const about = reading.get('about', 'archive');
  assert(about, 'an open archive says what it is');
  return about;
}

function stateOf({ vault, store, reading }: OpenArchive): ArchiveState {
  return {
    name: aboutOf(reading).name,
    archiveId: vault.id,
    words: vault.words(),
    readOnly: store.readOnly?.code ?? null,
    unsaved: store.unsaved,
    rekeying: vault.rekey.underWay,
    notices: vault.notices.map(({ code }) => code),
    seq: store.head.number,
  };
}

function recordsOf({ store, reading }: OpenArchive): Records {
  const sources = reading.all('sources');
  const counts = sources.map(({ id }) => [id, reading.countQuotes(id)] as const);
  return {
    seq: store.head.number,
    about: aboutOf(reading),
    sources,
    tags: reading.all('tags'),
    entities: reading.all('entities'),
    dossiers: reading.all('dossiers'),
    profiles: reading.all('profiles'),
    stamps: reading.all('stamps'),
    searches: reading.all('searches'),
    claims: reading.all('claims'),
    pairings: reading.all('pairings'),
    gatherings: reading.all('gatherings'),
    trashed: reading.all('trash').map(({ id }) => id),
    quoteCounts: Object.fromEntries(counts.filter(([, count]) => count > 0)),
  };
}
