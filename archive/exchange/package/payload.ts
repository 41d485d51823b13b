/** What lies below `data/`: the PDF, what of the originals may leave, texts that are printed whole, and the records. */
import { stripPicture } from '../../dossier/picture/strip.ts';
import type { Job } from '../../lib/job.ts';
import type { Activity, Source } from '../../model/index.ts';
import { guardedForms, Redactor } from '../../redact/index.ts';
import { annotationPage } from '../annotations.ts';
import { leavingName } from '../plain-name.ts';
import { premisEvents } from '../premis.ts';
import { encode, encodeJson, originalOf, stopIfCancelled, textOf } from '../read-view.ts';
import { redactedView } from '../redacted-view.ts';
import { tableBytes } from '../table.ts';
import type { ArchiveView, ExportedFile } from '../view.ts';
import { itemsDocument, itemsHead, itemsRow, type PackedFiles, type PackedItem } from './items.ts';
import type { PackageMatter, PackageOptions } from './matter.ts';
import { decideByContent, decideByRecord, type Rule, type Withheld } from './originals.ts';

export const PDF_PATH = 'data/dossier.pdf';
/** For whom something left. */
const RECIPIENT = 'recipient';

/** Which pseudonym an entity has in the package. */
export interface PackedMark {
  readonly entity: string;
  readonly number: number | null;
}

export interface Payload {
  /** Each file once, in order. */
  readonly files: AsyncGenerator<ExportedFile>;
  /** Once all files have gone by. */
  readonly marks: () => readonly PackedMark[];
  readonly withheld: () => readonly { readonly exhibit: number; readonly why: Withheld }[];
}

export function payloadOf(matter: PackageMatter, options: PackageOptions, job: Job): Payload {
  const { sharing = null } = matter.dossier;
  const redactor = sharing && new Redactor(matter.view.entities, sharing, matter.marks);
  const items: PackedItem[] = [];
  return {
    files: filesOf(matter, options, job, redactor, items),
    marks: () => redactor?.marks ?? [],
    withheld: () =>
      items.flatMap(({ exhibit, withheld }) =>
        withheld === null ? [] : [{ exhibit, why: withheld }],
      ),
  };
}

async function* filesOf(
  matter: PackageMatter,
  { files }: PackageOptions,
  job: Job,
  redactor: Redactor | null,
  items: PackedItem[],
): AsyncGenerator<ExportedFile> {
  const { view, dossier, exhibits, pdf } = matter;
  yield { path: PDF_PATH, bytes: pdf };
  const { sharing = null } = dossier;
  const rule: Rule = { files, sharing, forms: guardedForms(view.entities, sharing) };
  const shown = await shownOf(matter, redactor, job);
  const texts = new Map<string, string>();
  for (const { number, source: id, whole } of exhibits) {
    stopIfCancelled(job);
    const [collected, source] = [view, shown].map(({ sources }) =>
      sources.find((one) => one.id === id),
    );
    if (!collected || !source) continue;
    const left = await leavingFile(view, collected, rule);
    if (left.bytes) yield { path: `data/${left.file}`, bytes: left.bytes };
    const text = whole ? await textOf(shown, source) : null;
    if (text) {
      texts.set(id, text.text);
      yield { path: `data/${textPath(source)}`, bytes: encode(text.text) };
    }
    const { file, withheld } = left;
    items.push({ exhibit: number, source, file, withheld, text: text && textPath(source) });
    job.progress(items.length, exhibits.length);
  }
  const fileOf = (id: string) => {
    const source = texts.has(id) && shown.sources.find((one) => one.id === id);
    return source ? textPath(source) : `urn:kuferak:${id}`;
  };
  yield { path: 'data/metadata/items.json', bytes: encodeJson(itemsDocument(items)) };
  yield { path: 'data/metadata/items.csv', bytes: tableBytes(itemsHead, items.map(itemsRow)) };
  yield {
    path: 'data/metadata/quotes.jsonld',
    bytes: encodeJson(annotationPage(shown, texts, fileOf)),
  };
  yield {
    path: 'data/metadata/events.json',
    bytes: encodeJson(premisEvents(shown.activities.map(withoutPeople))),
  };
}

const textPath = ({ shelfmark }: Source) => `texts/${shelfmark}.txt`;

/** What of the archive is in the dossier, without the names that it hides. Others than its speakers are not told of. */
async function shownOf(
  { view, dossier, exhibits, marks }: PackageMatter,
  redactor: Redactor | null,
  job: Job,
): Promise<ArchiveView> {
  const sources = new Set<string>(exhibits.map(({ source }) => source));
  const ids = new Set<string>(exhibits.flatMap(({ quotes }) => quotes));
  const quotes = view.quotes.filter(({ id }) => ids.has(id));
  const speakers = new Set<string | null>(quotes.map(({ speaker }) => speaker));
  const tags = new Set<string>(quotes.flatMap((quote) => quote.tags));
  const part: ArchiveView = {
    ...view,
    sources: view.sources.filter(({ id }) => sources.has(id)),
    quotes,
    tags: view.tags.filter(({ id }) => tags.has(id)),
    entities: view.entities.filter(({ id }) => speakers.has(id)),
    dossiers: [],
  };
  const { sharing = null } = dossier;
  if (!redactor || !sharing) return part;
  return redactedView(
    part,
    { sharing, words: marks, files: 'none' },
    { ...job, progress: none },
    redactor,
  );
}

const none = () => undefined;

/** Who works in the archive, and for whom an earlier edition left, is nobody else's business. */
function withoutPeople(line: Activity): Activity {
  const facts = Object.entries(line.facts).filter(([name]) => name !== RECIPIENT);
  return { ...line, actor: { state: 'withheld' }, facts: Object.fromEntries(facts) };
}

interface LeavingFile extends Omit<PackedFiles, 'text'> {
  readonly bytes: Uint8Array | null;
}

async function leavingFile(view: ArchiveView, source: Source, rule: Rule): Promise<LeavingFile> {
  const stays = (withheld: Withheld): LeavingFile => ({ bytes: null, file: null, withheld });
  const known = decideByRecord(source, rule);
  if (known?.leaves === 'nothing') return stays(known.why);
  const bytes = await originalOf(view, source);
  if (!bytes) return stays('unread');
  const decision = known ?? decideByContent(source, await textOf(view, source), bytes, rule);
  const name = leavingName(source);
  if (decision.leaves === 'nothing') return stays(decision.why);
  if (decision.leaves === 'original') return { bytes, file: `originals/${name}`, withheld: null };
  const stripped = stripPicture(bytes);
  if (!stripped.ok) return stays('unread');
  return { bytes: stripped.value.bytes, file: `pictures/${name}`, withheld: null };
}
