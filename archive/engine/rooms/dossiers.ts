/** Dossiers: composing, looking at what would leave, and letting it leave. */
import { createHash } from 'node:crypto';
import {
  coveredMark,
  type DossierFailure,
  type DossierMaterial,
  type MadePdf,
  makeDossierPdf,
  markWords,
} from '../../dossier/index.ts';
import { exportPackage, mayPack, type PackageMatter } from '../../exchange/index.ts';
import type {
  DossierCalls,
  PrintFailure,
  DossierInspection,
  PackageSummary,
} from '../../face/index.ts';
import { createPictures, type Pictures } from '../../import/index.ts';
import { toIso } from '../../lib/clock.ts';
import { type Job, quietJob } from '../../lib/job.ts';
import { fail, ok, type Result } from '../../lib/result.ts';
import type { Dossier, DossierId, EntityId } from '../../model/index.ts';
import type { PackageRequest } from '../../requests.ts';
import {
  addDossier,
  deleteDossier,
  editDossier,
  noteExport,
  withNumbers,
} from '../../store/commands/dossiers.ts';
import { compareDocuments } from '../comparing.ts';
import { deliver, liesIn } from '../deliver.ts';
import { earlierExport } from '../earlier-export.ts';
import { gatherMaterial } from '../material.ts';
import type { OpenArchive } from '../open-archive.ts';
import { signerIn } from '../signing-key.ts';
import { withView } from './exchange.ts';
import type { Answer } from './answer.ts';
import { VERSION } from '../../version.ts';

export function dossierRoom(open: OpenArchive): DossierCalls {
  return {
    addDossier: (draft) => open.run(addDossier(draft)),
    editDossier: (id, patch) => open.run(editDossier(id, patch)),
    deleteDossier: (id) => open.run(deleteDossier(id)),

    async previewDossier(id, job = quietJob) {
      const dossier = dossierOf(open, id);
      if (!dossier.ok) return dossier;
      const material = await gather(open, dossier.value, job);
      if (!material.ok) return material;
      const made = await open.previews.make(material.value, job);
      return made.ok ? ok({ pdf: made.value.pdf, pages: made.value.pages }) : made;
    },

    async inspectDossier(id, job = quietJob) {
      const dossier = dossierOf(open, id);
      if (!dossier.ok) return dossier;
      const options = { allowProtected: true, readBack: true };
      const made = await typeset(open, dossier.value, options, job);
      if (!made.ok) return made;
      const { pages, marks, leaks, possible, contents } = made.value;
      const inspection: DossierInspection = {
        pages,
        contents,
        earlier: earlierExport(open.reading, dossier.value),
        marks: marks.map(({ entity, mark, treatment, count }) => {
          return { entity, mark, treatment, count };
        }),
        leaks,
        possible,
      };
      return ok(inspection);
    },

    async exportDossier(id, path, options = {}, job = quietJob) {
      const { despiteNames = false, recipient = '', madeAt } = options;
      const dossier = dossierOf(open, id);
      if (!dossier.ok) return dossier;
      if (await liesIn(path, open.folder)) return fail('target-inside-archive');
      const checks = { allowProtected: despiteNames, readBack: true };
      const made = await typeset(open, dossier.value, checks, job, madeAt);
      if (!made.ok) return made;
      const { pdf, pages, marks, leaks, possible } = made.value;
      const named = new Set(leaks.map(({ entity }) => entity)).size;
      if (named > 0 && !despiteNames) return fail('names-protected', { count: named });
      const sha256 = createHash('sha256').update(pdf).digest('hex');
      const delivered = await deliver(path, pdf);
      if (!delivered.ok) return delivered;
      // A dossier may leave an archive that is open for reading only; then there is no line for it.
      if (open.store.readOnly === null) {
        const facts = { sha256, bytes: pdf.length, pages, names: named, recipient };
        const noted = await open.run(
          noteExport(id, { ...facts, ...(madeAt !== undefined && { madeAt }) }, marks),
        );
        if (!noted.ok) return noted;
      }
      return ok({ pages, sha256, possible });
    },

    async exportPackage(id, path, request, job = quietJob) {
      const dossier = dossierOf(open, id);
      if (!dossier.ok) return dossier;
      if (await liesIn(path, open.folder)) return fail('target-inside-archive');
      return writePackage(open, dossier.value, path, request, job);
    },

    async signingKey() {
      const signer = await signerIn(open);
      if (!signer.ok) return signer;
      const { publicKey, fingerprint } = signer.value;
      return ok({ publicKey, fingerprint });
    },
  };
}

