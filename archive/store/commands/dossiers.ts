/** Adds a dossier, changes it, removes it, and notes that it left the archive. */
import { fail, ok, type Result } from '../../lib/result.ts';
import {
  type ChronologyEntry,
  type Dossier,
  type DossierId,
  type EntityId,
  limits,
  newDossierId,
  newSectionId,
  profileOf,
  type Section,
  type Sharing,
} from '../../model/index.ts';
import type { DossierDraft, DossierPatch, SectionDraft } from '../../requests.ts';
import type { Reading } from '../state.ts';
import type { Command } from '../store.ts';
import { patched } from './patched.ts';

type Missing = 'quote-missing' | 'source-missing' | 'claim-missing';

export function addDossier(draft: DossierDraft): Command<Missing, Dossier> {
  return (reading, { now }) => {
    const sections = sectionsOf(reading, draft.sections);
    if (!sections.ok) return sections;
    const record: Dossier = {
      ...draft,
      id: newDossierId(),
      version: 1,
      sections: sections.value,
      createdAt: now,
      changedAt: now,
    };
    return put(record, 'dossier.add', {});
  };
}

export function editDossier(
  id: DossierId,
  patch: DossierPatch,
): Command<Missing | 'dossier-missing', Dossier> {
  return (reading, { now }) => {
    const dossier = reading.get('dossiers', id);
    if (!dossier) return fail('dossier-missing');
    const { sections, ...rest } = patch;
    const kept =
      sections === undefined
        ? ok<readonly Section[]>(dossier.sections)
        : sectionsOf(reading, sections);
    if (!kept.ok) return kept;
    return put(
      { ...patched(dossier, rest), sections: [...kept.value], changedAt: now },
      'dossier.edit',
      {},
    );
  };
}

export function deleteDossier(id: DossierId): Command<'dossier-missing', null> {
  return (reading) => {
    if (!reading.get('dossiers', id)) return fail('dossier-missing');
    return ok({
      value: null,
      change: {
        puts: [],
        deletes: [{ collection: 'dossiers', id }],
        activity: { action: 'dossier.delete', subjects: [id], facts: {} },
      },
    });
  };
}

/** Which pseudonym an entity was printed with. */
interface Printed {
  readonly entity: EntityId;
  readonly number: number | null;
}

/**
 * Notes an export; the next one has the next version, and the same pseudonyms. `sha256` is of the PDF's bytes, `names`
 * how many left that should not.
 */
export function noteExport(
  id: DossierId,
  {
    recipient,
    ...facts
  }: {
    readonly sha256: string;
    readonly bytes: number;
    readonly pages: number;
    readonly names: number;
    /** For whom it is; empty when that is not said. */
    readonly recipient: string;
  } & Readonly<Record<string, string | number>>,
  marks: readonly Printed[],
): Command<'dossier-missing', Dossier> {
  return (reading) => {
    const dossier = reading.get('dossiers', id);
    if (!dossier) return fail('dossier-missing');
    const { sharing = null, version } = dossier;
    const record = {
      ...dossier,
      version: version + 1,
      ...(sharing && { sharing: withNumbers(sharing, marks) }),
    };
    const profile = sharing ? (profileOf(sharing.levels) ?? 'mixed') : 'none';
    return put(record, 'dossier.export', {
      ...facts,
      profile,
      version,
      ...(recipient === '' ? {} : { recipient }),
    });
  };
}

/** A number once printed stays; more than a record holds are not kept. */
export function withNumbers(sharing: Sharing, marks: readonly Printed[]): Sharing {
  const numbers = new Map(marks.map(({ entity, number }) => [entity, number]));
  const known = new Set(sharing.entities.map(({ entity }) => entity));
  const added = marks
    .filter(({ entity, number }) => number !== null && !known.has(entity))
    .map(({ entity, number }) => ({ entity, treatment: null, pseudonym: '', number }));
  return {
    ...sharing,
    entities: [
      ...sharing.entities.map((choice) => ({
        ...choice,
        number: choice.number ?? numbers.get(choice.entity) ?? null,
      })),
      ...added,
    ].slice(0, limits.listLength),
  };
}

function put(
  record: Dossier,
  action: 'dossier.add' | 'dossier.edit' | 'dossier.export',
  facts: Readonly<Record<string, string | number>>,
) {
  return ok({
    value: record,
    change: {
      puts: [{ collection: 'dossiers' as const, record }],
      deletes: [],
      activity: { action, subjects: [record.id], facts },
    },
  });
}

function sectionsOf(reading: Reading, drafts: readonly SectionDraft[]): Result<Section[], Missing> {
  const sections: Section[] = [];
  for (const draft of drafts) {
    const missing = missingIn(reading, draft);
    if (missing) return fail(missing);
    sections.push({ ...draft, id: draft.id ?? newSectionId() });
  }
  return ok(sections);
}

function missingIn(reading: Reading, draft: SectionDraft): Missing | null {
  switch (draft.kind) {
    case 'quote':
      return reading.get('quotes', draft.quote) ? null : 'quote-missing';
    case 'source':
      return reading.get('sources', draft.source) ? null : 'source-missing';
    case 'comparison':
      return reading.get('sources', draft.a) && reading.get('sources', draft.b)
        ? null
        : 'source-missing';
    case 'claim':
      return reading.get('claims', draft.claim) ? null : 'claim-missing';
    case 'chronology':
      return draft.entries.map((entry) => missingEntry(reading, entry)).find(Boolean) ?? null;
    case 'heading':
    case 'text':
      return null;
  }
}

function missingEntry(reading: Reading, entry: ChronologyEntry): Missing | null {
  switch (entry.kind) {
    case 'source':
      return reading.get('sources', entry.source) ? null : 'source-missing';
    case 'quote':
      return reading.get('quotes', entry.quote) ? null : 'quote-missing';
    case 'claim-row':
      return reading.get('claims', entry.claim)?.rows.some(({ id }) => id === entry.row)
        ? null
        : 'claim-missing';
  }
}
