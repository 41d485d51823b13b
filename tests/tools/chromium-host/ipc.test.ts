import { afterAll, beforeAll, expect, test } from 'vitest';
import { clean, inPage, launch, openAnother, type Running } from './launch.ts';

let running: Running;

beforeAll(async () => {
  running = await launch();
});
afterAll(async () => {
  await running.app.close();
  await clean();
});

const page = (body: string): Promise<unknown> => inPage(running.window, body);

test('an invoked handler gets copies and its answer arrives as a copy', async () => {
  expect(
    await page(`
      const value = { bytes: new Uint8Array([0, 128, 255]), when: new Date(1), big: 12n, none: undefined,
        nested: { list: [1, , 3] }, text: 'Беларусь' };
      value.self = value;
      const back = await api.echo(value);
      const map = await api.echo(new Map([[{ k: 1 }, new Set([1])]]));
      const [[key, set]] = [...map];
      return [
        back.bytes, back.when.getTime(), back.big, 'none' in back, 1 in back.nested.list, back.text,
        back.self === back, back !== value, key.k, set.has(1),
      ];`),
  ).toEqual([new Uint8Array([0, 128, 255]), 1, 12n, true, false, 'Беларусь', true, true, 1, true]);
});

test('what a handler throws, and a channel without a handler, reject with words', async () => {
  await running.app.evaluate(({ ipcMain }) => {
    ipcMain.handle('throws', () => {
      throw new RangeError('too far');
    });
    ipcMain.handle('function', () => () => 1);
  });
  const message = (channel: string): Promise<unknown> =>
    page(`return api.invoke('${channel}').catch((error) => error.message);`);
  expect(await message('throws')).toContain(
    "Error invoking remote method 'throws': RangeError: too far",
  );
  expect(await message('nobody')).toContain(
    "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
  );
  expect(await message('function')).toContain('An object could not be cloned.');
});

test('handleOnce answers once, and a second handler of a channel is refused', async () => {
  const refused = await running.app.evaluate(({ ipcMain }) => {
    ipcMain.handleOnce('once', () => 'first');
    try {
      ipcMain.handle('once', () => 'second');
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  });
  expect(refused).toBe("Attempted to register a second handler for 'once'");
  expect(
    await page(`return [await api.invoke('once'),
      await api.invoke('once').then(() => 'again', () => 'gone')];`),
  ).toEqual(['first', 'gone']);
});

test('the sender of a message is the main frame of its window', async () => {
  await running.app.evaluate(({ ipcMain, BrowserWindow }) => {
    ipcMain.handle('who', (event) => {
      const frame = event.senderFrame;
      return {
        same: frame === event.sender.mainFrame,
        again: frame === event.sender.mainFrame,
        url: frame?.url,
        origin: frame?.origin,
        parent: frame?.parent,
        top: frame?.top === frame,
        known: BrowserWindow.fromWebContents(event.sender)?.webContents === event.sender,
        type: event.type,
      };
    });
  });
  expect(await page(`return api.invoke('who');`)).toEqual({
    same: true,
    again: true,
    url: 'app://fixture/',
    origin: 'app://fixture',
    parent: null,
    top: true,
    known: true,
    type: 'frame',
  });
});

test('sent messages arrive in order, in both directions, and stop when nobody listens', async () => {
  await running.app.evaluate(({ ipcMain }) => {
    ipcMain.on('count', (event, n: number) => {
      event.sender.send('counted', n, [n]);
      event.reply('counted', n + 0.5, []);
    });
  });
  expect(
    await page(`
      const got = [];
      const stop = api.on('counted', (n) => got.push(n));
      let first;
      api.once('counted', (n) => { first = n; });
      for (let n = 0; n < 50; n += 1) api.send('count', n);
      await api.echo(0);
      while (got.length < 100) await new Promise((done) => setTimeout(done, 5));
      stop();
      api.send('count', 1000);
      await api.echo(0);
      return [first, got.every((n, index) => n === index / 2), got.length];`),
  ).toEqual([0, true, 100]);
});

test('many megabytes pass', async () => {
  expect(
    await page(`
      const bytes = new Uint8Array(12_000_000).fill(3);
      const back = await api.echo(bytes);
      return [back.length, back[11_999_999]];`),
  ).toEqual([12_000_000, 3]);
});

test('two windows have senders and listeners of their own', async () => {
  await running.app.evaluate(({ ipcMain }) => {
    ipcMain.handle('sender', (event) => event.sender.id);
  });
  const other = await openAnother(running);
  const ids = [
    await inPage(running.window, `return api.invoke('sender');`),
    await inPage(other, `return api.invoke('sender');`),
  ];
  expect(new Set(ids).size).toBe(2);
  await inPage(other, `window.got = []; api.on('to', (value) => got.push(value));`);
  await inPage(running.window, `window.got = []; api.on('to', (value) => got.push(value));`);
  await running.app.evaluate(
    ({ webContents }, [first, second]) => {
      webContents.fromId(first as number)?.send('to', 'first');
      webContents.fromId(second as number)?.send('to', 'second');
    },
    [ids[0], ids[1]],
  );
  await expect.poll(() => inPage(other, 'return got;')).toEqual(['second']);
  await expect.poll(() => inPage(running.window, 'return got;')).toEqual(['first']);
  await other.close();
  await expect
    .poll(() => running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length))
    .toBe(1);
});
