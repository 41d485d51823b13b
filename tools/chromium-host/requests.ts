/** Answers what pages ask for: from the app's protocol handlers, or not at all. */
import { originOf, schemeOf, shownPolicy, toOwn, toShown } from './addresses.ts';
import type { DevtoolsSession } from './devtools.ts';
import type { Protocol } from './devtools-types.ts';

export type RequestHandler = (request: Request) => Response | Promise<Response>;

/** What a session's `webRequest` may say before a request goes out. */
export interface BeforeAnswer {
  readonly cancel?: boolean;
  readonly redirectURL?: string;
}

/** What a session's `webRequest` may say about an answer. */
export interface HeadersAnswer {
  readonly cancel?: boolean;
  readonly responseHeaders?: Record<string, string | string[]>;
  readonly statusLine?: string;
}

export interface RequestDetails {
  readonly id: number;
  readonly url: string;
  readonly method: string;
  readonly resourceType: string;
  readonly referrer: string;
  readonly timestamp: number;
  readonly webContentsId: number | undefined;
}

/** The rules of one session. */
export interface RequestRules {
  handler(scheme: string): RequestHandler | undefined;
  before(details: RequestDetails): Promise<BeforeAnswer>;
  headers(
    details: RequestDetails,
    statusCode: number,
    headers: Record<string, string[]>,
  ): Promise<HeadersAnswer>;
}

type Paused = Protocol.Fetch.requestPausedPayload;
type FailReason = Protocol.Network.ErrorReason;

const typeNames: Partial<Record<string, string>> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
  Media: 'media',
  WebSocket: 'webSocket',
};

/** Schemes that the browser answers by itself, without any network. */
const internal = new Set(['data', 'blob', 'about']);

let lastRequest = 0;

function bodyOf(request: Protocol.Network.Request): Uint8Array<ArrayBuffer> | undefined {
  const entries = request.postDataEntries;
  if (entries !== undefined && entries.length > 0) {
    return Uint8Array.from(
      Buffer.concat(entries.map((entry) => Buffer.from(entry.bytes ?? '', 'base64'))),
    );
  }
  return request.postData === undefined
    ? undefined
    : Uint8Array.from(Buffer.from(request.postData, 'utf8'));
}

function requestOf(paused: Paused, url: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(paused.request.headers)) {
    const lower = name.toLowerCase();
    const own = lower === 'origin' ? originOf(toOwn(`${value}/`)) : toOwn(value);
    headers.set(name, lower === 'origin' || lower === 'referer' ? own : value);
  }
  const body = bodyOf(paused.request);
  const { method } = paused.request;
  return new Request(url, {
    method,
    headers,
    ...(body === undefined || method === 'GET' || method === 'HEAD' ? {} : { body }),
  });
}

/** A header's value with the app's addresses in the form that Chromium is shown. */
function shownHeader(name: string, value: string): string {
  if (name.startsWith('content-security-policy')) return shownPolicy(value);
  if (name === 'location') return toShown(value);
  if (name === 'access-control-allow-origin') return toShown(value).replace(/\/$/, '');
  return value;
}

const metaPolicy =
  /(<meta\b[^>]*http-equiv\s*=\s*["']?content-security-policy["']?[^>]*\bcontent\s*=\s*)("[^"]*"|'[^']*')/gi;

function shownBody(type: string, body: Buffer): Buffer {
  if (!/^text\/html\b/i.test(type)) return body;
  const html = body.toString('latin1');
  const mended = html.replace(metaPolicy, (_all, before: string, policy: string) =>
    before.concat(shownPolicy(policy)),
  );
  return mended === html ? body : Buffer.from(mended, 'latin1');
}

function headerLists(headers: Headers): Record<string, string[]> {
  const lists: Record<string, string[]> = {};
  for (const [name, value] of headers) (lists[name] ??= []).push(value);
  return lists;
}

export type Verdict = 'answered' | 'failed';

/** Decides what happens to one request that Chromium holds for us. Never throws: a page that is gone needs no answer. */
export async function answerRequest(
  session: DevtoolsSession,
  paused: Paused,
  rules: RequestRules,
  webContentsId: number | undefined,
): Promise<void> {
  const { requestId } = paused;
  const url = toOwn(paused.request.url);
  const fail = (errorReason: FailReason): void => {
    session.tell('Fetch.failRequest', { requestId, errorReason });
  };
  if (internal.has(schemeOf(url))) {
    session.tell('Fetch.continueRequest', { requestId });
    return;
  }
  // Chromium asks for this by itself, Electron does not.
  if (paused.resourceType === 'Other' && new URL(paused.request.url).pathname === '/favicon.ico') {
    session.tell('Fetch.fulfillRequest', { requestId, responseCode: 204 });
    return;
  }
  const details: RequestDetails = {
    id: ++lastRequest,
    url,
    method: paused.request.method,
    resourceType: typeNames[paused.resourceType] ?? 'other',
    referrer: toOwn(paused.request.headers.Referer ?? ''),
    timestamp: Date.now(),
    webContentsId,
  };
  try {
    const before = await rules.before(details);
    if (before.cancel === true) {
      fail('BlockedByClient');
      return;
    }
    if (before.redirectURL !== undefined) {
      session.tell('Fetch.fulfillRequest', {
        requestId,
        responseCode: 307,
        responseHeaders: [{ name: 'location', value: toShown(before.redirectURL) }],
      });
      return;
    }
    const handler = rules.handler(schemeOf(url));
    if (handler === undefined) {
      fail('InternetDisconnected');
      return;
    }
    await fulfill(session, requestId, details, await handler(requestOf(paused, url)), rules);
  } catch (error) {
    process.stderr.write(
      `A protocol handler failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    fail('Failed');
  }
}

async function fulfill(
  session: DevtoolsSession,
  requestId: string,
  details: RequestDetails,
  response: Response,
  rules: RequestRules,
): Promise<void> {
  if (response.type === 'error') {
    session.tell('Fetch.failRequest', { requestId, errorReason: 'Failed' });
    return;
  }
  const said = await rules.headers(details, response.status, headerLists(response.headers));
  if (said.cancel === true) {
    session.tell('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
    return;
  }
  const lists = said.responseHeaders ?? headerLists(response.headers);
  const body = Buffer.from(await response.arrayBuffer());
  session.tell('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    ...(response.statusText === '' ? {} : { responsePhrase: response.statusText }),
    responseHeaders: Object.entries(lists).flatMap(([name, values]) =>
      [values].flat().map((value) => ({ name, value: shownHeader(name.toLowerCase(), value) })),
    ),
    body: shownBody(response.headers.get('content-type') ?? '', body).toString('base64'),
  });
}
