import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { clean, fixture, hostFolder, inPage, launch } from './launch.ts';
import { processesWith, profileOf } from './sockets.ts';

const started: ChildProcess[] = [];
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await clean();
});

/** Starts the host as `npm start` would, without a test driver. */
function startAlone(folder: string, userData: string, env: NodeJS.ProcessEnv = {}): ChildProcess {
  const child = spawn(join(hostFolder, 'electron'), [folder, `--user-data-dir=${userData}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
    cwd: folder,
  });
  started.push(child);
  return child;
}

function ended(child: ChildProcess): Promise<{ code: number | null; text: string }> {
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, text }));
  });
}

async function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'host-test-'));
}

/** An app of one file, made for one test. */
async function appWith(main: string): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'package.json'), '{"name":"tiny","type":"module","main":"main.js"}');
  await writeFile(join(folder, 'main.js'), main);
  return folder;
}

/** Runs such an app to its end. */
async function run(
  main: string,
  env: NodeJS.ProcessEnv = {},
): Promise<{ code: number | null; text: string }> {
  const folder = await appWith(main);
  const outcome = await ended(startAlone(folder, join(folder, 'data'), env));
  await rm(folder, { recursive: true, force: true });
  return outcome;
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('the browser’s profile', () => {
  test('holds nothing of what a page showed, stored or fetched', async () => {
    const { app, window } = await launch();
    const canary = `canary${Math.random().toString(36).slice(2)}`;
    await inPage(
      window,
      `
      document.body.append('${canary}-shown');
      document.title = '${canary}-title';
      history.pushState({}, '', '/?${canary}-address');
      localStorage.setItem('k', '${canary}-stored');
      sessionStorage.setItem('k', '${canary}-session');
      document.cookie = 'k=${canary}-cookie; max-age=1000';
      await (await caches.open('c')).put('/x', new Response('${canary}-cached'));
      await fetch('/report?${canary}-fetched');
      await new Promise((resolve, reject) => {
        const open = indexedDB.open('db');
        open.onupgradeneeded = () => open.result.createObjectStore('s');
        open.onsuccess = () => {
          const change = open.result.transaction('s', 'readwrite');
          change.objectStore('s').put('${canary}-database'.repeat(1000), 1);
          change.oncomplete = resolve;
        };
        open.onerror = reject;
      });
      window.kept = [new Blob(['${canary}-blob'.repeat(200_000)])];`,
    );
    await window
      .locator('#out')
      .evaluate((element) => new Promise((done) => setTimeout(done, 1500, element.id)));
    const profile = dirname(await profileOf(app.process().pid ?? 0));
    expect((await stat(profile)).mode & 0o777).toBe(0o700);
    const files = await filesIn(profile);
    expect(files.length).toBeGreaterThan(3);
    const needles = [canary, Buffer.from(canary, 'utf16le').toString('latin1')];
    for (const file of files) {
      const bytes = (await readFile(file).catch(() => Buffer.alloc(0))).toString('latin1');
      expect([file, needles.filter((needle) => bytes.includes(needle))]).toEqual([file, []]);
    }
    await app.close();
    expect(existsSync(profile)).toBe(false);
  });

  test.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)(
    'and the browser are gone after %s',
    async (signal) => {
      const { app } = await launch();
      const { pid = 0 } = app.process();
      const profile = dirname(await profileOf(pid));
      const gone = new Promise((resolve) => app.process().once('exit', resolve));
      process.kill(pid, signal);
      await gone;
      await expect.poll(() => existsSync(profile), { timeout: 5000 }).toBe(false);
      await expect.poll(() => processesWith(profile), { timeout: 5000 }).toEqual([]);
    },
  );

  test('and the browser are gone after the whole process group was killed', async () => {
    const { app } = await launch();
    const { pid = 0 } = app.process();
    const profile = dirname(await profileOf(pid));
    const gone = new Promise((resolve) => app.process().once('exit', resolve));
    process.kill(-pid, 'SIGKILL');
    await gone;
    await expect.poll(() => existsSync(profile), { timeout: 5000 }).toBe(false);
    await expect.poll(() => processesWith(profile), { timeout: 5000 }).toEqual([]);
  });

  test('and a browser that no longer listens are gone as well', async () => {
    const { app } = await launch();
    const { pid = 0 } = app.process();
    const profile = dirname(await profileOf(pid));
    // Stopped processes notice no closed pipe: only the watchdog's kill ends them.
    const browsers = await processesWith(join(profile, 'profile'));
    for (const browser of browsers) process.kill(browser, 'SIGSTOP');
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => processesWith(profile), { timeout: 5000 }).toEqual([]);
    await expect.poll(() => existsSync(profile), { timeout: 5000 }).toBe(false);
  });

  test('lies in memory where the session offers that', async () => {
    const runtime = existsSync('/dev/shm') ? await mkdtemp('/dev/shm/host-test-') : '';
    if (runtime === '') return;
    const { app } = await launch({ XDG_RUNTIME_DIR: runtime });
    expect(dirname(dirname(await profileOf(app.process().pid ?? 0)))).toBe(runtime);
    await app.close();
    expect(readdirSync(runtime)).toEqual([]);
    await rm(runtime, { recursive: true });
  });
});

describe('an app’s life', () => {
  test('its events come in Electron’s order', async () => {
    const { code, text } = await run(`
      import { app, BrowserWindow } from 'electron';
      const log = (name) => console.log(name);
      for (const name of ['ready', 'window-all-closed', 'before-quit', 'will-quit', 'quit']) {
        app.on(name, () => log(name));
      }
      app.on('window-all-closed', () => app.quit());
      log(app.isReady() ? 'too early' : 'loaded');
      app.whenReady().then(() => {
        log('when ready');
        const window = new BrowserWindow({ show: false });
        window.on('close', () => log('close'));
        window.on('closed', () => { log('closed'); log(window.isDestroyed()); });
        window.loadURL('about:blank').then(() => { log('blank'); window.close(); });
      });`);
    expect(code).toBe(0);
    expect(text.trim().split('\n')).toEqual([
      'loaded',
      'ready',
      'when ready',
      'blank',
      'close',
      'closed',
      'true',
      'window-all-closed',
      'before-quit',
      'will-quit',
      'quit',
    ]);
  });

  test('quit can be prevented, and closes windows first', async () => {
    const { code, text } = await run(`
      import { app, BrowserWindow } from 'electron';
      app.once('before-quit', (event) => { console.log('not yet'); event.preventDefault(); });
      app.on('window-all-closed', () => console.log('never'));
      app.whenReady().then(async () => {
        const window = new BrowserWindow({ show: false });
        window.once('close', (event) => { console.log('not this window'); event.preventDefault(); });
        window.on('closed', () => console.log('closed'));
        await window.loadURL('about:blank');
        app.quit();
        app.quit();
        await new Promise((resolve) => setTimeout(resolve, 50));
        console.log(BrowserWindow.getAllWindows().length);
        app.on('will-quit', () => console.log('will quit'));
        app.quit();
      });`);
    expect([code, text.trim().split('\n')]).toEqual([
      0,
      ['not yet', 'not this window', '1', 'closed', 'will quit'],
    ]);
  });

  test('exit ends with its code and asks nobody', async () => {
    const { code, text } = await run(`
      import { app } from 'electron';
      app.on('before-quit', () => console.log('asked'));
      app.whenReady().then(() => app.exit(7));`);
    expect([code, text]).toEqual([7, '']);
  });

  test('a second one tells the first and is refused', async () => {
    const folder = await appWith(`
      import { app } from 'electron';
      if (!app.requestSingleInstanceLock({ from: 'second' })) { console.log('refused'); app.quit(); }
      else app.on('second-instance', (_event, argv, cwd, data) => {
        console.log(JSON.stringify([argv.length > 1, cwd === process.cwd(), data]));
        app.quit();
      });
      app.whenReady().then(() => console.log('ready'));`);
    const data = join(folder, 'data');
    const first = startAlone(folder, data);
    const firstEnded = ended(first);
    await new Promise((resolve) => first.stdout?.once('data', resolve));
    const second = await ended(startAlone(folder, data));
    expect(second.text).toContain('refused');
    expect((await firstEnded).text).toContain('[true,true,{"from":"second"}]');
    // The lock of an app that was killed holds nobody up.
    const third = startAlone(folder, data);
    await new Promise((resolve) => third.stdout?.once('data', resolve));
    third.kill('SIGKILL');
    await ended(third);
    const fourth = startAlone(folder, data);
    const words = await new Promise<Buffer>((resolve) => fourth.stdout?.once('data', resolve));
    expect(words.toString()).toContain('ready');
    fourth.kill('SIGTERM');
    await ended(fourth);
    await rm(folder, { recursive: true });
  });

  test('it can be started again with what it kept', async () => {
    const first = await launch();
    await writeFile(join(first.userData, 'kept'), 'yes');
    await first.app.close();
    const { _electron } = await import('@playwright/test');
    const again = await _electron.launch({
      args: ['.', `--user-data-dir=${first.userData}`],
      cwd: fixture,
    });
    expect(await again.evaluate(({ app }) => app.getPath('userData'))).toBe(first.userData);
    await again.close();
  });
});

describe('failing', () => {
  test('without a Chromium the host says so in one sentence', async () => {
    const { code, text } = await run(`import { app } from 'electron';`, {
      CHROMIUM_PATH: '/nowhere/chromium',
    });
    expect([code, text.trim()]).toEqual([
      1,
      'No Chromium was found: install Chromium or Google Chrome, or name its executable in CHROMIUM_PATH.',
    ]);
  });

  test('a Chromium that does not start is named as the reason', async () => {
    const { code, text } = await run(`import { app } from 'electron';`, {
      CHROMIUM_PATH: '/bin/false',
    });
    expect(code).toBe(1);
    expect(text).toMatch(/^Chromium did not start \(exit 1\)/);
    expect(text.trim().split('\n')).toHaveLength(1);
  });

  test('an app that throws ends with its error', async () => {
    const { code, text } = await run(`throw new TypeError('broken app');`);
    expect(code).toBe(1);
    expect(text).toContain('TypeError: broken app');
  });

  test.each([
    ['app.dock', 'app.dock.hide()'],
    ['app.setLoginItemSettings', 'app.setLoginItemSettings({})'],
    ['app.relaunch', 'app.relaunch()'],
    ['BrowserWindow.setVibrancy', 'new BrowserWindow({ show: false }).setVibrancy("menu")'],
    ['webContents.openDevTools', 'new BrowserWindow({ show: false }).webContents.openDevTools()'],
    ['webContents.insertCSS', 'new BrowserWindow({ show: false }).webContents.insertCSS("a{}")'],
    ['session.cookies', 'session.defaultSession.cookies.get({})'],
    ['protocol.registerFileProtocol', 'protocol.registerFileProtocol("x", () => {})'],
    ['new Tray', 'new Tray("x.png")'],
    ['shell.openExternal', 'shell.openExternal("https://example.org")'],
    ['utilityProcess.fork with piped output', 'utilityProcess.fork("x.js", [], { stdio: "pipe" })'],
    ['Menu.buildFromTemplate', 'Menu.buildFromTemplate([])'],
    ['clipboard.readImage', 'clipboard.readImage()'],
    ['safeStorage.encryptString', 'safeStorage.encryptString("x")'],
    ['crashReporter.start', 'crashReporter.start({})'],
    ['globalShortcut.register', 'globalShortcut.register("A", () => {})'],
    ['net.request', 'net.request("https://example.org")'],
    ['screen.getDisplayNearest', 'screen.getDisplayNearest()'],
  ])('%s is refused by its name', async (name, code) => {
    const { app } = await shared();
    const text = await app.evaluate((electron, source) => {
      const names = Object.keys(electron).join();
      // The test's own lines, run where the app runs.
      // eslint-disable-next-line @typescript-eslint/no-implied-eval
      const attempt = new Function('electron', `const { ${names} } = electron; ${source};`);
      try {
        (attempt as (electron: object) => void)(electron);
        return 'nothing was thrown';
      } catch (error) {
        return String(error);
      }
    }, code);
    expect(text).toContain(`ElectronHostError: ${name} is not implemented by the Chromium host`);
  });

  test.each([
    'webPreferences: { contextIsolation: false }',
    'webPreferences: { nodeIntegration: true }',
    'webPreferences: { sandbox: false }',
  ])('a window without protection (%s) is refused', async (option) => {
    const { text } = await run(`
      import { app, BrowserWindow } from 'electron';
      app.whenReady().then(() => { new BrowserWindow({ ${option} }); })
        .catch((error) => { console.log(error.message); app.exit(3); });`);
    expect(text).toContain('is not implemented by the Chromium host');
  });

  test('a preload that does not compile is named, and the window opens without it', async () => {
    const folder = await appWith(`
      import { app, BrowserWindow } from 'electron';
      app.whenReady().then(async () => {
        const window = new BrowserWindow({ webPreferences: { preload: process.cwd() + '/preload.js' } });
        window.webContents.on('preload-error', (_event, path, error) => console.log(error.name));
        await window.loadURL('about:blank');
        app.exit(0);
      });`);
    await writeFile(join(folder, 'preload.js'), 'const broken = ;');
    const { code, text } = await ended(startAlone(folder, join(folder, 'data')));
    expect(code).toBe(0);
    expect(text).toContain('Unable to load preload script');
    expect(text).toContain('SyntaxError');
    await rm(folder, { recursive: true });
  });

  test('a utility process has a port to its parent, and its death is its own', async () => {
    const folder = await appWith(`
      import { app, utilityProcess } from 'electron';
      app.whenReady().then(() => {
        const child = utilityProcess.fork(process.cwd() + '/child.js', [], { stdio: 'ignore', env: {} });
        child.on('message', (message) => {
          console.log('heard', message.twice.length, message.env.join());
          child.kill();
        });
        child.on('exit', (code) => { console.log('exit', code); app.exit(0); });
        child.postMessage({ bytes: new Uint8Array(3) });
      });`);
    await writeFile(
      join(folder, 'child.js'),
      `process.parentPort.on('message', ({ data }) => {
        const twice = new Uint8Array([...data.bytes, ...data.bytes]);
        process.parentPort.postMessage({ twice, env: Object.keys(process.env).filter((name) => name === 'PATH') });
      });`,
    );
    const { text } = await ended(startAlone(folder, join(folder, 'data')));
    expect(text).toContain('heard 6 \n');
    expect(text).toMatch(/exit \d/);
    await rm(folder, { recursive: true });
  });

  test('the executable runs as plain Node when Electron would', () => {
    const { stdout } = spawnSync(join(hostFolder, 'electron'), ['-p', '6 * 7'], {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      encoding: 'utf8',
    });
    expect(stdout.trim()).toBe('42');
  });
});

let launched: ReturnType<typeof launch> | undefined;
/** One app for all the tests that only ask it something. */
function shared(): ReturnType<typeof launch> {
  launched ??= launch();
  return launched;
}
afterAll(async () => {
  await (await launched)?.app.close();
});
