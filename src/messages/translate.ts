/**
 * Message catalogues: plain text with `{placeholders}`, and plural entries that hold just the forms of their
 * language. A missing key, a missing form, a wrong or missing placeholder do not compile.
 */
import type { en } from './en.ts';
import { isolated } from './isolated.ts';

type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };
export type Entry = string | Forms;
export type English = typeof en;
export type MessageKey = keyof English;

type Holes<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Holes<Rest> : never;
type Text<E> = E extends string ? E : E extends Readonly<Record<string, infer S>> ? S : never;
type Values<E> = {
  readonly [N in Holes<Text<E>>]: N extends 'count' ? number : string | number;
};
type Arguments<E> = [Holes<Text<E>>] extends [never] ? [] : [values: Values<E>];

/** A catalogue for a language with these plural forms; English is the source of truth. */
export type Catalog<Plural extends Intl.LDMLPluralRule> = {
  readonly [K in MessageKey]: English[K] extends string ? string : Readonly<Record<Plural, string>>;
};

export type Translate = <K extends MessageKey>(key: K, ...values: Arguments<English[K]>) => string;

/** Texts in one language. Numbers are written as the language writes them. */
export function translator(
  language: string,
  catalog: Readonly<Record<MessageKey, Entry>>,
): Translate {
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (key, ...values) => {
    const given: Readonly<Record<string, string | number>> = values[0] ?? {};
    const entry = catalog[key];
    const count = given.count;
    const text =
      typeof entry === 'string'
        ? entry
        : (entry[typeof count === 'number' ? plurals.select(count) : 'other'] ?? entry.other);
    return text.replace(/\{(\w+)\}/g, (hole, name: string) => {
      const value = given[name];
      if (value === undefined) return hole;
      return typeof value === 'number' ? numbers.format(value) : isolated(value);
    });
  };
}

export function isMessageKey(key: string, catalog: object): key is MessageKey {
  return Object.hasOwn(catalog, key);
}
