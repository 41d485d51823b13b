/** Measures that can be held against each other: half a kilometre is 500 metres, two weeks are fourteen days. */
import type { Counted } from './counted.ts';

interface Unit {
  readonly dimension: 'duration' | 'length' | 'weight';
  /** Units of one base can be worked out exactly; a month has no fixed number of days. */
  readonly base: 'second' | 'month' | 'metre' | 'kilogram';
  readonly size: number;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const units: Readonly<Record<string, Unit>> = {
  second: { dimension: 'duration', base: 'second', size: 1 },
  minute: { dimension: 'duration', base: 'second', size: MINUTE },
  hour: { dimension: 'duration', base: 'second', size: HOUR },
  day: { dimension: 'duration', base: 'second', size: DAY },
  night: { dimension: 'duration', base: 'second', size: DAY },
  week: { dimension: 'duration', base: 'second', size: 7 * DAY },
  month: { dimension: 'duration', base: 'month', size: 1 },
  year: { dimension: 'duration', base: 'month', size: 12 },
  metre: { dimension: 'length', base: 'metre', size: 1 },
  kilometre: { dimension: 'length', base: 'metre', size: 1_000 },
  kilogram: { dimension: 'weight', base: 'kilogram', size: 1 },
  tonne: { dimension: 'weight', base: 'kilogram', size: 1_000 },
};

const unitOf = ({ concept }: Counted): Unit | undefined => units[concept?.name ?? ''];

/** Whether both are lengths of time, or both distances, in whatever units. */
export function sameDimension(a: Counted, b: Counted): boolean {
  const [left, right] = [unitOf(a), unitOf(b)];
  return left !== undefined && left.dimension === right?.dimension;
}

/** Whether two numbers say the same, by what they count. */
export function sameAmount(a: Counted, valueA: number, b: Counted, valueB: number): boolean {
  const [left, right] = [unitOf(a), unitOf(b)];
  if (left === undefined || right === undefined || left === right) return valueA === valueB;
  if (left.base !== right.base) return false;
  return Math.abs(valueA * left.size - valueB * right.size) < 1e-6 * valueA * left.size;
}

/** Two numbers in one unit, as far as they can be: a month is taken for thirty days. */
export function amountsOf(
  a: Counted,
  valueA: number,
  b: Counted,
  valueB: number,
): readonly [number, number] {
  const [left, right] = [unitOf(a), unitOf(b)];
  if (left === undefined || left.dimension !== right?.dimension || left === right)
    return [valueA, valueB];
  const size = (unit: Unit) => unit.size * (unit.base === 'month' ? 30 * DAY : 1);
  const least = Math.min(size(left), size(right));
  return [(valueA * size(left)) / least, (valueB * size(right)) / least];
}
