/** Keeps a time stamp that was obtained elsewhere, and removes one. Its bytes already stand in the vault. */
import { fail, ok } from '../../lib/result.ts';
import { newStampId, type Stamp, type StampId, type StampSubject } from '../../model/index.ts';
import type { Command } from '../store.ts';

export function addStamp(read: Omit<Stamp, 'id' | 'addedAt'>): Command<'stamp-there', Stamp> {
  return (reading, { now }) => {
    const there = reading.all('stamps').some(({ file }) => file.sha256 === read.file.sha256);
    if (there) return fail('stamp-there');
    const record: Stamp = { ...read, id: newStampId(), addedAt: now };
    const { of, file, reading: found } = record;
    const facts = {
      kind: found.kind,
      sha256: file.sha256,
      bytes: file.size,
      [found.imprint.algorithm === 'sha256' ? 'imprint' : `imprint-${found.imprint.algorithm}`]:
        found.imprint.digest,
      ...(of.kind === 'head' && { line: of.line }),
      ...(found.kind === 'rfc3161' && { at: found.at, signature: found.signature }),
    };
    return ok({
      value: record,
      change: {
        puts: [{ collection: 'stamps', record }],
        deletes: [],
        activity: { action: 'stamp.add', subjects: subjectsOf(record.id, of), facts },
      },
    });
  };
}

export function deleteStamp(id: StampId): Command<'stamp-missing', null> {
  return (reading) => {
    const stamp = reading.get('stamps', id);
    if (!stamp) return fail('stamp-missing');
    return ok({
      value: null,
      change: {
        puts: [],
        deletes: [{ collection: 'stamps', id }],
        activity: {
          action: 'stamp.delete',
          subjects: subjectsOf(id, stamp.of),
          facts: { sha256: stamp.file.sha256 },
        },
      },
    });
  };
}

function subjectsOf(id: StampId, of: StampSubject): string[] {
  return of.kind === 'source' ? [id, of.source] : [id];
}
