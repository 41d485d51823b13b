/** An open archive in this process: the store, the vault and the rooms behind one face. */
import { createHash } from 'node:crypto';
import { type Comparison, compareTexts } from '../compare/index.ts';
import { type DossierMaterial, type MadePdf, makeDossierPdf, markWords } from '../dossier/index.ts';
import {
  type ComparedSource,
  exportArchive,
  exportComparison,
  namesTable,
} from '../exchange/index.ts';
import type {
  AnyFailure,
  Archive,
  ArchiveState,
  DeriveReport,
  DossierInspection,
  ExportSummary,
  FieldClaims,
  FileToImport,
  ImportOutcome,
  LikeSource,
  LogPage,
  NameReport,
  NearDuplicates,
  OcrReport,
  Records,
  SearchPage,
  SearchResult,
  StampCheck,
  ShownPicture,
  Trouble,
  VerifyReport,
} from '../face.ts';
import {
  claimsOf,
  createPictures,
  createReader,
  languagesIn,
  ocrLanguages,
  type Pictures,
  type ShownBeside,
  type SourceReader,
} from '../import/index.ts';
import { assert } from '../lib/assert.ts';
import { type Clock, toIso } from '../lib/clock.ts';
import { type Job, quietJob } from '../lib/job.ts';
import { fail, FailureError, ok, type Result } from '../lib/result.ts';
import {
  type Capture,
  type Changed,
  type Dossier,
  type DossierId,
  type EntityId,
  type FileChecks,
  type FolderFile,
  type OcrLanguage,
  type OcrLanguages,
  type PageLayout,
  type ProfileId,
  type Quote,
  type QuoteId,
  type SavedSearchId,
  type Source,
  type SourceId,
  type Stamp,
  type StampId,
  type Stated,
  type TagId,
  type TextDocument,
  profileOf,
} from '../model/index.ts';
import type {
  Correction,
  DossierDraft,
  DossierPatch,
  EntityDraft,
  EntityPatch,
  ComparisonRequest,
  ExportRequest,
  ProfileDraft,
  TextPassage,
  NameRow,
  QuoteDraft,
  QuotePatch,
  Rereading,
  SavedSearchDraft,
  SavedSearchPatch,
  SearchRequest,
  SourcePatch,
  TagDraft,
  TagPatch,
} from '../requests.ts';
import { addQuote } from '../store/commands/add-quote.ts';
import { note, setActor } from '../store/commands/archive.ts';
import { deleteQuote } from '../store/commands/delete-quote.ts';
import { deleteSource } from '../store/commands/delete-source.ts';
import { addDossier, deleteDossier, editDossier, noteExport } from '../store/commands/dossiers.ts';
import { editQuote } from '../store/commands/edit-quote.ts';
import { editSource } from '../store/commands/edit-source.ts';
import { addEntity, editEntity } from '../store/commands/entities.ts';
import { noteChecks } from '../store/commands/note-checks.ts';
import { deleteProfile, saveProfile } from '../store/commands/profiles.ts';
import { deleteStamp } from '../store/commands/stamps.ts';
import {
  addSavedSearch,
  deleteSavedSearch,
  editSavedSearch,
} from '../store/commands/saved-searches.ts';
import { addTag, editTag } from '../store/commands/tags.ts';
import { headText } from '../store/head-text.ts';
import { headOf, inOrder } from '../store/log.ts';
import type { Command, Store } from '../store/store.ts';
import type { Vault } from '../vault/index.ts';
import { VERSION } from '../version.ts';
import { deliver, liesIn } from './deliver.ts';
import { Deriving } from './deriving.ts';
import {
  carryOver,
  correctText,
  type DerivingTexts,
  offerQuotes,
  placeQuoteAt,
  readAgain,
  restoreText,
} from './deriving-texts.ts';
import { earlierExport } from './earlier-export.ts';
import { Finder } from './finder.ts';
import { inspect } from './inspect.ts';
import { takeIn } from './intake.ts';
import { Likeness } from './likeness.ts';
import { gatherMaterial } from './material.ts';
import { reportNames } from './name-report.ts';
import { CHECKS_AT_ONCE, dueForCheck, recheck, sliceOf } from './recheck.ts';
import { Recognising } from './recognising.ts';
import { wantedBlobs } from './references.ts';
import { checkStamps, keepStamp } from './stamping.ts';
import { spellingsOf } from './spellings.ts';
import { type StoredText, Texts } from './texts.ts';

