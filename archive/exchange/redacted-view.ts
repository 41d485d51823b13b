/**
 * An archive as it may be shown to others: every text of every record without hidden names, places in texts moved
 * along, and no file that its profile does not let leave. Where parts of a picture must not leave, the view that comes in
 * is without them already. What would let a name be guessed and checked goes too: digests of records and of texts, the
 * chain of the log, earlier texts; and what is about our work: saved searches, collections, stars, what was read, profiles
 * of collecting, time stamps, and decisions about places in texts that are others now.
 */
import { createHash } from 'node:crypto';
import { stripPicture } from '../dossier/picture/strip.ts';
import type { Job } from '../lib/job.ts';
import { ok } from '../lib/result.ts';
import {
  type Activity,
  type BlobId,
  type Entity,
  type Quote,
  type Source,
  type SourceId,
  type TextDocument,
  coversGraphic,
} from '../model/index.ts';
import { type Edited, isFixed, moveAnchor, moveDocument, Redactor } from '../redact/index.ts';
import { byId } from './by-id.ts';
import { stopIfCancelled, textOf } from './read-view.ts';
import type { ArchiveView, Redaction } from './view.ts';

const NOTHING = '0'.repeat(64);
/** For whom something left. */
const RECIPIENT = 'recipient';
const PLAIN_TEXT = /^text\/(?!html)/;

interface RedactedText {
  readonly before: TextDocument;
  readonly after: TextDocument;
  readonly edited: Edited;
  readonly sha256: string;
}

/** `redactor` may know of more names than are to leave. */
export async function redactedView(
  view: ArchiveView,
  redaction: Redaction,
  job: Job,
  redactor = redactorOf(view, redaction),
): Promise<ArchiveView> {
  const { sharing, files } = redaction;
  const texts = new Map<string, RedactedText>();
  let done = 0;
  for (const source of view.sources) {
    stopIfCancelled(job);
    const before = await textOf(view, source);
    if (before) texts.set(source.id, redactText(before, redactor));
    job.progress(++done, view.sources.length * 2);
  }
  const sourceOf = byId(view.sources);
  const redact = <T>(value: T): T => withoutNames(value, redactor);
  return {
    // The key by which packages are signed would tell which of them came out of the same archive.
    about: {
      ...redact(without(view.about, 'signingKey')),
      ...(view.about.actor && { actor: { state: 'withheld' } }),
    },
    sources: view.sources.map((source) => redactSource(redact(source), texts, files)),
    quotes: view.quotes.map((quote) =>
      redactQuote(redact(quote), quote, sourceOf(quote.source), texts, redactor),
    ),
    tags: view.tags.map(redact),
    entities: view.entities.map((entity) => redactEntity(redact(entity), redactor)),
    dossiers: view.dossiers.map((dossier) => redact(without(dossier, 'sharing'))),
    activities: view.activities.map((line) => redactLine(redact(line))),
    claims: view.claims.map(redact),
    pairings: [],
    searches: [],
    gatherings: [],
    profiles: [],
    stamps: [],
    stampFile: (id) => view.stampFile(id),
    headText: () => '',
    text: (id) => Promise.resolve(ok(texts.get(id)?.after ?? null)),
    original: (id) => leavingFile(view, id, { files, sharing }),
    pageFile: (file) => view.pageFile(file),
    redacted: { files },
  };
}

/** With a mark for each in the order of the archive, so that the same archive gives the same marks. */
function redactorOf({ entities }: ArchiveView, { sharing, words }: Redaction): Redactor {
  const redactor = new Redactor(entities, sharing, words);
  for (const { id } of entities) redactor.markOf(id);
  return redactor;
}

/** Every string inside, whatever it is called; so a field that is new is not forgotten. */
function withoutNames<T>(value: T, redactor: Redactor): T {
  const walk = (node: unknown): unknown => {
    if (typeof node === 'string') return isFixed(node) ? node : redactor.text(node);
    if (Array.isArray(node)) return node.map(walk);
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([key, part]) => [key, walk(part)]));
  };
  return walk(value) as T;
}

