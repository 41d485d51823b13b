import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clean, inPage, launch, openAnother, windowOf, type Running } from './launch.ts';

let running: Running;

beforeAll(async () => {
  running = await launch();
});
afterAll(async () => {
  await running.app.close();
  await clean();
});

const page = (body: string): Promise<unknown> => inPage(running.window, body);

test('a window has the size that was asked for, as the size of its page', async () => {
  const window = await windowOf(running, running.window);
  expect(await page('return [innerWidth, innerHeight, devicePixelRatio];')).toEqual([900, 600, 1]);
  expect(
    await window.evaluate((it) => {
      it.setSize(1000, 700);
      it.setMinimumSize(640, 480);
      return it.getContentSize();
    }),
  ).toEqual([1000, 700]);
  await expect.poll(() => page('return [innerWidth, innerHeight];')).toEqual([1000, 700]);
  await window.evaluate((it) => it.setSize(100, 100));
  await expect.poll(() => page('return [innerWidth, innerHeight];')).toEqual([640, 480]);
  await window.evaluate((it) => it.setSize(900, 600));
  await expect.poll(() => page('return [innerWidth, innerHeight];')).toEqual([900, 600]);
  const picture = await running.window.screenshot();
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([900, 600]);
});

test('a window knows its title, its address and its state', async () => {
  const window = await windowOf(running, running.window);
  await page(`document.title = 'Changed';`);
  await expect.poll(() => window.evaluate((it) => it.getTitle())).toBe('Changed');
  expect(
    await window.evaluate((it) => [
      it.webContents.getURL(),
      it.webContents.getTitle(),
      it.isVisible(),
      it.isFocused(),
      it.isDestroyed(),
      it.webContents.isDevToolsOpened(),
    ]),
  ).toEqual(['app://fixture/', 'Changed', true, true, false, false]);
  expect(running.window.url()).toBe('app://fixture/');
});

test('page code cannot go where the app forbids, and can where it does not', async () => {
  await running.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    window?.webContents.on('will-navigate', (event) => {
      seen.push(event.url);
      if (!event.url.endsWith('#allowed') && !event.url.endsWith('?allowed'))
        event.preventDefault();
    });
  });
  const seen = (): Promise<unknown> =>
    running.app.evaluate(() => (globalThis as unknown as { seen: string[] }).seen.splice(0));
  await page(
    `window.kept = true; location.href = 'app://fixture/?forbidden';`.replace('app:', 'app:'),
  );
  await expect.poll(seen).toEqual(['app://fixture/?forbidden']);
  await page(`location.href = 'https://example.org/';`);
  await expect.poll(seen).toEqual(['https://example.org/']);
  expect(await page(`return [window.kept, location.pathname + location.search];`)).toEqual([
    true,
    '/',
  ]);
  await page(`location.href = '/?allowed';`);
  await expect.poll(seen).toEqual(['app://fixture/?allowed']);
  await running.window.waitForURL('app://fixture/?allowed');
  // What the app itself or a test driver asks for is not put to the app.
  await running.window.reload();
  await running.window.goto('app://fixture/');
  expect(await seen()).toEqual([]);
});

test('a frame inside the page cannot go where the app forbids', async () => {
  await running.app.evaluate(({ BrowserWindow }) => {
    const framed: unknown[] = [];
    Object.assign(globalThis, { framed });
    BrowserWindow.getAllWindows()[0]?.webContents.on('will-frame-navigate', (event) => {
      framed.push([event.url, event.isMainFrame]);
      if (event.url.endsWith('?forbidden')) event.preventDefault();
    });
  });
  await page(`
    const frame = document.createElement('iframe');
    frame.src = 'data-of://page/frame.html';
    const message = new Promise((resolve) => addEventListener('message', resolve, { once: true }));
    document.body.append(frame);
    await message;
    window.came = 0;
    addEventListener('message', () => { window.came += 1; });
    frame.src = 'data-of://page/frame.html?forbidden';`);
  const framed = (): Promise<unknown> =>
    running.app.evaluate(() => (globalThis as unknown as { framed: unknown[] }).framed);
  await expect.poll(framed).toEqual([
    ['data-of://page/frame.html', false],
    ['data-of://page/frame.html?forbidden', false],
  ]);
  expect(await page(`document.querySelector('iframe').remove(); return window.came;`)).toBe(0);
});

