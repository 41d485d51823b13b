/** The application's life: start, one window, end. */
import { app, BrowserWindow, nativeTheme, session, type Session } from 'electron';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../preload/contract.ts';
import { claimScheme, serveApp } from './app-protocol.ts';
import { watchIdle } from './autolock.ts';
import { Desk } from './desk.ts';
import { makeHandlers } from './ipc/handlers.ts';
import { openDoor } from './ipc/serve.ts';
import { Tickets } from './ipc/tickets.ts';
import { logBug } from './log.ts';
import { startPress } from './press/start.ts';
import { recheckInBackground } from './rechecks.ts';
import { closeEverything, closeSession } from './security.ts';
import { SettingsFile } from './settings.ts';
import { makeRunFolder, removeRunFolder, temporaryRoot } from './traces.ts';
import { makeWindow } from './window.ts';

app.setName('Kuferak');
const root = temporaryRoot();
const runFolder = makeRunFolder(root);
app.setPath('sessionData', runFolder);
app.commandLine.appendSwitch('disable-http-cache');
app.commandLine.appendSwitch('disable-gpu-shader-disk-cache');
claimScheme();
closeEverything();

if (app.requestSingleInstanceLock()) {
  // No top-level await of `ready`: an ESM entry that awaits it never starts.
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      logBug('start', 'start', error);
      app.exit(1);
    });
} else {
  removeRunFolder(runFolder);
  app.quit();
}

/** Folders beside the built main process, in a checkout and in a package alike. */
function built(...names: string[]): string {
  return join(app.getAppPath(), 'out', ...names);
}

async function start(): Promise<void> {
  const settings = new SettingsFile(join(app.getPath('userData'), 'settings.json'));
  applySettings(await settings.load());
  const ours = session.fromPartition('kuferak', { cache: false });
  const desk = new Desk(
    {
      anchors: join(app.getPath('userData'), 'anchors'),
      temporary: root,
      sample: sampleFolder(),
    },
    startPress,
  );
  const tickets = new Tickets();
  const door = openDoor(
    (window) => makeHandlers({ desk, tickets, settings, applySettings, window }),
    tickets,
    { unlocked: () => desk.archive !== null, seq: () => desk.seq },
  );
  desk.onChanged = (changed) => {
    door.tell('changed', changed);
  };
  desk.onTrouble = (trouble) => {
    door.tell('trouble', trouble);
  };
  desk.onLock = (open, reason) => {
    door.tell('lock', { open, reason });
  };
  closeSession(ours);
  serveApp(
    (scheme, handler) => {
      ours.protocol.handle(scheme, handler);
    },
    built('renderer'),
    () => desk.archive,
  );
  watchIdle(
    desk,
    () => settings.now.lockAfterMinutes,
    (seconds) => {
      door.tell('lockSoon', { seconds });
    },
  );
  recheckInBackground({ archive: () => desk.archive, days: () => settings.now.recheckDays });
  const open = () => {
    door.admit(makeWindow(ours, built('preload'), settings.now));
  };
  endWell(desk, open, ours);
  open();
}

function sampleFolder(): string {
  // Outside a package there may be no such folder.
  const { resourcesPath } = process as { readonly resourcesPath?: string };
  const packaged = join(resourcesPath ?? '', 'sample');
  return existsSync(packaged) ? packaged : join(app.getAppPath(), 'sample');
}

function applySettings(settings: Settings): void {
  nativeTheme.themeSource = settings.theme;
  for (const window of BrowserWindow.getAllWindows()) {
    window.setContentProtection(settings.hideFromScreenshots);
  }
}

/** Ends only when the archive is closed and nothing of ours is left in the temporary folder. */
function endWell(desk: Desk, open: () => void, ours: Session): void {
  let ending: 'not' | 'closing' | 'closed' = 'not';
  app.on('window-all-closed', () => {
    if (process.platform === 'darwin') void desk.lock('asked');
    else app.quit();
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) open();
  });
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window) window.focus();
    else open();
  });
  app.on('before-quit', (event) => {
    if (ending === 'closed') return;
    event.preventDefault();
    if (ending === 'closing') return;
    ending = 'closing';
    void desk
      .lock('asked')
      .catch((error: unknown) => {
        logBug('quit', 'quit', error);
      })
      .then(() => ours.clearStorageData())
      .finally(() => {
        ending = 'closed';
        app.quit();
      });
  });
  process.on('exit', () => {
    removeRunFolder(runFolder);
  });
}
