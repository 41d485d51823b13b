/** The browser's profile: a fresh private folder that goes away with us, however we end. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TMPFS = 0x01021994;

// Learns the browser's process group, then waits for our end of the pipe to close, which happens even after kill -9. Killing comes
// before removing, for a browser that still lives writes its profile anew. (dash knows no `--` after kill's signal.)
const watch = `
read -r browser
cat >/dev/null
if [ -n "$browser" ]; then
  kill -KILL "-$browser" 2>/dev/null
  for round in 1 2 3 4 5 6 7 8 9 10; do
    kill -0 "-$browser" 2>/dev/null || break
    sleep 0.1
  done
fi
for round in 1 2 3 4 5 6 7 8 9 10; do
  rm -rf -- "$1" 2>/dev/null
  [ -e "$1" ] || exit 0
  sleep 0.1
done
`;

function inMemory(folder: string): boolean {
  try {
    return statfsSync(folder).type === TMPFS;
  } catch {
    return false;
  }
}

function parent(): string {
  const runtime = process.env.XDG_RUNTIME_DIR;
  return runtime !== undefined && runtime !== '' && inMemory(runtime) ? runtime : tmpdir();
}

export interface Profile {
  readonly folder: string;
  /** Where Chromium believes the user's home and temporary folder to be, so that it writes nowhere else. */
  readonly home: string;
  readonly temporary: string;
  /** Ties the browser's process group to our life: when we are gone, it is killed and the folder removed. */
  guard(browser: number): void;
  /** Removes the folder now. The browser must be dead. */
  remove(): void;
}

/** Makes a profile folder that only this user can read, in memory where the machine offers that. */
export function createProfile(): Profile {
  const folder = mkdtempSync(join(parent(), 'chromium-host-'));
  chmodSync(folder, 0o700);
  const home = join(folder, 'home');
  const temporary = join(folder, 'temporary');
  mkdirSync(home);
  mkdirSync(temporary);
  // Detached, so that a kill of our whole process group does not take the watchdog along.
  const watchdog = spawn('/bin/sh', ['-c', watch, 'sh', folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    cwd: '/',
  });
  watchdog.on('error', () => undefined);
  watchdog.stdin.on('error', () => undefined);
  watchdog.unref();
  return {
    folder,
    home,
    temporary,
    guard(browser) {
      watchdog.stdin.write(`${browser}\n`);
    },
    remove() {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
      watchdog.stdin.end();
    },
  };
}