test('page code cannot open windows; the app is asked and told', async () => {
  await running.app.evaluate(({ BrowserWindow }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    BrowserWindow.getAllWindows()[0]?.webContents.setWindowOpenHandler(({ url }) => {
      asked.push(url);
      return { action: 'deny' };
    });
  });
  expect(await page(`return window.open('https://example.org/open');`)).toBe(null);
  await page(`
    const link = Object.assign(document.createElement('a'), { href: '/?linked', target: '_blank', id: 'blank' });
    link.textContent = 'open';
    document.body.append(link);`);
  await running.window.getByRole('link', { name: 'open' }).click();
  await running.window.getByRole('link', { name: 'open' }).click({ modifiers: ['ControlOrMeta'] });
  await expect
    .poll(() => running.app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked))
    .toEqual(['https://example.org/open', 'app://fixture/?linked', 'app://fixture/?linked']);
  await expect.poll(() => running.app.windows().length).toBe(1);
  expect(await page('return location.search;')).toBe('');
});

test('code of the main process runs in the page and brings values back', async () => {
  const values = await running.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const run = (code: string): Promise<unknown> | undefined => contents?.executeJavaScript(code);
    const map = (await run('new Map([[1, new Date(5)]])')) as Map<number, Date>;
    return [
      await run('Promise.resolve([1, { a: "b" }])'),
      map.get(1)?.getTime(),
      await run('typeof api + typeof fromPreload'),
      await run('throw new TypeError("from the page")')?.catch(String),
      await run('(() => 1)')?.catch((error: unknown) => (error as Error).message),
      await run('undefined'),
    ];
  });
  expect(values).toEqual([
    [1, { a: 'b' }],
    5,
    'objectundefined',
    expect.stringContaining('from the page'),
    'An object could not be cloned.',
    undefined,
  ]);
});

test('a page is printed as PDF and captured as PNG', async () => {
  const [pdf, png, size] = await running.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const bytes = await contents?.printToPDF({ pageSize: 'A4', printBackground: true });
    const image = await contents?.capturePage();
    return [
      bytes?.subarray(0, 5).toString(),
      image?.toPNG().subarray(1, 4).toString(),
      image?.getSize(),
    ];
  });
  expect([pdf, png, size]).toEqual(['%PDF-', 'PNG', { width: 900, height: 600 }]);
});

test('zoom makes the page smaller and keeps clicks where they belong', async () => {
  const window = await windowOf(running, running.window);
  await window.evaluate((it) => it.webContents.setZoomFactor(2));
  await expect.poll(() => page('return [innerWidth, devicePixelRatio];')).toEqual([450, 2]);
  await page(`document.querySelector('#out').textContent = '';`);
  await running.window.getByRole('button', { name: 'Go' }).click();
  await expect.poll(() => running.window.locator('#out').textContent()).toBe('[1,[1,2,3]]');
  expect(await window.evaluate((it) => it.webContents.getZoomFactor())).toBe(2);
  await window.evaluate((it) => it.webContents.setZoomFactor(1));
  await expect.poll(() => page('return [innerWidth, devicePixelRatio];')).toEqual([900, 1]);
});

test('the theme reaches the page', async () => {
  const dark = (): Promise<unknown> =>
    page(`return matchMedia('(prefers-color-scheme: dark)').matches;`);
  const updates = await running.app.evaluate(({ nativeTheme }) => {
    let count = 0;
    nativeTheme.on('updated', () => (count += 1));
    nativeTheme.themeSource = 'dark';
    return [count, nativeTheme.shouldUseDarkColors];
  });
  expect(updates).toEqual([1, true]);
  await expect.poll(dark).toBe(true);
  await running.app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'light';
  });
  await expect.poll(dark).toBe(false);
});

test('what a page says on its console is heard, the browser included', async () => {
  await running.app.evaluate(({ BrowserWindow }) => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    BrowserWindow.getAllWindows()[0]?.webContents.on('console-message', (event) => {
      said.push(`${event.level}: ${event.message}`);
    });
  });
  await page(`
    console.log('plain', 1);
    console.error('bad');
    const script = document.createElement('script');
    script.textContent = '1';
    document.head.append(script);`);
  await expect
    .poll(() => running.app.evaluate(() => (globalThis as unknown as { said: string[] }).said))
    .toEqual([
      'info: plain 1',
      'error: bad',
      expect.stringMatching(/^error: .*Content Security Policy/),
    ]);
});

