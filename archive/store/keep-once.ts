/** A long log takes much memory: what its lines repeat of each other is kept once. */
import type { Activity, Stated } from '../model/index.ts';

/**
 * Each line repeats the hash of the line before it, and mostly its tool and actor. For lines that were just read, before anybody
 * sees them.
 */
export function keepOnce(lines: readonly Activity[]): void {
  let before: Activity | undefined;
  for (const each of lines) {
    const line: { -readonly [K in keyof Activity]: Activity[K] } = each;
    if (before) {
      if (line.previous === before.hash) line.previous = before.hash;
      if (line.tool.name === before.tool.name && line.tool.version === before.tool.version)
        line.tool = before.tool;
      if (before.actor && line.actor && isSame(line.actor, before.actor)) line.actor = before.actor;
    }
    before = line;
  }
}

function isSame(a: Stated, b: Stated): boolean {
  return a.state === b.state && (a.state !== 'value' || b.state !== 'value' || a.value === b.value);
}
