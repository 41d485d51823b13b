/** Names inside of a package, as one of its files refers to another. */

/** `../word/styles.xml` beside `word/` → `word/styles.xml`. Never leads out of the package. */
export function inPackage(folder: string, target: string): string {
  const parts = target.startsWith('/') ? [] : folder.split('/').filter((part) => part !== '');
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
