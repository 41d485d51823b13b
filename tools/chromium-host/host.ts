/** The host's beginning: stands in for Electron's executable, from its command line to the app's `ready`. */
import { readFileSync, statSync } from 'node:fs';
import inspector from 'node:inspector';
import { createRequire, registerHooks } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArguments } from './arguments.ts';
import { startBrowser } from './browser.ts';
import { app } from './electron-api/app.ts';
import { watchDownloads } from './electron-api/session.ts';
import { emptyOnPurpose, watchTargets } from './electron-api/watch-targets.ts';
import { allContents } from './electron-api/web-contents.ts';
import { openDriverLine } from './driver-line.ts';
import { host } from './host-state.ts';

interface PackageFile {
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
  readonly main?: string;
}

const require = createRequire(import.meta.url);
const electronModule = pathToFileURL(join(import.meta.dirname, 'electron-api/electron.ts')).href;
const electronNames = /^electron(?:\/(?:main|common|renderer|utility))?$/;

/** `electron` is our module, and `original-fs` Node's own: there are no archives to see through. */
function redirectImports(): void {
  registerHooks({
    resolve(name, context, next) {
      if (electronNames.test(name)) return { url: electronModule, shortCircuit: true };
      if (name === 'original-fs') return { url: 'node:fs', shortCircuit: true };
      return next(name, context);
    },
  });
}

function electronVersion(): string {
  const file = require.resolve('electron/package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as PackageFile).version ?? '0.0.0';
}

/** Makes this process look as Electron's main process does. */
function pretend(): string {
  const executable = join(import.meta.dirname, 'electron');
  const version = electronVersion();
  process.argv.splice(0, 2, executable);
  process.execPath = executable;
  Object.defineProperties(process, {
    type: { value: 'browser', enumerable: true },
    defaultApp: { value: true, enumerable: true },
    resourcesPath: { value: join(import.meta.dirname, 'resources'), enumerable: true },
  });
  Object.defineProperty(process.versions, 'electron', { value: version, enumerable: true });
  return version;
}

/** The main file of the app at `path`, whose name and version the app then has. */
function findMain(path: string, version: string): string {
  if (!statSync(path).isDirectory()) {
    host.manifest = { name: 'Electron', version };
    host.appPath = resolve(path, '..');
    return path;
  }
  const file = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as PackageFile;
  host.appPath = path;
  host.manifest = {
    name: file.productName ?? file.name ?? 'Electron',
    version: file.version ?? version,
  };
  return resolve(path, file.main ?? 'index.js');
}

function endOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    let asked = false;
    process.on(signal, () => {
      if (asked) process.exit(1);
      asked = true;
      app.quit();
    });
  }
  process.on('exit', () => {
    const { browser } = host;
    host.browser = undefined;
    browser?.end();
  });
}

async function run(): Promise<void> {
  const version = pretend();
  const parsed = parseArguments(process.argv.slice(1));
  for (const item of parsed.switches) {
    const [name = '', ...value] = item.split('=');
    host.switches.set(name, value.join('='));
  }
  redirectImports();
  endOnSignals();
  if (parsed.inspect !== undefined) inspector.open(parsed.inspect, '127.0.0.1');
  const main = findMain(parsed.app, version);
  for (const preload of parsed.preloads) require(resolve(preload));
  await import(pathToFileURL(main).href);
  const browser = await startBrowser({
    driven: parsed.debuggingPort,
    noSandbox: parsed.noSandbox || host.switches.has('no-sandbox'),
    switches: [...host.switches].map(([name, value]) => (value === '' ? name : `${name}=${value}`)),
  });
  host.browser = browser;
  Object.defineProperty(process.versions, 'chrome', { value: browser.version, enumerable: true });
  watchTargets();
  watchDownloads((frameId) => allContents().find((contents) => contents.ownsFrame(frameId)));
  if (parsed.debuggingPort) {
    const address = await openDriverLine(browser.connection, { emptyOnPurpose });
    process.stderr.write(`DevTools listening on ${address}\n`);
  }
  app.start();
}

run().catch((error: unknown) => {
  const known = error instanceof Error && error.name === 'ElectronHostError';
  const text = error instanceof Error ? (known ? error.message : error.stack) : String(error);
  process.stderr.write(`${text ?? ''}\n`);
  process.exit(1);
});
