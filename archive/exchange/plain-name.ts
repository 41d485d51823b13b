/** File names for packages: plain ASCII, short, never a path, never twice the same. */
export function plainName(shelfmark: string, original: string): string {
  const dot = original.lastIndexOf('.');
  const ending = dot > 0 ? original.slice(dot + 1).toLowerCase() : '';
  const plain = /^[a-z0-9]{1,8}$/.test(ending) ? `.${ending}` : '.bin';
  return `${shelfmark}${plain}`;
}