function without<T extends object, K extends keyof T & string>(
  record: T,
  ...names: readonly K[]
): Omit<T, K> {
  const left = Object.entries(record).filter(([name]) => !names.some((one) => one === name));
  return Object.fromEntries(left) as Omit<T, K>;
}

function redactText(before: TextDocument, redactor: Redactor): RedactedText {
  const edited = redactor.edit(before.text);
  const moved = moveDocument(before, edited);
  const spans = moved.spans.map((span) =>
    span.href === undefined ? span : { ...span, href: redactor.text(span.href) },
  );
  const sha256 = createHash('sha256').update(edited.text).digest('hex');
  return { before, after: { ...moved, spans }, edited, sha256 };
}

/** `source` is without names already; its text is named by the digest of what leaves. */
function redactSource(
  source: Source,
  texts: ReadonlyMap<string, RedactedText>,
  files: Redaction['files'],
): Source {
  const { image, metadata, text } = source;
  const redacted = texts.get(source.id);
  return {
    ...without(source, 'formerTexts', 'pageFiles', 'starred', 'readingStatus'),
    // What lay beside a page is as collected, and leaves only with it.
    ...(files === 'originals' && source.pageFiles && { pageFiles: source.pageFiles }),
    original: redacted?.edited.changed === true ? withoutGuess(source.original) : source.original,
    image: image && { width: image.width, height: image.height, orientation: image.orientation },
    metadata: { ...without(metadata, 'byHand'), readings: [] },
    text:
      text && redacted
        ? {
            ...without(text, 'correction'),
            blob: NOTHING as BlobId,
            sha256: redacted.sha256,
            length: redacted.after.text.length,
          }
        : null,
  };
}

/** A plain text is known but for the name: whoever tries names would know by the digest which is right. */
function withoutGuess(original: Source['original']): Source['original'] {
  return PLAIN_TEXT.test(original.mediaType)
    ? { ...original, sha256: NOTHING, sha512: NOTHING.repeat(2) }
    : original;
}

function redactQuote(
  quote: Quote,
  { anchor }: Quote,
  source: Source | undefined,
  texts: ReadonlyMap<string, RedactedText>,
  redactor: Redactor,
): Quote {
  const rest = without(quote, 'formerly');
  if (anchor.kind !== 'text') return rest;
  const text = texts.get(quote.source);
  const stands = text !== undefined && source?.text?.sha256 === anchor.textSha256;
  const moved = stands
    ? moveAnchor(anchor, text.before, text.edited, redactor)
    : moveAnchor(anchor, null, null, redactor);
  return { ...rest, anchor: { ...moved, textSha256: stands ? text.sha256 : NOTHING } };
}

/** Whoever is hidden is only a mark. */
function redactEntity(entity: Entity, redactor: Redactor): Entity {
  const mark = redactor.markOf(entity.id);
  return mark === null ? entity : { ...entity, name: mark, spellings: [], role: '', note: '' };
}

function redactLine(line: Activity): Activity {
  const facts = Object.entries(line.facts).filter(([name]) => name !== RECIPIENT);
  return {
    ...line,
    ...(line.actor && { actor: { state: 'withheld' } }),
    facts: Object.fromEntries(facts),
    before: null,
    after: null,
    previous: NOTHING,
    hash: NOTHING,
  };
}

/** A picture leaves as pixels alone, or not at all when its sort is not known well enough for that. */
async function leavingFile(
  view: ArchiveView,
  id: SourceId,
  { files, sharing }: Pick<Redaction, 'files' | 'sharing'>,
) {
  if (files === 'originals') return view.original(id);
  const source = view.sources.find((one) => one.id === id);
  if (files === 'none' || source?.kind !== 'image') return ok(null);
  if (source.graphic && coversGraphic(sharing)) return ok(null);
  const original = await view.original(id);
  if (!original.ok || original.value === null) return original;
  const stripped = stripPicture(original.value);
  return ok(stripped.ok ? stripped.value.bytes : null);
}
