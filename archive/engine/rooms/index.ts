/** The rooms of an open archive, joined behind its face. */
import type { Archive } from '../../face/index.ts';
import { fail } from '../../lib/result.ts';
import type { OpenArchive } from '../open-archive.ts';
import { claimRoom } from './claims.ts';
import { codeRoom } from './codes.ts';
import { comparisonRoom } from './comparison.ts';
import { custodyRoom } from './custody.ts';
import { deskRoom } from './desk.ts';
import { dossierRoom } from './dossiers.ts';
import { exchangeRoom } from './exchange.ts';
import { gatheringRoom } from './gatherings.ts';
import { intakeRoom } from './intake.ts';
import { keyRoom } from './keys.ts';
import { lifeRoom } from './life.ts';
import { nameRoom } from './names.ts';
import { pictureRoom } from './pictures.ts';
import { reuseRoom } from './reuse.ts';
import { searchRoom } from './search.ts';
import { speechRoom } from './speech.ts';
import { textRoom } from './texts.ts';
import { trashRoom } from './trash.ts';
import { timelineRoom } from './timeline.ts';

export function joinRooms(open: OpenArchive): Archive {
  return {
    ...lifeRoom(open),
    ...whileOpen(open, {
      ...keyRoom(open),
      ...intakeRoom(open),
      ...textRoom(open),
      ...speechRoom(open),
      ...pictureRoom(open),
      ...deskRoom(open),
      ...codeRoom(open),
      ...nameRoom(open),
      ...trashRoom(open),
      ...gatheringRoom(open),
      ...timelineRoom(open),
      ...searchRoom(open),
      ...comparisonRoom(open),
      ...reuseRoom(open),
      ...claimRoom(open),
      ...dossierRoom(open),
      ...custodyRoom(open),
      ...exchangeRoom(open),
    }),
  };
}

/** The same calls, which answer `closed` once the archive is closed. */
function whileOpen<Calls extends object>(open: OpenArchive, calls: Calls): Calls {
  const guarded = Object.entries(calls).map(([name, call]) => {
    const ask = call as (...input: readonly unknown[]) => unknown;
    return [
      name,
      (...input: readonly unknown[]) =>
        open.closed ? Promise.resolve(fail('closed')) : ask(...input),
    ];
  });
  return Object.fromEntries(guarded) as Calls;
}
