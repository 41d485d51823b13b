/** What the parts of the stand-in know in common: the command line, the app's manifest, the browser once it runs. */
import type { Browser } from './browser.ts';

export interface Manifest {
  readonly name: string;
  readonly version: string;
}

export const host: {
  browser: Browser | undefined;
  appPath: string;
  manifest: Manifest;
  /** The Node that the app runs in: `process.execPath` is made to look like Electron's. */
  readonly node: string;
  /** Chromium's switches in the order of their mention: from the command line, the test driver, then the app. */
  readonly switches: Map<string, string>;
} = {
  browser: undefined,
  appPath: process.cwd(),
  manifest: { name: 'Electron', version: '0.0.0' },
  node: process.execPath,
  switches: new Map(),
};

/** The running browser. Before `ready` there is none, and Electron would not open windows either. */
export function runningBrowser(what: string): Browser {
  if (host.browser === undefined) {
    throw new Error(`Cannot create ${what} before app is ready`);
  }
  return host.browser;
}
