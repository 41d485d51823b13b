/** A typed line to Chromium's DevTools protocol over a pair of pipes (messages end in a zero byte). */
import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { Protocol } from './devtools-types.ts';

type Method = keyof Protocol.CommandParameters & keyof Protocol.CommandReturnValues;
export type EventName = keyof Protocol.Events;

export interface Incoming {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string; readonly data?: string };
  readonly sessionId?: string;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly sessionId: string;
}

/** Said by Chromium, or by us once the line or the session is gone. */
export class DevtoolsError extends Error {
  override readonly name = 'DevtoolsError';
}

/** One conversation: with the browser itself, or with a page, frame or worker in it. */
export class DevtoolsSession {
  readonly id: string;
  readonly #connection: DevtoolsConnection;
  readonly #events = new EventEmitter();

  constructor(connection: DevtoolsConnection, id: string) {
    this.#connection = connection;
    this.id = id;
    this.#events.setMaxListeners(0);
  }

  /** Sends a command. Rejects with a `DevtoolsError` when Chromium refuses it or the session ends before the answer. */
  send<M extends Method>(
    method: M,
    ...[parameters]: Record<string, never> extends Protocol.CommandParameters[M]
      ? [Protocol.CommandParameters[M]?]
      : [Protocol.CommandParameters[M]]
  ): Promise<Protocol.CommandReturnValues[M]> {
    return this.#connection.request(method, parameters, this.id) as Promise<
      Protocol.CommandReturnValues[M]
    >;
  }

  /** Sends a command whose failure does not matter, because the page may be gone by now. */
  tell<M extends Method>(method: M, parameters?: Protocol.CommandParameters[M]): void {
    this.#connection.request(method, parameters, this.id).catch(() => undefined);
  }

  on<E extends EventName>(event: E, listener: (payload: Protocol.Events[E]) => void): void {
    this.#events.on(event, listener);
  }

  /** Called by the connection only. */
  dispatch(event: string, payload: unknown): void {
    this.#events.emit(event, payload);
  }
}

export class DevtoolsConnection {
  readonly browser: DevtoolsSession;
  readonly closed: Promise<void>;
  readonly #output: Writable;
  readonly #sessions = new Map<string, DevtoolsSession>();
  readonly #waiting = new Map<number, Waiting>();
  #foreign:
    { sessions: ReadonlySet<string>; heard: (m: Incoming, text: string) => void } | undefined;
  #lastId = 0;
  #open = true;

  /** Talks over `output` (to Chromium) and `input` (from Chromium) until `input` ends. */
  constructor(output: Writable, input: Readable) {
    this.#output = output;
    this.browser = this.session('');
    let rest: Buffer[] = [];
    input.on('data', (chunk: Buffer) => {
      let start = 0;
      for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
        rest.push(chunk.subarray(start, end));
        this.#receive(Buffer.concat(rest).toString('utf8'));
        rest = [];
        start = end + 1;
      }
      if (start < chunk.length) rest.push(chunk.subarray(start));
    });
    output.on('error', () => undefined);
    input.on('error', () => undefined);
    this.closed = new Promise((resolve) => {
      input.once('close', () => {
        this.#end();
        resolve();
      });
    });
  }

  /** The session with this id, made on first mention. */
  session(id: string): DevtoolsSession {
    const known = this.#sessions.get(id);
    if (known !== undefined) return known;
    const session = new DevtoolsSession(this, id);
    this.#sessions.set(id, session);
    return session;
  }

  /** Hands over all messages of `sessions`, which are someone else's conversation over the same pipe. */
  listenTo(sessions: ReadonlySet<string>, heard: (message: Incoming, text: string) => void): void {
    this.#foreign = { sessions, heard };
  }

  /** Sends someone else's message as it is. */
  write(text: string): void {
    if (this.#open) this.#output.write(`${text}\0`);
  }

  /** Used by sessions only. */
  request(method: string, params: unknown, sessionId: string): Promise<unknown> {
    if (!this.#open) return Promise.reject(new DevtoolsError(`${method}: the browser is closed`));
    const id = ++this.#lastId;
    const message = sessionId === '' ? { id, method, params } : { id, method, params, sessionId };
    this.#output.write(`${JSON.stringify(message)}\0`);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, sessionId });
    });
  }

  #receive(text: string): void {
    const message = JSON.parse(text) as Incoming;
    if (message.sessionId !== undefined && this.#foreign?.sessions.has(message.sessionId)) {
      this.#foreign.heard(message, text);
      return;
    }
    if (message.id !== undefined) {
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message.error === undefined) waiting?.resolve(message.result);
      else waiting?.reject(new DevtoolsError(message.error.message));
      return;
    }
    if (message.method === undefined) return;
    this.#sessions.get(message.sessionId ?? '')?.dispatch(message.method, message.params);
    if (message.method === 'Target.detachedFromTarget') {
      this.#forget((message.params as Protocol.Target.detachedFromTargetPayload).sessionId);
    }
  }

  #forget(sessionId: string): void {
    this.#sessions.delete(sessionId);
    for (const [id, waiting] of this.#waiting) {
      if (waiting.sessionId !== sessionId) continue;
      this.#waiting.delete(id);
      waiting.reject(new DevtoolsError('the page is closed'));
    }
  }

  #end(): void {
    this.#open = false;
    for (const waiting of this.#waiting.values()) {
      waiting.reject(new DevtoolsError('the browser is closed'));
    }
    this.#waiting.clear();
  }
}
