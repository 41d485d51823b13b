/** Electron's `session`: where pages keep their things (in memory only), and the rules for what they may ask for. */
import type { Protocol } from '../devtools-types.ts';
import {
  originOf,
  registeredSchemes,
  registerScheme,
  toShown,
  type Privileges,
} from '../addresses.ts';
import { runningBrowser } from '../host-state.ts';
import { Loud, LoudEmitter, loud, notImplemented } from '../loud.ts';
import type {
  BeforeAnswer,
  HeadersAnswer,
  RequestDetails,
  RequestHandler,
  RequestRules,
} from '../requests.ts';
import { hostEvent } from './events.ts';

/** Electron's names for permissions, and the browser's. */
const permissions: Readonly<Record<string, string>> = {
  geolocation: 'geolocation',
  notifications: 'notifications',
  midi: 'midi',
  midiSysex: 'midi-sysex',
  media: 'microphone',
  'clipboard-read': 'clipboard-read',
  'clipboard-sanitized-write': 'clipboard-write',
  'display-capture': 'display-capture',
  'idle-detection': 'idle-detection',
  'storage-access': 'storage-access',
  'window-management': 'window-management',
  fileSystem: 'persistent-storage',
  'keyboard-lock': 'keyboard-lock',
  pointerLock: 'pointer-lock',
  sensors: 'accelerometer',
};

type PermissionRequestHandler = (
  contents: unknown,
  permission: string,
  callback: (granted: boolean) => void,
  details: object,
) => void;
type PermissionCheckHandler = (
  contents: unknown,
  permission: string,
  origin: string,
  details: object,
) => boolean;

interface Hook<A> {
  readonly matches: (url: string) => boolean;
  readonly listener: (details: object, callback: (answer: A) => void) => void;
}

/** A match pattern such as `app://archive/*` or `<all_urls>`, as a test. */
function matcher(patterns: readonly string[]): (url: string) => boolean {
  const tests = patterns.map((pattern) => {
    if (pattern === '<all_urls>' || pattern === '*://*/*') return /^/;
    const text = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
    return new RegExp(`^${text}$`);
  });
  return (url) => tests.some((test) => test.test(url));
}

class WebRequest extends Loud {
  before: Hook<BeforeAnswer> | undefined;
  received: Hook<HeadersAnswer> | undefined;

  constructor() {
    super('session.webRequest');
  }

  onBeforeRequest(...parameters: unknown[]): void {
    this.before = hook<BeforeAnswer>(parameters);
  }

  onHeadersReceived(...parameters: unknown[]): void {
    this.received = hook<HeadersAnswer>(parameters);
  }
}

function hook<A>(parameters: readonly unknown[]): Hook<A> | undefined {
  const listener = parameters.at(-1) as Hook<A>['listener'] | null | undefined;
  if (listener === null || listener === undefined) return undefined;
  const filter = parameters.length > 1 ? (parameters[0] as { urls?: string[] }) : {};
  return { listener, matches: matcher(filter.urls ?? ['<all_urls>']) };
}

function consult<A extends object>(
  hooked: Hook<A> | undefined,
  details: RequestDetails,
): Promise<A | Record<string, never>> {
  if (hooked?.matches(details.url) !== true) return Promise.resolve({});
  return new Promise((resolve) => {
    hooked.listener(details, resolve);
  });
}

export class Protocols extends Loud {
  readonly #handlers = new Map<string, RequestHandler>();

  constructor() {
    super('protocol');
  }

  /** Only before `ready` in Electron, and only once; the host remembers the privileges that change how pages behave. */
  registerSchemesAsPrivileged(
    schemes: readonly { scheme: string; privileges?: Privileges }[],
  ): void {
    for (const { scheme, privileges } of schemes) registerScheme(scheme, privileges ?? {});
  }

