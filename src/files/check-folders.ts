/** What tools of the field say of files that lie beside one another, found out before these are taken in one by one. */
import { basename, dirname, resolve } from 'node:path';
import type { Archive } from '../../archive/index.ts';
import type { Job } from '../../archive/lib/job.ts';
import type { FileChecks, FolderFile } from '../../archive/model/index.ts';

interface NotChecked {
  readonly name: string;
  readonly code: 'checks-not-made';
}

interface Checked {
  /** By path. */
  readonly found: ReadonlyMap<string, FileChecks>;
  readonly passed: readonly NotChecked[];
}

/** Each list holds the files of one folder. What cannot be checked is taken in all the same, and told. */
export async function checkFolders(
  archive: Archive,
  folders: readonly (readonly FolderFile[])[],
  job: Job,
): Promise<Checked> {
  const found = new Map<string, FileChecks>();
  const passed: NotChecked[] = [];
  for (const files of folders) {
    const [first] = files;
    // A file alone has nothing that could speak of it.
    if (first === undefined || files.length === 1) continue;
    const checked = await archive.checkFolder(files, job);
    if (!checked.ok && checked.error.code === 'checks-not-made')
      passed.push({ name: first.name.split('/')[0] ?? '', code: 'checks-not-made' });
    if (!checked.ok) continue;
    const paths = new Map(files.map(({ name, path }) => [name, path]));
    for (const one of checked.value) found.set(paths.get(one.name) ?? '', one);
  }
  return { found, passed };
}

/** Files that were named one by one, by the folders in which they lie. */
export function besideEachOther(files: readonly FolderFile[]): FolderFile[][] {
  const folders = new Map<string, FolderFile[]>();
  for (const file of files) {
    const path = resolve(file.path);
    const list = folders.get(dirname(path)) ?? [];
    list.push({ ...file, name: basename(path) });
    folders.set(dirname(path), list);
  }
  return [...folders.values()];
}
