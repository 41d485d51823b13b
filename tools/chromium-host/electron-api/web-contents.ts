/** Electron's `webContents`: a page, as the app sees it. */
import type { DevtoolsSession } from '../devtools.ts';
import { runningBrowser } from '../host-state.ts';
import { loud, LoudEmitter, notImplemented } from '../loud.ts';
import { Page, type LoadFailure, type PageEvents } from '../page.ts';
import { answerInvoke } from './answer-invoke.ts';
import { hostEvent } from './events.ts';
import { WebFrameMain } from './frame.ts';
import { IpcMain, ipcMain } from './ipc-main.ts';
import { newTarget } from './new-target.ts';
import { NativeImage } from './native-image.ts';
import { madeTarget, makeInTurn } from './own-targets.ts';
import { background, sized, zoom } from './page-view.ts';
import { printParameters, type PrintOptions } from './print.ts';
import type { Session } from './session.ts';
import { refuseUnsafe, scriptsFor, type WebPreferences } from './web-preferences.ts';

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
    this.#ready = makeInTurn(() => this.#create());
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

  async #create(): Promise<Page | undefined> {
    const { connection } = runningBrowser('BrowserWindow');
    const { preferences, session, width, height } = this.#settings;
    const scripts = scriptsFor(preferences, (path, error) => {
      this.#preloadFailed(path, error);
    });
    const browserContextId = await session.context();
    const targetId = await newTarget({ browserContextId, width, height });
    madeTarget(targetId);
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

  #invoke(id: number, channel: string, parameters: readonly unknown[]): Promise<void> {
    const handler = this.ipc.handler(channel) ?? ipcMain.handler(channel);
    return answerInvoke(handler, this.#event(), { id, channel, parameters }, (message) => {
      this.#page?.post(message);
    });
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
}

function failed({ code, description, url }: LoadFailure): Error {
  const error = new Error(`${description} (${code}) loading '${url.slice(0, 2048)}'`);
  return Object.assign(error, { errno: code, code: description, url });
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

export const webContents = loud('webContents', {
  getAllWebContents: allContents,
  getFocusedWebContents: (): WebContents | null => focused ?? null,
  fromId: (id: number): WebContents | undefined => all.get(id),
  fromFrame: (frame: WebFrameMain): WebContents | undefined =>
    allContents().find((contents) => contents.mainFrame === frame.top),
  fromDevToolsTargetId: (targetId: string): WebContents | undefined =>
    allContents().find((contents) => contents.hasTarget(targetId)),
});
