import { describe, expect, it, vi } from 'vitest';
import { fail, ok } from '../../archive/lib/result.ts';
import { newSourceId, newTagId } from '../../archive/model/index.ts';
import { answer, type Handlers, type Serving } from '../../src/main/ipc/answer.ts';
import { calls, type CallName } from '../../src/preload/contract.ts';

const names = Object.keys(calls) as CallName[];

function serving(handlers: Partial<Handlers> = {}, more: Partial<Serving> = {}): Serving {
  const rest = Object.fromEntries(names.map((name) => [name, () => Promise.resolve(ok(null))]));
  return {
    handlers: { ...rest, ...handlers } as Handlers,
    unlocked: () => true,
    seq: () => 7,
    tell: () => undefined,
    report: () => undefined,
    ...more,
  };
}

const ask = (message: unknown, with_ = serving(), running = new Map<number, AbortController>()) =>
  answer(with_, running, message);

describe('a message of the window', () => {
  it('is answered with the number of the last change', async () => {
    expect(await ask({ call: 1, name: 'archive.records', input: {} })).toEqual({
      ok: true,
      value: null,
      seq: 7,
    });
  });

  it.each([
    ['nothing', undefined],
    ['a word', 'archive.records'],
    ['no name', { call: 1, input: {} }],
    ['an unknown call', { call: 1, name: 'archive.burn', input: {} }],
    ['a name of the prototype', { call: 1, name: 'constructor', input: {} }],
    ['a name that is no text', { call: 1, name: 7, input: {} }],
    ['a call that is no number', { call: 'x', name: 'archive.records', input: {} }],
    ['a key too many', { call: 1, name: 'archive.records', input: {}, more: 1 }],
  ])('of a wrong shape (%s) never reaches a handler', async (_what, message) => {
    const handler = vi.fn(() => Promise.resolve(ok(null)));
    const handlers = Object.fromEntries(
      names.map((name) => [name, handler]),
    ) as unknown as Handlers;
    expect(await ask(message, serving(handlers))).toEqual({
      ok: false,
      error: { code: 'invalid-input' },
    });
    expect(handler).not.toHaveBeenCalled();
  });

  it.each(names)('%s refuses wrong types, unknown keys and a foreign prototype', async (name) => {
    const handler = vi.fn(() => Promise.resolve(ok(null)));
    const with_ = serving({ [name]: handler });
    const hostile = [
      null,
      7,
      'text',
      [],
      { nonsense: true },
      JSON.parse('{"__proto__": {"polluted": true}, "extra": 1}') as unknown,
    ];
    for (const [call, input] of hostile.entries()) {
      expect(await ask({ call, name, input }, with_)).toEqual({
        ok: false,
        error: { code: 'invalid-input' },
      });
    }
    expect(handler).not.toHaveBeenCalled();
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('is refused while the archive is locked, but for what opens one', async () => {
    const locked = serving({}, { unlocked: () => false });
    const source = newSourceId();
    expect(await ask({ call: 1, name: 'sources.text', input: { source } }, locked)).toEqual({
      ok: false,
      error: { code: 'locked' },
    });
    expect(await ask({ call: 1, name: 'app.state', input: {} }, locked)).toMatchObject({
      ok: true,
    });
    expect(await ask({ call: 1, name: 'archive.lock', input: {} }, locked)).toMatchObject({
      ok: true,
    });
  });

  it('says locked when the archive closes in the middle of it', async () => {
    const with_ = serving({ 'archive.records': () => Promise.resolve(fail('closed')) });
    expect(await ask({ call: 1, name: 'archive.records', input: {} }, with_)).toEqual({
      ok: false,
      error: { code: 'locked' },
    });
  });

  it('is refused when its number is running already', async () => {
    let end: () => void = () => undefined;
    const running = new Map<number, AbortController>();
    const with_ = serving({
      'archive.verify': () =>
        new Promise(
          (resolve) =>
            (end = () => {
              resolve(fail('cancelled'));
            }),
        ),
    });
    const first = ask({ call: 4, name: 'archive.verify', input: { full: true } }, with_, running);
    expect(
      await ask({ call: 4, name: 'archive.verify', input: { full: true } }, with_, running),
    ).toEqual({
      ok: false,
      error: { code: 'invalid-input' },
    });
    end();
    await first;
    expect(running.size).toBe(0);
  });

  it('can be cancelled by its number', async () => {
    const running = new Map<number, AbortController>();
    const with_ = serving({
      'archive.verify': (_input, job) =>
        new Promise((resolve) => {
          job.signal.addEventListener('abort', () => {
            resolve(fail('cancelled'));
          });
        }),
    });
    const answered = ask(
      { call: 9, name: 'archive.verify', input: { full: false } },
      with_,
      running,
    );
    running.get(9)?.abort();
    expect(await answered).toEqual({ ok: false, error: { code: 'cancelled' } });
  });

  it('tells progress at most ten times a second, and always the end', async () => {
    const tell = vi.fn();
    const with_ = serving(
      {
        'archive.verify': (_input, job) => {
          for (let done = 0; done <= 1_000; done++) job.progress(done, 1_000);
          return Promise.resolve(fail('cancelled'));
        },
      },
      { tell },
    );
    await ask({ call: 3, name: 'archive.verify', input: { full: false } }, with_);
    expect(tell.mock.calls.length).toBeLessThan(30);
    expect(tell).toHaveBeenLastCalledWith({ call: 3, done: 1_000, total: 1_000 });
  });

  it('of which a handler makes a bug answers an identifier and no word of the error', async () => {
    const report = vi.fn();
    const with_ = serving(
      { 'archive.records': () => Promise.reject(new Error('the name of a witness')) },
      { report },
    );
    const answered = await ask({ call: 1, name: 'archive.records', input: {} }, with_);
    expect(answered).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(answered)).not.toContain('witness');
    expect(report).toHaveBeenCalledOnce();
  });

  it('with a right shape reaches its handler as it was sent', async () => {
    const handler = vi.fn(() => Promise.resolve(fail('tag-exists')));
    const with_ = serving({ 'tags.edit': handler });
    const input = { id: newTagId(), patch: { name: 'detention' } };
    expect(await ask({ call: 1, name: 'tags.edit', input }, with_)).toEqual({
      ok: false,
      error: { code: 'tag-exists' },
    });
    expect(handler).toHaveBeenCalledWith(input, expect.anything());
  });
});
