/** What `import 'electron'` gives in the main process. */
import { loud, missing } from '../loud.ts';
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { dialog } from './dialog.ts';
import { ipcMain } from './ipc-main.ts';
import { Menu } from './menu.ts';
import { nativeImage } from './native-image.ts';
import { nativeTheme } from './native-theme.ts';
import { powerMonitor } from './power-monitor.ts';
import { session, sessionFor } from './session.ts';
import { clipboard, crashReporter, net, safeStorage, screen } from './small-modules.ts';
import { utilityProcess } from './utility-process.ts';
import { webContents } from './web-contents.ts';

const { protocol } = sessionFor('');
const autoUpdater = missing('autoUpdater');
const BaseWindow = missing('BaseWindow');
const BrowserView = missing('BrowserView');
const contentTracing = missing('contentTracing');
const desktopCapturer = missing('desktopCapturer');
const globalShortcut = missing('globalShortcut');
const ImageView = missing('ImageView');
const inAppPurchase = missing('inAppPurchase');
const MenuItem = missing('MenuItem');
const MessageChannelMain = missing('MessageChannelMain');
const netLog = missing('netLog');
const Notification = missing('Notification');
const powerSaveBlocker = missing('powerSaveBlocker');
const pushNotifications = missing('pushNotifications');
const ServiceWorkerMain = missing('ServiceWorkerMain');
const ShareMenu = missing('ShareMenu');
const sharedTexture = missing('sharedTexture');
const shell = missing('shell', 'the host opens nothing outside itself');
const systemPreferences = missing('systemPreferences');
const TouchBar = missing('TouchBar');
const Tray = missing('Tray');
const View = missing('View');
const webFrameMain = missing('webFrameMain');
const WebContentsView = missing('WebContentsView');

const electron: Readonly<Record<string, unknown>> = loud('electron', {
  app,
  autoUpdater,
  BaseWindow,
  BrowserView,
  BrowserWindow,
  clipboard,
  contentTracing,
  crashReporter,
  desktopCapturer,
  dialog,
  globalShortcut,
  ImageView,
  inAppPurchase,
  ipcMain,
  Menu,
  MenuItem,
  MessageChannelMain,
  nativeImage,
  nativeTheme,
  net,
  netLog,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  pushNotifications,
  safeStorage,
  screen,
  ServiceWorkerMain,
  session,
  ShareMenu,
  sharedTexture,
  shell,
  systemPreferences,
  TouchBar,
  Tray,
  utilityProcess,
  View,
  webContents,
  WebContentsView,
  webFrameMain,
});

export {
  app,
  autoUpdater,
  BaseWindow,
  BrowserView,
  BrowserWindow,
  clipboard,
  contentTracing,
  crashReporter,
  desktopCapturer,
  dialog,
  globalShortcut,
  ImageView,
  inAppPurchase,
  ipcMain,
  Menu,
  MenuItem,
  MessageChannelMain,
  nativeImage,
  nativeTheme,
  net,
  netLog,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  pushNotifications,
  safeStorage,
  screen,
  ServiceWorkerMain,
  session,
  ShareMenu,
  sharedTexture,
  shell,
  systemPreferences,
  TouchBar,
  Tray,
  utilityProcess,
  View,
  webContents,
  WebContentsView,
  webFrameMain,
};

// Electron's module is one object for `import electron from 'electron'` and for `require`.
export { electron as default, electron as 'module.exports' };
