import { afterAll, beforeAll, expect, test } from 'vitest';
import { clean, inPage, launch, type Running } from './launch.ts';

let running: Running;

beforeAll(async () => {
  running = await launch();
});
afterAll(async () => {
  await running.app.close();
  await clean();
});

const page = (body: string): Promise<unknown> => inPage(running.window, body);

test('what is exposed is frozen, and cannot be replaced or removed', async () => {
  const seen = await page(`
    const attempt = (run) => { try { run(); return true; } catch { return false; } };
    return [
      Object.isFrozen(api),
      Object.isFrozen(api.nested.list),
      Object.isFrozen(api.nested.list[1]),
      attempt(() => { window.api = 1; }),
      attempt(() => { delete window.api; }),
      attempt(() => Object.defineProperty(window, 'api', { value: 1 })),
      api.version,
      api.nested.when instanceof Date,
    ];`);
  expect(seen).toEqual([true, true, true, false, false, false, 7, true]);
});

test('a second exposure of a name is refused', async () => {
  expect(await page(`try { api.expose('api'); } catch (error) { return error.message; }`)).toBe(
    'Cannot bind an API on top of an existing property on the window object',
  );
});

test('values are copied between the worlds, synchronously', async () => {
  const kinds = (await page(`
    const values = [
      new Uint8Array([1, 2]), new ArrayBuffer(3), new Date(5), new Map([[1, 2]]), new Set([1]), /x/gi,
      1n, undefined, null, NaN, [1, [2]], { a: { b: 1 } }, new Float64Array([0.5]),
    ];
    return values.map((value) => {
      const back = api.same(value);
      const simple = back === null || typeof back !== 'object';
      return [
        Object.prototype.toString.call(value),
        api.kind(value),
        Object.prototype.toString.call(back),
        simple ? Object.is(back, value) : back !== value && back instanceof Object,
      ];
    });`)) as [string, string, string, boolean][];
  for (const [kind, there, back, fresh] of kinds) {
    expect([there, back, fresh]).toEqual([kind, kind, true]);
  }
  expect(kinds).toHaveLength(13);
});

test('contents survive the way there and back', async () => {
  expect(
    await page(`
      return api.same({ bytes: new Uint8Array([1, 255]), map: new Map([['k', { d: new Date(5) }]]),
        set: new Set([1n]), nested: [[[{ ok: true }]]], text: 'Łukašenka', none: undefined });`),
  ).toEqual({
    bytes: new Uint8Array([1, 255]),
    // Playwright has no maps and sets.
    map: {},
    set: {},
    nested: [[[{ ok: true }]]],
    text: 'Łukašenka',
    none: undefined,
  });
  expect(
    await page(`
      const map = api.same(new Map([['k', { d: new Date(5) }]]));
      return [map.get('k').d.getTime(), [...api.same(new Set(['a', 1n]))]];`),
  ).toEqual([5, ['a', 1n]]);
});

test('copies belong to the world that receives them, cycles and shared parts included', async () => {
  const seen = await page(`
    const value = { list: [1] };
    value.self = value;
    value.again = value.list;
    const back = api.same(value);
    return [back.self === back, back.again === back.list, back !== value, api.isOwn(value)];`);
  expect(seen).toEqual([true, true, true, true]);
});

test('functions pass both ways and are called with copies', async () => {
  const seen = await page(`
    const given = { n: 1 };
    const got = [];
    const sum = api.call((a, b) => { got.push(b === given, b); return a + b.n; }, 2, given);
    return [sum, ...got];`);
  expect(seen).toEqual([3, false, { n: 1 }]);
});

test('instances of classes lose their class', async () => {
  expect(
    await page(`
      const point = api.point();
      return [point.x, typeof point.sum, Object.getPrototypeOf(point) === Object.prototype];`),
  ).toEqual([[1], 'undefined', true]);
});

test('errors thrown over there are errors here, with their message', async () => {
  const seen = await page(`
    try { api.fail('no such thing'); } catch (error) { return [error instanceof Error, error.message]; }`);
  expect(seen).toEqual([true, 'no such thing']);
});

