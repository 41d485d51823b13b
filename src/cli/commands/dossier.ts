/**
 * kuferak dossier DIR --title T [--quote ID]… [--source ID]… [--claim ID]… [--chronology …] [--profile P] | --dossier ID
 *   [--despite-names] [--for NAME] --out FILE.pdf [--made-at T] | --package PATH [--files F] [--seal-for KEY | --seal-passphrase-file F]
 */
import type { Archive } from '../../../archive/index.ts';
import { type Failure, fail, ok, type Result } from '../../../archive/lib/result.ts';
import { DossierDraft, PackageRequest, type SectionDraft } from '../../../archive/requests.ts';
import {
  chronologyEntry,
  type ChronologyEntry,
  ClaimId,
  DossierId,
  Instant,
  shareProfileNames,
  limits,
  QuoteId,
  shareProfiles,
} from '../../../archive/model/index.ts';
import { grouped } from '../../messages/grouped.ts';
import { type Arguments, readArguments, type Run, withArchive } from '../command.ts';
import { findSources } from '../find-source.ts';
import { oneOf } from '../one-of.ts';
import { print, printJson, t, warn } from '../output.ts';
import { readPassphrase } from '../passphrase.ts';
import { timelineOptions, timelineRequest } from '../timeline-request.ts';
import { UsageError } from '../usage.ts';

/** Of a dossier that is made by the same command. */
const DRAFT = ['title', 'matter', 'author', 'quote', 'source', 'claim', 'profile'] as const;
/** Of the dates in its chronology. */
const DATES = ['from', 'to', 'date-of', 'tag', 'name', 'naming', 'kind'] as const;
const PACKAGE = ['files', 'seal-for', 'seal-passphrase-file'] as const;

export const dossier: Run = async (args) => {
  const parsed = readArguments(
    args,
    {
      title: { type: 'string' },
      matter: { type: 'string' },
      author: { type: 'string' },
      quote: { type: 'string', multiple: true },
      source: { type: 'string', multiple: true },
      claim: { type: 'string', multiple: true },
      chronology: { type: 'boolean' },
      ...timelineOptions,
      profile: { type: 'string' },
      dossier: { type: 'string' },
      'despite-names': { type: 'boolean' },
      for: { type: 'string' },
      out: { type: 'string' },
      'made-at': { type: 'string' },
      package: { type: 'string' },
      files: { type: 'string' },
      'seal-for': { type: 'string' },
      'seal-passphrase-file': { type: 'string' },
    },
    1,
  );
  refuseMixed(parsed);
  const request = await packageRequest(parsed);
  if (!request.ok) return request.error;
  return withArchive(parsed, async (archive) => {
    const made = await dossierFor(archive, parsed);
    if (!made.ok) return made.error;
    const { id, isNew } = made.value;
    const failure = request.value
      ? await packUp(archive, id, parsed, request.value)
      : await writePdf(archive, id, parsed);
    if (!failure) return null;
    if (failure.code === 'names-protected') await tellLeaks(archive, id);
    // A dossier that could not leave is not left behind either.
    if (isNew) await archive.undo();
    return failure;
  });
};

function refuseMixed(parsed: Arguments): void {
  const isGiven = (name: string) => parsed.texts(name).length > 0;
  const drafts = DRAFT.some(isGiven) || parsed.flag('chronology');
  if (!parsed.flag('chronology') && DATES.some(isGiven)) throw new UsageError();
  if (drafts === isGiven('dossier') || isGiven('out') === isGiven('package'))
    throw new UsageError();
  if (drafts && (parsed.text('title') ?? '').trim() === '') throw new UsageError();
  if (parsed.text('out') === '' || parsed.text('package') === '') throw new UsageError();
  if (!isGiven('package') && PACKAGE.some(isGiven)) throw new UsageError();
  if (isGiven('made-at') && !isGiven('out')) throw new UsageError();
  momentOf(parsed);
  if ((parsed.text('for') ?? '').length > limits.shortText) throw new UsageError();
  profileOf(parsed);
}

/** To the second, as a cover prints it. */
function momentOf(parsed: Arguments): string | undefined {
  const given = parsed.text('made-at');
  if (given === undefined) return undefined;
  const moment = Instant.safeParse(given);
  if (!moment.success || Date.parse(moment.data) > Date.now())
    throw new UsageError(t('command.madeAtWrong'));
  return moment.data;
}

const profileOf = (parsed: Arguments) => oneOf(parsed, 'profile', shareProfileNames);

/** A path that ends in `.zip`, or sealed in `.age`, is a file; any other is a folder. */
async function packageRequest(parsed: Arguments): Promise<Result<PackageRequest | null>> {
  const path = parsed.text('package');
  if (path === undefined) return ok(null);
  const [recipient, file] = [parsed.text('seal-for'), parsed.text('seal-passphrase-file')];
  const isSealed = recipient !== undefined || file !== undefined;
  if (recipient !== undefined && file !== undefined) throw new UsageError();
  if (isSealed !== path.endsWith('.age')) throw new UsageError();
  const passphrase = file === undefined ? ok('') : await readPassphrase(file);
  if (!passphrase.ok) return passphrase;
  const request = PackageRequest.safeParse({
    form: isSealed || path.endsWith('.zip') ? 'zip' : 'folder',
    files: oneOf(parsed, 'files', PackageRequest.shape.files.options) ?? 'none',
    seal: !isSealed
      ? null
      : recipient === undefined
        ? { by: 'passphrase', passphrase: passphrase.value }
        : { by: 'recipient', recipient },
    despiteNames: parsed.flag('despite-names'),
    recipient: parsed.text('for') ?? '',
  });
  if (!request.success) throw new UsageError();
  return ok(request.data);
}

