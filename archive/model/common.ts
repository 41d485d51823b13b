/** Small shapes that several records share. */
import { z } from 'zod';
import { limits } from './limits.ts';

export const ShortText = z.string().max(limits.shortText);
export const LongText = z.string().max(limits.longText);
/** A title or a name: something must be there. */
export const Name = z.string().trim().min(1).max(limits.shortText);

/** A moment in UTC: `2026-04-09T21:14:03.120Z`. */
export const Instant = z.iso.datetime({ offset: false });

/**
 * A date as far as it is known: `2026`, `2026-04`, `2026-04-09`, or a time with its zone as it was read
 * (`2026-04-09T21:14+03:00`). A time without a zone stays without one.
 */
export const PartialDate = z
  .string()
  .regex(
    /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:\d\d)?)?)?)?$/,
  );

/** BCP 47, short: `be`, `ru`, `sr-Latn`; `und` when it is not known. */
export const Language = z.string().regex(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/);

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const Sha512 = z.string().regex(/^[0-9a-f]{128}$/);

/** Something that a person states, does not know, or keeps to herself. Never silently blank. */
export const Stated = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('value'), value: Name }),
  z.strictObject({ state: z.literal('unknown') }),
  z.strictObject({ state: z.literal('withheld') }),
]);
export type Stated = z.infer<typeof Stated>;

export const unknown: Stated = { state: 'unknown' };
export const withheld: Stated = { state: 'withheld' };
export const stated = (value: string): Stated => ({ state: 'value', value });
