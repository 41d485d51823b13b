/** Text that strangers wrote, as one line without letters that hide, turn or move what stands around them. */

const HIDDEN =
  // eslint-disable-next-line no-control-regex -- they are what is taken out
  /[\0-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc]/g;

/** Without controls, direction overrides and halves of surrogate pairs; empty when nothing is left. */
export function plainLine(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .replaceAll(HIDDEN, '')
    .trim();
}

/** Letters of a name that are shown; of a longer one the beginning and the end, where its kind stands. */
const SHOWN = 240;

/** A file's name, or its name with the folders inside a container, to be shown: never to be used as a path. */
export function shownName(name: string): string {
  const line = plainLine(name.slice(0, 8_000));
  if (line.length <= SHOWN) return line === '' ? '?' : line;
  const ending = line.slice(-40);
  return `${line.slice(0, SHOWN - 41)}…${ending}`.toWellFormed().replaceAll('\ufffd', '');
}

/** The last part of a name, without the folders it says. */
export function shownFileName(name: string): string {
  const parts = name.slice(-8_000).split(/[/\\]/);
  return shownName(parts.findLast((part) => !/^[\s.]*$/.test(part)) ?? '');
}
