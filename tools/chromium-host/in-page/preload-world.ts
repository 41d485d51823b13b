/** What preload scripts find in their own world: `require('electron')`, a small `process`, and the line to the main process. */
import type { Codec } from '../clone.ts';
import type { Bridge, CreateBridge } from './bridge.ts';

export interface PreloadWorldSettings {
  readonly meeting: string;
  /** The name of the binding that leads to the host. */
  readonly binding: string;
  /** The name under which the host finds `receive`. */
  readonly receiver: string;
  /** The name under which the preload script's own text finds its runner. */
  readonly runner: string;
  readonly process: Readonly<Record<string, unknown>>;
}

/** Stands alone: its source text runs inside pages, in a world of its own, before page code. */
export function preloadWorld(
  settings: PreloadWorldSettings,
  codec: Codec,
  createBridge: CreateBridge,
): void {
  type Listener = (...parameters: unknown[]) => void;
  type Preload = (...parameters: unknown[]) => void;
  const world = globalThis as unknown as Record<string, unknown>;
  // As in Electron without nodeIntegrationInSubFrames: only the main frame has a preload.
  if (window !== window.top) return;

  const deliver = world[settings.binding] as (text: string) => void;
  Reflect.deleteProperty(world, settings.binding);

  function tell(...message: unknown[]): void {
    deliver(codec.encode([...message, location.href]));
  }

  class HostError extends Error {
    override readonly name = 'ElectronHostError';
  }

  function loud<T extends object>(path: string, object: T): T {
    const quiet = ['then', 'toJSON', 'default', '__esModule'];
    return new Proxy(object, {
      get(target, key, receiver): unknown {
        if (typeof key === 'string' && !(key in target) && !quiet.includes(key)) {
          throw new HostError(`${path}.${key} is not implemented by the Chromium host`);
        }
        return Reflect.get(target, key, receiver);
      },
    });
  }

  // eslint-disable-next-line @typescript-eslint/no-extraneous-class -- it is there to be derived from
  class Loud {
    constructor(path: string) {
      return loud(path, this);
    }
  }

  class Emitter extends Loud {
    readonly #listeners = new Map<string, { listener: Listener; once: boolean }[]>();

    constructor(path = 'EventEmitter') {
      super(path);
    }

    on(name: string, listener: Listener): this {
      this.#add(name, listener, false);
      return this;
    }

    addListener(name: string, listener: Listener): this {
      return this.on(name, listener);
    }

    once(name: string, listener: Listener): this {
      this.#add(name, listener, true);
      return this;
    }

    off(name: string, listener: Listener): this {
      const list = this.#listeners.get(name) ?? [];
      const at = list.findLastIndex((entry) => entry.listener === listener);
      if (at !== -1) this.#listeners.set(name, list.toSpliced(at, 1));
      return this;
    }

    removeListener(name: string, listener: Listener): this {
      return this.off(name, listener);
    }

    removeAllListeners(name?: string): this {
      if (name === undefined) this.#listeners.clear();
      else this.#listeners.delete(name);
      return this;
    }

    listenerCount(name: string): number {
      return this.#listeners.get(name)?.length ?? 0;
    }

    emit(name: string, ...parameters: unknown[]): boolean {
      const list = this.#listeners.get(name) ?? [];
      for (const entry of list) {
        if (entry.once) this.off(name, entry.listener);
        try {
          entry.listener.apply(this, parameters);
        } catch (error) {
          // As an uncaught error: seen in the console, and the other listeners still run.
          reportError(error);
        }
      }
      return list.length > 0;
    }

    #add(name: string, listener: Listener, once: boolean): void {
      this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), { listener, once }]);
    }
  }

  const asked = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (e: Error) => void }
  >();
  let lastAsked = 0;

  class IpcRenderer extends Emitter {
    send(channel: string, ...parameters: unknown[]): void {
      tell('send', channel, parameters);
    }

    invoke(channel: string, ...parameters: unknown[]): Promise<unknown> {
      return new Promise((resolve, reject) => {
        const id = ++lastAsked;
        tell('invoke', id, channel, parameters);
        asked.set(id, { resolve, reject });
      });
    }
  }
  const ipcRenderer = new IpcRenderer('ipcRenderer');

  function receive(text: string): void {
    const message = codec.decode(text) as unknown[];
    if (message[0] === 'event') {
      const event = { sender: ipcRenderer, senderId: 0, ports: [] };
      ipcRenderer.emit(message[1] as string, event, ...(message[2] as unknown[]));
      return;
    }
    const waiting = asked.get(message[1] as number);
    asked.delete(message[1] as number);
    if (message[0] === 'done') waiting?.resolve(message[2]);
    else waiting?.reject(new Error(message[2] as string));
  }
  Object.defineProperty(world, settings.receiver, { value: receive });

  function meet(): Bridge {
    const found: EventTarget[] = [];
    window.addEventListener(
      `${settings.meeting}-give`,
      (event) => {
        const line = (event as FocusEvent).relatedTarget;
        if (line !== null) found.push(line);
      },
      { once: true },
    );
    window.dispatchEvent(new Event(`${settings.meeting}-ask`));
    if (found[0] === undefined) throw new HostError('the two worlds of the page did not meet');
    return createBridge(found[0], 'preload', 'page', (message) => {
      throw new HostError(`unknown message ${String(message[0])}`);
    });
  }
  const bridge = meet();

  const contextBridge = loud('contextBridge', {
    exposeInMainWorld(key: string, api: unknown): void {
      bridge.ask(['expose', key, bridge.pack(api)]);
    },
  });

  const webUtils = loud('webUtils', {
    /** The path of a file that the user chose or dropped; empty for one that page code made. */
    getPathForFile(file: File): string {
      if (!(file instanceof File)) throw new TypeError('getPathForFile expects a File');
      // The host finds us paused here, asks the browser about `file`, writes the answer into `path` and lets us go on: the only way
      // to ask anything outside the page and wait for the answer.
      // eslint-disable-next-line prefer-const -- written from outside
      let path = '';
      // eslint-disable-next-line no-debugger
      debugger;
      return path;
    },
  });

  const missing = (path: string): object => loud(path, {});
  const electron = loud('electron', {
    contextBridge,
    ipcRenderer,
    webUtils,
    webFrame: missing('webFrame'),
    crashReporter: missing('crashReporter'),
    nativeImage: missing('nativeImage'),
  });
  const timers = {
    setTimeout: setTimeout.bind(window),
    clearTimeout: clearTimeout.bind(window),
    setInterval: setInterval.bind(window),
    clearInterval: clearInterval.bind(window),
    setImmediate: (run: Listener, ...parameters: unknown[]) => setTimeout(run, 0, ...parameters),
    clearImmediate: (id: number) => clearTimeout(id),
  };
  const modules: Record<string, object> = {
    electron,
    'electron/renderer': electron,
    'electron/common': electron,
    events: loud('events', Object.assign(Emitter, { EventEmitter: Emitter })),
    timers: loud('timers', timers),
    url: loud('url', { URL, URLSearchParams }),
  };

  function require(name: string): object {
    const found = modules[name.replace(/^node:/, '')];
    if (found === undefined) throw new Error(`module not found: ${name}`);
    return found;
  }

  const process = Object.assign(new Emitter('process'), settings.process);

  /** Called by the preload script's own text, once for each document. */
  function run(path: string, preload: Preload): void {
    Reflect.deleteProperty(world, settings.runner);
    const module = { exports: {} };
    try {
      preload(
        require,
        module,
        module.exports,
        process,
        globalThis,
        missing('Buffer'),
        timers.setImmediate,
        timers.clearImmediate,
      );
    } catch (error) {
      tell('preload-error', path, error instanceof Error ? error : new Error(String(error)));
    }
  }
  Object.defineProperty(world, settings.runner, { value: run, configurable: true });

  let title = '';
  function watchTitle(): void {
    if (document.title === title) return;
    title = document.title;
    tell('title', title);
  }
  new MutationObserver(watchTitle).observe(document, {
    childList: true,
    characterData: true,
    subtree: true,
  });

  window.addEventListener('focus', (event) => {
    if (event.isTrusted && event.target === window) tell('focus');
  });
  window.addEventListener('blur', (event) => {
    if (event.isTrusted && event.target === window) tell('blur');
  });
}
