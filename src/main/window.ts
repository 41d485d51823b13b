/** The window: sandboxed, isolated, in a session that keeps nothing, with a title that tells nothing. */
import { BrowserWindow, type Session } from 'electron';
import { join } from 'node:path';
import type { Settings } from '../preload/contract.ts';
import { ORIGIN } from './origin.ts';
import { closeContents } from './security.ts';

export const TITLE = 'Kuferak';

export function makeWindow(session: Session, preload: string, settings: Settings): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 720,
    minHeight: 480,
    useContentSize: true,
    show: false,
    title: TITLE,
    backgroundColor: '#e3eae8',
    webPreferences: {
      session,
      preload: join(preload, 'index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      v8CacheOptions: 'none',
      safeDialogs: true,
    },
  });
  window.setMenu(null);
  window.setContentProtection(settings.hideFromScreenshots);
  // A title is shown in the task switcher and read by other programs.
  window.on('page-title-updated', (event) => {
    event.preventDefault();
  });
  window.once('ready-to-show', () => {
    window.show();
  });
  closeContents(window.webContents);
  void window.loadURL(`${ORIGIN}/index.html`);
  return window;
}
