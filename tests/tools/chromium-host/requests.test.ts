import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clean, inPage, launch, type Running } from './launch.ts';
import { networkSockets, processesWith, profileOf } from './sockets.ts';

let running: Running;
let outside: Server;
let port: number;
const reached: string[] = [];

beforeAll(async () => {
  outside = createServer((request, response) => {
    reached.push(request.url ?? '');
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('outside');
  });
  outside.on('connection', () => reached.push('connection'));
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve));
  port = (outside.address() as AddressInfo).port;
  running = await launch();
});
afterAll(async () => {
  await running.app.close();
  await new Promise((resolve) => outside.close(resolve));
  await clean();
});

const page = (body: string): Promise<unknown> => inPage(running.window, body);

test('a handler sees the method, the address, the headers and the body of a request', async () => {
  expect(
    await page(`
      const response = await fetch('/report?q=ł#x', {
        method: 'POST', headers: { 'x-own': 'yes' }, body: new Uint8Array([0, 200, 255]) });
      return response.json();`),
  ).toMatchObject({
    method: 'POST',
    url: 'app://fixture/report?q=%C5%82',
    own: 'yes',
    origin: 'app://fixture',
    referer: 'app://fixture/',
    bytes: [0, 200, 255],
  });
});

test('status, headers and body of an answer arrive, also from a stream', async () => {
  expect(
    await page(`
      const response = await fetch('/stream');
      const bytes = new Uint8Array(await response.arrayBuffer());
      return [response.status, response.statusText, response.headers.get('x-answer'), bytes.length,
        bytes[0], bytes[bytes.length - 1]];`),
  ).toEqual([206, 'Partial Content', 'streamed', 5_000_000, 1, 1]);
  expect(
    await page(`
      const empty = await fetch('/empty');
      const moved = await fetch('/moved');
      return [empty.status, (await empty.text()).length, moved.redirected, (await moved.json()).url];`),
  ).toEqual([204, 0, true, 'app://fixture/report']);
});

test('a handler that throws or answers with an error is a failed request', async () => {
  expect(
    await page(`return [
      await fetch('/throws').catch((error) => error.name),
      await fetch('/error').catch((error) => error.name),
    ];`),
  ).toEqual(['TypeError', 'TypeError']);
});

test('the content security policy of an answer holds', async () => {
  expect(
    await page(`
      const violated = new Promise((resolve) => {
        document.addEventListener('securitypolicyviolation',
          (event) => resolve(event.effectiveDirective), { once: true });
      });
      const script = document.createElement('script');
      script.textContent = 'window.inline = true';
      document.head.append(script);
      return [await violated, typeof inline];`),
  ).toEqual(['script-src-elem', 'undefined']);
});

test('pictures, styles, frames and fetches name the schemes of the app', async () => {
  expect(
    await page(`
      const loaded = (element, parent = document.body) => new Promise((resolve) => {
        element.onload = () => resolve('load');
        element.onerror = () => resolve('error');
        parent.append(element);
      });
      const image = Object.assign(new Image(), { src: 'data-of://image/dot.svg' });
      const frame = document.createElement('iframe');
      frame.src = 'data-of://page/frame.html';
      const message = new Promise((resolve) => addEventListener('message', (e) => resolve(e), { once: true }));
      const outcome = [await loaded(image), image.naturalWidth, await loaded(frame)];
      const { origin, data, source } = await message;
      outcome.push(origin === location.origin, data, source === frame.contentWindow);
      outcome.push(await (await fetch('data-of://text/hello')).text());
      document.body.insertAdjacentHTML('beforeend', '<iframe src="data-of://page/frame.html?2"></iframe>');
      const again = await new Promise((resolve) => addEventListener('message', (e) => resolve(e), { once: true }));
      outcome.push(again.data);
      document.querySelectorAll('iframe, img').forEach((element) => element.remove());
      return outcome;`),
  ).toEqual([
    'load',
    7,
    'load',
    false,
    { address: 'data-of://page/frame.html', api: 'undefined' },
    true,
    'hello from data-of://text/hello',
    { address: 'data-of://page/frame.html?2', api: 'undefined' },
  ]);
});

