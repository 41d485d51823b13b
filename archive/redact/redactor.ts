/** Replaces hidden names in texts by marks, as a sharing says, and remembers which mark stands for whom. */
import type { Entity, EntityKind, Protection, Sharing, Treatment } from '../model/index.ts';
import { treatmentOf } from '../model/share-profiles.ts';
import { applyEdits, type Edit, type Edited, followedBy, unedited } from './edited.ts';
import { findNames, type Stretch } from './find.ts';
import { type Forms, formsOf, type Named } from './forms.ts';

/** The wording of marks, in the language of what is printed. */
export interface MarkWords {
  readonly withheld: string;
  readonly kinds: Readonly<Record<EntityKind, string>>;
}

export interface Mark {
  readonly entity: string;
  readonly mark: string;
  readonly treatment: Treatment;
  readonly protection: Protection;
  /** The choice was made for this entity. */
  readonly chosen: boolean;
  /** Of its pseudonym; `null` when it was written by hand or is none. */
  readonly number: number | null;
}

/** A mark can make a name together with its neighbours, which is found in another round. */
const ROUNDS = 6;
const LETTERS = 26;
const LONGEST_MARK = 80;

export function namedOf({ id, kind, name, spellings }: Entity): Named {
  return { id, kind, spellings: [name, ...spellings] };
}

/** `A` … `Z`, `AA` … */
function letterOf(number: number): string {
  const rest = Math.floor((number - 1) / LETTERS);
  return (rest > 0 ? letterOf(rest) : '') + String.fromCharCode(0x41 + ((number - 1) % LETTERS));
}

/** `M. V.` */
function initialsOf(name: string): string {
  return name
    .split(/[^\p{L}\p{M}\p{N}'’ʼ]+/u)
    .flatMap((word) => /^\P{L}*(\p{L}\p{M}*)/u.exec(word)?.[1] ?? [])
    .map((letter) => `${letter.toUpperCase()}.`)
    .join(' ');
}

/** One short line without signs that mean something in Markdown. */
function fitForMark(text: string): string {
  return text
    .replace(/[\p{C}\p{Z}*_`~<>[\]\\]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_MARK)
    .toWellFormed()
    .trim();
}

export class Redactor {
  readonly #forms: Forms;
  readonly #hidden: ReadonlyMap<string, Entity>;
  readonly #sharing: Sharing;
  readonly #words: MarkWords;
  readonly #used = new Map<string, Mark>();
  readonly #numbers: Set<string>;
  readonly #alone: string;

  constructor(entities: readonly Entity[], sharing: Sharing, words: MarkWords) {
    const hides = (entity: Entity) => treatmentOf(entity, sharing).treatment !== 'keep';
    const hidden = entities.filter(hides);
    this.#hidden = new Map(hidden.map((entity) => [entity.id, entity]));
    this.#forms = formsOf(
      hidden.map(namedOf),
      entities.filter((entity) => !hides(entity)).map(namedOf),
      { alone: true },
    );
    this.#sharing = sharing;
    this.#words = words;
    const kinds = new Map(entities.map(({ id, kind }) => [id as string, kind]));
    this.#numbers = new Set([
      ...sharing.entities.flatMap(({ entity, number }) =>
        number === null ? [] : `${kinds.get(entity) ?? 'person'} ${number}`,
      ),
      ...(sharing.retired ?? []).map(({ kind, number }) => `${kind} ${number}`),
    ]);
    this.#alone = this.#safe(`[${words.withheld}]`);
  }

  /** The forms that must not be found in what leaves. */
  get forms(): Forms {
    return this.#forms;
  }

  /** Stands for a part of a name alone, and for what is only barred. */
  get withheld(): string {
    return this.#alone;
  }

  /** Those that were used, in order of first use. */
  get marks(): readonly Mark[] {
    return [...this.#used.values()];
  }

  /** What stands for an entity, or `null` when it is not hidden. */
  markOf(entity: string): string | null {
    return this.#hidden.has(entity) ? this.#markOf(entity) : null;
  }

  /** The same text, unit for unit, when no name stands in it. */
  text(text: string): string {
    return this.edit(text).text;
  }

  edit(text: string): Edited {
    let edited = unedited(text);
    for (let round = 0; round < ROUNDS; round++) {
      const found = findNames(edited.text, this.#forms);
      if (found.length === 0) return edited;
      edited = followedBy(
        edited,
        applyEdits(
          edited.text,
          found.map((stretch) => this.#editOf(stretch)),
        ),
      );
    }
    if (findNames(edited.text, this.#forms).length === 0) return edited;
    // Marks and their neighbours go on making names: rather nothing than a name.
    return applyEdits(text, [{ start: 0, end: text.length, text: this.#alone }]);
  }

  #editOf({ start, end, entity, later }: Stretch): Edit {
    if (later) return { start, end, text: '' };
    return { start, end, text: entity === null ? this.#alone : this.#markOf(entity) };
  }

  #markOf(id: string): string {
    let used = this.#used.get(id);
    if (!used) {
      used = this.#make(id);
      this.#used.set(id, used);
    }
    return used.mark;
  }

  #make(id: string): Mark {
    const entity = this.#hidden.get(id);
    if (!entity) throw new RangeError('no such entity is hidden');
    const { treatment, choice } = treatmentOf(entity, this.#sharing);
    const { protection } = entity;
    const base = {
      entity: id,
      treatment,
      protection,
      chosen: choice !== null && choice.treatment !== null,
    };
    const written = fitForMark(choice?.pseudonym ?? '');
    const role = fitForMark(entity.role);
    if (treatment === 'bar') return { ...base, mark: this.#alone, number: null };
    if (treatment === 'initials')
      return { ...base, mark: this.#safe(`[${initialsOf(entity.name)}]`), number: null };
    if (treatment === 'role' && role !== '')
      return { ...base, mark: this.#safe(`[${role}]`), number: null };
    if (written !== '') return { ...base, mark: this.#safe(`[${written}]`), number: null };
    const number = choice?.number ?? this.#nextNumber(entity.kind);
    const mark = this.#safe(`[${this.#words.kinds[entity.kind]} ${letterOf(number)}]`);
    return { ...base, mark, number };
  }

  #nextNumber(kind: EntityKind): number {
    let number = 1;
    while (this.#numbers.has(`${kind} ${number}`)) number++;
    this.#numbers.add(`${kind} ${number}`);
    return number;
  }

  /** A mark that would itself name somebody is not used. */
  #safe(mark: string): string {
    const choices = [mark, `[${this.#words.withheld}]`, '[…]'];
    return choices.find((choice) => findNames(choice, this.#forms).length === 0) ?? '[…]';
  }
}
