/** Where the window keeps its anchors, so that it and the command line notice the same roll-back. */
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Electron's own place for an application named Kuferak. */
export function anchorFolder(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
): string {
  const home = homedir();
  /** An empty variable is one that is not set. */
  const set = (name: string, otherwise: string) => {
    const value = environment[name];
    return value === undefined || value === '' ? otherwise : value;
  };
  switch (platform) {
    case 'win32':
      return join(set('APPDATA', join(home, 'AppData', 'Roaming')), 'Kuferak', 'anchors');
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Kuferak', 'anchors');
    default:
      return join(set('XDG_CONFIG_HOME', join(home, '.config')), 'Kuferak', 'anchors');
  }
}
