/** A BagIt package (RFC 8493): untouched originals, their texts, all records, and manifests that public tools check. */
import type { Job } from '../lib/job.ts';
import { FailureError } from '../lib/result.ts';
import type { PageFile, Source } from '../model/index.ts';
import { annotationPage } from './annotations.ts';
import { csvFiles } from './csv.ts';
import { algorithms, Ledger } from './ledger.ts';
import { isMadeAnew, leavingName, plainName } from './plain-name.ts';
import { premisEvents } from './premis.ts';
import { encode, encodeJson, originalOf, stopIfCancelled, textOf } from './read-view.ts';
import type { ArchiveView, ExportedFile, ExportOptions } from './view.ts';

/** Yields the files one by one, so that no two originals are in memory together. The manifests come last. */
export async function* bagFiles(
  view: ArchiveView,
  options: ExportOptions,
  job: Job,
): AsyncGenerator<ExportedFile> {
  const payload = new Ledger();
  const tagFiles = new Ledger();
  for await (const file of payloadFiles(view, job)) {
    payload.note(file);
    yield file;
  }
  const tags = [
    {
      path: 'bagit.txt',
      bytes: encode('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'),
    },
    { path: 'bag-info.txt', bytes: encode(bagInfo(options, payload)) },
    ...algorithms.map((name) => ({
      path: `manifest-${name}.txt`,
      bytes: encode(payload.manifest(name)),
    })),
  ];
  for (const file of tags) {
    tagFiles.note(file);
    yield file;
  }
  for (const name of algorithms) {
    yield { path: `tagmanifest-${name}.txt`, bytes: encode(tagFiles.manifest(name)) };
  }
}

async function* payloadFiles(view: ArchiveView, job: Job): AsyncGenerator<ExportedFile> {
  const texts = new Map<string, string>();
  const kept = new Set<string>();
  let done = 0;
  for (const source of view.sources) {
    stopIfCancelled(job);
    const file = await originalOf(view, source);
    if (file) {
      kept.add(source.id);
      yield { path: `data/${pathOf(view, source)}`, bytes: file };
    }
    yield* pageFiles(view, source);
    const text = await textOf(view, source);
    if (text) {
      texts.set(source.id, text.text);
      yield { path: `data/texts/${source.shelfmark}.txt`, bytes: encode(text.text) };
    }
    job.progress(++done, view.sources.length);
  }
  yield* stampFiles(view);
  yield* metadataFiles(view, texts, kept);
}

/** What lay beside a saved page: under names of ours, which the records tell with those that it had. */
async function* pageFiles(view: ArchiveView, source: Source): AsyncGenerator<ExportedFile> {
  for (const [index, file] of (source.pageFiles ?? []).entries()) {
    const bytes = await view.pageFile(file);
    if (!bytes.ok) throw new FailureError({ code: 'damaged' });
    yield { path: pageFilePath(source, file, index), bytes: bytes.value };
  }
}

function pageFilePath({ shelfmark }: Source, { name }: PageFile, index: number): string {
  return `data/originals/${shelfmark}-files/${plainName(String(index + 1).padStart(3, '0'), name)}`;
}

/** Time stamps as they came, and beside each of a head the text that it is of: public tools check the two together. */
async function* stampFiles(view: ArchiveView): AsyncGenerator<ExportedFile> {
  const heads = new Set<number>();
  for (const { id, of, reading } of view.stamps) {
    const bytes = await view.stampFile(id);
    if (!bytes.ok) continue;
    const ending = reading.kind === 'rfc3161' ? 'tsr' : 'ots';
    const subject = of.kind === 'head' ? `line-${of.line}` : shelfmarkOf(view, of.source);
    yield { path: `data/stamps/${subject}.${id.slice(-6)}.${ending}`, bytes: bytes.value };
    if (of.kind !== 'head' || heads.has(of.line)) continue;
    heads.add(of.line);
    yield { path: `data/stamps/line-${of.line}.txt`, bytes: encode(view.headText(of.line)) };
  }
}

function shelfmarkOf(view: ArchiveView, id: string): string {
  return view.sources.find((source) => source.id === id)?.shelfmark ?? 'gone';
}

