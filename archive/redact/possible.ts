/** What may be names in finished texts, for whoever lets them leave: each form once a place, so that what is certain is not buried. */
import type { FoundNames } from './find.ts';
import type { Forms } from './forms.ts';
import { findHints, type HintReason } from './hints.ts';
import { limits } from '../model/limits.ts';

export interface Possible {
  /** `null` when it may be one of several. */
  readonly entity: string | null;
  /** As it is written there. */
  readonly form: string;
  readonly why: HintReason;
  readonly count: number;
}

export interface Besides {
  /** What stands for names: it is ours, and none. */
  readonly marks: readonly string[];
  /** Who is in what leaves: the initials of others are anybody's. */
  readonly present: ReadonlySet<string>;
}

export class PossibleNames {
  readonly #forms: Forms;
  readonly #besides: Besides;
  readonly #found = new Map<string, Possible>();

  constructor(forms: Forms, besides: Besides) {
    this.#forms = forms;
    this.#besides = besides;
  }

  /** In order of first sight. */
  get all(): readonly Possible[] {
    return [...this.#found.values()];
  }

  look(text: string, names: FoundNames): void {
    const { marks, present } = this.#besides;
    const inMark = placesOf(marks, text);
    for (const { start, end, entity, why } of findHints(text, this.#forms, names)) {
      if (why === 'initials' && (entity === null || !present.has(entity))) continue;
      if (inMark.some(([from, to]) => from < end && start < to)) continue;
      const form = text.slice(start, end).replace(/\s+/g, ' ');
      const key = JSON.stringify([entity, form, why]);
      const before = this.#found.get(key);
      if (!before && this.#found.size >= limits.possibleNames) continue;
      this.#found.set(key, { entity, form, why, count: (before?.count ?? 0) + 1 });
    }
  }
}

/** Also where a line ends within one. */
function placesOf(marks: readonly string[], text: string): (readonly [number, number])[] {
  const places: (readonly [number, number])[] = [];
  const flat = marks.length > 0 ? text.replace(/\s/g, ' ') : '';
  for (const mark of marks)
    for (let at = flat.indexOf(mark); at !== -1; at = flat.indexOf(mark, at + mark.length))
      places.push([at, at + mark.length]);
  return places;
}
