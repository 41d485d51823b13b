/** Reads a zip: kept as it is, each member a part by its own content, and the proofs in it checked. */
import { isLitter, pageFiles } from '../../lib/page-files.ts';
import { limits } from '../../model/index.ts';
import { asReadings, noteOf } from '../checks.ts';
import type { Hint, NoteCode } from '../draft.ts';
import type { FileBeside } from '../html/page-files.ts';
import type { Part, Unpacked } from '../parts.ts';
import { BUNDLE, openZip, type ZipMember } from '../zip/open-zip.ts';
import { Readings } from '../readings.ts';
import { checkPackage, type PackageChecks } from '../field/check-package.ts';
import { inZip } from '../field/member.ts';
import { keepAsFile } from './file.ts';

export async function readZip(bytes: Uint8Array, hint: Hint, mediaType: string): Promise<Unpacked> {
  const members = await openZip(bytes, BUNDLE);
  if (members === null)
    return { draft: keepAsFile(hint, mediaType, ['container-damaged']), parts: null };
  const beside = pageFiles(members.map(({ name }) => name));
  const wanted = members.filter(
    ({ name }) => !isLitter(name) && (hint.pageFiles === true || !beside.has(name)),
  );
  const notes: NoteCode[] = [];
  if (wanted.length === 0) notes.push('nothing-inside');
  if (beside.size > 0 && hint.pageFiles !== true) notes.push('page-files-left');
  const readings = new Readings();
  readings.add('address', hint.address, hint.by ?? 'given');
  const checks = await checkPackage(members.map(inZip), limits.partBytes);
  for (const { field, value, from } of asReadings(checks.all)) readings.add(field, value, from);
  notes.push(...noteOf(checks.all));
  const draft = { ...keepAsFile(hint, mediaType, notes), metadata: readings.toMetadata([]) };
  return { draft, parts: partsOf(wanted, checks, besideOf(members, beside)) };
}

async function* partsOf(
  members: readonly ZipMember[],
  { ofMember }: PackageChecks,
  beside: ReadonlyMap<string, readonly ZipMember[]>,
): AsyncGenerator<Part> {
  for (const { name, read } of members) {
    const bytes = await read();
    const checks = asReadings(ofMember.get(name) ?? []);
    const hint = checks.length > 0 ? { checks } : {};
    if (typeof bytes === 'string') {
      yield { name, failure: bytes };
      continue;
    }
    const files = await filesOf(name, beside.get(name) ?? []);
    yield { name, bytes, hint, ...(files.length > 0 && { beside: files }) };
  }
}

/** By the name of the page. */
function besideOf(
  members: readonly ZipMember[],
  pages: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly ZipMember[]> {
  const lying = members.filter(({ name }) => !isLitter(name) && pages.has(name));
  return Map.groupBy(lying, ({ name }) => pages.get(name) ?? '');
}

/** As much as can be kept, and one more, so that the keeping says that there was more. */
async function filesOf(page: string, members: readonly ZipMember[]): Promise<FileBeside[]> {
  const folder = page.slice(0, page.lastIndexOf('/') + 1);
  const files: FileBeside[] = [];
  let left = 2 * limits.pageFilesBytes;
  for (const { name, size, read } of members) {
    if (left < 0 || files.length > 2 * limits.pageFiles) break;
    if (size > 2 * limits.pageFileBytes) continue;
    const bytes = await read();
    if (typeof bytes === 'string') continue;
    left -= bytes.length;
    files.push({ name: name.slice(folder.length), bytes });
  }
  return files;
}
