/** Marks of Markdown put on selected words and taken off again: those that the typesetter of dossiers prints. */
import type { Change, Field, Mark } from './field.ts';
import { hasPrefix, linesOf, toggleLines } from './lines.ts';
import { linkAt, toggleLink } from './link.ts';
import { starred, toggleStars } from './stars.ts';

export type { Change, Field, Mark } from './field.ts';

export function isOn(mark: Mark, field: Field): boolean {
  if (mark === 'link') return linkAt(field) !== null;
  if (mark === 'strong' || mark === 'em') return starred(mark, field);
  return linesOf(field).every(({ line }) => hasPrefix(mark, line));
}

export function toggle(mark: Mark, field: Field): Change {
  if (mark === 'link') return toggleLink(field);
  if (mark === 'strong' || mark === 'em') return toggleStars(mark, field);
  return toggleLines(mark, field);
}

export function changed(text: string, { from, to, put }: Change): string {
  return text.slice(0, from) + put + text.slice(to);
}
