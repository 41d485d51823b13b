/** The archive, or what of it may be shown, in formats of others. */
import { coveredMark, markWords } from '../../dossier/index.ts';
import { exportArchive } from '../../exchange/index.ts';
import type { ExchangeCalls, ExportSummary } from '../../face/index.ts';
import { createPictures, type Pictures } from '../../import/index.ts';
import { toIso } from '../../lib/clock.ts';
import { quietJob } from '../../lib/job.ts';
import { fail, ok, type Result } from '../../lib/result.ts';
import { profileOf, regionsOf, type Source } from '../../model/index.ts';
import { note } from '../../store/commands/archive.ts';
import { headText } from '../../store/head-text.ts';
import { inOrder } from '../../store/log.ts';
import { VERSION } from '../../version.ts';
import { coveredView } from '../covered-view.ts';
import { earlierWhole } from '../earlier-export.ts';
import { liesIn } from '../deliver.ts';
import type { OpenArchive } from '../open-archive.ts';
import { aboutOf } from './life.ts';
import { originalOf } from './original-of.ts';
import { stampFileOf } from './stamp-file-of.ts';

type Leaving = Parameters<typeof exportArchive>[0];

export function exchangeRoom(open: OpenArchive): ExchangeCalls {
  return {
    async exportAll(
      { format, sharing, files: leaving, despiteNames, despiteParts = false, recipient = '' },
      path,
      job = quietJob,
    ) {
      if (await liesIn(path, open.folder)) return fail('target-inside-archive');
      const options = {
        madeAt: toIso(open.clock.now()),
        appVersion: VERSION,
        despiteNames,
        ...(sharing && { redaction: { sharing, words: markWords('en'), files: leaving } }),
      };
      const uncovered = sharing ? 0 : withCoveredParts(open.reading.all('sources'));
      if (uncovered > 0 && !despiteParts) return fail('parts-protected', { count: uncovered });
      const exported = await withView(open, sharing ? coveredMark('en') : null, (view) =>
        exportArchive(view, format, path, options, job),
      );
      if (!exported.ok) return exported;
      const { files, bytes, protectedNames, possibleNames, ...rest } = exported.value;
      const { unchecked, heldBack, digest } = rest;
      const earlier = earlierWhole(open.reading, recipient);
      const summary: ExportSummary = {
        ...{ files, bytes, protectedNames, possibleNames, unchecked, heldBack },
        ...{ digest, earlier },
      };
      if (open.store.readOnly !== null) return ok(summary);
      const profile = sharing ? (profileOf(sharing.levels) ?? 'mixed') : 'none';
      const noted = await open.run(
        note('archive.export', {
          ...{ format, files, bytes, profile, names: protectedNames, unchecked },
          ...(heldBack > 0 && { heldBack }),
          ...{ digestOf: digest.of, sha256: digest.sha256 },
          ...(uncovered > 0 && { uncovered }),
          ...(recipient !== '' && { recipient }),
        }),
      );
      return noted.ok ? ok(summary) : noted;
    },
  };
}

/** How many pictures have parts that must not leave. */
export function withCoveredParts(sources: readonly Source[]): number {
  return sources.filter((source) => regionsOf(source).length > 0).length;
}

/** Lets `use` have the archive as an export reads it: with `mark`, without what parts of pictures must not tell. */
export async function withView<T, C extends string>(
  open: OpenArchive,
  mark: string | null,
  use: (view: Leaving) => Promise<Result<T, C>>,
  part: Partial<Leaving> = {},
): Promise<Result<T, C | 'damaged'>> {
  const whole = { ...viewOf(open), ...part };
  if (mark === null) return use(whole);
  let pictures: Pictures | null = null;
  try {
    const parts = {
      covering: open.covering,
      mark,
      pictures: () => (pictures ??= createPictures()),
    };
    const view = await coveredView(whole, parts);
    return view.ok ? await use(view.value) : view;
  } finally {
    await (pictures as Pictures | null)?.close();
  }
}

/** The whole archive as it is. */
function viewOf(open: OpenArchive): Leaving {
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
