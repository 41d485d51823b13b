/** One page in Chromium: its conversation, its worlds, its navigations and requests. Knows nothing of Electron's classes. */
import { createCodec } from './clone.ts';
import { toOwn, toShown } from './addresses.ts';
import type { DevtoolsConnection, DevtoolsSession } from './devtools.ts';
import type { Protocol } from './devtools-types.ts';
import type { PageScripts } from './in-page/scripts.ts';
import { answerRequest, type RequestRules } from './requests.ts';

const codec = createCodec();

/** How long a navigation may take to say that page code asked for it, before it counts as asked for from outside. */
const ASKED_BY_PAGE = 60;

export interface FrameState {
  readonly id: string;
  readonly parentId: string | undefined;
  url: string;
  name: string;
}

export interface LoadFailure {
  readonly code: number;
  readonly description: string;
  readonly url: string;
}

/** What a page reports. Addresses are the app's own. */
export interface PageEvents {
  message(message: readonly unknown[], url: string): void;
  /** May page code take this frame there? */
  mayNavigate(url: string, frameId: string): boolean;
  started(url: string): void;
  navigated(url: string, status: number): void;
  navigatedWithin(url: string): void;
  domReady(): void;
  painted(): void;
  loaded(): void;
  failed(failure: LoadFailure): void;
  console(level: string, text: string, line: number, source: string): void;
  /** A dialog that keeps the page from closing: may it close nevertheless? */
  mayLeave(): boolean;
  opened(url: string, name: string): void;
  crashed(): void;
  closed(): void;
}

/** Chromium's names and numbers for the ways in which a load fails, as far as they come up offline. */
const netErrors: Readonly<Record<string, number>> = {
  ERR_FAILED: -2,
  ERR_ABORTED: -3,
  ERR_TIMED_OUT: -7,
  ERR_ACCESS_DENIED: -10,
  ERR_BLOCKED_BY_CLIENT: -20,
  ERR_BLOCKED_BY_RESPONSE: -27,
  ERR_INTERNET_DISCONNECTED: -106,
  ERR_UNKNOWN_URL_SCHEME: -302,
  ERR_INVALID_URL: -300,
};

const printable: Readonly<Record<string, string>> = {
  warning: 'warning',
  error: 'error',
  assert: 'error',
  debug: 'debug',
  verbose: 'debug',
};

export class Page {
  readonly targetId: string;
  readonly #connection: DevtoolsConnection;
  readonly #session: DevtoolsSession;
  readonly #events: PageEvents;
  readonly #rules: RequestRules;
  readonly #scripts: PageScripts;
  readonly #contentsId: number;
  readonly #frames = new Map<string, FrameState>();
  /** The preload world of the main frame's present document, once it is there. */
  #preloadContext: number | undefined;
  #mainContext: number | undefined;
  #expected: string | undefined;
  #askedByPage: { url: string; at: number } | undefined;
  #waitingForAsk: (() => void) | undefined;
  #loader: string | undefined;
  #unreachable = false;
  /** How often the page's beforeunload handlers objected. */
  #dialogs = 0;
  #navigating = 0;
  #sentSomewhere = false;
  #ended = false;

  constructor(
    connection: DevtoolsConnection,
    session: DevtoolsSession,
    targetId: string,
    scripts: PageScripts,
    rules: RequestRules,
    contentsId: number,
    events: PageEvents,
  ) {
    this.#connection = connection;
    this.#session = session;
    this.targetId = targetId;
    this.#scripts = scripts;
    this.#rules = rules;
    this.#contentsId = contentsId;
    this.#events = events;
    this.#frames.set(targetId, { id: targetId, parentId: undefined, url: '', name: '' });
    this.#listen();
  }

  get session(): DevtoolsSession {
    return this.#session;
  }

  get frames(): ReadonlyMap<string, FrameState> {
    return this.#frames;
  }

