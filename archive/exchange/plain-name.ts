/** File names for packages: plain ASCII, short, never a path, never twice the same. */
import { regionsOf, type Source } from '../model/index.ts';

/** Of what leaves in the place of an original: a picture with covered parts was made anew. */
export function leavingName(source: Source): string {
  const { shelfmark, original } = source;
  return plainName(shelfmark, isMadeAnew(source) ? 'made.jpg' : original.name);
}

/** Only the picture with its covered parts black may leave. */
export function isMadeAnew(source: Source): boolean {
  return regionsOf(source).length > 0;
}

export function plainName(shelfmark: string, original: string): string {
  const dot = original.lastIndexOf('.');
  const ending = dot > 0 ? original.slice(dot + 1).toLowerCase() : '';
  const plain = /^[a-z0-9]{1,8}$/.test(ending) ? `.${ending}` : '.bin';
  return `${shelfmark}${plain}`;
}
