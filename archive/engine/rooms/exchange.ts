/** The archive, or what of it may be shown, in formats of others. */
import { markWords } from '../../dossier/index.ts';
import { exportArchive } from '../../exchange/index.ts';
import type { ExchangeCalls, ExportSummary } from '../../face/index.ts';
import { toIso } from '../../lib/clock.ts';
import { quietJob } from '../../lib/job.ts';
import { fail, ok } from '../../lib/result.ts';
import { profileOf } from '../../model/index.ts';
import { note } from '../../store/commands/archive.ts';
import { headText } from '../../store/head-text.ts';
import { inOrder } from '../../store/log.ts';
import { VERSION } from '../../version.ts';
import { liesIn } from '../deliver.ts';
import type { OpenArchive } from '../open-archive.ts';
import { aboutOf } from './life.ts';
import { originalOf } from './original-of.ts';
import { stampFileOf } from './stamp-file-of.ts';

type Leaving = Parameters<typeof exportArchive>[0];

export function exchangeRoom(open: OpenArchive): ExchangeCalls {
  return {
    async exportAll({ format, sharing, files: leaving, despiteNames }, path, job = quietJob) {
      if (await liesIn(path, open.folder)) return fail('target-inside-archive');
      const options = {
        madeAt: toIso(open.clock.now()),
        appVersion: VERSION,
        despiteNames,
        ...(sharing && { redaction: { sharing, words: markWords('en'), files: leaving } }),
      };
      const exported = await exportArchive(viewOf(open), format, path, options, job);
      if (!exported.ok) return exported;
      const { files, bytes, protectedNames, unchecked } = exported.value;
      const summary: ExportSummary = { files, bytes, protectedNames, unchecked };
      if (open.store.readOnly !== null) return ok(summary);
      const profile = sharing ? (profileOf(sharing.levels) ?? 'mixed') : 'none';
      const noted = await open.run(
        note('archive.export', { format, files, bytes, profile, names: protectedNames, unchecked }),
      );
      return noted.ok ? ok(summary) : noted;
    },
  };
}

/** The whole archive, as an export reads it. */
export function viewOf(open: OpenArchive): Leaving {
  const { reading, vault } = open;
  return {
    about: aboutOf(reading),
    sources: reading.all('sources'),
    quotes: reading.all('quotes'),
    tags: reading.all('tags'),
    entities: reading.all('entities'),
    dossiers: reading.all('dossiers'),
    claims: reading.all('claims'),
    pairings: reading.all('pairings'),
    searches: reading.all('searches'),
    gatherings: reading.all('gatherings'),
    profiles: reading.all('profiles'),
    stamps: reading.all('stamps'),
    activities: inOrder(reading.all('activities')),
    stampFile: (id) => stampFileOf(open, id),
    headText: (number) => {
      const line = reading.all('activities').find((one) => one.number === number);
      return line ? headText(line) : '';
    },
    text: async (id) => {
      const stored = await open.textOf(id);
      return stored.ok ? ok(stored.value?.document ?? null) : stored;
    },
    original: (id) => originalOf(open, id),
    pageFile: ({ blob }) => vault.blobs.get(blob),
  };
}