  /** Turns everything on. Resolves when the page may be sent somewhere. */
  async prepare(): Promise<void> {
    const session = this.#session;
    const { worldName, binding, main, preload } = this.#scripts;
    await Promise.all([
      session.send('Page.enable'),
      session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      session.send('Runtime.enable'),
      session.send('Log.enable'),
      session.send('Runtime.addBinding', { name: binding, executionContextName: worldName }),
      session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: main }),
      ...preload.map((source) =>
        session.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName }),
      ),
      this.#attachChildren(session),
      ...(this.#scripts.asksPaths ? [session.send('Debugger.enable')] : []),
      session.send('Runtime.runIfWaitingForDebugger'),
    ]);
  }

  /** Starts to load `url`. Resolves with the reason when it failed at once. */
  async navigate(url: string, referrer?: string): Promise<LoadFailure | undefined> {
    const shown = toShown(url);
    this.#sentSomewhere = true;
    this.#expected = new URL(shown).href;
    this.#navigating += 1;
    const answer = await this.#session
      .send('Page.navigate', {
        url: shown,
        ...(referrer === undefined ? {} : { referrer: toShown(referrer) }),
      })
      .finally(() => {
        this.#navigating -= 1;
      });
    if (answer.errorText === undefined || answer.errorText === '') return undefined;
    return failure(answer.errorText, url);
  }

  reload(ignoreCache: boolean): void {
    this.#expected = this.#mainFrame()?.url;
    if (this.#expected !== undefined) this.#expected = new URL(toShown(this.#expected)).href;
    this.#session.tell('Page.reload', { ignoreCache });
  }

  /** Sends a message to the preload's world. It is lost when there is none, as in Electron. */
  post(message: readonly unknown[]): void {
    const text = codec.encode(message);
    if (this.#preloadContext === undefined) return;
    this.#session.tell('Runtime.callFunctionOn', {
      functionDeclaration: `function(text){globalThis[${JSON.stringify(this.#scripts.receiver)}](text)}`,
      arguments: [{ value: text }],
      executionContextId: this.#preloadContext,
    });
  }

  /** Runs code in page code's world and returns a copy of its (awaited) result. Rejects with the error it throws. */
  async evaluate(code: string, userGesture: boolean): Promise<unknown> {
    const context = this.#mainContext === undefined ? {} : { contextId: this.#mainContext };
    const answer = await this.#session.send('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      userGesture,
      ...context,
    });
    if (answer.exceptionDetails !== undefined) {
      const { exception, text } = answer.exceptionDetails;
      throw new Error(exception?.description?.split('\n')[0]?.replace(/^Error: /, '') ?? text);
    }
    if (answer.result.objectId === undefined) return primitive(answer.result);
    const copy = await this.#session.send('Runtime.callFunctionOn', {
      functionDeclaration: `function(){return (${createCodec.toString()})().encode(this)}`,
      objectId: answer.result.objectId,
      returnByValue: true,
    });
    this.#session.tell('Runtime.releaseObject', { objectId: answer.result.objectId });
    if (copy.exceptionDetails !== undefined) throw new Error('An object could not be cloned.');
    return codec.decode(copy.result.value as string);
  }

  /** Closes the page; with `asking` its beforeunload handlers may object. */
  close(asking: boolean): void {
    if (asking) this.#closeAsking(this.#dialogs, 40);
    else this.#connection.browser.tell('Target.closeTarget', { targetId: this.targetId });
  }

  /** Called when the target is gone. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#events.closed();
  }

  /** The browser forgets a wish to close that comes while it still handles the last refusal, so the wish is repeated until it had an effect. */
  #closeAsking(dialogs: number, left: number): void {
    if (this.#ended || this.#dialogs !== dialogs || left === 0) return;
    this.#session.tell('Page.close');
    setTimeout(() => this.#closeAsking(dialogs, left - 1), 250).unref();
  }

  #mainFrame(): FrameState | undefined {
    return this.#frames.get(this.targetId);
  }

  #listen(): void {
    const session = this.#session;
    const events = this.#events;
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const aux = context.auxData as { frameId?: string; isDefault?: boolean } | undefined;
      if (aux?.frameId !== this.targetId) return;
      if (context.name === this.#scripts.worldName) this.#preloadContext = context.id;
      else if (aux.isDefault === true) this.#mainContext = context.id;
    });
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.#preloadContext) this.#preloadContext = undefined;
      if (executionContextId === this.#mainContext) this.#mainContext = undefined;
    });
    session.on('Runtime.executionContextsCleared', () => {
      this.#preloadContext = undefined;
      this.#mainContext = undefined;
    });
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      // Only the main frame's preload world has the binding; anything else is not ours.
      if (name !== this.#scripts.binding || executionContextId !== this.#preloadContext) return;
      const message = codec.decode(payload) as unknown[];
      const url = message.pop() as string;
      events.message(message, toOwn(url));
    });
    session.on('Fetch.requestPaused', (paused) => void this.#request(session, paused));
    this.#listenToNavigation();
    this.#listenToTalk();
    this.#answerPaths();
    session.on('Inspector.targetCrashed', () => events.crashed());
  }

  /** Answers `webUtils.getPathForFile`, which waits in the debugger, in preload code's world and nowhere else. */
  #answerPaths(): void {
    const session = this.#session;
    const preloadScripts = new Set<string>();
    session.on('Debugger.scriptParsed', ({ scriptId, executionContextId }) => {
      if (executionContextId === this.#preloadContext) preloadScripts.add(scriptId);
    });
    session.on('Debugger.paused', ({ callFrames }) => {
      const [frame] = callFrames;
      const ours =
        frame?.functionName === 'getPathForFile' && preloadScripts.has(frame.location.scriptId);
      const done = (): void => session.tell('Debugger.resume');
      if (ours) writePath(session, frame.callFrameId).then(done, done);
      else done();
    });
  }

  #listenToNavigation(): void {
    const session = this.#session;
    const events = this.#events;
    session.on('Page.frameAttached', ({ frameId, parentFrameId }) => {
      this.#frames.set(frameId, { id: frameId, parentId: parentFrameId, url: '', name: '' });
    });
    session.on('Page.frameDetached', ({ frameId, reason }) => {
      if (reason === 'remove') this.#frames.delete(frameId);
    });
    session.on('Page.frameRequestedNavigation', ({ frameId, url, disposition }) => {
      // A click that asks for a new tab or window (with a key held, or the middle button).
      if (disposition === 'newTab' || disposition === 'newWindow') events.opened(toOwn(url), '');
      if (frameId !== this.targetId || disposition !== 'currentTab') return;
      this.#askedByPage = { url, at: Date.now() };
      this.#waitingForAsk?.();
    });
    session.on('Page.frameNavigated', ({ frame }) => {
      const main = frame.id === this.targetId;
      const url = toOwn((frame.unreachableUrl ?? frame.url) + (frame.urlFragment ?? ''));
      this.#frames.set(frame.id, {
        id: frame.id,
        parentId: frame.parentId,
        url,
        name: frame.name ?? '',
      });
      // The empty document that every page begins with is nothing to report.
      if (!main || !this.#sentSomewhere) return;
      this.#loader = frame.loaderId;
      this.#unreachable = frame.unreachableUrl !== undefined;
      if (frame.unreachableUrl === undefined) events.navigated(url, 200);
      else if (this.#navigating === 0) {
        events.failed({ code: -2, description: 'ERR_FAILED', url });
      }
    });
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      const frame = this.#frames.get(frameId);
      if (frame !== undefined) frame.url = toOwn(url);
      if (frameId === this.targetId) events.navigatedWithin(toOwn(url));
    });
    session.on('Page.lifecycleEvent', ({ frameId, name, loaderId }) => {
      if (frameId !== this.targetId || loaderId !== this.#loader) return;
      if (name === 'DOMContentLoaded') events.domReady();
      if (name === 'firstPaint') events.painted();
      // Chromium's own page about a failure loads well, and sometimes before the failure itself is told.
      if (name === 'load' && !this.#unreachable) events.loaded();
    });
    session.on('Page.windowOpen', ({ url, windowName }) => events.opened(toOwn(url), windowName));
  }

  #listenToTalk(): void {
    const session = this.#session;
    const events = this.#events;
    session.on('Page.javascriptDialogOpening', ({ type }) => {
      if (type !== 'beforeunload') return;
      this.#dialogs += 1;
      const accept = events.mayLeave();
      session.tell('Page.handleJavaScriptDialog', { accept });
    });
    session.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
      const [frame] = stackTrace?.callFrames ?? [];
      const text = args.map(described).join(' ');
      events.console(
        printable[type] ?? 'info',
        text,
        (frame?.lineNumber ?? -1) + 1,
        frame?.url ?? '',
      );
    });
    session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
      const text = exceptionDetails.exception?.description ?? exceptionDetails.text;
      events.console('error', text, exceptionDetails.lineNumber + 1, exceptionDetails.url ?? '');
    });
    session.on('Log.entryAdded', ({ entry }) => {
      const level = printable[entry.level] ?? 'info';
      events.console(level, entry.text, (entry.lineNumber ?? -1) + 1, entry.url ?? '');
    });
  }

  /** Frames in other processes and workers have sessions of their own, whose requests must come to us as well. */
  async #attachChildren(session: DevtoolsSession): Promise<void> {
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type === 'page') return;
      void this.#adopt(this.#connection.session(sessionId), targetInfo);
    });
    await session.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
    });
  }

  async #adopt(child: DevtoolsSession, info: Protocol.Target.TargetInfo): Promise<void> {
    child.on('Fetch.requestPaused', (paused) => void this.#request(child, paused));
    child.on('Page.frameNavigated', ({ frame }) => {
      this.#frames.set(frame.id, {
        id: frame.id,
        parentId: frame.parentId ?? info.parentFrameId ?? this.targetId,
        url: toOwn(frame.url),
        name: frame.name ?? '',
      });
    });
    const optional = (promise: Promise<unknown>): Promise<unknown> =>
      promise.catch(() => undefined);
    await Promise.all([
      optional(child.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })),
      optional(child.send('Page.enable')),
      optional(child.send('Page.addScriptToEvaluateOnNewDocument', { source: this.#scripts.main })),
      optional(this.#attachChildren(child)),
      optional(child.send('Runtime.runIfWaitingForDebugger')),
    ]);
  }

  async #request(
    session: DevtoolsSession,
    paused: Protocol.Fetch.requestPausedPayload,
  ): Promise<void> {
    const main = paused.resourceType === 'Document' && paused.frameId === this.targetId;
    if (main && paused.redirectedRequestId === undefined && !(await this.#mayGo(paused))) {
      session.tell('Fetch.failRequest', { requestId: paused.requestId, errorReason: 'Aborted' });
      return;
    }
    if (paused.resourceType === 'Document' && !main) {
      if (!this.#events.mayNavigate(toOwn(paused.request.url), paused.frameId)) {
        session.tell('Fetch.failRequest', { requestId: paused.requestId, errorReason: 'Aborted' });
        return;
      }
    }
    if (main) this.#events.started(toOwn(paused.request.url));
    await answerRequest(session, paused, this.#rules, this.#contentsId);
  }

  /** Page code's wish to go elsewhere is put to the app; what the app itself or a test driver asked for is not. */
  async #mayGo(paused: Protocol.Fetch.requestPausedPayload): Promise<boolean> {
    const url = paused.request.url + (paused.request.urlFragment ?? '');
    if (this.#expected === url || this.#expected === paused.request.url) {
      this.#expected = undefined;
      return true;
    }
    const asked = (): boolean =>
      this.#askedByPage?.url === url && Date.now() - this.#askedByPage.at < 5000;
    if (!asked()) {
      await new Promise<void>((resolve) => {
        this.#waitingForAsk = resolve;
        setTimeout(resolve, ASKED_BY_PAGE);
      });
    }
    if (!asked()) return true;
    this.#askedByPage = undefined;
    return this.#events.mayNavigate(toOwn(url), this.targetId);
  }
}

async function writePath(session: DevtoolsSession, callFrameId: string): Promise<void> {
  const file = await session.send('Debugger.evaluateOnCallFrame', {
    callFrameId,
    expression: 'file',
  });
  const { path } = await session.send('DOM.getFileInfo', { objectId: file.result.objectId ?? '' });
  const expression = `path=${JSON.stringify(path)}`;
  await session.send('Debugger.evaluateOnCallFrame', { callFrameId, expression });
}

function failure(text: string, url: string): LoadFailure {
  const description = text.replace(/^net::/, '');
  return { code: netErrors[description] ?? -2, description, url };
}

function primitive(result: Protocol.Runtime.RemoteObject): unknown {
  if (result.unserializableValue === undefined) return result.value;
  const text = result.unserializableValue;
  return text.endsWith('n') ? BigInt(text.slice(0, -1)) : Number(text);
}

function described(value: Protocol.Runtime.RemoteObject): string {
  if (value.type === 'string') return value.value as string;
  return value.description ?? String(value.value ?? value.type);
}
