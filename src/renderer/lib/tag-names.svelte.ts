/** The names of all tags, sorted and folded once for each change: so that ten thousand are completed while one types. */
import { lookOf } from '../../../archive/text/index.ts';
import type { Tag } from '../../../archive/model/index.ts';
import { fold, foldedWords } from './fold.ts';
import { collator } from './format.ts';
import type { Records } from './records.svelte.ts';
import { mapOf } from './map-of.ts';

interface Named {
  readonly tag: Tag;
  readonly words: readonly string[];
}

export class TagNames {
  readonly #records: Records;

  readonly sorted = $derived.by((): readonly Tag[] =>
    [...this.#records.tags.values()].sort((a, b) => collator.compare(a.name, b.name)),
  );
  readonly #named = $derived.by((): readonly Named[] =>
    this.sorted.map((tag) => ({ tag, words: foldedWords(tag.name) })),
  );
  readonly #byName = $derived.by(() =>
    mapOf(this.sorted.map((tag) => [fold(tag.name), tag] as const)),
  );
  readonly #byLook = $derived.by(() => Map.groupBy(this.sorted, ({ name }) => lookOf(name)));

  constructor(records: Records) {
    this.#records = records;
  }

  /** The one of this very name, then by name: the first `most` in which each word typed begins some word, and that are not barred. */
  matching(typed: string, most: number, barred?: ReadonlySet<string>): Tag[] {
    const wanted = foldedWords(typed);
    const whole = this.named(typed);
    // Enter takes the first: “raid” is not “night raids” when there is a “raid”.
    const found: Tag[] = whole && !barred?.has(whole.id) ? [whole] : [];
    for (const { tag, words } of this.#named) {
      if (found.length === most) break;
      if (tag === whole || barred?.has(tag.id)) continue;
      if (wanted.every((part) => words.some((word) => word.startsWith(part)))) found.push(tag);
    }
    return found;
  }

  /** The tag of this name, as it is typed in haste. */
  named(name: string): Tag | undefined {
    return this.#byName.get(fold(name.trim()));
  }

  /** Tags of other names that look the same: Latin and Cyrillic letters, ё and е. */
  looksLike(name: string, except: string | null = null): readonly Tag[] {
    const alike = this.#byLook.get(lookOf(name)) ?? [];
    return alike.filter((tag) => tag.id !== except);
  }
}
