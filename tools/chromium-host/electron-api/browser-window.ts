/** Electron's `BrowserWindow`: a window of the browser with one page in it. */
import type { Protocol } from '../devtools-types.ts';
import { host, runningBrowser } from '../host-state.ts';
import { LoudEmitter, notImplemented } from '../loud.ts';
import { app } from './app.ts';
import { hostEvent } from './events.ts';
import { sessionFor, type Session } from './session.ts';
import { onFocusChange, setFocused, WebContents } from './web-contents.ts';
import type { WebPreferences } from './web-preferences.ts';
import type { NativeImage } from './native-image.ts';

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowOptions {
  readonly width?: number;
  readonly height?: number;
  readonly x?: number;
  readonly y?: number;
  readonly minWidth?: number;
  readonly minHeight?: number;
  readonly show?: boolean;
  readonly title?: string;
  readonly backgroundColor?: string;
  readonly fullscreen?: boolean;
  readonly webPreferences?: WebPreferences & {
    readonly session?: Session;
    readonly partition?: string;
  };
}

type WindowState = 'normal' | 'minimized' | 'maximized' | 'fullscreen';

const windows = new Map<number, BrowserWindow>();
let lastId = 0;

export class BrowserWindow extends LoudEmitter {
  readonly id: number;
  readonly webContents: WebContents;
  autoHideMenuBar = true;
  readonly #ready: Promise<number | undefined>;
  #bounds: Bounds;
  #minimum: readonly [number, number];
  #state: WindowState = 'normal';
  #visible: boolean;
  #title: string;
  #titled: boolean;
  #background: string;
  #protected = false;
  #resizable = true;
  #closable = true;
  #shown = false;
  #closed = false;
  #outcome: ((closed: boolean) => void)[] = [];

  constructor(options: WindowOptions = {}) {
    runningBrowser('BrowserWindow');
    super('BrowserWindow');
    const { width = 800, height = 600, x = 0, y = 0, webPreferences = {} } = options;
    this.id = ++lastId;
    this.#bounds = { x, y, width, height };
    this.#minimum = [options.minWidth ?? 0, options.minHeight ?? 0];
    this.#visible = options.show !== false;
    this.#title = options.title ?? app.getName();
    this.#titled = false;
    this.#background = options.backgroundColor ?? '#FFFFFF';
    this.webContents = new WebContents({
      session: webPreferences.session ?? sessionFor(webPreferences.partition ?? ''),
      preferences: webPreferences,
      width,
      height,
      background: options.backgroundColor,
    });
    windows.set(this.id, this);
    this.#ready = this.webContents.windowId();
    this.#listen();
    if (this.#visible) setFocused(this.webContents);
    if (options.fullscreen === true) this.setFullScreen(true);
    app.emit('browser-window-created', hostEvent({}), this);
    app.emit('web-contents-created', hostEvent({}), this.webContents);
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows.values()];
  }