test('promises pass both ways', async () => {
  const seen = await page(`return [
    await api.later({ a: 1 }),
    api.later(1) instanceof Promise,
    await api.awaitIt(Promise.resolve(new Uint8Array([9]))),
    api.isPromise(Promise.resolve(1)),
    await api.never('far').catch((error) => [error instanceof Error, error.message]),
  ];`);
  const rejected = [true, 'Uncaught RangeError: far'];
  expect(seen).toEqual([{ a: 1 }, true, ['got', new Uint8Array([9])], true, rejected]);
});

test.each([
  ['a symbol from there', 'api.symbol()'],
  ['a symbol from here', "api.same(Symbol('x'))"],
  ['a weak map', 'api.same(new WeakMap())'],
  ['a function inside a map', 'api.same(new Map([[1, () => 1]]))'],
  ['an element', 'api.same(document.body)'],
])('%s does not pass, and that is said', async (_name, call) => {
  expect(await page(`try { ${call}; } catch (error) { return error.message; }`)).toBe(
    'An object could not be cloned.',
  );
});

test('the preload sees a sandboxed Electron and the document, but no names of the page', async () => {
  expect(await page('return api.surroundings();')).toEqual({
    heard: [1],
    type: 'renderer',
    platform: process.platform,
    isolated: true,
    immediate: 'function',
    address: 'app://fixture/',
    early: 'complete',
    pageValue: 'undefined',
  });
});

test('the preload may require what a sandboxed preload may, and nothing else', async () => {
  expect(
    await page(`
      const outcome = (run) => { try { return run(); } catch (error) { return error.message; } };
      return [
        api.load('events'), api.load('timers'), api.load('url'), api.load('node:url'),
        outcome(() => api.load('fs')), outcome(() => api.missing('webFrame2')),
      ];`),
  ).toEqual([
    'function',
    'object',
    'object',
    'object',
    'module not found: fs',
    'electron.webFrame2 is not implemented by the Chromium host',
  ]);
});

test('page code finds no name of the preload, and none of the host', async () => {
  const seen = await page(`
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const usual = new Set(Object.getOwnPropertyNames(frame.contentWindow));
    frame.remove();
    return {
      preload: typeof fromPreload,
      require: typeof require,
      process: typeof process,
      // What a fresh window of the browser does not have, apart from Playwright's.
      names: Object.getOwnPropertyNames(window)
        .filter((name) => !usual.has(name) && !/^__p(?:w|laywright)|^\\d+$/.test(name)).sort(),
    };`);
  expect(seen).toEqual({
    preload: 'undefined',
    require: 'undefined',
    process: 'undefined',
    names: ['api', 'fromPage', 'go', 'out'].filter((name) => !['go', 'out'].includes(name)),
  });
});

test('page code that tampers with built-ins hears nothing of what passes', async () => {
  const heard = await page(`
    const heard = [];
    const record = (name) => (...all) => { heard.push(name); return Reflect.apply(...all); };
    const spy = (object, name) => {
      const original = object[name];
      object[name] = function (...all) { heard.push(name); return original.apply(this, all); };
    };
    const kept = [
      [EventTarget.prototype, 'dispatchEvent'], [EventTarget.prototype, 'addEventListener'],
      [Array.prototype, 'push'], [Map.prototype, 'get'], [Map.prototype, 'set'],
      [window, 'CustomEvent'], [Object, 'freeze'], [Reflect, 'apply'],
    ].map(([object, name]) => [object, name, object[name]]);
    try {
      for (const [object, name] of kept) spy(object, name);
      Object.defineProperty(Object.prototype, 'detail', {
        configurable: true, set() { heard.push('detail'); } });
      return [api.call((x) => x, { secret: [1] }).secret[0], heard];
    } finally {
      for (const [object, name, original] of kept) object[name] = original;
      delete Object.prototype.detail;
    }`);
  expect(heard).toEqual([1, []]);
});
