/** What lies in a folder that a person named: its files in order, and which of them belong beside another one. */
import { lstat, open, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { isLitter, isPage, pageFiles } from '../../archive/lib/page-files.ts';
import { type FolderFile, limits } from '../../archive/model/index.ts';

export interface FoundFile {
  readonly path: string;
  /** With the folders under the named one, parted by `/`. For a named file its own name. */
  readonly name: string;
  /** The name of the file whose part it is: an exported chat, a bibliography, a saved page. */
  readonly beside: string | null;
  /** Of a saved page: what lies in the folder beside it. */
  readonly pageFiles: readonly FileOfPage[];
  /** These are not taken as sources of their own. */
  readonly left: boolean;
}

/** What lies in the folder beside a saved page: its path, and its name from the folder of the page. */
export interface FileOfPage {
  readonly path: string;
  readonly name: string;
}

/** Something that is not taken, and the code of why. */
export interface Passed {
  readonly name: string;
  readonly code: 'unreadable' | 'link-not-followed' | 'too-many-parts';
}

export interface Gathered {
  readonly files: readonly FoundFile[];
  /** All that lies there, also what is not taken: what tools of the field say of these files is checked over all. */
  readonly all: readonly FolderFile[];
  readonly passed: readonly Passed[];
}

export interface GatherOptions {
  readonly pageFiles: boolean;
  /** A folder that is never entered: the archive's own. */
  readonly except: string | null;
}

/** Folders inside of folders that are entered. */
const DEPTH = 64;
/** Bytes in which an export says what it is. */
const HEAD = 64 * 1024;

export async function gather(path: string, options: GatherOptions): Promise<Gathered> {
  const own = basename(resolve(path));
  try {
    const named = await stat(path);
    if (!named.isDirectory()) {
      const files = await filesOfPage(path, own, options);
      const left = files.length > 0 && !options.pageFiles;
      const all = named.isFile() ? [{ path, name: own, size: named.size }] : [];
      return {
        files: [{ path, name: own, beside: null, pageFiles: files, left }],
        all,
        passed: [],
      };
    }
  } catch {
    return { files: [], all: [], passed: [{ name: own, code: 'unreadable' }] };
  }
  const found = new Map<string, FolderFile>();
  const passed: Passed[] = [];
  await walk(path, own, { options, found, passed, depth: 0 });
  return { files: await arrange(found, options), all: [...found.values()], passed };
}

/** Of a page that was named by itself. Its folder is entered as any other is: no link leads out of it. */
async function filesOfPage(
  path: string,
  own: string,
  options: GatherOptions,
): Promise<FileOfPage[]> {
  if (!isPage(own)) return [];
  const around = dirname(resolve(path));
  const found = new Map<string, FolderFile>();
  for (const entry of (await namesIn(around)) ?? []) {
    if (!pageFiles([own, `${entry}/a`]).has(`${entry}/a`)) continue;
    const folder = join(around, entry);
    if ((await whatIs(folder)).kind === 'folder')
      await walk(folder, entry, { options, found, passed: [], depth: 0 });
  }
  return [...found.values()].map(({ path: inner, name }) => ({ path: inner, name }));
}

interface Walk {
  readonly options: GatherOptions;
  /** By their names. */
  readonly found: Map<string, FolderFile>;
  readonly passed: Passed[];
  readonly depth: number;
}

/** Links are never followed: they may lead out of the folder, or round in a circle. */
async function walk(folder: string, name: string, walking: Walk): Promise<void> {
  const { options, found, passed, depth } = walking;
  if (options.except !== null && resolve(folder) === resolve(options.except)) return;
  const entries = depth > DEPTH ? null : await namesIn(folder);
  if (entries === null) {
    passed.push({ name, code: 'unreadable' });
    return;
  }
  for (const entry of entries) {
    const path = join(folder, entry);
    const inner = `${name}/${entry}`;
    if (isLitter(inner)) continue;
    const { kind, size } = await whatIs(path);
    if (kind === 'folder') await walk(path, inner, { ...walking, depth: depth + 1 });
    else if (kind === 'link') passed.push({ name: inner, code: 'link-not-followed' });
    else if (kind !== 'file') passed.push({ name: inner, code: 'unreadable' });
    else if (found.size < limits.importFiles) found.set(inner, { name: inner, path, size });
    else if (passed.at(-1)?.code !== 'too-many-parts')
      passed.push({ name: inner, code: 'too-many-parts' });
  }
}

async function namesIn(folder: string): Promise<string[] | null> {
  try {
    return (await readdir(folder)).sort();
  } catch {
    return null;
  }
}

interface Thing {
  readonly kind: 'file' | 'folder' | 'link' | null;
  readonly size: number;
}

async function whatIs(path: string): Promise<Thing> {
  try {
    const found = await lstat(path);
    const { size } = found;
    if (found.isSymbolicLink()) return { kind: 'link', size };
    if (found.isDirectory()) return { kind: 'folder', size };
    return { kind: found.isFile() ? 'file' : null, size };
  } catch {
    return { kind: null, size: 0 };
  }
}

/** What lies beside another file comes right after it. */
async function arrange(
  found: ReadonlyMap<string, FolderFile>,
  { pageFiles: wanted }: GatherOptions,
): Promise<FoundFile[]> {
  const pages = pageFiles([...found.keys()]);
  const exports = await exportsIn(found);
  const after = new Map<string | null, FoundFile[]>();
  const ofPages = new Map<string, FileOfPage[]>();
  for (const [name, { path }] of found) {
    const page = pages.get(name);
    if (page !== undefined) {
      const files = ofPages.get(page) ?? [];
      files.push({ path, name: name.slice(page.lastIndexOf('/') + 1) });
      ofPages.set(page, files);
      if (!wanted) continue;
    }
    const beside = page ?? besideOf(name, exports);
    if (beside === FURNITURE) continue;
    const list = after.get(beside) ?? [];
    list.push({ path, name, beside, pageFiles: [], left: false });
    after.set(beside, list);
  }
  const withFiles = (file: FoundFile): FoundFile => {
    const files = ofPages.get(file.name) ?? [];
    return { ...file, pageFiles: files, left: files.length > 0 && !wanted };
  };
  return (after.get(null) ?? []).flatMap((file) => [
    withFiles(file),
    ...(after.get(file.name) ?? []).map(withFiles),
  ]);
}

interface Export {
  /** The file that the others lie beside. */
  readonly main: string;
  readonly folder: string;
  /** What of the folder belongs to it. */
  readonly kind: 'telegram' | 'zotero';
}

/** Exports by what they hold, not by their names alone. */
async function exportsIn(found: ReadonlyMap<string, FolderFile>): Promise<Export[]> {
  const exports: Export[] = [];
  for (const [name, { path }] of found) {
    const [, folder = '', file = ''] = /^(.*\/)([^/]*)$/.exec(name) ?? [];
    const kind = /^(?:result\.json|messages\.html)$/.test(file)
      ? 'telegram'
      : /\.rdf$/i.test(file)
        ? 'zotero'
        : null;
    if (kind === null || exports.some((other) => other.folder === folder)) continue;
    if (SIGNS[kind].test(await headOf(path))) exports.push({ main: name, folder, kind });
  }
  return exports;
}

const SIGNS = {
  telegram:
    /"messages"\s*:\s*\[|"chats"\s*:\s*\{|class="page_body chat_page"|^\s*\{\s*"about"\s*:\s*"[^"]{0,1000}Telegram/,
  zotero: /zotero\.org\/namespaces\/export#/,
} as const;

async function headOf(path: string): Promise<string> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
      return buffer.toString('latin1', 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    return '';
  }
}

/** What the exporting program put there to show its pages; no file of a folder is called so. */
const FURNITURE = '';

function besideOf(name: string, exports: readonly Export[]): string | null {
  for (const { main, folder, kind } of exports) {
    if (name === main || !name.startsWith(folder)) continue;
    const inside = name.slice(folder.length);
    if (kind === 'zotero') {
      if (inside.startsWith('files/')) return main;
      continue;
    }
    if (/^(?:css|js|images)\//.test(inside)) return FURNITURE;
    if (!/^(?:messages\d*\.html|result\.json)$/.test(inside)) return main;
  }
  return null;
}
