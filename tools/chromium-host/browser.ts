/** The running Chromium: started quietly, reached through a pipe, gone when we go. */
import { spawn, type ChildProcess } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { chromiumMissing, findChromium } from '../chromium.ts';
import { browserSwitches } from './browser-switches.ts';
import { DevtoolsConnection } from './devtools.ts';
import { ElectronHostError } from './loud.ts';
import { createProfile, type Profile } from './profile.ts';

const START_LIMIT = 30_000;

export interface Browser {
  readonly connection: DevtoolsConnection;
  readonly headless: boolean;
  /** A test driver is expected. */
  readonly driven: boolean;
  /** As in `Chrome/156.0.1.2`: only the number. */
  readonly version: string;
  /** Kills the browser and removes its profile, before returning. */
  end(): void;
}

export interface BrowserWishes {
  readonly driven: boolean;
  readonly noSandbox: boolean;
  readonly switches: readonly string[];
}

function environment(profile: Profile): NodeJS.ProcessEnv {
  return {
    ...process.env,
    XAUTHORITY: process.env.XAUTHORITY ?? join(homedir(), '.Xauthority'),
    HOME: profile.home,
    XDG_CONFIG_HOME: profile.home,
    XDG_CACHE_HOME: profile.home,
    XDG_DATA_HOME: profile.home,
    TMPDIR: profile.temporary,
    // Settings daemons leave folders there; only Wayland's socket must be found.
    XDG_RUNTIME_DIR: process.env.WAYLAND_DISPLAY ? process.env.XDG_RUNTIME_DIR : profile.temporary,
    BREAKPAD_DUMP_LOCATION: profile.temporary,
    CHROME_CRASHPAD_PIPE_NAME: undefined,
    ELECTRON_RUN_AS_NODE: undefined,
    NODE_OPTIONS: undefined,
    // Debian's launcher would send the keys of its own account.
    GOOGLE_API_KEY: 'no',
    GOOGLE_DEFAULT_CLIENT_ID: 'no',
    GOOGLE_DEFAULT_CLIENT_SECRET: 'no',
  };
}

function kill(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}

/** Keeps the end of what Chromium complains about, for the one message that says why it did not start. */
function listen(errors: Readable): () => string {
  let text = '';
  errors.setEncoding('utf8').on('data', (chunk: string) => {
    text = (text + chunk).slice(-20_000);
  });
  return () => text.trim().split('\n').slice(-3).join(' | ');
}

/** Rejects with `error` when nothing better is known within a second. */
function later(error: unknown): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => {
      reject(error instanceof Error ? error : new Error(String(error)));
    }, 1_000);
  });
}

async function attempt(path: string, wishes: BrowserWishes, sandbox: boolean): Promise<Browser> {
  const headless =
    process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  const profile = createProfile();
  const child = spawn(
    path,
    browserSwitches({
      headless,
      sandbox,
      profile: join(profile.folder, 'profile'),
      extra: wishes.switches,
    }),
    {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      detached: true,
      env: environment(profile),
    },
  );
  const end = (): void => {
    kill(child);
    profile.remove();
  };
  const [, , errors, output, input] = child.stdio as [null, null, Readable, Writable, Readable];
  const complaints = listen(errors);
  if (child.pid !== undefined) profile.guard(child.pid);
  const connection = new DevtoolsConnection(output, input);
  const stopped = new Promise<never>((_resolve, reject) => {
    const fail = (why: string): void => {
      reject(new ElectronHostError(`Chromium did not start (${why}): ${complaints()}`));
    };
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code, signal) => fail(`exit ${code ?? signal ?? 'unknown'}`));
    setTimeout(() => fail('no answer in time'), START_LIMIT).unref();
  });
  stopped.catch(() => undefined);
  try {
    const started = connection.browser.send('Browser.getVersion');
    started.catch(() => undefined);
    // A Chromium that ends closes its pipe first and says why a moment later.
    const answered = started.catch((error: unknown) => Promise.race([stopped, later(error)]));
    const version = await Promise.race([answered, stopped]);
    return {
      connection,
      headless,
      driven: wishes.driven,
      version: version.product.split('/')[1] ?? version.product,
      end,
    };
  } catch (error) {
    end();
    throw error;
  }
}

/**
 * Starts Chromium. Its own sandbox stays on unless we are root, were asked to do without, or it does not start otherwise.
 * Throws an `ElectronHostError` with one sentence when there is no Chromium or it does not start.
 */
export async function startBrowser(wishes: BrowserWishes): Promise<Browser> {
  const path = findChromium();
  if (path === undefined) throw new ElectronHostError(chromiumMissing);
  const sandbox = !wishes.noSandbox && process.getuid?.() !== 0;
  try {
    return await attempt(path, wishes, sandbox);
  } catch (error) {
    if (!sandbox) throw error;
    return await attempt(path, wishes, false);
  }
}
