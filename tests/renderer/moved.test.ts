/** One is moved among those that are shown, and what is hidden keeps its place. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moved } from '../../src/renderer/lib/moved.ts';

const cases = fc.uniqueArray(fc.nat(30), { minLength: 1, maxLength: 12 }).chain((all) =>
  fc.record({
    all: fc.constant(all),
    shown: fc.subarray(all, { minLength: 1 }),
    at: fc.nat(all.length),
    by: fc.integer({ min: -12, max: 12 }),
  }),
);

test('it stands where it was sent among the shown, the others keep their order, and nothing is lost', () => {
  fc.assert(
    fc.property(cases, ({ all, shown, at, by }) => {
      const one = shown[at % shown.length] ?? 0;
      const to = shown.indexOf(one) + by;
      const order = moved(all, shown, one, by);
      if (to < 0 || to >= shown.length) {
        expect(order).toBeNull();
        return;
      }
      expect(order?.filter((other) => shown.includes(other)).indexOf(one)).toBe(to);
      const without = (list: readonly number[] | null) => list?.filter((other) => other !== one);
      expect(without(order)).toEqual(without(all));
      expect(order).toHaveLength(all.length);
    }),
  );
});
