/** Which of the files beside a saved page an address in it means. Nothing is looked up anywhere but among those. */

/**
 * The name from the folder of the page, by an address that stands in a file in `folder`. `null` for an address of another
 * place: of the network, of the disk (`file:`, `/…`), or above the folder of the page.
 */
export function localName(address: string, folder: readonly string[]): string | null {
  const [path = ''] = address.trim().split(/[?#]/, 1);
  if (path === '' || /^(?:[a-z][a-z0-9+.-]*:|[/\\])/i.test(path)) return null;
  const steps = [...folder];
  for (const step of decoded(path).split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return null;
  }
  return steps.join('/').normalize('NFC');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