/** The one that was named, or a new one. */
async function dossierFor(
  archive: Archive,
  parsed: Arguments,
): Promise<Result<{ readonly id: DossierId; readonly isNew: boolean }>> {
  const named = parsed.text('dossier');
  if (named !== undefined) {
    const id = DossierId.safeParse(named);
    return id.success ? ok({ id: id.data, isNew: false }) : fail('dossier-missing');
  }
  const sections = await sectionsOf(archive, parsed);
  if (!sections.ok) return sections;
  const profile = profileOf(parsed);
  const draft = DossierDraft.safeParse({
    title: parsed.text('title'),
    matter: parsed.text('matter') ?? '',
    author: parsed.text('author') ?? '',
    handling: '',
    language: 'en',
    pageSize: 'a4',
    sections: sections.value,
    sharing: profile === undefined ? null : { levels: shareProfiles[profile], entities: [] },
  });
  if (!draft.success) return fail('invalid-input');
  const made = await archive.addDossier(draft.data);
  return made.ok ? ok({ id: made.value.id, isNew: true }) : made;
}

async function writePdf(
  archive: Archive,
  id: DossierId,
  parsed: Arguments,
): Promise<Failure | null> {
  const madeAt = momentOf(parsed);
  const exported = await archive.exportDossier(id, parsed.text('out') ?? '', {
    despiteNames: parsed.flag('despite-names'),
    recipient: parsed.text('for') ?? '',
    ...(madeAt !== undefined && { madeAt }),
  });
  if (!exported.ok) return exported.error;
  const { pages, sha256, possible } = exported.value;
  if (parsed.flag('json')) printJson({ id, pages, sha256, possible });
  else print(t('command.dossierWritten', { pages, sha256 }));
  if (possible.length > 0) warn(t('command.possible', { count: possible.length }));
  return null;
}

async function packUp(
  archive: Archive,
  id: DossierId,
  parsed: Arguments,
  request: PackageRequest,
): Promise<Failure | null> {
  const packed = await archive.exportPackage(id, parsed.text('package') ?? '', request);
  if (!packed.ok) return packed.error;
  const { pages, files, sha256, manifest, archive: digest, fingerprint } = packed.value;
  if (parsed.flag('json')) printJson({ id, ...packed.value });
  else {
    print(t('command.packageWritten', { count: files, pages, sha256 }));
    print(t('command.packageManifest', { manifest }));
    if (digest !== null) print(t('command.packageArchive', { digest }));
    print(t('command.fingerprint', { fingerprint: grouped(fingerprint) }));
  }
  for (const { exhibit, why } of packed.value.withheld)
    if (why !== 'not-asked') warn(t(`command.withheld.${why}`, { exhibit }));
  if (packed.value.possibleNames > 0)
    warn(t('command.possibleLeft', { count: packed.value.possibleNames }));
  if (packed.value.protectedNames > 0)
    warn(t('command.protectedNamesLeft', { count: packed.value.protectedNames }));
  return null;
}

/** Where in the file the names would stand; the names themselves are not said again. */
async function tellLeaks(archive: Archive, id: DossierId): Promise<void> {
  const inspected = await archive.inspectDossier(id);
  if (!inspected.ok) return;
  for (const { where, page, count } of inspected.value.leaks)
    warn(t(`command.leak.${where}`, { page: page ?? 0, count }));
}

async function sectionsOf(archive: Archive, parsed: Arguments): Promise<Result<SectionDraft[]>> {
  const sections: SectionDraft[] = [];
  for (const name of parsed.texts('quote')) {
    const id = QuoteId.safeParse(name);
    if (!id.success) return fail('quote-missing');
    sections.push({ kind: 'quote', quote: id.data });
  }
  const found = await findSources(archive, parsed.texts('source'));
  if (!found.ok) return found;
  for (const { id } of found.value) sections.push({ kind: 'source', source: id });
  for (const name of parsed.texts('claim')) {
    const id = ClaimId.safeParse(name);
    if (!id.success) return { ok: false, error: { code: 'claim-missing' } };
    sections.push({ kind: 'claim', claim: id.data });
  }
  if (!parsed.flag('chronology')) return ok(sections);
  const entries = await chronologyOf(archive, parsed);
  if (!entries.ok) return entries;
  if (entries.value.length > 0) sections.push({ kind: 'chronology', entries: entries.value });
  return ok(sections);
}

/** What happened, was said and is claimed, unless other dates are named: when a paper was printed is no event. */
async function chronologyOf(
  archive: Archive,
  parsed: Arguments,
): Promise<Result<ChronologyEntry[]>> {
  const request = await timelineRequest(archive, parsed, { roles: ['event', 'said', 'claim'] });
  if (!request.ok) return request;
  const entries = await archive.timeline(request.value);
  return entries.ok ? ok(entries.value.map(chronologyEntry)) : entries;
}