async function writePackage(
  open: OpenArchive,
  dossier: Dossier,
  path: string,
  request: PackageRequest,
  job: Job,
): Promise<Answer<'exportPackage'>> {
  const { despiteNames, recipient, form, files, seal } = request;
  const may = await mayPack(path, seal);
  if (!may.ok) return may;
  const options = { allowProtected: despiteNames, readBack: true };
  const gathered = await gather(open, dossier, job);
  if (!gathered.ok) return gathered;
  const made = await makePdf(open, { ...gathered.value, ...options }, job);
  if (!made.ok) return made;
  const { pages, pdf } = made.value;
  const named = new Set(made.value.leaks.map(({ entity }) => entity));
  if (named.size > 0 && !despiteNames) return fail('names-protected', { count: named.size });
  const signer = await signerIn(open);
  if (!signer.ok) return signer;
  const { sharing = null } = dossier;
  const matter: Omit<PackageMatter, 'view'> = {
    // A mark means the same person as in the PDF.
    dossier: { ...dossier, ...(sharing && { sharing: withNumbers(sharing, made.value.marks) }) },
    exhibits: exhibitsOf(gathered.value),
    pdf,
    named,
    marks: markWords(dossier.language),
  };
  const madeAt = gathered.value.madeAt;
  const how = {
    form,
    files,
    seal,
    signer: signer.value,
    despiteNames,
    madeAt,
    appVersion: VERSION,
  };
  const written = await withView(
    open,
    coveredMark(dossier.language),
    (view) => exportPackage({ ...matter, view }, path, how, job),
    { activities: gathered.value.log.entries },
  );
  if (!written.ok) return written;
  const { marks, named: protectedNames, possible, ...report } = written.value;
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  const { fingerprint } = signer.value;
  const possibleNames = formsOf([...made.value.possible, ...possible]);
  const names = { protectedNames, possibleNames };
  const summary: PackageSummary = { ...report, pages, sha256, fingerprint, ...names };
  if (open.store.readOnly !== null) return ok(summary);
  const printed = new Set<string>(made.value.marks.map(({ entity }) => entity));
  const packed = marks
    .filter(({ entity }) => !printed.has(entity))
    .map(({ entity, number }) => ({ entity: entity as EntityId, number }));
  const noted = await open.run(
    noteExport(
      dossier.id,
      {
        ...{ sha256, bytes: report.bytes, pages, names: protectedNames, recipient },
        ...{ package: seal ? 'age' : form, files: report.files, manifest: report.manifest },
        ...{ withheld: report.withheld.length, fingerprint },
        ...(report.archive !== null && { archive: report.archive }),
      },
      [...made.value.marks, ...packed],
    ),
  );
  return noted.ok ? ok(summary) : noted;
}

/** Each form once, in how many places it may stand. */
function formsOf(
  possible: readonly { readonly entity: string | null; readonly form: string }[],
): number {
  return new Set(possible.map(({ entity, form }) => JSON.stringify([entity, form]))).size;
}

function exhibitsOf({ dossier, exhibits }: DossierMaterial): PackageMatter['exhibits'] {
  const whole = new Set(
    dossier.sections.flatMap((section) => (section.kind === 'source' ? [section.source] : [])),
  );
  return exhibits.map(({ number, source, quotes }) => ({
    number,
    source: source.id,
    quotes: quotes.map(({ id }) => id),
    whole: whole.has(source.id),
  }));
}

function dossierOf({ reading }: OpenArchive, id: DossierId): Result<Dossier, 'dossier-missing'> {
  const dossier = reading.get('dossiers', id);
  return dossier ? ok(dossier) : fail('dossier-missing');
}

type GatherFailure =
  'cancelled' | 'no-text' | 'damaged' | 'quote-covered' | 'image-unreadable' | 'quotes-sensitive';
type TypesetFailure = Exclude<PrintFailure, 'dossier-missing'> | 'damaged' | 'cancelled';

async function typeset(
  open: OpenArchive,
  dossier: Dossier,
  options: Pick<DossierMaterial, 'allowProtected' | 'readBack'>,
  job: Job,
  madeAt?: string,
): Promise<Result<MadePdf, TypesetFailure>> {
  const material = await gather(open, dossier, job, madeAt);
  return material.ok ? makePdf(open, { ...material.value, ...options }, job) : material;
}

/** Closing the archive ends it at once. */
async function makePdf(
  open: OpenArchive,
  material: DossierMaterial,
  job: Job,
): Promise<Result<MadePdf, DossierFailure>> {
  // Two that set pages at a time would take twice the memory.
  await open.previews.rest();
  const signal = AbortSignal.any([job.signal, open.ending]);
  return makeDossierPdf(material, { ...job, signal }, open.startPress);
}

async function gather(
  open: OpenArchive,
  dossier: Dossier,
  job: Job,
  madeAt = toIso(open.clock.now()),
): Promise<Result<DossierMaterial, GatherFailure>> {
  const { reading, texts, vault, deriving, covering, printing } = open;
  let pictures: Pictures | null = null;
  const material = await gatherMaterial(
    {
      reading,
      texts,
      vault,
      covering,
      printing,
      stand: (source) => deriving.stand(source),
      pictures: () => (pictures ??= createPictures()),
      compare: (pair) => {
        const signal = AbortSignal.any([job.signal, open.ending]);
        return open.hold(compareDocuments(pair, { ...quietJob, signal }));
      },
    },
    dossier,
    madeAt,
  ).finally(() => pictures?.close());
  if (!material.ok) {
    const { code, detail } = material.error;
    return code === 'no-text' ||
      code === 'cancelled' ||
      code === 'quote-covered' ||
      code === 'image-unreadable'
      ? fail(code, detail)
      : fail('damaged');
  }
  const { exhibits } = material.value;
  const staying = exhibits.flatMap(({ quotes }) => quotes.filter(({ sensitive }) => sensitive));
  return staying.length > 0 ? fail('quotes-sensitive', { count: staying.length }) : material;
}
