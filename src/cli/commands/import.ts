/** kuferak import DIR FILE… [--collected-by N] [--url U] */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Archive, ImportOutcome } from '../../../archive/index.ts';
import type { Failure } from '../../../archive/lib/result.ts';
import { type Capture, limits, stated, unknown, withheld } from '../../../archive/model/index.ts';
import { failureText } from '../../messages/failure-text.ts';
import { readArguments, type Run, withArchive } from '../command.ts';
import { print, printJson, t } from '../output.ts';
import { UsageError } from '../usage.ts';

export const importFiles: Run = async (args) => {
  const parsed = readArguments(
    args,
    {
      'collected-by': { type: 'string' },
      'collected-at': { type: 'string' },
      url: { type: 'string' },
    },
    2,
    limits.importFiles,
  );
  const files = parsed.positionals.slice(1);
  const url = parsed.text('url');
  if (url !== undefined && (files.length > 1 || !URL.canParse(url))) throw new UsageError();
  const capture: Capture = {
    collectedBy: statedAs(parsed.text('collected-by')),
    collectedAt: statedAs(parsed.text('collected-at')),
    place: unknown,
    method: unknown,
    device: unknown,
    consent: unknown,
  };
  return withArchive(parsed, async (archive) => {
    const outcomes: ImportOutcome[] = [];
    let failure: Failure | null = null;
    for (const path of files) {
      const taken = await take(archive, path, capture, url);
      if (!taken.ok) {
        failure = taken.error;
        break;
      }
      outcomes.push(taken.value);
    }
    if (parsed.flag('json')) printJson({ outcomes });
    else for (const outcome of outcomes) print(lineOf(outcome));
    const bad = outcomes.find(({ result }) => result.state === 'failed');
    return failure ?? (bad?.result.state === 'failed' ? { code: bad.result.code } : null);
  });
};

async function take(archive: Archive, path: string, capture: Capture, url: string | undefined) {
  const name = basename(path);
  const bytes = await contentOf(path);
  if (typeof bytes === 'string') {
    const outcome: ImportOutcome = { name, result: { state: 'failed', code: bytes } };
    return { ok: true, value: outcome } as const;
  }
  return archive.importFile({ name, bytes, ...(url !== undefined && { address: url }) }, capture);
}

/** The bytes, or the code of why they cannot be had. */
async function contentOf(path: string): Promise<Uint8Array | 'too-large' | 'unreadable'> {
  try {
    if ((await stat(path)).size > limits.originalBytes) return 'too-large';
    return await readFile(path);
  } catch {
    return 'unreadable';
  }
}

function statedAs(value: string | undefined) {
  if (value === undefined || value.trim() === '') return unknown;
  return value === 'withheld' ? withheld : stated(value.trim());
}

function lineOf({ name, result }: ImportOutcome): string {
  switch (result.state) {
    case 'taken':
      return t('command.taken', { shelfmark: result.shelfmark, id: result.source, name });
    case 'already-there':
      return t('command.alreadyThere', { shelfmark: result.shelfmark, id: result.source, name });
    case 'failed':
      return t('command.notTaken', { name, reason: failureText(t, { code: result.code }) });
  }
}