  handle(scheme: string, handler: RequestHandler): void {
    if (this.#handlers.has(scheme)) throw new Error('Failed to register protocol: ' + scheme);
    if (/^(?:https?|file|data|blob|about)$/.test(scheme)) {
      throw notImplemented('protocol.handle', `the scheme ${scheme} belongs to the browser`);
    }
    if (!registeredSchemes().has(scheme)) {
      throw notImplemented(
        'protocol.handle',
        `the scheme ${scheme} was not registered with registerSchemesAsPrivileged`,
      );
    }
    this.#handlers.set(scheme, handler);
  }

  unhandle(scheme: string): void {
    if (!this.#handlers.delete(scheme)) {
      throw new Error(`Failed to unhandle protocol: ${scheme}`);
    }
  }

  isProtocolHandled(scheme: string): boolean {
    return this.#handlers.has(scheme);
  }

  handler(scheme: string): RequestHandler | undefined {
    return this.#handlers.get(scheme);
  }
}

export class Session extends LoudEmitter implements RequestRules {
  readonly partition: string;
  readonly protocol: Protocols;
  readonly webRequest: WebRequest;
  readonly storagePath = null;
  readonly availableSpellCheckerLanguages: string[] = [];
  #context: Promise<string> | undefined;
  #onRequest: PermissionRequestHandler | undefined;
  #onCheck: PermissionCheckHandler | undefined;
  #spelling = true;

  constructor(partition: string) {
    super('session');
    this.partition = partition;
    this.protocol = new Protocols();
    this.webRequest = new WebRequest();
  }

  isPersistent(): boolean {
    return false;
  }

  getStoragePath(): null {
    return null;
  }

  setPermissionRequestHandler(handler: PermissionRequestHandler | null): void {
    this.#onRequest = handler ?? undefined;
  }

  setPermissionCheckHandler(handler: PermissionCheckHandler | null): void {
    this.#onCheck = handler ?? undefined;
  }

  /** No devices are ever offered, so there is nobody to ask. */
  setDevicePermissionHandler(): void {
    return undefined;
  }

  /** Screens are never offered either. */
  setDisplayMediaRequestHandler(): void {
    return undefined;
  }

  setSpellCheckerEnabled(enabled: boolean): void {
    this.#spelling = enabled;
  }

  isSpellCheckerEnabled(): boolean {
    return this.#spelling;
  }

  setSpellCheckerLanguages(): void {
    return undefined;
  }

  get spellCheckerEnabled(): boolean {
    return this.#spelling;
  }

  set spellCheckerEnabled(enabled: boolean) {
    this.#spelling = enabled;
  }

  setProxy(): Promise<void> {
    return Promise.resolve();
  }

  closeAllConnections(): Promise<void> {
    return Promise.resolve();
  }

  clearHostResolverCache(): Promise<void> {
    return Promise.resolve();
  }

  clearAuthCache(): Promise<void> {
    return Promise.resolve();
  }

  enableNetworkEmulation(): void {
    return undefined;
  }

  disableNetworkEmulation(): void {
    return undefined;
  }

  async clearCache(): Promise<void> {
    await this.clearStorageData({ storages: ['cachestorage'] });
  }

  async clearCodeCaches(): Promise<void> {
    return Promise.resolve();
  }

  async clearData(): Promise<void> {
    await this.clearStorageData();
  }

  /** Empties what pages of the app's schemes keep in this session. */
  async clearStorageData(options: { storages?: string[] } = {}): Promise<void> {
    const context = await this.#context;
    if (context === undefined) return;
    const { connection } = runningBrowser('a session');
    const { targetInfos } = await connection.browser.send('Target.getTargets');
    const pages = targetInfos.filter((target) => target.browserContextId === context);
    const storageTypes = options.storages?.map(storageName).join(',') ?? 'all';
    for (const page of pages) {
      if (!URL.canParse(page.url)) continue;
      const { origin } = new URL(page.url);
      if (origin === 'null') continue;
      const { sessionId } = await connection.browser.send('Target.attachToTarget', {
        targetId: page.targetId,
        flatten: true,
      });
      await connection
        .session(sessionId)
        .send('Storage.clearDataForOrigin', { origin, storageTypes })
        .catch(() => undefined);
      connection.browser.tell('Target.detachFromTarget', { sessionId });
    }
  }