test('no permission is given unless the app gives it', async () => {
  const states = `
    const state = async (name) => (await navigator.permissions.query({ name })).state;
    return [await state('geolocation'), await state('notifications'), await state('microphone'),
      await navigator.clipboard.writeText('x').then(() => 'written', () => 'refused')];`;
  expect(await page(states)).toEqual(['denied', 'denied', 'denied', 'refused']);
  await running.app.evaluate(({ session }) => {
    session.defaultSession.setPermissionRequestHandler((_contents, permission, callback) => {
      callback(permission === 'clipboard-sanitized-write');
    });
  });
  await running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.loadURL('app://fixture/'),
  );
  expect(await page(states)).toEqual(['denied', 'denied', 'denied', 'written']);
});

test('a download is refused, and the app hears of it', async () => {
  await running.app.evaluate(({ session }) => {
    session.defaultSession.on('will-download', (_event, item) => {
      Object.assign(globalThis, { download: item.getFilename() });
    });
  });
  await page(`
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['x']));
    link.download = 'x.txt';
    link.click();`);
  await expect
    .poll(() =>
      running.app.evaluate(() => (globalThis as unknown as { download?: string }).download),
    )
    .toBe('x.txt');
});

test('a load that fails rejects with the reason', async () => {
  const message = await running.app.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false });
    const failure: unknown = await window
      .loadURL('https://example.org/')
      .catch((error: unknown) => error);
    window.destroy();
    return (failure as Error).message;
  });
  expect(message).toBe("ERR_INTERNET_DISCONNECTED (-106) loading 'https://example.org/'");
});

test('the app may keep a window open, and so may the page', async () => {
  const other = await openAnother(running);
  const window = await windowOf(running, other);
  const count = (): Promise<number> =>
    running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  await window.evaluate((it) => {
    it.once('close', (event) => event.preventDefault());
    it.close();
  });
  expect(await count()).toBe(2);
  await other.getByRole('button', { name: 'Go' }).click();
  await inPage(other, `addEventListener('beforeunload', (event) => event.preventDefault());`);
  await window.evaluate(async (it) => {
    const asked = new Promise((resolve) => it.webContents.once('will-prevent-unload', resolve));
    it.close();
    await asked;
  });
  expect(await count()).toBe(2);
  await window.evaluate((it) => {
    it.webContents.once('will-prevent-unload', (event) => event.preventDefault());
    it.close();
  });
  await expect.poll(count).toBe(1);
});

test('files that were chosen or dropped have paths, files that page code made have none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'host-test-'));
  const [chosen, dropped] = [join(folder, 'chosen ł.txt'), join(folder, 'dropped.txt')];
  await writeFile(chosen, 'x');
  await writeFile(dropped, 'y');
  await page(`
    document.body.insertAdjacentHTML('beforeend', '<input type=file id=file><p id=zone>drop here</p>');
    const zone = document.querySelector('#zone');
    zone.ondragover = (event) => event.preventDefault();
    zone.ondrop = (event) => {
      event.preventDefault();
      window.dropped = [...event.dataTransfer.files].map((file) => api.path(file));
    };`);
  await running.window.locator('#file').setInputFiles(chosen);
  expect(await page(`return api.path(document.querySelector('#file').files[0]);`)).toBe(chosen);
  const box = await running.window.locator('#zone').boundingBox();
  const session = await running.window.context().newCDPSession(running.window);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', {
      type,
      x: (box?.x ?? 0) + 5,
      y: (box?.y ?? 0) + 5,
      data: { items: [], files: [dropped], dragOperationsMask: 1 },
    });
  }
  await expect.poll(() => page('return window.dropped;')).toEqual([dropped]);
  expect(await page(`return api.path(new File(['x'], 'made.txt'));`)).toBe('');
  // A look-alike in page code's world is told nothing.
  expect(
    await page(`
      function getPathForFile(file) { let path = 'nothing'; debugger; return path; }
      return getPathForFile(document.querySelector('#file').files[0]);`),
  ).toBe('nothing');
  await rm(folder, { recursive: true });
});

// The last one, because Playwright never believes in a page again that crashed once.
test('a crashed page is reported and can be loaded again', async () => {
  const reason = await running.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const gone = new Promise<string>((resolve) => {
      contents?.once('render-process-gone', (_event, details) => resolve(details.reason));
    });
    contents?.forcefullyCrashRenderer();
    const why = await gone;
    await contents?.loadURL('app://fixture/');
    return [why, await contents?.executeJavaScript('api.version')] as const;
  });
  expect(reason).toEqual(['crashed', 7]);
});
