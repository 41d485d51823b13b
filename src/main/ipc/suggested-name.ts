/** A name that tells nothing: never a title, a person or a place. Without an extension it is a folder's. */
export function suggestedName(kind: string, extension?: string, now = new Date()): string {
  const name = `${kind}-${now.toISOString().slice(0, 10)}`;
  return extension === undefined ? name : `${name}.${extension}`;
}
