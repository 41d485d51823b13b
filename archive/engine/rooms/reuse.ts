/** Where else the wording of a source stands. */
import { type CarrierGroup, SHORTEST_WORDING, type SharedWording } from '../../compare/index.ts';
import type { ReuseCalls, ReusedSource, ReuseGroup, ReuseReport } from '../../face/index.ts';
import { type Job, quietJob } from '../../lib/job.ts';
import { fail, ok, type Result } from '../../lib/result.ts';
import { limits, type Source, type SourceId } from '../../model/index.ts';
import type { ReuseRequest } from '../../requests.ts';
import { eachWord } from '../../text/index.ts';
import { stretchOf } from '../../timeline/index.ts';
import type { OpenArchive } from '../open-archive.ts';
import { leavingWording } from '../wording-out.ts';
import { type AskedText, type Reusing, startReusing } from '../reusing.ts';
import type { StoredText } from '../texts.ts';
import { firstVersion } from '../versions-of-one.ts';

export function reuseRoom(open: OpenArchive): ReuseCalls {
  return {
    findReuse: (request, job = quietJob) => findReuse(open, request, job),
    async reuseAsCsv(request, job = quietJob) {
      const { source, part } = request;
      const report = await findReuse(open, { source, part }, job);
      if (!report.ok) return report;
      const stored = await open.textOf(source);
      if (!stored.ok) return stored;
      return leavingWording(open, request, report.value, stored.value?.text ?? '');
    },
  };
}

/** How much of the progress is told before the texts are compared: the index reads most of them, and quickly. */
const READING = 0.5;
const STEPS = 1_000;

async function findReuse(
  open: OpenArchive,
  { source: id, part }: ReuseRequest,
  job: Job,
): Promise<
  Result<
    ReuseReport,
    | 'closed'
    | 'source-missing'
    | 'no-text'
    | 'passage-missing'
    | 'too-few-words'
    | 'damaged'
    | 'cancelled'
  >
> {
  const source = open.reading.get('sources', id);
  if (!source) return fail('source-missing');
  const stored = await open.texts.of(source);
  if (!stored.ok) return stored;
  if (!stored.value || stored.value.text === '') return fail('no-text');
  const { text } = stored.value;
  const whole = { start: 0, end: text.length };
  const { start, end } = part ?? whole;
  if (start >= end || end > text.length) return fail('passage-missing');
  const { words, ...place } = wholeWords(text, part ?? whole);
  if (words < SHORTEST_WORDING) return fail('too-few-words', { count: SHORTEST_WORDING });
  const signal = AbortSignal.any([job.signal, open.ending]);
  const found = await open.find((finder) =>
    finder.withWording({ text, ...place }, { signal, progress: inPart(job, 0, READING) }),
  );
  if (!found.ok) return found;
  const sources = found.value.ids.flatMap((other) => sourceOf(open, other, id));
  const unread = found.value.empty.filter((other) =>
    sourceOf(open, other, id).some((one) => (one.text?.words ?? 0) > 0),
  ).length;
  const asked = { source, stored: stored.value, part: part && place, words };
  return open.hold(
    compareAll(open, asked, sources, unread, { signal, progress: inPart(job, READING, 1) }),
  );
}

interface Asked {
  readonly source: Source;
  readonly stored: StoredText;
  readonly part: ReuseRequest['part'];
  readonly words: number;
}

async function compareAll(
  open: OpenArchive,
  asked: Asked,
  sources: readonly Source[],
  unreadAlready: number,
  job: Job,
): Promise<Result<ReuseReport, 'cancelled'>> {
  const { source, stored, part, words } = asked;
  const lengths = sources.map(({ text }) => text?.length ?? 0);
  const toAsk: AskedText = {
    text: stored.text,
    part: part && [part.start, part.end],
    carrier: carrierOf(source),
  };
  const longest = Math.max(stored.text.length, ...lengths);
  const reusing = startReusing(toAsk, longest, job.signal);
  try {
    const told = new Told(open, source);
    let unread = unreadAlready;
    for (const [at, other] of sources.entries()) {
      if (job.signal.aborted) return fail('cancelled');
      job.progress(at, sources.length);
      const read = await open.texts.of(other);
      if (!read.ok) unread += 1;
      else if (read.value) await told.compare(reusing, other, read.value.text);
    }
    const groups = told.groups(await reusing.groups());
    return ok({ textSha256: stored.sha256, words, total: told.total, unread, groups });
  } catch (error) {
    if (job.signal.aborted) return fail('cancelled');
    throw error;
  } finally {
    await reusing.end();
  }
}

