/** The only door: every message of a window comes in here, and only from our own page in a window's main frame. */
import { type BrowserWindow, ipcMain, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron';
import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { channels } from '../../preload/channels.ts';
import type { EventName, Events } from '../../preload/contract.ts';
import { logBug } from '../log.ts';
import { ORIGIN } from '../origin.ts';
import { answer, type Handlers, type Serving } from './answer.ts';
import type { Tickets } from './tickets.ts';

export interface Door {
  /** Tells every known window. */
  readonly tell: <E extends EventName>(event: E, value: Events[E]) => void;
  /** Lets a window in. It is forgotten when it closes, and its running calls are cancelled. */
  readonly admit: (window: BrowserWindow) => void;
}

const Paths = z.array(z.string().max(32_768)).max(10_000);

export function openDoor(
  makeHandlers: (window: () => BrowserWindow | null) => Handlers,
  tickets: Tickets,
  state: Pick<Serving, 'unlocked' | 'seq'>,
): Door {
  const windows = new Map<
    number,
    { window: BrowserWindow; running: Map<number, AbortController> }
  >();
  const entryOf = (event: IpcMainEvent | IpcMainInvokeEvent) => {
    const entry = windows.get(event.sender.id);
    return entry && isOurs(event) ? entry : null;
  };

  ipcMain.handle(channels.call, async (event, message: unknown) => {
    const entry = entryOf(event);
    if (!entry) return { ok: false, error: { code: 'foreign-sender' } };
    const serving: Serving = {
      ...state,
      handlers: makeHandlers(() => (entry.window.isDestroyed() ? null : entry.window)),
      tell: (progress) => {
        send(entry.window, 'progress', progress);
      },
      report: logBug,
    };
    return answer(serving, entry.running, message);
  });

  ipcMain.on(channels.cancel, (event, call: unknown) => {
    if (typeof call === 'number') entryOf(event)?.running.get(call)?.abort();
  });

  ipcMain.handle(channels.dropped, (event, message: unknown) => {
    const paths = Paths.safeParse(message);
    if (!entryOf(event) || !paths.success || !state.unlocked()) return [];
    return paths.data.map((path) => (isAbsolute(path) ? tickets.forPath(path) : null));
  });

  return {
    tell: (event, value) => {
      for (const { window } of windows.values()) send(window, event, value);
    },
    admit: (window) => {
      const { id } = window.webContents;
      const running = new Map<number, AbortController>();
      windows.set(id, { window, running });
      window.once('closed', () => {
        windows.delete(id);
        for (const control of running.values()) control.abort();
      });
    },
  };
}

function isOurs(event: IpcMainEvent | IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame === event.sender.mainFrame && frame.url.startsWith(`${ORIGIN}/`);
}

function send<E extends EventName>(window: BrowserWindow, event: E, value: Events[E]): void {
  if (!window.isDestroyed()) window.webContents.send(channels.event, { event, value });
}
