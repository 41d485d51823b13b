/** Takes a source in that has been read and whose bytes already stand in the vault. */
import { ok } from '../../lib/result.ts';
import {
  newSourceId,
  type Put,
  type Reading as ReadingOfIt,
  type Source,
} from '../../model/index.ts';
import { assert } from '../../lib/assert.ts';
import type { Command } from '../store.ts';
import type { Reading } from '../state.ts';

export type ReadSource = Omit<
  Source,
  'id' | 'shelfmark' | 'versionOf' | 'tags' | 'note' | 'graphic' | 'addedAt' | 'changedAt'
>;

/** A source whose original has the same bytes. */
export function sameBytes(reading: Reading, sha256: string): Source | undefined {
  return reading.all('sources').find((source) => source.original.sha256 === sha256);
}

export function importSource(read: ReadSource): Command<never, Source> {
  return (reading, { now }) => {
    const about = reading.get('about', 'archive');
    assert(about, 'an open archive says what it is');
    const number = about.lastShelfmark + 1;
    const record: Source = {
      ...read,
      id: newSourceId(),
      shelfmark: `K-${String(number).padStart(4, '0')}`,
      versionOf: sameAddress(reading, read.metadata.address)?.id ?? null,
      tags: [],
      note: '',
      graphic: false,
      addedAt: now,
      changedAt: now,
    };
    const puts: Put[] = [
      { collection: 'about', record: { ...about, lastShelfmark: number } },
      { collection: 'sources', record },
    ];
    const facts = {
      sha256: read.original.sha256,
      sha512: read.original.sha512,
      bytes: read.original.size,
      ...(read.partOf !== undefined && { partOf: read.partOf }),
      ...(read.pageFiles && { pageFiles: read.pageFiles.length }),
      ...countChecks(read.metadata.readings),
    };
    return ok({
      value: record,
      change: {
        puts,
        deletes: [],
        activity: { action: 'source.import', subjects: [record.id], facts },
      },
    });
  };
}

/** How many digests that came along were found to fit, and how many not. */
export function countChecks(readings: readonly ReadingOfIt[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { field, value } of readings) {
    if (field !== 'check') continue;
    const name = `digests-${value}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

/** The newest source that was collected from the same address. */
export function sameAddress(reading: Reading, address: string | null): Source | undefined {
  if (address === null) return undefined;
  const key = addressKey(address);
  let newest: Source | undefined;
  for (const source of reading.all('sources'))
    if (keyOf(source) === key && (!newest || newest.addedAt <= source.addedAt)) newest = source;
  return newest;
}

/** Records are replaced, never changed: a key once made holds. Lists of thousands of addresses ask for each. */
const keys = new WeakMap<Source, string | null>();

function keyOf(source: Source): string | null {
  const known = keys.get(source);
  if (known !== undefined) return known;
  const { address } = source.metadata;
  const key = address === null ? null : addressKey(address);
  keys.set(source, key);
  return key;
}

/** Addresses that lead to the same page: without scheme, `www.`, fragment and closing slash. */
function addressKey(address: string): string {
  return address
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/#.*$/, '')
    .replace(/\/$/, '');
}
