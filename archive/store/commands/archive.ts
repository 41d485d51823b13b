/** Begins an archive, and notes what was done with it as a whole. */
import { assert } from '../../lib/assert.ts';
import { ok } from '../../lib/result.ts';
import {
  type About,
  type Action,
  SCHEMA,
  type SigningKey,
  type Stated,
} from '../../model/index.ts';
import type { Command } from '../store.ts';

export function beginArchive(name: string): Command<never, About> {
  return (_reading, { now }) => {
    const record: About = { id: 'archive', name, createdAt: now, schema: SCHEMA, lastShelfmark: 0 };
    return ok({
      value: record,
      change: {
        puts: [{ collection: 'about', record }],
        deletes: [],
        activity: { action: 'archive.create', subjects: ['archive'], facts: { schema: SCHEMA } },
      },
    });
  };
}

/** From now on lines of the log name this actor; the one that says so is the first. */
export function setActor(actor: Stated): Command<never, null> {
  return (reading) => {
    const about = reading.get('about', 'archive');
    assert(about, 'an open archive says what it is');
    return ok({
      value: null,
      change: {
        puts: [{ collection: 'about', record: { ...about, actor } }],
        deletes: [],
        activity: { action: 'archive.actor', subjects: ['archive'], facts: {} },
      },
    });
  };
}

/** Keeps a key for signing; the one that is there already stays. Answers the one that is kept. */
export function keepSigningKey(made: Omit<SigningKey, 'madeAt'>): Command<never, SigningKey> {
  return (reading, { now }) => {
    const about = reading.get('about', 'archive');
    assert(about, 'an open archive says what it is');
    const signingKey = about.signingKey ?? { ...made, madeAt: now };
    return ok({
      value: signingKey,
      change: {
        puts: [{ collection: 'about', record: { ...about, signingKey } }],
        deletes: [],
        activity: {
          action: 'archive.signing-key',
          subjects: ['archive'],
          facts: { fingerprint: signingKey.fingerprint },
        },
      },
    });
  };
}

/** A line of the log without a change of records. */
export function note(
  action: Extract<
    Action,
    | 'archive.export'
    | 'archive.verify'
    | 'archive.rekey'
    | 'names.export'
    | 'wording.export'
    | 'comparison.export'
    | 'codes.export'
    | 'claims.export'
    | 'timeline.export'
    | 'source.choose'
  >,
  facts: Readonly<Record<string, string | number>>,
  subjects: readonly string[] = ['archive'],
): Command<never, null> {
  return () =>
    ok({
      value: null,
      change: { puts: [], deletes: [], activity: { action, subjects: [...subjects], facts } },
    });
}

/**
 * That the archive was put together from what could be read of a damaged one. A signing key whose secret half is among
 * the `lost` blobs signs nothing any more: another one is made when it is wanted.
 */
export function noteSalvage(
  report: {
    readonly missing: readonly unknown[];
    readonly damaged: readonly unknown[];
    readonly itemsWithoutFiles: readonly string[];
    readonly recovered: readonly string[];
  },
  lost: ReadonlySet<string>,
): Command<never, null> {
  const { missing, damaged, itemsWithoutFiles, recovered } = report;
  const facts = {
    damagedFiles: damaged.length,
    missingChanges: missing.length,
    itemsWithoutFiles: itemsWithoutFiles.length,
    recovered: recovered.length,
  };
  return (reading) => {
    const about = reading.get('about', 'archive');
    assert(about, 'an open archive says what it is');
    const { signingKey, ...rest } = about;
    const keyless = signingKey !== undefined && lost.has(signingKey.blob);
    return ok({
      value: null,
      change: {
        puts: keyless ? [{ collection: 'about', record: rest }] : [],
        deletes: [],
        activity: { action: 'archive.salvage', subjects: ['archive'], facts },
      },
    });
  };
}
