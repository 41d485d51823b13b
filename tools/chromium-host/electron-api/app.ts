/** Electron's `app`: the life of the process. */
import { mkdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { host } from '../host-state.ts';
import { Loud, LoudEmitter } from '../loud.ts';
import { hostEvent } from './events.ts';
import { takeInstanceLock, toldHolder, type InstanceLock } from './instance-lock.ts';

/** What `quit` has to do with windows, told by the windows' module to keep imports one way. */
export interface WindowKeeper {
  count(): number;
  /** Closes all windows; resolves with false when one of them refused. */
  closeAll(): Promise<boolean>;
  destroyAll(): void;
}

const folders: Readonly<Record<string, string>> = {
  desktop: 'Desktop',
  documents: 'Documents',
  downloads: 'Downloads',
  music: 'Music',
  pictures: 'Pictures',
  videos: 'Videos',
};

function appData(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  const configured = process.env.XDG_CONFIG_HOME;
  return configured !== undefined && isAbsolute(configured)
    ? configured
    : join(homedir(), '.config');
}

/** The system's languages as language tags, the preferred one first. */
function languages(): string[] {
  const { LANGUAGE, LC_ALL, LC_MESSAGES, LANG } = process.env;
  const list = [...(LANGUAGE ?? '').split(':'), LC_ALL ?? '', LC_MESSAGES ?? '', LANG ?? '']
    .map((entry) => entry.split(/[.@]/)[0]?.replace('_', '-') ?? '')
    .filter((entry) => /^[a-z]{2,3}(-|$)/i.test(entry));
  return list.length === 0 ? ['en-US'] : [...new Set(list)];
}

class CommandLine extends Loud {
  constructor() {
    super('app.commandLine');
  }

  appendSwitch(name: string, value = ''): void {
    const list = /^(?:en|dis)able-features$/.test(name) ? host.switches.get(name) : undefined;
    host.switches.set(name, list ? `${list},${value}` : value);
  }

  appendArgument(value: string): void {
    host.switches.set(value.replace(/^--/, ''), '');
  }

  hasSwitch(name: string): boolean {
    return host.switches.has(name);
  }

  getSwitchValue(name: string): string {
    return host.switches.get(name) ?? '';
  }

  removeSwitch(name: string): void {
    host.switches.delete(name);
  }
}

export class App extends LoudEmitter {
  readonly commandLine = new CommandLine();
  readonly isPackaged = false;
  readonly runningUnderARM64Translation = false;
  accessibilitySupportEnabled = false;
  applicationMenu: unknown = null;
  userAgentFallback = '';
  #name: string | undefined;
  #version: string | undefined;
  #paths = new Map<string, string>();
  #ready = Promise.withResolvers<undefined>();
  #isReady = false;
  #quitting = false;
  #keeper: WindowKeeper | undefined;
  #lock: InstanceLock | undefined;

  constructor() {
    super('app');
  }

  whenReady(): Promise<undefined> {
    return this.#ready.promise;
  }

  isReady(): boolean {
    return this.#isReady;
  }

  getName(): string {
    return this.#name ?? host.manifest.name;
  }

  setName(name: string): void {
    this.#name = name;
  }

  get name(): string {
    return this.getName();
  }

  set name(name: string) {
    this.#name = name;
  }

  getVersion(): string {
    return this.#version ?? host.manifest.version;
  }

  getAppPath(): string {
    return host.appPath;
  }

  getLocale(): string {
    return host.switches.get('lang') ?? languages()[0] ?? 'en-US';
  }

  getSystemLocale(): string {
    return languages()[0] ?? 'en-US';
  }

  getLocaleCountryCode(): string {
    return languages()[0]?.split('-')[1] ?? '';
  }

  getPreferredSystemLanguages(): string[] {
    return languages();
  }

  /** The folder of this name. Throws for names that Electron does not know either. */
  getPath(name: string): string {
    const set = this.#paths.get(name);
    if (set !== undefined) return set;
    const userData = (): string => this.getPath('userData');
    const known: Record<string, () => string> = {
      home: homedir,
      appData,
      userData: () => host.switches.get('user-data-dir') ?? join(appData(), this.getName()),
      sessionData: userData,
      temp: tmpdir,
      exe: () => process.execPath,
      module: () => process.execPath,
      assets: () => dirname(process.execPath),
      logs: () => join(userData(), 'logs'),
      crashDumps: () => join(userData(), 'Crashpad'),
      ...Object.fromEntries(
        Object.entries(folders).map(([key, folder]) => [key, () => join(homedir(), folder)]),
      ),
    };
    const find = Object.hasOwn(known, name) ? known[name] : undefined;
    if (find === undefined) throw new Error(`Failed to get '${name}' path`);
    return find();
  }

  setPath(name: string, path: string): void {
    if (!isAbsolute(path)) throw new Error('Path must be absolute');
    this.getPath(name);
    this.#paths.set(name, path);
  }

  setAppLogsPath(path?: string): void {
    this.setPath('logs', path ?? join(this.getPath('userData'), 'logs'));
  }

  disableHardwareAcceleration(): void {
    this.commandLine.appendSwitch('disable-gpu');
  }

  /** The host never blocks APIs by domain, so there is nothing to do. */
  disableDomainBlockingFor3DAPIs(): void {
    return undefined;
  }

  /** Chromium's sandbox is on wherever it can be. */
  enableSandbox(): void {
    return undefined;
  }

  setAppUserModelId(): void {
    return undefined;
  }

  setDesktopName(): void {
    return undefined;
  }

  isHardwareAccelerationEnabled(): boolean {
    return !host.switches.has('disable-gpu');
  }

  isAccessibilitySupportEnabled(): boolean {
    return this.accessibilitySupportEnabled;
  }

  focus(): void {
    return undefined;
  }

  hasSingleInstanceLock(): boolean {
    return this.#lock !== undefined;
  }

  /** True when no other process holds the lock of the same user data folder; that one hears `second-instance` otherwise. */
  requestSingleInstanceLock(additionalData?: unknown): boolean {
    this.#lock ??= takeInstanceLock(this.getPath('userData'), additionalData, (argv, cwd, data) => {
      this.emit('second-instance', hostEvent({}), argv, cwd, data);
    });
    return this.#lock !== undefined;
  }

  releaseSingleInstanceLock(): void {
    this.#lock?.release();
    this.#lock = undefined;
  }

  quit(): void {
    if (this.#quitting) return;
    const event = hostEvent({});
    this.emit('before-quit', event);
    if (event.defaultPrevented) return;
    this.#quitting = true;
    void this.#quit();
  }

  exit(code = 0): void {
    this.#quitting = true;
    this.#keeper?.destroyAll();
    this.emit('quit', hostEvent({}), code);
    process.exit(code);
  }

  /** Called by the host: the windows' side of quitting. */
  keepWindows(keeper: WindowKeeper): void {
    this.#keeper = keeper;
  }

  /** Called by the host when the browser runs: the app may begin. */
  start(): void {
    mkdirSync(this.getPath('userData'), { recursive: true, mode: 0o700 });
    this.#isReady = true;
    // Through the property, which a test driver may have replaced in order to hold the event back.
    this.emit('ready', hostEvent({}), {});
    this.#ready.resolve(undefined);
  }

  /** Called by the windows' module when the last window is gone. */
  lastWindowClosed(): void {
    if (this.#quitting) return;
    if (!this.emit('window-all-closed')) this.quit();
  }

  async #quit(): Promise<void> {
    if ((await this.#keeper?.closeAll()) === false) {
      this.#quitting = false;
      return;
    }
    const event = hostEvent({});
    this.emit('will-quit', event);
    if (event.defaultPrevented) {
      this.#quitting = false;
      return;
    }
    await toldHolder();
    this.emit('quit', hostEvent({}), 0);
    process.exit(typeof process.exitCode === 'number' ? process.exitCode : 0);
  }
}

export const app = new App();
