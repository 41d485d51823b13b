/** Labels of the Encoding Standard. */

/** The label's canonical name, or `null` when no such encoding can be read. */
export function toLabel(label: string): string | null {
  try {
    const { encoding } = new TextDecoder(label.trim());
    return encoding === 'x-user-defined' || encoding === 'replacement' ? null : encoding;
  } catch {
    return null;
  }
}
