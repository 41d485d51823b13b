/** What most tests put into an archive: a file, and a quote of its words. */
import type { Archive } from '../../archive/index.ts';
import type { Source, SourceId } from '../../archive/model/index.ts';
import type { QuoteDraft } from '../../archive/requests.ts';
import { must } from './archives.ts';
import { capture } from './capture.ts';

export async function takeIn(
  archive: Archive,
  name: string,
  content: Uint8Array | string,
): Promise<SourceId> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const { result } = must(await archive.importFile({ name, bytes }, capture));
  if (result.state !== 'taken') throw new Error(result.state);
  return result.source;
}

export async function sourceIn(archive: Archive, id: SourceId): Promise<Source> {
  const found = must(await archive.records()).sources.find((source) => source.id === id);
  if (!found) throw new Error('there is no such source');
  return found;
}

/** Of words, and nothing said of them. */
export function wordsOf(
  source: SourceId,
  exact: string,
  more: Partial<QuoteDraft> = {},
): QuoteDraft {
  return {
    source,
    passage: { kind: 'words', exact },
    speaker: null,
    attribution: null,
    saidOn: null,
    translation: null,
    note: '',
    tags: [],
    check: 'unchecked',
    ...more,
  };
}
