/** Where the window keeps its anchors, so that it and the command line notice the same roll-back. */
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Electron's own place for an application named Kuferak. */
export function anchorFolder(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
): string {
  const home = homedir();
  switch (platform) {
    case 'win32':
      return join(environment.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Kuferak', 'anchors');
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Kuferak', 'anchors');
    default:
      return join(environment.XDG_CONFIG_HOME ?? join(home, '.config'), 'Kuferak', 'anchors');
  }
}
