/** Which sources name somebody in their words by a whole spelling. What was found in a text is known as long as the archive is open. */
import { setImmediate } from 'node:timers/promises';
import { findMentions, type Spellings } from '../compare/index.ts';
import type { Job } from '../lib/job.ts';
import { ok, type Result } from '../lib/result.ts';
import type { Entity, SourceId } from '../model/index.ts';
import type { Finder } from './finder.ts';
import { candidates } from './name-candidates.ts';
import type { OpenArchive } from './open-archive.ts';

/** Names of which it is known at once. */
const KEPT = 20;

/** A family name alone does not say whose it is: of people too the whole spelling is asked for. */
export function wholeSpellings({ kind, name, spellings }: Entity): Spellings {
  return { kind: kind === 'place' ? 'place' : 'organisation', spellings: [name, ...spellings] };
}

export class NamedTexts {
  /** By kind and spellings, and then by the digest of a text. */
  readonly #known = new Map<string, Map<string, boolean>>();

  /** A text that cannot be read back names nobody. */
  async sourcesNaming(
    open: OpenArchive,
    finder: Finder,
    entity: Entity,
    job: Job,
  ): Promise<Result<ReadonlySet<SourceId>, 'cancelled'>> {
    const found = await candidates(open, finder, entity, job);
    if (!found.ok) return found;
    const name = wholeSpellings(entity);
    const known = this.#of(JSON.stringify(name));
    const naming = new Set<SourceId>();
    for (const source of found.value) {
      const digest = source.text?.sha256;
      if (digest === undefined) continue;
      let names = known.get(digest);
      if (names === undefined) {
        const stored = await open.texts.of(source);
        if (!stored.ok || !stored.value) continue;
        names = findMentions(stored.value.text, [name]).length > 0;
        known.set(digest, names);
        await setImmediate();
      }
      if (names) naming.add(source.id);
    }
    return ok(naming);
  }

  #of(name: string): Map<string, boolean> {
    const known = this.#known.get(name) ?? new Map<string, boolean>();
    this.#known.delete(name);
    this.#known.set(name, known);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= KEPT) break;
      this.#known.delete(oldest);
    }
    return known;
  }
}
