/** Fills a new archive with the sample case, by the same calls that a person's work makes. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Archive } from '../../archive/index.ts';
import type { Job } from '../../archive/lib/job.ts';
import { fail, ok, type Result } from '../../archive/lib/result.ts';
import type { DossierId, EntityId, QuoteId, SourceId, TagId } from '../../archive/model/index.ts';
import type { SectionDraft } from '../../archive/requests.ts';
import { SampleCase, type SampleFile, type SampleSection } from './case.ts';

/** What became of each key. */
export interface Filled {
  readonly sources: ReadonlyMap<string, SourceId>;
  readonly quotes: ReadonlyMap<string, QuoteId>;
  readonly dossiers: ReadonlyMap<string, DossierId>;
}

/** `folder` holds `case.json` and `files/`. */
export async function fillSample(
  archive: Archive,
  folder: string,
  job: Job,
): Promise<Result<Filled>> {
  const read = await readCase(folder);
  if (!read.ok) return read;
  return new Filling(archive, folder, read.value, job).run();
}

async function readCase(folder: string): Promise<Result<SampleCase, 'sample-missing'>> {
  try {
    const parsed = SampleCase.safeParse(
      JSON.parse(await readFile(join(folder, 'case.json'), 'utf8')),
    );
    return parsed.success ? ok(parsed.data) : fail('sample-missing');
  } catch {
    return fail('sample-missing');
  }
}

/** A failure on the way ends the filling. */
class Stop extends Error {
  readonly result: Result<never>;
  constructor(result: Result<never>) {
    super('stopped');
    this.result = result;
  }
}

function need<T>(result: Result<T>): T {
  if (!result.ok) throw new Stop(result);
  return result.value;
}

class Filling {
  readonly #archive: Archive;
  readonly #folder: string;
  readonly #case: SampleCase;
  readonly #job: Job;
  readonly #tags = new Map<string, TagId>();
  readonly #entities = new Map<string, EntityId>();
  readonly #sources = new Map<string, SourceId>();
  readonly #quotes = new Map<string, QuoteId>();
  readonly #dossiers = new Map<string, DossierId>();
  #done = 0;

  constructor(archive: Archive, folder: string, sample: SampleCase, job: Job) {
    this.#archive = archive;
    this.#folder = folder;
    this.#case = sample;
    this.#job = job;
  }

  async run(): Promise<Result<Filled>> {
    try {
      await this.#addTags();
      await this.#addEntities();
      for (const file of this.#case.files) {
        await this.#addFile(file);
        this.#step();
      }
      await this.#addQuotes();
      await this.#addDossiers();
      return ok({ sources: this.#sources, quotes: this.#quotes, dossiers: this.#dossiers });
    } catch (error) {
      if (error instanceof Stop) return error.result;
      throw error;
    }
  }

  #step(): void {
    if (this.#job.signal.aborted) throw new Stop(fail('cancelled'));
    this.#done += 1;
    this.#job.progress(this.#done, this.#case.files.length + this.#case.quotes.length);
  }

  async #addTags(): Promise<void> {
    for (const { key, parent, ...draft } of this.#case.tags) {
      const above = parent === null ? null : idOf(this.#tags, parent);
      this.#tags.set(key, need(await this.#archive.addTag({ ...draft, parent: above })).id);
    }
  }

  async #addEntities(): Promise<void> {
    for (const { key, ...draft } of this.#case.entities) {
      this.#entities.set(key, need(await this.#archive.addEntity(draft)).id);
    }
  }

  async #addFile(file: SampleFile): Promise<void> {
    const bytes = await readFile(join(this.#folder, 'files', file.file)).catch(() => null);
    if (bytes === null) throw new Stop(fail('sample-missing'));
    const outcome = need(
      await this.#archive.importFile(
        { name: file.file, bytes, ...(file.address !== null && { address: file.address }) },
        file.capture,
        this.#job,
      ),
    );
    if (outcome.result.state !== 'taken') throw new Stop(fail('sample-missing'));
    const id = outcome.result.source;
    this.#sources.set(file.key, id);
    need(
      await this.#archive.editSource(id, {
        tags: file.tags.map((key) => ({ tag: idOf(this.#tags, key) })),
        note: file.note,
        graphic: file.graphic,
        ...(file.title !== null && { title: file.title }),
        ...(file.publisher !== null && { publisher: file.publisher }),
        ...(file.published !== null && { published: file.published }),
        ...(file.event !== null && { event: file.event }),
      }),
    );
  }

  async #addQuotes(): Promise<void> {
    for (const quote of this.#case.quotes) {
      const added = await this.#archive.addQuote({
        source: idOf(this.#sources, quote.file),
        passage: { kind: 'words', exact: quote.exact },
        speaker: quote.speaker === null ? null : { entity: idOf(this.#entities, quote.speaker) },
        attribution: quote.attribution,
        saidOn: quote.saidOn,
        translation: quote.translation,
        note: quote.note,
        tags: quote.tags.map((key) => ({ tag: idOf(this.#tags, key) })),
        check: quote.check,
      });
      this.#quotes.set(quote.key, need(added).id);
      this.#step();
    }
  }

  async #addDossiers(): Promise<void> {
    for (const { key, sections, ...draft } of this.#case.dossiers) {
      const added = await this.#archive.addDossier({
        ...draft,
        sections: sections.map((section) => this.#section(section)),
      });
      this.#dossiers.set(key, need(added).id);
    }
  }

  #section(section: SampleSection): SectionDraft {
    switch (section.kind) {
      case 'heading':
      case 'text':
        return section;
      case 'quote':
        return { kind: 'quote', quote: idOf(this.#quotes, section.quote) };
      case 'source':
        return { kind: 'source', source: idOf(this.#sources, section.file) };
      case 'comparison':
        return {
          kind: 'comparison',
          a: idOf(this.#sources, section.a),
          b: idOf(this.#sources, section.b),
        };
    }
  }
}

function idOf<T>(ids: ReadonlyMap<string, T>, key: string): T {
  const id = ids.get(key);
  if (id === undefined) throw new Stop(fail('sample-missing'));
  return id;
}
