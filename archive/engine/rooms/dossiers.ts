/** Dossiers: composing, looking at what would leave, and letting it leave. */
import { createHash } from 'node:crypto';
import { type DossierMaterial, type MadePdf, makeDossierPdf } from '../../dossier/index.ts';
import type { DossierCalls, DossierInspection } from '../../face/index.ts';
import { createPictures, type Pictures } from '../../import/index.ts';
import { toIso } from '../../lib/clock.ts';
import { type Job, quietJob } from '../../lib/job.ts';
import { fail, ok, type Result } from '../../lib/result.ts';
import type { Dossier, DossierId } from '../../model/index.ts';
import {
  addDossier,
  deleteDossier,
  editDossier,
  noteExport,
} from '../../store/commands/dossiers.ts';
import { deliver, liesIn } from '../deliver.ts';
import { earlierExport } from '../earlier-export.ts';
import { gatherMaterial } from '../material.ts';
import type { OpenArchive } from '../open-archive.ts';

export function dossierRoom(open: OpenArchive): DossierCalls {
  return {
    addDossier: (draft) => open.run(addDossier(draft)),
    editDossier: (id, patch) => open.run(editDossier(id, patch)),
    deleteDossier: (id) => open.run(deleteDossier(id)),

    async previewDossier(id, job = quietJob) {
      const dossier = dossierOf(open, id);
      if (!dossier.ok) return dossier;
      const made = await typeset(open, dossier.value, {}, job);
      return made.ok ? ok({ pdf: made.value.pdf, pages: made.value.pages }) : made;
    },

    async inspectDossier(id, job = quietJob) {
      const dossier = dossierOf(open, id);
      if (!dossier.ok) return dossier;
      const options = { allowProtected: true, readBack: true };
      const made = await typeset(open, dossier.value, options, job);
      if (!made.ok) return made;
      const { pages, marks, leaks, contents } = made.value;
      const inspection: DossierInspection = {
        pages,
        contents,
        earlier: earlierExport(open.reading, dossier.value),
        marks: marks.map(({ entity, mark, treatment, count }) => {
          return { entity, mark, treatment, count };
        }),
        leaks,
      };
      return ok(inspection);
    },

    async exportDossier(id, path, { despiteNames = false, recipient = '' } = {}, job = quietJob) {
      const dossier = dossierOf(open, id);
      if (!dossier.ok) return dossier;
      if (await liesIn(path, open.folder)) return fail('target-inside-archive');
      const options = { allowProtected: despiteNames, readBack: true };
      const made = await typeset(open, dossier.value, options, job);
      if (!made.ok) return made;
      const { pdf, pages, marks, leaks } = made.value;
      const named = new Set(leaks.map(({ entity }) => entity)).size;
      if (named > 0 && !despiteNames) return fail('names-protected', { count: named });
      const sha256 = createHash('sha256').update(pdf).digest('hex');
      const delivered = await deliver(path, pdf);
      if (!delivered.ok) return delivered;
      // A dossier may leave an archive that is open for reading only; then there is no line for it.
      if (open.store.readOnly === null) {
        const noted = await open.run(
          noteExport(id, { sha256, bytes: pdf.length, pages, names: named, recipient }, marks),
        );
        if (!noted.ok) return noted;
      }
      return ok({ pages, sha256 });
    },
  };
}

function dossierOf({ reading }: OpenArchive, id: DossierId): Result<Dossier, 'dossier-missing'> {
  const dossier = reading.get('dossiers', id);
  return dossier ? ok(dossier) : fail('dossier-missing');
}

type TypesetFailure =
  | 'damaged'
  | 'no-text'
  | 'dossier-empty'
  | 'names-protected'
  | 'image-unreadable'
  | 'typesetting-failed'
  | 'font-missing'
  | 'cancelled';

async function typeset(
  { reading, texts, vault, deriving, clock }: OpenArchive,
  dossier: Dossier,
  options: Pick<DossierMaterial, 'allowProtected' | 'readBack'>,
  job: Job,
): Promise<Result<MadePdf, TypesetFailure>> {
  let pictures: Pictures | null = null;
  const material = await gatherMaterial(
    {
      reading,
      texts,
      vault,
      stand: (source) => deriving.stand(source),
      pictures: () => (pictures ??= createPictures()),
    },
    dossier,
    toIso(clock.now()),
  ).finally(() => pictures?.close());
  if (!material.ok) return fail(material.error.code === 'no-text' ? 'no-text' : 'damaged');
  return makeDossierPdf({ ...material.value, ...options }, job);
}