/** Bytes of journal after which a new snapshot is worth its cost, at the least. */
const COMPACT_FROM = 8 * 1024 ** 2;

type Answer<M extends keyof Archive> = Awaited<ReturnType<Archive[M]>>;

export class LocalArchive implements Archive {
  readonly #folder: string;
  readonly #vault: Vault;
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #texts: Texts;
  #reader: SourceReader | null = null;
  #finder: Finder | null = null;
  readonly #recognising: Recognising;
  readonly #deriving: Deriving;
  readonly #likeness: Likeness;
  #compacting: Promise<unknown> = Promise.resolve();
  /** Work that takes long and holds the keys meanwhile: closing stops it, and waits until it has stopped. */
  #sealing: Promise<unknown> = Promise.resolve();
  #checking: Promise<unknown> = Promise.resolve();
  readonly #ending = new AbortController();
  #closed = false;

  constructor(folder: string, vault: Vault, store: Store, clock: Clock) {
    this.#folder = folder;
    this.#vault = vault;
    this.#store = store;
    this.#clock = clock;
    this.#texts = new Texts(vault);
    this.#recognising = new Recognising({ vault, store, texts: this.#texts, clock });
    this.#deriving = new Deriving(vault, store);
    this.#likeness = new Likeness(this.#reading, vault, () => this.#findable());
    store.onChanged((changed) => {
      this.#likeness.follow(changed);
      this.#finder?.follow(changed);
      this.#compactWhenDue();
    });
  }

  get #derivingTexts(): DerivingTexts {
    return { vault: this.#vault, store: this.#store, texts: this.#texts, clock: this.#clock };
  }

