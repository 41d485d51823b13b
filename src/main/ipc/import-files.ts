/** Files that a person named to the window, taken in: tickets stand for their paths. */
import type { Archive, PartList } from '../../../archive/index.ts';
import type { Job } from '../../../archive/lib/job.ts';
import { fail, ok, type Result } from '../../../archive/lib/result.ts';
import { listParts, mayHoldMany } from '../../files/list-parts.ts';
import { type Given, takeIn } from '../../files/take-in.ts';
import type { Checked, ImportReport } from '../../preload/contract.ts';
import type { Tickets } from './tickets.ts';

/** What can be chosen from in a file that was named; `null` for one that holds itself alone. */
export async function partsOf(
  archive: Archive,
  tickets: Tickets,
  file: string,
  job: Job,
): Promise<Result<PartList | null>> {
  const held = tickets.look(file);
  if (!held) return fail('ticket-expired');
  return (await mayHoldMany(held)) ? listParts(archive, held, job) : ok(null);
}

/** Takes in what was named: each ticket is used up. */
export async function importFiles(
  archive: Archive,
  tickets: Tickets,
  { files, capture, chosen = [], pageFiles = false }: Checked<'sources.import'>,
  job: Job,
): Promise<Result<ImportReport>> {
  const choices = new Map(chosen.map(({ file, ...choice }) => [file, choice]));
  const given = files.map((ticket): Given => {
    const [held, choice] = [tickets.take(ticket), choices.get(ticket)];
    if (!held) return { kind: 'gone', code: 'ticket-expired' };
    return choice ? { ...held, chosen: choice } : held;
  });
  const options = { address: undefined, pageFiles, except: null };
  const { outcomes, cancelled, failure } = await takeIn(archive, given, capture, options, job);
  // What was taken before something went wrong with the archive is told all the same.
  if (failure) return outcomes.length > 0 ? ok({ outcomes, cancelled: true }) : fail(failure.code);
  return ok({ outcomes, cancelled });
}
