import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCodec } from '../../../tools/chromium-host/clone.ts';

const codec = createCodec();
const encode = (value: unknown): string => codec.encode(value);
const copy = (value: unknown): unknown => codec.decode(encode(value));
const runs = process.env.SLOW === undefined ? 500 : 20_000;

const anything = fc.anything({
  maxDepth: 4,
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});

test('every value that can be copied arrives as the platform would have copied it', () => {
  fc.assert(
    fc.property(anything, (value) => isDeepStrictEqual(copy(value), structuredClone(value))),
    { numRuns: runs },
  );
});

test('the text of a value is the text of its copy', () => {
  fc.assert(
    fc.property(anything, (value) => encode(copy(value)) === encode(value)),
    { numRuns: runs },
  );
});

test('the text is what it has been', () => {
  const holed: unknown[] = [1];
  holed[2] = -0;
  holed[3] = undefined;
  const value = { a: holed, b: new Map([[1n, new Uint8Array([255])]]), s: 'ł' };
  expect(encode(value)).toBe(
    '[["r",1],["o","a",["r",2],"b",["r",3],"s","ł"],["a",4,"0",1,"2",["n","-0"],"3",["u"]],' +
      '["m",["i","1"],["r",4]],["v","Uint8Array",["r",5],0,1],["b","/w=="]]',
  );
});

test('cycles and shared parts stay cycles and shared parts', () => {
  const shared = { n: 1 };
  const value: Record<string, unknown> = { first: shared, second: [shared] };
  value.self = value;
  const map = new Map<unknown, unknown>();
  map.set(map, value);
  value.map = map;
  const arrived = copy(value) as typeof value;
  expect(arrived.self).toBe(arrived);
  expect((arrived.second as unknown[])[0]).toBe(arrived.first);
  expect((arrived.map as typeof map).get(arrived.map)).toBe(arrived);
});

test('views of one buffer stay views of one buffer', () => {
  const buffer = new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]).buffer;
  const value = [new Uint8Array(buffer, 2, 3), new DataView(buffer), new Uint16Array(buffer, 4)];
  const arrived = copy(value) as typeof value;
  expect(arrived[0]?.buffer).toBe(arrived[1]?.buffer);
  expect(arrived).toEqual(structuredClone(value));
});

test('a Buffer arrives as plain bytes without its neighbours in the pool', () => {
  const value = Buffer.from('abc');
  const arrived = copy(value) as Uint8Array;
  expect(Object.getPrototypeOf(arrived)).toBe(Uint8Array.prototype);
  expect([...arrived]).toEqual([97, 98, 99]);
  expect(arrived.buffer.byteLength).toBe(3);
});

test('errors keep kind, message, stack and cause', () => {
  const value = new RangeError('too far', { cause: new Error('inner') });
  const arrived = copy(value) as RangeError;
  expect(arrived).toBeInstanceOf(RangeError);
  expect([arrived.message, arrived.stack]).toEqual([value.message, value.stack]);
  expect((arrived.cause as Error).message).toBe('inner');
  class Own extends Error {
    override readonly name = 'Own';
    readonly more = 1;
  }
  const own = copy(new Own('x')) as Error;
  expect([own.name, own.message, Object.keys(own)]).toEqual(['Error', 'x', []]);
});

test('an instance of a class arrives as a plain object with its own fields', () => {
  class Point {
    readonly x = 1;
    get double(): number {
      return this.x * 2;
    }
  }
  const arrived = copy(new Point());
  expect(Object.getPrototypeOf(arrived)).toBe(Object.prototype);
  expect(arrived).toEqual({ x: 1 });
});

test('a key called __proto__ is a key like any other', () => {
  const arrived = copy(JSON.parse('{"__proto__":{"polluted":true}}')) as object;
  expect(Object.getPrototypeOf(arrived)).toBe(Object.prototype);
  expect(Object.keys(arrived)).toEqual(['__proto__']);
});

test.each([
  ['a function', () => 1],
  ['a symbol', Symbol('s')],
  ['a promise', Promise.resolve(1)],
  ['a weak map', new WeakMap()],
  ['a function deep inside', { a: [new Map([['k', { f: () => 1 }]])] }],
  ['shared memory', new Uint8Array(new SharedArrayBuffer(4))],
  ['a weak reference', new WeakRef({})],
])('%s cannot be copied, and that is said', (_name, value) => {
  expect(() => encode(value)).toThrow('An object could not be cloned.');
});

test('depth is no limit', () => {
  let value: unknown = 0;
  for (let depth = 0; depth < 100_000; depth += 1) value = [value];
  let arrived = copy(value);
  for (let depth = 0; depth < 100_000; depth += 1) arrived = (arrived as unknown[])[0];
  expect(arrived).toBe(0);
});

test('thirty megabytes of bytes are copied', () => {
  const value = new Uint8Array(30_000_000).fill(7);
  const arrived = copy(value) as Uint8Array;
  expect(Buffer.compare(arrived, value)).toBe(0);
});