  get #reading() {
    return this.#store.reading;
  }

  state(): Promise<Result<ArchiveState, 'closed'>> {
    return Promise.resolve(this.#stateNow());
  }

  #stateNow(): Result<ArchiveState, 'closed'> {
    if (this.#closed) return fail('closed');
    const about = this.#reading.get('about', 'archive');
    assert(about, 'an open archive says what it is');
    return ok({
      name: about.name,
      archiveId: this.#vault.id,
      words: this.#vault.words(),
      readOnly: this.#store.readOnly?.code ?? null,
      unsaved: this.#store.unsaved,
      rekeying: this.#vault.rekeying,
      notices: this.#vault.notices.map(({ code }) => code),
      seq: this.#store.head.number,
    });
  }

  records(): Promise<Result<Records, 'closed'>> {
    return Promise.resolve(this.#recordsNow());
  }

  #recordsNow(): Result<Records, 'closed'> {
    if (this.#closed) return fail('closed');
    const about = this.#reading.get('about', 'archive');
    assert(about, 'an open archive says what it is');
    const sources = this.#reading.all('sources');
    const counts = sources.map(({ id }) => [id, this.#reading.countQuotes(id)] as const);
    return ok({
      seq: this.#store.head.number,
      about,
      sources,
      tags: this.#reading.all('tags'),
      entities: this.#reading.all('entities'),
      dossiers: this.#reading.all('dossiers'),
      profiles: this.#reading.all('profiles'),
      stamps: this.#reading.all('stamps'),
      searches: this.#reading.all('searches'),
      quoteCounts: Object.fromEntries(
        counts.filter(([, count]) => count > 0),
      ) as Records['quoteCounts'],
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#ending.abort();
    await this.#reader?.close();
    await this.#sealing;
    await this.#checking;
    await this.#recognising.close();
    await this.#deriving.close();
    await this.#likeness.close();
    await this.#store.close();
    await this.#finder?.stop();
    await this.#compacting;
    await this.#vault.close();
  }

  onChanged(listener: (changed: Changed) => void): () => void {
    return this.#store.onChanged(listener);
  }

  onTrouble(listener: (trouble: Trouble | null) => void): () => void {
    return this.#store.onTrouble(listener);
  }

  resume() {
    return this.#store.resume();
  }

  discardUnsaved(): Promise<Result<null, 'closed'>> {
    this.#store.discardUnsaved();
    return Promise.resolve(this.#closed ? fail('closed') : ok(null));
  }

  slots() {
    return this.#vault.holders.list();
  }

  changePassphrase(current: string, next: string) {
    return this.#vault.holders.changePassphrase(current, next);
  }

  addPassphrase(current: string, next: string) {
    return this.#vault.holders.addPassphrase(current, next);
  }

  addRecoveryWords(current: string) {
    return this.#vault.holders.addRecoveryWords(current);
  }

  addShares(current: string, counts: { readonly needed: number; readonly made: number }) {
    return this.#vault.holders.addShares(current, counts);
  }

  removeSlot(current: string, slot: number) {
    return this.#vault.holders.remove(current, slot);
  }

  async rekey(current: string, next: string) {
    const begun = await this.#vault.rekey(current, next);
    if (begun.ok) await this.#store.run(note('archive.rekey', { step: 'begun' }));
    return begun;
  }

  async continueRekey(job: Job = quietJob) {
    if (this.#closed) return fail('closed');
    if (!this.#vault.rekeying) return ok(null);
    const sealing = this.#vault.continueRekey(
      () => this.#store.stored(),
      () => wantedBlobs(this.#store),
      { ...job, signal: AbortSignal.any([job.signal, this.#ending.signal]) },
    );
    this.#sealing = sealing.catch(() => undefined);
    const ended = await sealing;
    if (ended.ok) await this.#store.run(note('archive.rekey', { step: 'ended' }));
    return ended;
  }

  async checkFolder(
    files: readonly FolderFile[],
    job: Job = quietJob,
  ): Promise<Result<readonly FileChecks[], 'closed' | 'cancelled' | 'checks-not-made'>> {
    if (this.#closed) return fail('closed');
    this.#reader ??= createReader();
    return this.#reader.checkFolder(files, job.signal);
  }

  async importFile(
    file: FileToImport,
    capture: Capture,
    job: Job = quietJob,
  ): Promise<Result<ImportOutcome, 'closed' | 'read-only' | 'disk-full' | 'io' | 'cancelled'>> {
    if (this.#closed) return fail('closed');
    if (this.#store.readOnly) return fail('read-only');
    if (job.signal.aborted) return fail('cancelled');
    this.#reader ??= createReader();
    const taken = await takeIn(
      {
        vault: this.#vault,
        store: this.#store,
        texts: this.#texts,
        reader: this.#reader,
        clock: this.#clock,
      },
      file,
      capture,
      job,
    );
    return taken as Result<ImportOutcome, 'closed' | 'read-only' | 'disk-full' | 'io'>;
  }

  async text(
    source: SourceId,
  ): Promise<Result<TextDocument | null, 'closed' | 'source-missing' | 'damaged'>> {
    const stored = await this.#textOf(source);
    return stored.ok ? ok(stored.value?.document ?? null) : stored;
  }

  async layout(
    id: SourceId,
  ): Promise<Result<PageLayout | null, 'closed' | 'source-missing' | 'damaged'>> {
    if (this.#closed) return fail('closed');
    const source = this.#reading.get('sources', id);
    return source ? this.#texts.layoutOf(source) : fail('source-missing');
  }

  ocrLanguages(): Promise<Result<readonly OcrLanguage[], 'closed'>> {
    return Promise.resolve(
      this.#closed ? fail('closed') : ok(ocrLanguages(this.#recognising.models)),
    );
  }

  useModels(
    folder: string | null,
  ): Promise<Result<readonly OcrLanguage[], 'closed' | 'models-missing'>> {
    if (this.#closed) return Promise.resolve(fail('closed'));
    const found = folder === null ? [] : languagesIn(folder);
    this.#recognising.models = found.length > 0 ? folder : null;
    return Promise.resolve(
      folder !== null && found.length === 0 ? fail('models-missing') : ok(found),
    );
  }

  async recognise(
    sources: readonly SourceId[],
    languages: OcrLanguages | null,
    job: Job = quietJob,
  ): Promise<Result<OcrReport, AnyFailure | 'source-missing' | 'not-a-picture'>> {
    if (this.#closed) return fail('closed');
    const report = await this.#recognising.run(sources, languages, job);
    return report as Result<OcrReport, AnyFailure | 'source-missing' | 'not-a-picture'>;
  }

  async pauseRecognition(): Promise<Result<null, AnyFailure>> {
    if (this.#closed) return fail('closed');
    return (await this.#recognising.pause()) as Result<null, AnyFailure>;
  }

  async cancelRecognition(): Promise<Result<null, AnyFailure>> {
    if (this.#closed) return fail('closed');
    return (await this.#recognising.cancel()) as Result<null, AnyFailure>;
  }

  async original(
    id: SourceId,
  ): Promise<Result<Uint8Array, 'closed' | 'source-missing' | 'damaged'>> {
    if (this.#closed) return fail('closed');
    const source = this.#reading.get('sources', id);
    if (!source) return fail('source-missing');
    const bytes = await this.#vault.blobs.get(source.original.blob);
    return bytes.ok ? bytes : fail('damaged');
  }

  async picture(
    id: SourceId,
    size: 'thumbnail' | 'full',
    page = 1,
  ): Promise<Result<ShownPicture, 'closed' | 'source-missing' | 'not-a-picture' | 'damaged'>> {
    if (this.#closed) return fail('closed');
    const source = this.#reading.get('sources', id);
    if (!source) return fail('source-missing');
    return page > 1 ? this.#deriving.page(source, page) : this.#deriving.shown(source, size);
  }

  async derivePictures(job: Job = quietJob): Promise<Result<DeriveReport, AnyFailure>> {
    if (this.#closed) return fail('closed');
    if (this.#store.readOnly) return fail('read-only');
    return (await this.#deriving.run(job)) as Result<DeriveReport, AnyFailure>;
  }

  async appearance(
    id: SourceId,
  ): Promise<Result<string, 'closed' | 'source-missing' | 'damaged' | 'no-page'>> {
    const original = await this.original(id);
    if (!original.ok) return original;
    const source = this.#reading.get('sources', id);
    const encoding = source?.text?.encoding?.label;
    const beside: ShownBeside[] = [];
    for (const { name, mediaType, blob } of source?.pageFiles ?? []) {
      const bytes = await this.#vault.blobs.get(blob);
      // One that is lost is a blank in the page; a check tells of it.
      if (bytes.ok) beside.push({ name, mediaType, bytes: bytes.value });
    }
    if (this.#closed) return fail('closed');
    this.#reader ??= createReader();
    const hint = { name: source?.original.name ?? '', ...(encoding !== undefined && { encoding }) };
    return this.#reader.appearance(original.value, hint, beside);
  }

  editSource(id: SourceId, patch: SourcePatch) {
    return this.#run(editSource(id, patch));
  }

  async readAgain(id: SourceId, how: Rereading) {
    if (this.#closed) return fail('closed');
    this.#reader ??= createReader();
    return (await readAgain(this.#derivingTexts, this.#reader, id, how)) as Answer<'readAgain'>;
  }

  async correctText(id: SourceId, correction: Correction) {
    if (this.#closed) return fail('closed');
    return (await correctText(this.#derivingTexts, id, correction)) as Answer<'correctText'>;
  }

  async restoreText(id: SourceId, sha256: string) {
    if (this.#closed) return fail('closed');
    return (await restoreText(this.#derivingTexts, id, sha256)) as Answer<'restoreText'>;
  }

  claims(id: SourceId): Promise<Result<readonly FieldClaims[], 'closed' | 'source-missing'>> {
    const source = this.#reading.get('sources', id);
    if (this.#closed) return Promise.resolve(fail('closed'));
    return Promise.resolve(source ? ok(claimsOf(source)) : fail('source-missing'));
  }

  async offerQuotes(id: SourceId) {
    if (this.#closed) return fail('closed');
    return (await offerQuotes(this.#derivingTexts, id)) as Answer<'offerQuotes'>;
  }

  async carryQuotes(id: SourceId, quotes: readonly QuoteId[]) {
    if (this.#closed) return fail('closed');
    return (await carryOver(this.#derivingTexts, id, quotes)) as Answer<'carryQuotes'>;
  }

  deleteSource(id: SourceId) {
    return this.#run(deleteSource(id));
  }

  quotes(source?: SourceId): Promise<Result<readonly Quote[], 'closed'>> {
    return Promise.resolve(this.#quotesNow(source));
  }

  #quotesNow(source?: SourceId): Result<readonly Quote[], 'closed'> {
    if (this.#closed) return fail('closed');
    return ok(source === undefined ? this.#reading.all('quotes') : this.#reading.quotesOf(source));
  }

  async addQuote(draft: QuoteDraft) {
    const text = await this.#textOf(draft.source);
    if (!text.ok) return text;
    return this.#run(addQuote(draft, text.value));
  }

  editQuote(id: QuoteId, patch: QuotePatch) {
    return this.#run(editQuote(id, patch));
  }

  async placeQuote(id: QuoteId, passage: TextPassage | null) {
    if (this.#closed) return fail('closed');
    return (await placeQuoteAt(this.#derivingTexts, id, passage)) as Answer<'placeQuote'>;
  }

  deleteQuote(id: QuoteId) {
    return this.#run(deleteQuote(id));
  }

  addTag(draft: TagDraft) {
    return this.#run(addTag(draft));
  }

  editTag(id: TagId, patch: TagPatch) {
    return this.#run(editTag(id, patch));
  }

  addEntity(draft: EntityDraft) {
    return this.#run(addEntity(draft));
  }

  editEntity(id: EntityId, patch: EntityPatch) {
    return this.#run(editEntity(id, patch));
  }

  saveProfile(draft: ProfileDraft) {
    return this.#run(saveProfile(draft));
  }

  deleteProfile(id: ProfileId) {
    return this.#run(deleteProfile(id));
  }

  async prepareSearch(job: Job = quietJob): Promise<Result<null, 'closed'>> {
    if (this.#closed) return fail('closed');
    return this.#find(async (finder) => {
      await finder.ready(job.progress);
      return ok(null);
    });
  }

  setActor(actor: Stated) {
    return this.#run(setActor(actor));
  }

  actAs(actor: Stated): Promise<Result<null, 'closed'>> {
    this.#store.actAs(actor);
    return Promise.resolve(this.#closed ? fail('closed') : ok(null));
  }

  async search(
    request: SearchRequest,
  ): Promise<Result<readonly SearchResult[], 'closed' | 'query-invalid' | 'cancelled'>> {
    const found = await this.searchPage(request);
    return found.ok ? ok(found.value.results) : found;
  }

  async searchPage(
    request: SearchRequest,
  ): Promise<Result<SearchPage, 'closed' | 'query-invalid' | 'cancelled'>> {
    if (this.#closed) return fail('closed');
    return this.#find((finder) => finder.find(request));
  }

  async searchNames(
    names: readonly string[],
    limit: number,
    job: Job = quietJob,
  ): Promise<Result<readonly NameReport[], 'closed' | 'cancelled' | 'too-large'>> {
    if (this.#closed) return fail('closed');
    return this.#find((finder) =>
      reportNames(names, limit, (request) => finder.find(request), job),
    );
  }

  async exportNames(rows: readonly NameRow[], path: string) {
    if (this.#closed) return fail('closed');
    if (await liesIn(path, this.#folder)) return fail('target-inside-archive');
    const bytes = namesTable(rows);
    const delivered = await deliver(path, bytes);
    if (!delivered.ok) return delivered;
    if (this.#store.readOnly !== null) return ok(null);
    return this.#run(note('names.export', { names: rows.length, bytes: bytes.length }));
  }

  addSavedSearch(draft: SavedSearchDraft) {
    return this.#run(addSavedSearch(draft));
  }

  editSavedSearch(id: SavedSearchId, patch: SavedSearchPatch) {
    return this.#run(editSavedSearch(id, patch));
  }

  deleteSavedSearch(id: SavedSearchId) {
    return this.#run(deleteSavedSearch(id));
  }

  async alike(
    id: string,
    limit: number,
  ): Promise<Result<readonly LikeSource[], 'closed' | 'cancelled'>> {
    if (this.#closed) return fail('closed');
    return this.#find(async () => ok(await this.#likeness.alike(id, limit)));
  }

  async nearDuplicates(
    sources: readonly SourceId[],
    job: Job = quietJob,
  ): Promise<Result<readonly NearDuplicates[], 'closed' | 'cancelled'>> {
    if (this.#closed) return fail('closed');
    return this.#find(() => this.#likeness.nearDuplicates(sources, job));
  }

  #findable(): Finder {
    return (this.#finder ??= new Finder(this.#reading, this.#texts, this.#vault));
  }

  /** What the index was asked when the archive was closed has no answer. */
  async #find<T, C extends string>(
    ask: (finder: Finder) => Promise<Result<T, C>>,
  ): Promise<Result<T, C | 'closed'>> {
    try {
      return await ask(this.#findable());
    } catch (error) {
      if (this.#closed) return fail('closed');
      throw error;
    }
  }

  async compare(
    a: SourceId,
    b: SourceId,
    job: Job = quietJob,
  ): Promise<
    Result<Comparison, 'closed' | 'source-missing' | 'no-text' | 'damaged' | 'cancelled'>
  > {
    const textA = await this.#textOf(a);
    if (!textA.ok) return textA;
    const textB = await this.#textOf(b);
    if (!textB.ok) return textB;
    const [left, right] = [textA.value?.document, textB.value?.document];
    if (!left || !right) return fail('no-text');
    const published = [a, b].map(
      (id) => this.#reading.get('sources', id)?.metadata.published ?? null,
    );
    return orCancelled(() =>
      compareTexts(left, right, {
        published: [published[0] ?? null, published[1] ?? null],
        names: spellingsOf(this.#reading),
        job,
      }),
    );
  }

  addDossier(draft: DossierDraft) {
    return this.#run(addDossier(draft));
  }

  editDossier(id: DossierId, patch: DossierPatch) {
    return this.#run(editDossier(id, patch));
  }

  deleteDossier(id: DossierId) {
    return this.#run(deleteDossier(id));
  }

  async previewDossier(id: DossierId, job: Job = quietJob) {
    const dossier = this.#dossier(id);
    if (!dossier.ok) return dossier;
    const made = await this.#typeset(dossier.value, {}, job);
    return made.ok ? ok({ pdf: made.value.pdf, pages: made.value.pages }) : made;
  }

  async inspectDossier(id: DossierId, job: Job = quietJob) {
    const dossier = this.#dossier(id);
    if (!dossier.ok) return dossier;
    const made = await this.#typeset(dossier.value, { allowProtected: true, readBack: true }, job);
    if (!made.ok) return made;
    const { pages, marks, leaks, contents } = made.value;
    const inspection: DossierInspection = {
      pages,
      contents,
      earlier: earlierExport(this.#reading, dossier.value),
      marks: marks.map(({ entity, mark, treatment, count }) => {
        return { entity, mark, treatment, count };
      }),
      leaks,
    };
    return ok(inspection);
  }

  async exportDossier(
    id: DossierId,
    path: string,
    {
      despiteNames = false,
      recipient = '',
    }: { readonly despiteNames?: boolean; readonly recipient?: string } = {},
    job: Job = quietJob,
  ) {
    const dossier = this.#dossier(id);
    if (!dossier.ok) return dossier;
    if (await liesIn(path, this.#folder)) return fail('target-inside-archive');
    const options = { allowProtected: despiteNames, readBack: true };
    const made = await this.#typeset(dossier.value, options, job);
    if (!made.ok) return made;
    const { pdf, pages, marks, leaks } = made.value;
    const named = new Set(leaks.map(({ entity }) => entity)).size;
    if (named > 0 && !despiteNames) return fail('names-protected', { count: named });
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    const delivered = await deliver(path, pdf);
    if (!delivered.ok) return delivered;
    // A dossier may leave an archive that is open for reading only; then there is no line for it.
    if (this.#store.readOnly === null) {
      const noted = await this.#run(
        noteExport(id, { sha256, bytes: pdf.length, pages, names: named, recipient }, marks),
      );
      if (!noted.ok) return noted;
    }
    return ok({ pages, sha256 });
  }

  undo() {
    return this.#store.undo();
  }

  redo() {
    return this.#store.redo();
  }

  log(from: number, limit: number): Promise<Result<LogPage, 'closed'>> {
    return Promise.resolve(this.#logNow(from, limit));
  }

  #logNow(from: number, limit: number): Result<LogPage, 'closed'> {
    if (this.#closed) return fail('closed');
    const lines = inOrder(this.#reading.all('activities'));
    const head = headOf(lines);
    return ok({
      length: lines.length,
      head: head.hash,
      headText: headText(head),
      entries: lines.reverse().slice(from, from + limit),
    });
  }

  async saveHead(path: string) {
    if (this.#closed) return fail('closed');
    if (await liesIn(path, this.#folder)) return fail('target-inside-archive');
    return deliver(path, Buffer.from(headText(this.#store.head)));
  }

  async addStamp(file: { readonly name: string; readonly bytes: Uint8Array }) {
    if (this.#closed) return fail('closed');
    if (this.#store.readOnly) return fail('read-only');
    return (await keepStamp(this.#stamping, file)) as Awaited<ReturnType<Archive['addStamp']>>;
  }

  deleteStamp(id: StampId) {
    return this.#run(deleteStamp(id));
  }

  async stampFile(
    id: StampId,
  ): Promise<Result<Uint8Array, 'closed' | 'stamp-missing' | 'damaged'>> {
    if (this.#closed) return fail('closed');
    const stamp: Stamp | undefined = this.#reading.get('stamps', id);
    if (!stamp) return fail('stamp-missing');
    const bytes = await this.#vault.blobs.get(stamp.file.blob);
    return bytes.ok ? bytes : fail('damaged');
  }

  async checkStamps(
    job: Job = quietJob,
  ): Promise<Result<readonly StampCheck[], 'closed' | 'cancelled'>> {
    return this.#closed ? fail('closed') : checkStamps(this.#stamping, job);
  }

  #headTextAt(number: number): string {
    const line = this.#reading.all('activities').find((one) => one.number === number);
    return line ? headText(line) : '';
  }

  get #stamping() {
    this.#reader ??= createReader();
    return { vault: this.#vault, store: this.#store, reader: this.#reader };
  }

  async verify(
    full: boolean,
    job: Job = quietJob,
  ): Promise<Result<VerifyReport, 'closed' | 'cancelled'>> {
    if (this.#closed) return fail('closed');
    const inspected = await inspect(this.#vault, this.#reading, this.#texts, full, job);
    if (!inspected.ok) return inspected;
    const { checks } = inspected.value;
    const report = full
      ? await this.#withStamps(inspected.value.report, job)
      : inspected.value.report;
    if (full && this.#store.readOnly === null) {
      const { findings, checked } = report;
      for (let at = 0; at < checks.length; at += CHECKS_AT_ONCE)
        await this.#store.run(noteChecks(checks.slice(at, at + CHECKS_AT_ONCE)));
      await this.#store.run(
        note('archive.verify', { findings: findings.length, originals: checked.originals }),
      );
    }
    return ok(report);
  }

  /** The report with what is wrong with time stamps. */
  async #withStamps(report: VerifyReport, job: Job): Promise<VerifyReport> {
    const checked = await this.checkStamps({ ...job, progress: () => undefined });
    const bad = checked.ok ? checked.value.filter(({ state }) => state !== 'holds') : [];
    const findings = bad.map(({ stamp, state }) => ({ code: `stamp-${state}`, subjects: [stamp] }));
    return findings.length === 0
      ? report
      : { ...report, intact: false, findings: [...report.findings, ...findings] };
  }

  async recheck(days: number, job: Job = quietJob) {
    if (this.#closed) return fail('closed');
    if (this.#store.readOnly) return fail('read-only');
    const due = dueForCheck(this.#reading.all('sources'), days, this.#clock.now());
    return recheck({ vault: this.#vault, store: this.#store, texts: this.#texts }, due, job);
  }

  async recheckSome(days: number) {
    if (this.#closed) return fail('closed');
    if (this.#store.readOnly) return fail('read-only');
    const due = dueForCheck(this.#reading.all('sources'), days, this.#clock.now());
    const slice = sliceOf(due);
    const parts = { vault: this.#vault, store: this.#store, texts: this.#texts };
    const job = { signal: this.#ending.signal, progress: () => undefined };
    const checking = recheck(parts, slice, job);
    this.#checking = checking.catch(() => undefined);
    const report = await checking;
    return report.ok ? ok({ ...report.value, left: due.length - slice.length }) : report;
  }

  async exportComparison(
    { a, b, format, despiteNames }: ComparisonRequest,
    path: string,
    job: Job = quietJob,
  ) {
    if (this.#closed) return fail('closed');
    if (await liesIn(path, this.#folder)) return fail('target-inside-archive');
    const compared = await this.compare(a, b, job);
    if (!compared.ok) return compared;
    const [left, right] = [await this.#comparedSource(a), await this.#comparedSource(b)];
    if (!left.ok) return left;
    if (!right.ok) return right;
    const pair = { a: left.value, b: right.value, comparison: compared.value };
    const entities = this.#reading.all('entities');
    const exported = await exportComparison(pair, format, path, { entities, despiteNames });
    if (!exported.ok || this.#store.readOnly !== null) return exported;
    const { bytes, protectedNames: names } = exported.value;
    const noted = await this.#run(note('comparison.export', { format, bytes, names }, [a, b]));
    return noted.ok ? exported : noted;
  }

  async #comparedSource(
    id: SourceId,
  ): Promise<Result<ComparedSource, 'closed' | 'source-missing' | 'damaged' | 'no-text'>> {
    const text = await this.text(id);
    if (!text.ok) return text;
    const source = this.#reading.get('sources', id);
    if (!source || !text.value) return fail('no-text');
    const { shelfmark, title, original } = source;
    return ok({ id, shelfmark, title, sha256: original.sha256, text: text.value.text });
  }

  async exportAll(
    { format, sharing, files: leaving, despiteNames }: ExportRequest,
    path: string,
    job: Job = quietJob,
  ) {
    if (this.#closed) return fail('closed');
    if (await liesIn(path, this.#folder)) return fail('target-inside-archive');
    const about = this.#reading.get('about', 'archive');
    assert(about, 'an open archive says what it is');
    const exported = await exportArchive(
      {
        about,
        sources: this.#reading.all('sources'),
        quotes: this.#reading.all('quotes'),
        tags: this.#reading.all('tags'),
        entities: this.#reading.all('entities'),
        dossiers: this.#reading.all('dossiers'),
        searches: this.#reading.all('searches'),
        profiles: this.#reading.all('profiles'),
        stamps: this.#reading.all('stamps'),
        activities: inOrder(this.#reading.all('activities')),
        stampFile: (id) => this.stampFile(id),
        headText: (line) => this.#headTextAt(line),
        text: (id) => this.text(id),
        original: (id) => this.original(id),
        pageFile: ({ blob }) => this.#vault.blobs.get(blob),
      },
      format,
      path,
      {
        madeAt: toIso(this.#clock.now()),
        appVersion: VERSION,
        despiteNames,
        ...(sharing && { redaction: { sharing, words: markWords('en'), files: leaving } }),
      },
      job,
    );
    if (!exported.ok) return exported;
    const { files, bytes, protectedNames, unchecked } = exported.value;
    if (this.#store.readOnly === null) {
      const noted = await this.#run(
        note('archive.export', {
          format,
          files,
          bytes,
          profile: sharing ? (profileOf(sharing.levels) ?? 'mixed') : 'none',
          names: protectedNames,
          unchecked,
        }),
      );
      if (!noted.ok) return noted;
    }
    const summary: ExportSummary = { files, bytes, protectedNames, unchecked };
    return ok(summary);
  }

  async #run<C extends string, T>(
    command: Command<C, T>,
  ): Promise<Result<T, C | 'closed' | 'read-only' | 'disk-full' | 'io'>> {
    const written = await this.#store.run(command);
    return written.ok ? ok(written.value.value) : written;
  }

  #dossier(id: DossierId): Result<Dossier, 'closed' | 'dossier-missing'> {
    if (this.#closed) return fail('closed');
    const dossier = this.#reading.get('dossiers', id);
    return dossier ? ok(dossier) : fail('dossier-missing');
  }

  async #typeset(
    dossier: Dossier,
    options: Pick<DossierMaterial, 'allowProtected' | 'readBack'>,
    job: Job,
  ): Promise<Result<MadePdf, TypesetFailure>> {
    let pictures: Pictures | null = null;
    const material = await gatherMaterial(
      {
        reading: this.#reading,
        texts: this.#texts,
        vault: this.#vault,
        stand: (source) => this.#deriving.stand(source),
        pictures: () => (pictures ??= createPictures()),
      },
      dossier,
      toIso(this.#clock.now()),
    ).finally(() => pictures?.close());
    if (!material.ok) {
      return material.error.code === 'no-text' ? fail('no-text') : fail('damaged');
    }
    return makeDossierPdf({ ...material.value, ...options }, job);
  }

  async #textOf(
    id: SourceId,
  ): Promise<Result<StoredText | null, 'closed' | 'source-missing' | 'damaged'>> {
    if (this.#closed) return fail('closed');
    const source: Source | undefined = this.#reading.get('sources', id);
    return source ? this.#texts.of(source) : fail('source-missing');
  }

  /** A new snapshot when the journal has outgrown the last one, so that opening stays quick. */
  #compactWhenDue(): void {
    const { journalBytes, snapshotBytes } = this.#vault;
    if (this.#closed || journalBytes < Math.max(COMPACT_FROM, snapshotBytes / 2)) return;
    this.#compacting = this.#compacting.then(async () => {
      const compacted = await this.#vault.compact(() => this.#store.stored());
      if (compacted.ok) await this.#vault.blobs.removeUnnamed(wantedBlobs(this.#store));
      await this.#finder?.keep();
    });
  }
}

/** What `work` gives, or `cancelled` when it was stopped on the way. */
function orCancelled<T>(work: () => T): Result<T, 'cancelled'> {
  try {
    return ok(work());
  } catch (error) {
    if (error instanceof FailureError && error.failure.code === 'cancelled')
      return fail('cancelled');
    throw error;
  }
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
