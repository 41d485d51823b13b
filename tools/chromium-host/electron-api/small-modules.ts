/** Electron's modules that come to a few lines here, or to a refusal. */
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { schemeOf } from '../addresses.ts';
import { loud, LoudEmitter, notImplemented } from '../loud.ts';
import { sessionFor } from './session.ts';

interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

function display(): object {
  const bounds: Rectangle = { x: 0, y: 0, width: 1920, height: 1080 };
  return {
    id: 1,
    label: '',
    bounds,
    workArea: { ...bounds },
    size: { width: bounds.width, height: bounds.height },
    workAreaSize: { width: bounds.width, height: bounds.height },
    scaleFactor: 1,
    rotation: 0,
    internal: true,
    touchSupport: 'unknown',
  };
}

class Screen extends LoudEmitter {
  constructor() {
    super('screen');
  }

  /** Always the same one, of 1920 × 1080: the host does not look at the real screens. */
  getPrimaryDisplay(): object {
    return display();
  }

  getAllDisplays(): object[] {
    return [display()];
  }

  getDisplayMatching(): object {
    return display();
  }

  getDisplayNearestPoint(): object {
    return display();
  }

  getCursorScreenPoint(): { x: number; y: number } {
    return { x: 0, y: 0 };
  }
}

export const screen = new Screen();

let clipboardText = '';

/** A clipboard of the host's own: nothing goes to the desktop's, and nothing comes from there. */
export const clipboard = loud('clipboard', {
  readText: (): string => clipboardText,
  writeText(text: string): void {
    clipboardText = text;
  },
  clear(): void {
    clipboardText = '';
  },
  availableFormats: (): string[] => (clipboardText === '' ? [] : ['text/plain']),
});

export const safeStorage = loud('safeStorage', {
  isEncryptionAvailable: (): boolean => false,
  getSelectedStorageBackend: (): string => 'unknown',
});

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain',
};

async function fetchFile(url: string): Promise<Response> {
  const path = fileURLToPath(url);
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) throw new Error('net::ERR_FILE_NOT_FOUND');
  const type = types[extname(path)];
  return new Response(bytes, { headers: type === undefined ? {} : { 'content-type': type } });
}

export const net = loud('net', {
  /** For files and the app's own schemes; there is no network. */
  async fetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const url = input instanceof Request ? input.url : String(input);
    const scheme = schemeOf(url);
    if (scheme === 'file') return fetchFile(url);
    const handler = sessionFor('').handler(scheme);
    if (handler === undefined) throw new Error('net::ERR_INTERNET_DISCONNECTED');
    return handler(new Request(input, init));
  },
  isOnline: (): boolean => false,
  online: false,
});

/** The app's wish not to report crashes is granted; reporting is not to be had. */
export const crashReporter = loud('crashReporter', {
  start(): never {
    throw notImplemented('crashReporter.start', 'nothing may be sent anywhere');
  },
  getUploadToServer: (): boolean => false,
  setUploadToServer: (): void => undefined,
  getUploadedReports: (): [] => [],
  getLastCrashReport: (): null => null,
});