test('a frame of another scheme is a frame of the main frame, with its own address', async () => {
  await page(`
    const frame = document.createElement('iframe');
    frame.id = 'kept';
    frame.src = 'data-of://page/frame.html';
    const loaded = new Promise((resolve) => { frame.onload = resolve; });
    document.body.append(frame);
    await loaded;`);
  const frames = await running.app.evaluate(({ BrowserWindow }) => {
    const main = BrowserWindow.getAllWindows()[0]?.webContents.mainFrame;
    return main?.frames.map((frame) => [frame.url, frame.origin, frame.parent === main]);
  });
  expect(frames).toEqual([['data-of://page/frame.html', 'data-of://page', true]]);
  await page(`document.querySelector('#kept').remove();`);
});

test('webRequest hooks refuse, redirect and change headers', async () => {
  await running.app.evaluate(({ session }) => {
    const { webRequest } = session.defaultSession;
    webRequest.onBeforeRequest({ urls: ['app://fixture/hook/*'] }, (details, callback) => {
      if (details.url.endsWith('/no')) callback({ cancel: true });
      else if (details.url.endsWith('/go')) callback({ redirectURL: 'app://fixture/report' });
      else callback({});
    });
    webRequest.onHeadersReceived((details, callback) => {
      callback({ responseHeaders: { ...details.responseHeaders, 'x-hook': ['seen'] } });
    });
  });
  expect(
    await page(`return [
      await fetch('/hook/no').catch((error) => error.name),
      (await (await fetch('/hook/go')).json()).url,
      (await fetch('/report')).headers.get('x-hook'),
    ];`),
  ).toEqual(['TypeError', 'app://fixture/report', 'seen']);
  await running.app.evaluate(({ session }) => {
    session.defaultSession.webRequest.onBeforeRequest(null);
    session.defaultSession.webRequest.onHeadersReceived(null);
  });
});

test('nothing gets out: no page, frame, worker, socket, beacon or hint reaches a server', async () => {
  const outcomes = await inPage(
    running.window,
    `
    const url = 'http://127.0.0.1:${port}/';
    const settled = (promise) => Promise.race([
      promise.then((value) => (typeof value === 'string' ? value : 'ok'), () => 'failed'),
      new Promise((resolve) => setTimeout(resolve, 3000, 'nothing')),
    ]);
    const element = (name, attributes) => new Promise((resolve, reject) => {
      const made = Object.assign(document.createElement(name), attributes);
      made.onload = resolve; made.onerror = reject;
      document.head.append(made);
    });
    const worker = (source) => new Promise((resolve, reject) => {
      const made = new Worker(source);
      made.onmessage = (event) => resolve(event.data);
      made.onerror = reject;
    });
    navigator.sendBeacon(url + 'beacon', 'x');
    element('link', { rel: 'preconnect', href: url });
    element('link', { rel: 'dns-prefetch', href: url });
    element('link', { rel: 'prefetch', href: url + 'prefetch' });
    return [
      await settled(fetch(url + 'fetch')),
      await settled(fetch('https://example.org/')),
      await settled(element('img', { src: url + 'image' })),
      await settled(element('script', { src: url + 'script' })),
      await settled(new Promise((resolve, reject) => {
        const socket = new WebSocket('ws://127.0.0.1:${port}/socket');
        socket.onopen = resolve; socket.onerror = reject;
      })),
      await settled(worker('/worker.js?' + ${port})),
      typeof RTCPeerConnection,
    ];`,
  );
  expect(outcomes).toEqual([
    'failed',
    'failed',
    'failed',
    'failed',
    'failed',
    'ok,failed',
    'undefined',
  ]);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(reached).toEqual([]);
});

test.runIf(process.platform === 'linux')(
  'the browser holds no network socket at all, not even for the test driver',
  async () => {
    const { pid = 0 } = running.app.process();
    const browsers = await processesWith(await profileOf(pid));
    expect(browsers.length).toBeGreaterThan(2);
    expect(await networkSockets(browsers)).toEqual([]);
    // The looking itself works: the host's own two lines to the driver are seen.
    expect((await networkSockets([pid])).length).toBeGreaterThan(0);
  },
);
