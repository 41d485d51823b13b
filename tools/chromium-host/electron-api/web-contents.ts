/** Electron's `webContents`: a page, as the app sees it. */
import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import type { DevtoolsSession } from '../devtools.ts';
import { host, runningBrowser } from '../host-state.ts';
import {
  buildScripts,
  wrapPreload,
  type PageScripts,
  type PreloadFile,
} from '../in-page/scripts.ts';
import { loud, LoudEmitter, notImplemented } from '../loud.ts';
import { Page, type LoadFailure, type PageEvents } from '../page.ts';
import { hostEvent } from './events.ts';
import { WebFrameMain } from './frame.ts';
import { IpcMain, ipcMain } from './ipc-main.ts';
import { newTarget } from './new-target.ts';
import { NativeImage } from './native-image.ts';
import { printParameters, type PrintOptions } from './print.ts';
import type { Session } from './session.ts';

export interface WebPreferences {
  readonly preload?: string;
  readonly additionalArguments?: readonly string[];
  readonly contextIsolation?: boolean;
  readonly nodeIntegration?: boolean;
  readonly sandbox?: boolean;
  readonly zoomFactor?: number;
}

export type OpenHandler = (details: {
  readonly url: string;
  readonly frameName: string;
  readonly features: string;
  readonly disposition: string;
}) => { readonly action: 'allow' | 'deny' };

/** What a new page gets from its window. */
export interface ContentsSettings {
  readonly session: Session;
  readonly preferences: WebPreferences;
  readonly width: number;
  readonly height: number;
  readonly background: string | undefined;
}

const all = new Map<number, WebContents>();
let lastId = 0;
/** Targets that windows of the app made; any other page was opened by page code. */
const ours = new Set<string>();
let making: Promise<unknown> = Promise.resolve();

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

function refuseUnsafe(preferences: WebPreferences): void {
  if (preferences.contextIsolation === false) {
    throw notImplemented('webPreferences.contextIsolation: false');
  }
  if (preferences.nodeIntegration === true) {
    throw notImplemented('webPreferences.nodeIntegration: true');
  }
  if (preferences.sandbox === false) throw notImplemented('webPreferences.sandbox: false');
}

export class WebContents extends LoudEmitter {
  readonly id: number;
  readonly session: Session;
  readonly ipc: IpcMain;
  readonly debugger = loud('webContents.debugger', {});
  readonly navigationHistory = loud('webContents.navigationHistory', {
    canGoBack: () => false,
    canGoForward: () => false,
    clear: () => undefined,
  });
  caretBrowsingEnabled = false;
  backgroundThrottling = false;
  audioMuted = false;
  userAgent = '';
  readonly #settings: ContentsSettings;
  readonly #ready: Promise<Page | undefined>;
  readonly #frames = new Map<string, WebFrameMain>();
  readonly #unready = new WebFrameMain('', this.#frameHost(), 0);
  #page: Page | undefined;
  #windowId: number | undefined;
  #destroyed = false;
  #crashed = false;
  #loading: { settle: (failure: LoadFailure | undefined) => void } | undefined;
  #busy = false;
  #url = '';
  #title = '';
  #zoom = 1;
  #openHandler: OpenHandler | undefined;
  #forced = false;