function* metadataFiles(
  view: ArchiveView,
  texts: ReadonlyMap<string, string>,
  kept: ReadonlySet<string>,
): Generator<ExportedFile> {
  const byId = new Map(view.sources.map((source) => [source.id as string, source]));
  const fileOf = (id: string) => {
    const source = byId.get(id);
    return source && texts.has(id) ? `texts/${source.shelfmark}.txt` : `urn:kuferak:${id}`;
  };
  const items = view.sources.map((source) => ({
    ...source,
    file: kept.has(source.id) ? pathOf(view, source) : null,
    ...(source.pageFiles && {
      pageFiles: source.pageFiles.map((file, index) => ({
        ...file,
        file: pageFilePath(source, file, index).replace(/^data\//, ''),
      })),
    }),
    textFile: texts.has(source.id) ? `texts/${source.shelfmark}.txt` : null,
  }));
  yield { path: 'data/metadata/items.json', bytes: encodeJson(items) };
  yield {
    path: 'data/metadata/quotes.jsonld',
    bytes: encodeJson(annotationPage(view, texts, fileOf)),
  };
  yield { path: 'data/metadata/quotes.json', bytes: encodeJson(view.quotes) };
  yield { path: 'data/metadata/tags.json', bytes: encodeJson(view.tags) };
  yield { path: 'data/metadata/entities.json', bytes: encodeJson(view.entities) };
  yield { path: 'data/metadata/dossiers.json', bytes: encodeJson(view.dossiers) };
  if (view.claims.length > 0)
    yield { path: 'data/metadata/claims.json', bytes: encodeJson(view.claims) };
  if (view.pairings.length > 0)
    yield { path: 'data/metadata/pairings.json', bytes: encodeJson(view.pairings) };
  if (view.stamps.length > 0)
    yield { path: 'data/metadata/stamps.json', bytes: encodeJson(view.stamps) };
  yield { path: 'data/metadata/events.json', bytes: encodeJson(premisEvents(view.activities)) };
  for (const { path, bytes } of csvFiles(view)) yield { path: `data/metadata/${path}`, bytes };
  yield {
    path: 'data/VERIFY.txt',
    bytes: encode(view.redacted ? `${HOW_TO_CHECK}\n${WITHOUT_NAMES}` : HOW_TO_CHECK),
  };
}

/** A picture of which only the pixels leave is no original. What leaves without a profile is as it was collected. */
function pathOf({ redacted }: ArchiveView, source: ArchiveView['sources'][number]): string {
  if (!redacted) return `originals/${plainName(source.shelfmark, source.original.name)}`;
  const untouched = redacted.files === 'originals' && !isMadeAnew(source);
  return `${untouched ? 'originals' : 'pictures'}/${leavingName(source)}`;
}

function bagInfo({ madeAt, appVersion }: ExportOptions, payload: Ledger): string {
  return [
    `Bagging-Date: ${madeAt.slice(0, 10)}`,
    `Payload-Oxum: ${payload.bytes}.${payload.count}`,
    `Bag-Software-Agent: Kuferak ${appVersion}`,
    '',
  ].join('\n');
}

const HOW_TO_CHECK = `How to check this package

Nothing of ours is needed.

Linux:    open a terminal in the folder that holds bagit.txt and run
              sha256sum -c manifest-sha256.txt
              sha256sum -c tagmanifest-sha256.txt
macOS:    the same with "shasum -a 256 -c" in place of "sha256sum -c".
Windows:  in PowerShell, for any one file:
              Get-FileHash data\\originals\\K-0001.html -Algorithm SHA256
          and compare with the line for that file in manifest-sha256.txt.

Every line must say OK. A file that is missing, was added to a line or was changed by a single bit says FAILED.

Time stamps, if there are any, lie in data/stamps, each with the shelfmark of the original that it is of, or beside the
text of the log's head that it is of (a .tsr is checked by "openssl ts -verify", an .ots by "ots verify").

What this proves: that the files are the ones that were packed, unchanged since.
What it does not prove: who wrote them, when, or that what they say is true. metadata/events.json tells what was done
with each item since it was collected; each entry names the hash of the one before it.
`;

const WITHOUT_NAMES = `Names were taken out of this package. What stands in square brackets stands for a name. Digests of
originals are those of the files as collected, which hold them. The log is told without its chain of hashes, and
without what would let a name be guessed and checked. Of a picture with parts that must not leave, a picture made from
it is here, in which those parts are black; its original is not.
`;
