/**
 * The debugging address for a test driver, kept by the host itself: Chromium opens no port.
 *
 * One driver may connect, once, by an unguessable address on loopback; its messages then go through our own pipe in a browser session of
 * their own. On the way the app's addresses take the place of those that Chromium is shown, so that a test sees what it would in Electron.
 */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ownInText, shownInText } from './addresses.ts';
import type { DevtoolsConnection } from './devtools.ts';
import type { Protocol } from './devtools-types.ts';
import { acceptSocket, type TextSocket } from './web-socket.ts';

interface Message {
  id?: number;
  method?: string;
  params?: unknown;
  result?: unknown;
  sessionId?: string;
}

export interface DriverHooks {
  /** Has the app itself sent this page to an empty document? */
  emptyOnPurpose(targetId: string): boolean;
}

class DriverLine {
  readonly #connection: DevtoolsConnection;
  readonly #hooks: DriverHooks;
  readonly #root: string;
  readonly #sessions: Set<string>;
  readonly #treeRequests = new Set<string>();
  #socket: TextSocket | undefined;

  constructor(connection: DevtoolsConnection, hooks: DriverHooks, root: string) {
    this.#connection = connection;
    this.#hooks = hooks;
    this.#root = root;
    this.#sessions = new Set([root]);
  }

  open(socket: TextSocket): void {
    this.#socket = socket;
    this.#connection.listenTo(this.#sessions, (message, text) => this.#fromBrowser(message, text));
  }

  fromDriver(text: string): void {
    const message = JSON.parse(shownInText(text)) as Message;
    message.sessionId ??= this.#root;
    if (message.method === 'Page.getFrameTree') {
      this.#treeRequests.add(`${message.sessionId}:${message.id ?? ''}`);
    }
    this.#connection.write(JSON.stringify(message));
  }

  #fromBrowser(message: Message, text: string): void {
    if (message.method === 'Target.attachedToTarget') {
      this.#sessions.add((message.params as Protocol.Target.attachedToTargetPayload).sessionId);
    }
    if (message.method === 'Page.javascriptDialogOpening') {
      const { type } = message.params as Protocol.Page.javascriptDialogOpeningPayload;
      // Electron asks the app, not the person, whether a page may keep its window open; a driver would answer in our place.
      if (type === 'beforeunload') return;
    }
    const tree = this.#treeRequests.delete(`${message.sessionId ?? ''}:${message.id ?? ''}`);
    if (tree) this.#hideEmptyStart(message);
    if (message.sessionId === this.#root) delete message.sessionId;
    else if (!tree) {
      this.#socket?.send(ownInText(text));
      return;
    }
    this.#socket?.send(ownInText(JSON.stringify(message)));
  }

  /** An Electron window has no document before its first load, and drivers wait for that; the browser's has an empty one. */
  #hideEmptyStart(message: Message): void {
    const { result } = message;
    const frame = (result as Protocol.Page.getFrameTreeReturnValue | undefined)?.frameTree.frame;
    if (frame?.url === 'about:blank' && !this.#hooks.emptyOnPurpose(frame.id)) frame.url = '';
  }
}

/** Opens the line. Resolves with the address that a driver has to know, as Chromium would print it. */
export async function openDriverLine(
  connection: DevtoolsConnection,
  hooks: DriverHooks,
): Promise<string> {
  const { sessionId } = await connection.browser.send('Target.attachToBrowserTarget');
  const line = new DriverLine(connection, hooks, sessionId);
  const path = `/devtools/browser/${randomBytes(16).toString('hex')}`;
  const server = createServer((_request, response) => response.writeHead(404).end());
  server.on('upgrade', (request, stream) => {
    const key = request.headers['sec-websocket-key'];
    if (request.url !== path || key === undefined) {
      stream.destroy();
      return;
    }
    server.close();
    const socket = acceptSocket(
      stream,
      key,
      (text) => line.fromDriver(text),
      () => undefined,
    );
    line.open(socket);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return `ws://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
}
