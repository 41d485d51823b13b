/** A file name that tells nothing: never a title, a person or a place. */
export function suggestedName(kind: string, extension: string, now = new Date()): string {
  return `${kind}-${now.toISOString().slice(0, 10)}.${extension}`;
}
