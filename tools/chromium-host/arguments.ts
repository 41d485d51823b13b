/** The command line of Electron's executable, as far as the host knows it. */
import { resolve } from 'node:path';

export interface HostArguments {
  /** Modules to load before the app (`-r`). */
  readonly preloads: readonly string[];
  /** Open Node's inspector on this port. */
  readonly inspect: number | undefined;
  /** A test driver wants the browser's debugging port. */
  readonly debuggingPort: boolean;
  readonly noSandbox: boolean;
  /** Chromium's switches, `name` or `name=value`. */
  readonly switches: readonly string[];
  /** The app's folder or main file. */
  readonly app: string;
}

/** Reads the arguments after the executable's name. Without an app's path it is the current folder. */
export function parseArguments(list: readonly string[]): HostArguments {
  const preloads: string[] = [];
  const switches: string[] = [];
  let app: string | undefined;
  for (let at = 0; at < list.length; at += 1) {
    const item = list[at] ?? '';
    if (item === '-r' || item === '--require') preloads.push(list[++at] ?? '');
    else if (item.startsWith('--')) switches.push(item.slice(2));
    else if (!item.startsWith('-')) app ??= item;
  }
  const value = (name: string): string | undefined =>
    switches.find((item) => item === name || item.startsWith(`${name}=`));
  const inspect = value('inspect');
  return {
    preloads,
    inspect: inspect === undefined ? undefined : Number(inspect.split('=')[1] ?? 9229),
    debuggingPort: value('remote-debugging-port') !== undefined,
    noSandbox: value('no-sandbox') !== undefined,
    switches: switches.filter((item) => !/^(inspect|remote-debugging-|no-sandbox$)/.test(item)),
    app: resolve(app ?? '.'),
  };
}