  /** Called by windows: the browser's own, unrecorded context for this session. */
  context(): Promise<string> {
    this.#context ??= this.#open();
    return this.#context;
  }

  /** Called by windows before a page loads: settles the permissions for its origin by asking the app's handlers. */
  async settlePermissions(contents: unknown, url: string): Promise<void> {
    const origin = originOf(url);
    const { connection } = runningBrowser('a session');
    const browserContextId = await this.context();
    const shown = URL.canParse(toShown(url)) ? new URL(toShown(url)).origin : 'null';
    if (shown === 'null') return;
    const all = Object.entries(permissions).map(async ([name, browserName]) => {
      const granted = await this.#grants(contents, name, origin, url);
      const permission: Protocol.Browser.PermissionDescriptor = { name: browserName };
      await connection.browser
        .send('Browser.setPermission', {
          permission,
          setting: granted ? 'granted' : 'denied',
          origin: shown,
          browserContextId,
        })
        .catch(() => undefined);
    });
    await Promise.all(all);
  }

  handler(scheme: string): RequestHandler | undefined {
    return this.protocol.handler(scheme);
  }

  before(details: RequestDetails): Promise<BeforeAnswer> {
    return consult(this.webRequest.before, details);
  }

  headers(
    details: RequestDetails,
    statusCode: number,
    responseHeaders: Record<string, string[]>,
  ): Promise<HeadersAnswer> {
    const answered = { statusCode, statusLine: `HTTP/1.1 ${statusCode}`, responseHeaders };
    return consult(this.webRequest.received, { ...details, ...answered });
  }

  async #open(): Promise<string> {
    const { connection } = runningBrowser('a session');
    const { browserContextId } = await connection.browser.send('Target.createBrowserContext', {
      disposeOnDetach: true,
    });
    await connection.browser.send('Browser.setDownloadBehavior', {
      behavior: 'deny',
      browserContextId,
      eventsEnabled: true,
    });
    return browserContextId;
  }

  /** Without a handler Electron grants everything; the host, which has to decide before anyone asks, then grants nothing. */
  #grants(contents: unknown, permission: string, origin: string, url: string): Promise<boolean> {
    const details = { requestingUrl: url, isMainFrame: true, securityOrigin: origin };
    if (this.#onCheck !== undefined && !this.#onCheck(contents, permission, origin, details)) {
      return Promise.resolve(false);
    }
    const ask = this.#onRequest;
    if (ask === undefined) return Promise.resolve(this.#onCheck !== undefined);
    return new Promise((resolve) => {
      ask(contents, permission, resolve, details);
    });
  }
}

function storageName(name: string): string {
  const names: Record<string, string> = {
    indexdb: 'indexeddb',
    localstorage: 'local_storage',
    cachestorage: 'cache_storage',
    serviceworkers: 'service_workers',
    filesystem: 'file_systems',
    shadercache: 'shader_cache',
  };
  return names[name] ?? name;
}

const sessions = new Map<string, Session>();

/** Sessions by partition. All of them are in memory, those with `persist:` in their name too. */
export function sessionFor(partition: string): Session {
  const known = sessions.get(partition);
  if (known !== undefined) return known;
  const made = new Session(partition);
  sessions.set(partition, made);
  return made;
}

export const session = loud('session', {
  get defaultSession(): Session {
    return sessionFor('');
  },
  fromPartition: (partition: string): Session => sessionFor(partition),
  fromPath: (): never => {
    throw notImplemented('session.fromPath', 'the host keeps no session on disk');
  },
});

/** Called by the host once the browser runs: downloads are refused, and the app is told. */
export function watchDownloads(contentsOf: (frameId: string) => unknown): void {
  const { connection } = runningBrowser('a session');
  connection.browser.on('Browser.downloadWillBegin', (download) => {
    const item = loud('downloadItem', {
      getURL: () => download.url,
      getFilename: () => download.suggestedFilename,
      getState: () => 'cancelled',
      cancel: () => undefined,
    });
    const contents = contentsOf(download.frameId) as { session?: Session } | undefined;
    contents?.session?.emit('will-download', hostEvent({}), item, contents);
  });
}
