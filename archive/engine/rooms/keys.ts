/** What opens the archive, and new keys for all of it. */
import type { KeyCalls } from '../../face/index.ts';
import { quietJob } from '../../lib/job.ts';
import { ok } from '../../lib/result.ts';
import { note } from '../../store/commands/archive.ts';
import type { OpenArchive } from '../open-archive.ts';
import { wantedBlobs } from '../references.ts';

export function keyRoom(open: OpenArchive): KeyCalls {
  const { vault, store } = open;
  const { holders } = vault;
  return {
    slots: () => holders.list(),
    changePassphrase: (current, next) => holders.changePassphrase(current, next),
    addPassphrase: (current, next) => holders.addPassphrase(current, next),
    addRecoveryWords: (current) => holders.addRecoveryWords(current),
    addShares: (current, counts) => holders.addShares(current, counts),
    removeSlot: (current, slot) => holders.remove(current, slot),

    async rekey(current, next) {
      const begun = await vault.rekey.begin(current, next);
      if (begun.ok) await store.run(note('archive.rekey', { step: 'begun' }));
      return begun;
    },

    async continueRekey(job = quietJob) {
      if (!vault.rekey.underWay) return ok(null);
      const ended = await open.hold(
        vault.rekey.goOn(
          () => store.stored(),
          () => wantedBlobs(store),
          { ...job, signal: AbortSignal.any([job.signal, open.ending]) },
        ),
      );
      if (ended.ok) await store.run(note('archive.rekey', { step: 'ended' }));
      return ended;
    },
  };
}
