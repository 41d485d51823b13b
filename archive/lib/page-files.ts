/** The folder that a browser writes beside a page which is saved "complete": `page.html` and `page_files/`. */

const PAGE = /\.(?:html?|xhtml|xht|shtml)$/i;
/** What browsers in the tongues of our readers call it. */
const FOLDER = /^(.+)(?:[_.-](?:files|dateien|fichiers|archivos|bestanden|pliki)|_файлы)$/i;

export function isPage(name: string): boolean {
  return PAGE.test(name);
}

/** Those of `names` (with folders, parted by `/`) that lie in such a folder, each with the name of its page. */
export function pageFiles(names: readonly string[]): ReadonlyMap<string, string> {
  const pages = new Map(
    names.filter((name) => PAGE.test(name)).map((name) => [name.replace(PAGE, ''), name]),
  );
  const found = names.flatMap((name) => {
    const page = pageOf(name, pages);
    return page === null ? [] : [[name, page] as const];
  });
  return new Map(found);
}

/** The name of the page, which `pages` knows by its name without the extension; or `null`. */
function pageOf(name: string, pages: ReadonlyMap<string, string>): string | null {
  const folders = name.split('/').slice(0, -1);
  for (let depth = 0; depth < folders.length; depth++) {
    const stem = FOLDER.exec(folders[depth] ?? '')?.[1];
    if (stem === undefined) continue;
    const page = pages.get([...folders.slice(0, depth), stem].join('/'));
    if (page !== undefined && page !== name) return page;
  }
  return null;
}

const LITTER = /(?:^|\/)(?:__MACOSX\/.*|\.DS_Store|Thumbs\.db|desktop\.ini)$/i;

/** What systems leave behind in folders: it says nothing about what was collected. */
export function isLitter(name: string): boolean {
  return LITTER.test(name);
}
