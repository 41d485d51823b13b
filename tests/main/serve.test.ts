/** The one door: who may come in at all. */
import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ok } from '../../archive/lib/result.ts';
import type { Handlers } from '../../src/main/ipc/answer.ts';
import { type Door, openDoor } from '../../src/main/ipc/serve.ts';
import { Tickets } from '../../src/main/ipc/tickets.ts';
import { channels } from '../../src/preload/channels.ts';

const electron = vi.hoisted(() => ({
  handlers: new Map<string, (event: unknown, message: unknown) => unknown>(),
  listeners: new Map<string, (event: unknown, message: unknown) => void>(),
}));

vi.mock('electron', () => ({
  ipcMain: {
    handle: (channel: string, handler: (event: unknown, message: unknown) => unknown) =>
      electron.handlers.set(channel, handler),
    on: (channel: string, listener: (event: unknown, message: unknown) => void) =>
      electron.listeners.set(channel, listener),
  },
}));

interface Frame {
  url: string;
}

/** A window as far as the door looks at one. */
function makeWindow(id: number) {
  const mainFrame: Frame = { url: 'app://kuferak/index.html' };
  const sent: unknown[] = [];
  const webContents = { id, mainFrame, send: (...message: unknown[]) => sent.push(message) };
  const window = Object.assign(new EventEmitter(), { webContents, isDestroyed: () => false });
  return {
    window: window as unknown as BrowserWindow,
    webContents,
    mainFrame,
    sent,
    emitter: window,
  };
}

const handler = vi.fn(() => Promise.resolve(ok(null)));
const handlers = new Proxy({}, { get: () => handler }) as Handlers;
const message = { call: 1, name: 'archive.records', input: {} };
let door: Door;
let unlocked = true;

beforeEach(() => {
  handler.mockClear();
  unlocked = true;
  door = openDoor(() => handlers, new Tickets(), { unlocked: () => unlocked, seq: () => 3 });
});

const call = (event: unknown, sent: unknown = message) =>
  electron.handlers.get(channels.call)?.(event, sent);

describe('the door', () => {
  it('lets in the main frame of a known window on our own page', async () => {
    const { window, webContents, mainFrame } = makeWindow(1);
    door.admit(window);
    expect(await call({ sender: webContents, senderFrame: mainFrame })).toEqual({
      ok: true,
      value: null,
      seq: 3,
    });
  });

  it.each([
    [
      'a window that nobody admitted',
      (own: ReturnType<typeof makeWindow>) => ({
        sender: { ...own.webContents, id: 99 },
        senderFrame: own.mainFrame,
      }),
    ],
    [
      'a frame inside the page',
      (own: ReturnType<typeof makeWindow>) => ({
        sender: own.webContents,
        senderFrame: { url: own.mainFrame.url },
      }),
    ],
    [
      'a frame that is gone',
      (own: ReturnType<typeof makeWindow>) => ({ sender: own.webContents, senderFrame: null }),
    ],
    [
      'a page of another origin',
      (own: ReturnType<typeof makeWindow>) => {
        own.mainFrame.url = 'https://elsewhere.example/index.html';
        return { sender: own.webContents, senderFrame: own.mainFrame };
      },
    ],
    [
      'a page whose address only begins like ours',
      (own: ReturnType<typeof makeWindow>) => {
        own.mainFrame.url = 'app://kuferak.elsewhere/index.html';
        return { sender: own.webContents, senderFrame: own.mainFrame };
      },
    ],
  ])('keeps out %s, and no handler hears of it', async (_who, eventOf) => {
    const own = makeWindow(2);
    door.admit(own.window);
    expect(await call(eventOf(own))).toEqual({ ok: false, error: { code: 'foreign-sender' } });
    expect(handler).not.toHaveBeenCalled();
    expect(
      await electron.handlers.get(channels.dropped)?.(eventOf(own), ['/etc/hostname']),
    ).toEqual([]);
  });

  it('forgets a window that closed', async () => {
    const { window, webContents, mainFrame, emitter } = makeWindow(3);
    door.admit(window);
    emitter.emit('closed');
    expect(await call({ sender: webContents, senderFrame: mainFrame })).toMatchObject({
      error: { code: 'foreign-sender' },
    });
  });

  it('gives dropped files tickets in place of paths, and none while the archive is locked', async () => {
    const { window, webContents, mainFrame } = makeWindow(4);
    door.admit(window);
    const event = { sender: webContents, senderFrame: mainFrame };
    const dropped = electron.handlers.get(channels.dropped);
    const given = (await dropped?.(event, ['/home/somebody/letter.html', ''])) as ({
      ticket: string;
      name: string;
    } | null)[];
    expect(given[0]).toMatchObject({ name: 'letter.html' });
    expect(given[0]?.ticket).toMatch(/^[0-9a-f]{32}$/);
    expect(JSON.stringify(given)).not.toContain('somebody');
    expect(given[1]).toBeNull();
    unlocked = false;
    expect(await dropped?.(event, ['/home/somebody/letter.html'])).toEqual([]);
  });
});