  static getFocusedWindow(): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.isFocused()) ?? null;
  }

  static fromWebContents(contents: WebContents | undefined): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.webContents === contents) ?? null;
  }

  static fromId(id: number): BrowserWindow | null {
    return windows.get(id) ?? null;
  }

  loadURL(url: string, options?: { httpReferrer?: string }): Promise<void> {
    return this.webContents.loadURL(url, options);
  }

  loadFile(): never {
    throw notImplemented('BrowserWindow.loadFile', 'pages come from a registered scheme');
  }

  reload(): void {
    this.webContents.reload();
  }

  show(): void {
    if (!this.#visible) {
      this.#visible = true;
      this.emit('show');
    }
    if (this.#state === 'minimized') this.#setState('normal');
    this.focus();
  }

  showInactive(): void {
    if (!this.#visible) this.emit('show');
    this.#visible = true;
  }

  /** The browser cannot hide a window; the app sees it hidden, a person in front of a screen does not. */
  hide(): void {
    if (!this.#visible) return;
    this.#visible = false;
    if (this.isFocused()) setFocused(undefined);
    this.emit('hide');
  }

  isVisible(): boolean {
    return this.#visible && this.#state !== 'minimized';
  }

  focus(): void {
    this.webContents.focus();
    setFocused(this.webContents);
  }

  blur(): void {
    if (this.isFocused()) setFocused(undefined);
  }

  isFocused(): boolean {
    return !this.#closed && this.webContents.isFocused();
  }

  focusOnWebView(): void {
    this.focus();
  }

  /** Asks: the app may prevent it, and so may the page's beforeunload handlers. */
  close(): void {
    if (this.#closed) return;
    const event = hostEvent({});
    this.emit('close', event);
    if (event.defaultPrevented) this.#settle(false);
    else this.webContents.close({ waitForBeforeUnload: true });
  }

  destroy(): void {
    this.webContents.destroy();
  }

  isDestroyed(): boolean {
    return this.#closed;
  }

  setTitle(title: string): void {
    this.#title = title;
    this.#titled = true;
  }

  getTitle(): string {
    return this.#title;
  }

  get title(): string {
    return this.#title;
  }

  set title(title: string) {
    this.setTitle(title);
  }

  /** Remembered only: whether a screen is kept from being photographed is for the operating system. */
  setContentProtection(enabled: boolean): void {
    this.#protected = enabled;
  }

  isContentProtected(): boolean {
    return this.#protected;
  }

  setMenu(menu: unknown): void {
    if (menu !== null) throw notImplemented('BrowserWindow.setMenu', 'there are no menus here');
  }

  removeMenu(): void {
    return undefined;
  }

  setMenuBarVisibility(): void {
    return undefined;
  }

  isMenuBarVisible(): boolean {
    return false;
  }

  setAutoHideMenuBar(hide: boolean): void {
    this.autoHideMenuBar = hide;
  }

  isMenuBarAutoHide(): boolean {
    return this.autoHideMenuBar;
  }

  setBackgroundColor(color: string): void {
    this.#background = color;
  }

  getBackgroundColor(): string {
    return this.#background;
  }

  setIcon(): void {
    return undefined;
  }

  setAlwaysOnTop(): void {
    return undefined;
  }

  isAlwaysOnTop(): boolean {
    return false;
  }

  setSkipTaskbar(): void {
    return undefined;
  }

  setProgressBar(): void {
    return undefined;
  }

  flashFrame(): void {
    return undefined;
  }

  setResizable(resizable: boolean): void {
    this.#resizable = resizable;
  }

  isResizable(): boolean {
    return this.#resizable;
  }

  setClosable(closable: boolean): void {
    this.#closable = closable;
  }

  isClosable(): boolean {
    return this.#closable;
  }

  isModal(): boolean {
    return false;
  }

  getParentWindow(): null {
    return null;
  }

  getChildWindows(): BrowserWindow[] {
    return [];
  }

  /** The size of the page: the host's windows have no frame of their own to count. */
  getBounds(): Bounds {
    return { ...this.#bounds };
  }

  getContentBounds(): Bounds {
    return this.getBounds();
  }

  getNormalBounds(): Bounds {
    return this.getBounds();
  }

  setBounds(bounds: Partial<Bounds>): void {
    const wished = { ...this.#bounds, ...bounds };
    const [minWidth, minHeight] = this.#minimum;
    const next = {
      ...wished,
      width: Math.max(minWidth, wished.width),
      height: Math.max(minHeight, wished.height),
    };
    const moved = next.x !== this.#bounds.x || next.y !== this.#bounds.y;
    const resized = next.width !== this.#bounds.width || next.height !== this.#bounds.height;
    this.#bounds = next;
    this.#whenPlaced((windowId) => {
      const { browser } = runningBrowser('BrowserWindow').connection;
      if (moved) {
        browser.tell('Browser.setWindowBounds', {
          windowId,
          bounds: { left: next.x, top: next.y },
        });
      }
      if (resized) {
        browser.tell('Browser.setContentsSize', {
          windowId,
          width: next.width,
          height: next.height,
        });
      }
    });
    if (moved) this.emit('move');
    if (resized) this.emit('resize');
  }

  setContentBounds(bounds: Partial<Bounds>): void {
    this.setBounds(bounds);
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  setContentSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  getSize(): [number, number] {
    return [this.#bounds.width, this.#bounds.height];
  }

  getContentSize(): [number, number] {
    return this.getSize();
  }

  setMinimumSize(width: number, height: number): void {
    this.#minimum = [width, height];
  }

  getMinimumSize(): [number, number] {
    return [...this.#minimum];
  }

  setPosition(x: number, y: number): void {
    this.setBounds({ x, y });
  }

  getPosition(): [number, number] {
    return [this.#bounds.x, this.#bounds.y];
  }

  center(): void {
    return undefined;
  }

  minimize(): void {
    this.#setState('minimized');
  }

  maximize(): void {
    this.#setState('maximized');
  }

  unmaximize(): void {
    if (this.#state === 'maximized') this.#setState('normal');
  }

  restore(): void {
    this.#setState('normal');
  }

  setFullScreen(full: boolean): void {
    this.#setState(full ? 'fullscreen' : 'normal');
  }

  isMinimized(): boolean {
    return this.#state === 'minimized';
  }

  isMaximized(): boolean {
    return this.#state === 'maximized';
  }

  isFullScreen(): boolean {
    return this.#state === 'fullscreen';
  }

  isNormal(): boolean {
    return this.#state === 'normal';
  }

  capturePage(area?: Bounds): Promise<NativeImage> {
    return this.webContents.capturePage(area);
  }

  /** Called when the app quits: resolves with false when someone kept the window open. */
  closeForQuit(): Promise<boolean> {
    if (this.#closed) return Promise.resolve(true);
    const outcome = new Promise<boolean>((resolve) => this.#outcome.push(resolve));
    this.close();
    return outcome;
  }

  #settle(closed: boolean): void {
    for (const tell of this.#outcome.splice(0)) tell(closed);
  }

  #setState(state: WindowState): void {
    const before = this.#state;
    if (before === state) return;
    this.#state = state;
    this.#whenPlaced((windowId) => {
      const { browser } = runningBrowser('BrowserWindow').connection;
      const go = (windowState: WindowState): void =>
        browser.tell('Browser.setWindowBounds', { windowId, bounds: { windowState } });
      // The browser goes from one special state to another only by way of the normal one.
      if (before !== 'normal' && state !== 'normal') go('normal');
      go(state);
    });
    if (state === 'minimized') this.emit('minimize');
    else if (state === 'maximized') this.emit('maximize');
    else if (state === 'fullscreen') this.emit('enter-full-screen');
    else if (before === 'fullscreen') this.emit('leave-full-screen');
    else if (before === 'maximized') this.emit('unmaximize');
    else this.emit('restore');
  }

  #whenPlaced(action: (windowId: Protocol.Browser.WindowID) => void): void {
    this.#ready.then(
      (windowId) => {
        if (windowId !== undefined && !this.#closed) action(windowId);
      },
      () => undefined,
    );
  }

  #listen(): void {
    this.#ready.catch(() => undefined);
    this.webContents.on('host-painted', () => {
      if (this.#shown) return;
      this.#shown = true;
      this.emit('ready-to-show');
    });
    this.webContents.on('host-stayed', () => this.#settle(false));
    this.webContents.on('page-title-updated', (_event, title: string) => {
      const event = hostEvent({});
      this.emit('page-title-updated', event, title, true);
      if (!event.defaultPrevented && !this.#titled) this.#title = title;
    });
    this.webContents.on('destroyed', () => {
      this.#closed = true;
      windows.delete(this.id);
      this.emit('closed');
      this.#settle(true);
      if (windows.size === 0) app.lastWindowClosed();
    });
  }
}

onFocusChange((now, before) => {
  const left = BrowserWindow.fromWebContents(before);
  const entered = BrowserWindow.fromWebContents(now);
  if (left !== null && !left.isDestroyed()) {
    left.emit('blur', hostEvent({}));
    before?.emit('blur');
    app.emit('browser-window-blur', hostEvent({}), left);
  }
  if (entered !== null) {
    entered.emit('focus', hostEvent({}));
    now?.emit('focus');
    app.emit('browser-window-focus', hostEvent({}), entered);
  }
});

app.keepWindows({
  count: () => windows.size,
  closeAll: async () => {
    const outcomes = await Promise.all(
      [...windows.values()].map((window) => window.closeForQuit()),
    );
    return outcomes.every((closed) => closed);
  },
  destroyAll: () => {
    host.browser?.end();
    host.browser = undefined;
  },
});