/** What is told of the sources that share wording. */
class Told {
  readonly #open: OpenArchive;
  readonly #asked: Source;
  readonly #sources = new Map<SourceId, ReusedSource>();

  constructor(open: OpenArchive, asked: Source) {
    this.#open = open;
    this.#asked = asked;
  }

  get total(): number {
    return this.#sources.size;
  }

  async compare(reusing: Reusing, other: Source, text: string): Promise<void> {
    const wording = await reusing.compare(carrierOf(other), text);
    if (wording) this.#sources.set(other.id, this.#tell(other, text, wording));
  }

  #tell(other: Source, text: string, { share, shareOfOther, words, shared }: SharedWording) {
    const { id, shelfmark, title, kind, metadata, capture } = other;
    const { collectedAt } = capture;
    const told: ReusedSource = {
      ...{ source: id, shelfmark, title, kind, share, shareOfOther, words },
      language: other.text?.language ?? 'und',
      direction: other.text?.direction ?? 'ltr',
      publisher: metadata.publisher,
      published: metadata.published,
      collected: collectedAt.state === 'value' ? collectedAt.value : null,
      relation: this.#relationTo(other),
      passages: shared
        .slice(0, limits.reusePassages)
        .map((passage) => ({ ...passage, text: excerpt(text, passage.b) })),
      passageCount: shared.length,
    };
    return told;
  }

  #relationTo(other: Source): ReusedSource['relation'] {
    const asked = this.#asked;
    if (firstVersion(this.#open.reading, other) === firstVersion(this.#open.reading, asked))
      return 'version';
    return other.partOf === asked.id || asked.partOf === other.id ? 'container' : null;
  }

  /** As many sources as may be told: those that share most. */
  groups(found: readonly CarrierGroup<SourceId>[]): ReuseGroup[] {
    const told = new Set(
      [...this.#sources.values()]
        .sort((a, b) => b.words - a.words)
        .slice(0, limits.reuseSources)
        .map(({ source }) => source),
    );
    return found
      .map((group) => this.#group(group, told))
      .filter(({ sources }) => sources.length > 0)
      .sort((a, b) => Number(b.withAsked) - Number(a.withAsked) || mostWords(b) - mostWords(a));
  }

  #group(
    { members, earliest, undated }: CarrierGroup<SourceId>,
    told: ReadonlySet<SourceId>,
  ): ReuseGroup {
    const pages = members.map((id) => {
      const source = this.#open.reading.get('sources', id);
      return source ? firstVersion(this.#open.reading, source) : id;
    });
    return {
      sources: members.flatMap((id) => (told.has(id) ? (this.#sources.get(id) ?? []) : [])),
      withAsked: members.includes(this.#asked.id),
      earliest,
      undated,
      versions: members.length - new Set(pages).size,
    };
  }
}

const mostWords = ({ sources }: ReuseGroup): number =>
  Math.max(0, ...sources.map(({ words }) => words));

function sourceOf({ reading }: OpenArchive, id: string, asked: SourceId): Source[] {
  const source = reading.get('sources', id);
  return source && source.id !== asked ? [source] : [];
}

/** A time whose zone is not stated is told by its day alone: it may be earlier or later than one elsewhere. */
function carrierOf({ id, metadata }: Source) {
  const { published } = metadata;
  const zoned = /T.*(?:Z|[+-]\d\d:\d\d)$/.test(published ?? '');
  const date = zoned ? published : (published?.slice(0, 10) ?? null);
  return { id, at: date === null ? null : stretchOf(date) };
}

/** No letter is cut in two. */
function excerpt(text: string, [start, end]: readonly [number, number]): string {
  const cut = Math.min(end, start + limits.reuseExcerpt);
  const whole = cut < end && /[\udc00-\udfff]/.test(text.charAt(cut)) ? cut - 1 : cut;
  return text.slice(start, whole);
}

/** The part with all of the words that it touches, and how many these are. */
function wholeWords(text: string, part: { readonly start: number; readonly end: number }) {
  let { start, end } = part;
  let words = 0;
  eachWord(text, (from, to) => {
    if (to <= part.start || from >= part.end) return;
    words += 1;
    start = Math.min(start, from);
    end = Math.max(end, to);
  });
  return { start, end, words };
}

function inPart({ progress }: Job, from: number, to: number): Job['progress'] {
  return (done, total = 0) => {
    const share = total === 0 ? 0 : done / total;
    progress(Math.round((from + (to - from) * share) * STEPS), STEPS);
  };
}