  constructor(settings: ContentsSettings) {
    super('webContents');
    refuseUnsafe(settings.preferences);
    this.#settings = settings;
    this.id = ++lastId;
    this.session = settings.session;
    this.ipc = new IpcMain('webContents.ipc');
    this.#zoom = settings.preferences.zoomFactor ?? 1;
    all.set(this.id, this);
    this.#ready = this.#open();
    this.#ready.catch((error: unknown) => {
      process.stderr.write(`A window could not be opened: ${String(error)}\n`);
      this.#gone();
    });
  }

  override on(name: string, listener: (...parameters: never[]) => void): this {
    if (name === 'before-input-event') {
      throw notImplemented('webContents.on before-input-event', 'the browser lets nobody go first');
    }
    return super.on(name, listener as (...parameters: unknown[]) => void);
  }

  get mainFrame(): WebFrameMain {
    return this.#page === undefined ? this.#unready : this.#frame(this.#page.targetId);
  }

  get zoomFactor(): number {
    return this.#zoom;
  }

  set zoomFactor(factor: number) {
    this.setZoomFactor(factor);
  }

  /** Resolves when the page has loaded; rejects with Chromium's reason (`ERR_ABORTED (-3) loading '…'`) when it does not. */
  async loadURL(url: string, options: { httpReferrer?: string } = {}): Promise<void> {
    if (this.#destroyed) throw new Error('Object has been destroyed');
    const page = await this.#ready;
    if (page === undefined) throw failed({ code: -3, description: 'ERR_ABORTED', url });
    await this.session.settlePermissions(this, url);
    const superseded = this.#loading;
    const outcome = new Promise<LoadFailure | undefined>((resolve) => {
      this.#loading = { settle: resolve };
    });
    superseded?.settle({ code: -3, description: 'ERR_ABORTED', url });
    this.#url = url;
    const refused = await page.navigate(url, options.httpReferrer);
    if (refused !== undefined) this.#fail(refused);
    const failure = await outcome;
    if (failure !== undefined) throw failed(failure);
  }

  loadFile(): never {
    throw notImplemented('webContents.loadFile', 'pages come from a registered scheme');
  }

  getURL(): string {
    return this.#url;
  }

  getTitle(): string {
    return this.#title;
  }

  isLoading(): boolean {
    return this.#busy;
  }

  isLoadingMainFrame(): boolean {
    return this.#busy;
  }

  isWaitingForResponse(): boolean {
    return this.#busy;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  isCrashed(): boolean {
    return this.#crashed;
  }

  isFocused(): boolean {
    return focused === this;
  }

  focus(): void {
    this.#withPage((page) => page.session.tell('Page.bringToFront'));
  }

  getType(): string {
    return 'window';
  }

  getProcessId(): number {
    return this.id;
  }

  getOSProcessId(): number {
    return process.pid;
  }

  reload(): void {
    this.#withPage((page) => page.reload(false));
  }

  reloadIgnoringCache(): void {
    this.#withPage((page) => page.reload(true));
  }

  stop(): void {
    this.#withPage((page) => page.session.tell('Page.stopLoading'));
  }

  send(channel: string, ...parameters: unknown[]): void {
    this.#page?.post(['event', channel, parameters]);
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    return (await this.#opened()).evaluate(code, userGesture);
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  setZoomFactor(factor: number): void {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0");
    this.#zoom = factor;
    this.#withPage((page) => zoom(page.session, factor));
  }

  getZoomFactor(): number {
    return this.#zoom;
  }

  setZoomLevel(level: number): void {
    this.setZoomFactor(1.2 ** level);
  }

  getZoomLevel(): number {
    return Math.log(this.#zoom) / Math.log(1.2);
  }

  /** Pinching is off in the host anyway. */
  setVisualZoomLevelLimits(): Promise<void> {
    return Promise.resolve();
  }

  isDevToolsOpened(): boolean {
    return false;
  }

  closeDevTools(): void {
    return undefined;
  }

  setBackgroundThrottling(allowed: boolean): void {
    this.backgroundThrottling = allowed;
  }

  getBackgroundThrottling(): boolean {
    return this.backgroundThrottling;
  }

  setIgnoreMenuShortcuts(): void {
    return undefined;
  }

  setWebRTCIPHandlingPolicy(): void {
    return undefined;
  }

  getUserAgent(): string {
    return this.userAgent;
  }

  async printToPDF(options: PrintOptions = {}): Promise<Buffer> {
    const page = await this.#opened();
    const parameters = printParameters(options);
    const { data } = await page.session.send('Page.printToPDF', parameters);
    return Buffer.from(data, 'base64');
  }

  async capturePage(area?: {
    x: number;
    y: number;
    width: number;
    height: number;
  }): Promise<NativeImage> {
    const page = await this.#opened();
    const clip = area === undefined ? {} : { clip: { ...area, scale: 1 } };
    const { data } = await page.session.send('Page.captureScreenshot', { format: 'png', ...clip });
    return new NativeImage(Buffer.from(data, 'base64'));
  }

  forcefullyCrashRenderer(): void {
    this.#withPage((page) => page.session.tell('Page.crash'));
  }

  /** Closes the page; with `waitForBeforeUnload` its beforeunload handlers may keep it open. */
  close(options: { waitForBeforeUnload?: boolean } = {}): void {
    if (options.waitForBeforeUnload !== true) this.#forced = true;
    this.#withPage((page) => page.close(options.waitForBeforeUnload === true));
  }

  /** Called by the window: ends the page without asking anyone. */
  destroy(): void {
    this.#forced = true;
    this.#withPage((page) => page.close(false));
  }

  /** Called by the window: the browser's number for it, once it is there. */
  async windowId(): Promise<number | undefined> {
    await this.#ready;
    return this.#windowId;
  }

  /** Called by the window and by themes: runs `action` when the page is there, and not at all when it never comes. */
  whenOpen(action: (session: DevtoolsSession) => void): void {
    this.#withPage((page) => action(page.session));
  }

  /** Called when the page is known to be the one with this target. */
  hasTarget(targetId: string): boolean {
    return this.#page?.targetId === targetId;
  }

  ownsFrame(frameId: string): boolean {
    return this.#page?.frames.has(frameId) === true;
  }

  /** Called by the watcher of targets. */
  targetGone(): void {
    this.#page?.end();
  }

  /** Called when page code wanted another window: asks the app, which may only refuse. */
  opening(url: string, name: string): void {
    const answer = this.#openHandler?.({
      url,
      frameName: name,
      features: '',
      disposition: 'new-window',
    });
    if (answer?.action === 'allow') {
      throw notImplemented('setWindowOpenHandler with action: allow');
    }
  }

  #withPage(action: (page: Page) => void): void {
    this.#ready.then(
      (page) => {
        if (page !== undefined && !this.#destroyed) action(page);
      },
      () => undefined,
    );
  }

  async #opened(): Promise<Page> {
    const page = await this.#ready;
    if (page === undefined || this.#destroyed) throw new Error('Object has been destroyed');
    return page;
  }

  #frameHost(): ConstructorParameters<typeof WebFrameMain>[1] {
    return {
      state: (id) => this.#page?.frames.get(id),
      frame: (id) => this.#frame(id),
      children: (id) =>
        [...(this.#page?.frames.values() ?? [])]
          .filter((state) => state.parentId === id)
          .map((state) => this.#frame(state.id)),
      mainId: () => this.#page?.targetId ?? '',
      send: (channel, parameters) => this.send(channel, ...parameters),
      evaluate: (code, userGesture) => this.executeJavaScript(code, userGesture),
      reload: () => this.reload(),
    };
  }

  #frame(id: string): WebFrameMain {
    const known = this.#frames.get(id);
    if (known !== undefined) return known;
    const made = new WebFrameMain(id, this.#frameHost(), this.id);
    this.#frames.set(id, made);
    return made;
  }

  /** Opens one page at a time, so that pages opened by page code can be told from the app's. */
  #open(): Promise<Page | undefined> {
    const before = making;
    const opened = (async () => {
      await before.catch(() => undefined);
      return this.#create();
    })();
    making = opened;
    return opened;
  }

  async #create(): Promise<Page | undefined> {
    const { connection } = runningBrowser('BrowserWindow');
    const { preferences, session, width, height } = this.#settings;
    const scripts = this.#scripts(preferences);
    const browserContextId = await session.context();
    const targetId = await newTarget({ browserContextId, width, height });
    ours.add(targetId);
    const { sessionId } = await connection.browser.send('Target.attachToTarget', {
      targetId,
      flatten: true,
    });
    const page = new Page(
      connection,
      connection.session(sessionId),
      targetId,
      scripts,
      session,
      this.id,
      this.#pageEvents(),
    );
    const [, windowId] = await Promise.all([page.prepare(), sized(targetId, width, height)]);
    this.#page = page;
    this.#windowId = windowId;
    if (this.#zoom !== 1) zoom(page.session, this.#zoom);
    background(page.session, this.#settings.background);
    return page;
  }

  #scripts(preferences: WebPreferences): PageScripts {
    const surroundings = preloadProcess(preferences);
    try {
      const preload = readPreload(preferences.preload);
      // Compiled here once, because a page would not say in plain words what is wrong with it.
      if (preload !== undefined) new Script(wrapPreload('', preload), { filename: preload.path });
      return buildScripts(preload, surroundings);
    } catch (error) {
      this.#preloadFailed(preferences.preload ?? '', error);
      return buildScripts(undefined, surroundings);
    }
  }

  #preloadFailed(path: string, error: unknown): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`Unable to load preload script: ${path}\n${text}\n`);
    queueMicrotask(() => this.emit('preload-error', hostEvent({}), path, error));
  }

  #pageEvents(): PageEvents {
    return {
      message: (message, url) => this.#message(message, url),
      mayNavigate: (url, frameId) => {
        const isMainFrame = this.hasTarget(frameId);
        const frame = this.#frame(frameId);
        const event = hostEvent({ url, isMainFrame, isSameDocument: false, frame });
        this.emit('will-frame-navigate', event);
        if (isMainFrame) this.emit('will-navigate', event, url, false, true);
        return !event.defaultPrevented;
      },
      started: (url) => {
        if (!this.#busy) this.emit('did-start-loading');
        this.#busy = true;
        this.emit('did-start-navigation', hostEvent({ url, isMainFrame: true }), url, false, true);
      },
      navigated: (url, status) => {
        if (url === 'about:blank' && this.#url === '') return;
        this.#url = url;
        this.#crashed = false;
        this.emit('did-navigate', hostEvent({}), url, status, '');
      },
      navigatedWithin: (url) => {
        this.#url = url;
        this.emit('did-navigate-in-page', hostEvent({}), url, true);
      },
      domReady: () => this.emit('dom-ready', hostEvent({})),
      painted: () => this.emit('host-painted'),
      loaded: () => this.#loaded(),
      failed: (failure) => this.#fail(failure),
      console: (level, message, lineNumber, sourceId) => {
        const event = hostEvent({ level, message, lineNumber, sourceId, frame: this.mainFrame });
        this.emit('console-message', event, level, message, lineNumber, sourceId);
      },
      mayLeave: () => {
        if (this.#forced) return true;
        const event = hostEvent({});
        this.emit('will-prevent-unload', event);
        if (!event.defaultPrevented) this.emit('host-stayed');
        return event.defaultPrevented;
      },
      opened: (url, name) => this.opening(url, name),
      crashed: () => {
        this.#crashed = true;
        this.emit('render-process-gone', hostEvent({}), { reason: 'crashed', exitCode: 133 });
      },
      closed: () => this.#gone(),
    };
  }

  #loaded(): void {
    this.#busy = false;
    this.emit('host-painted');
    this.emit('did-frame-finish-load', hostEvent({}), true);
    this.emit('did-finish-load', hostEvent({}));
    this.emit('did-stop-loading');
    this.#loading?.settle(undefined);
    this.#loading = undefined;
  }

  #fail(failure: LoadFailure): void {
    this.#busy = false;
    const { code, description, url } = failure;
    this.emit('did-fail-load', hostEvent({}), code, description, url, true);
    this.emit('did-stop-loading');
    this.#loading?.settle(failure);
    this.#loading = undefined;
  }

  #gone(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    all.delete(this.id);
    if (focused === this) focused = undefined;
    this.#loading?.settle({ code: -3, description: 'ERR_ABORTED', url: this.#url });
    this.emit('destroyed');
  }

  #message(message: readonly unknown[], url: string): void {
    switch (message[0]) {
      case 'invoke':
        void this.#invoke(message[1] as number, message[2] as string, message[3] as unknown[]);
        break;
      case 'send': {
        const event = this.#event();
        const parameters = message[2] as unknown[];
        this.emit('ipc-message', event, message[1], ...parameters);
        this.ipc.emit(message[1] as string, event, ...parameters);
        ipcMain.emit(message[1] as string, event, ...parameters);
        break;
      }
      case 'preload-error':
        this.#preloadFailed(message[1] as string, message[2]);
        break;
      case 'title':
        this.#title = message[1] as string;
        this.emit('page-title-updated', hostEvent({}), this.#title, true);
        break;
      case 'focus':
        setFocused(this);
        break;
      case 'blur':
        if (focused === this) setFocused(undefined);
        break;
      default:
        process.stderr.write(`A page at ${url} sent a message that the host does not know.\n`);
    }
  }

  #event(): object {
    return hostEvent({
      type: 'frame',
      sender: this,
      senderFrame: this.mainFrame,
      processId: this.id,
      frameId: 1,
      ports: [],
      reply: (channel: string, ...parameters: unknown[]) => this.send(channel, ...parameters),
    });
  }

  async #invoke(id: number, channel: string, parameters: readonly unknown[]): Promise<void> {
    const handler = this.ipc.handler(channel) ?? ipcMain.handler(channel);
    const refuse = (error: unknown): void => {
      this.#page?.post([
        'failed',
        id,
        `Error invoking remote method '${channel}': ${String(error)}`,
      ]);
    };
    try {
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
      const value = await handler(this.#event(), ...parameters);
      this.#page?.post(['done', id, value]);
    } catch (error) {
      process.stderr.write(
        `Error occurred in handler for '${channel}': ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
      );
      refuse(error);
    }
  }
}

/** Gives the window of a page its size, which is that of the page inside, and finds the window's number. */
async function sized(targetId: string, width: number, height: number): Promise<number> {
  const { browser } = runningBrowser('BrowserWindow').connection;
  const { windowId } = await browser.send('Browser.getWindowForTarget', { targetId });
  await browser.send('Browser.setContentsSize', { windowId, width, height });
  return windowId;
}

function failed({ code, description, url }: LoadFailure): Error {
  const error = new Error(`${description} (${code}) loading '${url.slice(0, 2048)}'`);
  return Object.assign(error, { errno: code, code: description, url });
}

/** Zooms as a browser does: the page sees a smaller window with a denser screen. */
function zoom(session: DevtoolsSession, factor: number): void {
  if (factor === 1) {
    session.tell('Emulation.clearDeviceMetricsOverride');
    return;
  }
  void (async () => {
    const { cssVisualViewport } = await session.send('Page.getLayoutMetrics');
    const density = await session.send('Runtime.evaluate', { expression: 'devicePixelRatio' });
    const now = typeof density.result.value === 'number' ? density.result.value : 1;
    session.tell('Emulation.setDeviceMetricsOverride', {
      width: Math.round((cssVisualViewport.clientWidth * now) / factor),
      height: Math.round((cssVisualViewport.clientHeight * now) / factor),
      deviceScaleFactor: factor,
      mobile: false,
    });
  })().catch(() => undefined);
}

function background(session: DevtoolsSession, color: string | undefined): void {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color ?? '');
  if (match === null) return;
  const [r = 0, g = 0, b = 0] = match.slice(1).map((part) => Number.parseInt(part, 16));
  session.tell('Emulation.setDefaultBackgroundColorOverride', { color: { r, g, b } });
}

let focused: WebContents | undefined;
const focusListeners: ((now: WebContents | undefined, before: WebContents | undefined) => void)[] =
  [];

/** Called when a window takes or loses the focus. */
export function setFocused(now: WebContents | undefined): void {
  const before = focused;
  if (before === now) return;
  focused = now;
  for (const listener of focusListeners) listener(now, before);
}

export function onFocusChange(listener: (typeof focusListeners)[number]): void {
  focusListeners.push(listener);
}

/** All pages of the app. */
export function allContents(): WebContents[] {
  return [...all.values()];
}

/** Called by the host once the browser runs: follows the comings and goings of pages. */
export function watchTargets(): void {
  const { connection } = runningBrowser('a window');
  const { browser } = connection;
  const find = (targetId: string): WebContents | undefined =>
    allContents().find((contents) => contents.hasTarget(targetId));
  browser.on('Target.targetDestroyed', ({ targetId }) => {
    ours.delete(targetId);
    find(targetId)?.targetGone();
  });
  browser.on('Target.targetCreated', ({ targetInfo }) => {
    if (targetInfo.type !== 'page') return;
    void (async () => {
      await making.catch(() => undefined);
      // Not one of ours: page code opened it, and no page may open windows here.
      if (!ours.has(targetInfo.targetId)) {
        browser.tell('Target.closeTarget', { targetId: targetInfo.targetId });
      }
    })();
  });
  browser.tell('Target.setDiscoverTargets', { discover: true });
  void connection.closed.then(() => {
    if (host.browser === undefined) return;
    process.stderr.write('Chromium ended unexpectedly.\n');
    process.exit(1);
  });
}

/** Did the app itself load the empty document there? */
export function emptyOnPurpose(targetId: string): boolean {
  const contents = allContents().find((one) => one.hasTarget(targetId));
  return contents?.getURL() === 'about:blank';
}

export const webContents = loud('webContents', {
  getAllWebContents: allContents,
  getFocusedWebContents: (): WebContents | null => focused ?? null,
  fromId: (id: number): WebContents | undefined => all.get(id),
  fromFrame: (frame: WebFrameMain): WebContents | undefined =>
    allContents().find((contents) => contents.mainFrame === frame.top),
  fromDevToolsTargetId: (targetId: string): WebContents | undefined =>
    allContents().find((contents) => contents.hasTarget(targetId)),
});
