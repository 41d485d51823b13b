/** What may be written about a fault: the call's name, an identifier, and where in our own code it was. Never a message, a value or a path. */
export function logBug(name: string, id: string, error: unknown): void {
  process.stderr.write(`kuferak: fault ${id} in ${name} ${placesOf(error)}\n`);
}

/** `Error at answer.ts:40 serve.ts:61`: file names of our own without folders, lines, and the error's class. */
function placesOf(error: unknown): string {
  if (!(error instanceof Error)) return 'not-an-error';
  const places = [...(error.stack ?? '').matchAll(/([\w.-]+\.(?:ts|js)):(\d+):\d+\)?$/gm)];
  return `${error.name} at ${places
    .slice(0, 5)
    .map(([, file, line]) => `${file ?? ''}:${line ?? ''}`)
    .join(' ')}`;
}
