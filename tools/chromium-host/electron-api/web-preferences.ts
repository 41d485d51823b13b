/** What the app asks of its pages, and the scripts that come of it: what the host cannot do is refused. */
import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import {
  buildScripts,
  wrapPreload,
  type PageScripts,
  type PreloadFile,
} from '../in-page/scripts.ts';
import { notImplemented } from '../loud.ts';

export interface WebPreferences {
  readonly preload?: string;
  readonly additionalArguments?: readonly string[];
  readonly contextIsolation?: boolean;
  readonly nodeIntegration?: boolean;
  readonly sandbox?: boolean;
  readonly zoomFactor?: number;
}

function readPreload(path: string | undefined): PreloadFile | undefined {
  return path === undefined ? undefined : { path, source: readFileSync(path, 'utf8') };
}

function preloadProcess(preferences: WebPreferences): Record<string, unknown> {
  return {
    platform: process.platform,
    arch: process.arch,
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    pid: process.pid,
    execPath: process.execPath,
    argv: [process.execPath, '--type=renderer', ...(preferences.additionalArguments ?? [])],
    env: { ...process.env },
    version: process.version,
    versions: { ...process.versions },
  };
}

export function refuseUnsafe(preferences: WebPreferences): void {
  if (preferences.contextIsolation === false) {
    throw notImplemented('webPreferences.contextIsolation: false');
  }
  if (preferences.nodeIntegration === true) {
    throw notImplemented('webPreferences.nodeIntegration: true');
  }
  if (preferences.sandbox === false) throw notImplemented('webPreferences.sandbox: false');
}

/** A preload that does not compile is told, and left out. */
export function scriptsFor(
  preferences: WebPreferences,
  failed: (path: string, error: unknown) => void,
): PageScripts {
  const surroundings = preloadProcess(preferences);
  try {
    const preload = readPreload(preferences.preload);
    // Compiled here once, because a page would not say in plain words what is wrong with it.
    if (preload !== undefined) new Script(wrapPreload('', preload), { filename: preload.path });
    return buildScripts(preload, surroundings);
  } catch (error) {
    failed(preferences.preload ?? '', error);
    return buildScripts(undefined, surroundings);
  }
}
