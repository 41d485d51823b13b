/** How the window likes to be: nothing in it tells of any archive. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Settings } from '../preload/contract.ts';

const defaults: Settings = {
  theme: 'system',
  lockAfterMinutes: 5,
  textSize: 17,
  recheckDays: 30,
  hideFromScreenshots: true,
};

export class SettingsFile {
  readonly #path: string;
  #now: Settings = defaults;

  constructor(path: string) {
    this.#path = path;
  }

  get now(): Settings {
    return this.#now;
  }

  /** A missing or broken file means the defaults. */
  async load(): Promise<Settings> {
    try {
      const stored: unknown = JSON.parse(await readFile(this.#path, 'utf8'));
      const known = Settings.partial().safeParse(stored);
      if (known.success) this.#now = { ...defaults, ...given(known.data) };
    } catch {
      this.#now = defaults;
    }
    return this.#now;
  }

  /** The change holds for now even when it cannot be kept. */
  async change(patch: Partial<Settings>): Promise<Settings> {
    this.#now = { ...this.#now, ...patch };
    try {
      await mkdir(dirname(this.#path), { recursive: true, mode: 0o700 });
      await writeFile(`${this.#path}.new`, JSON.stringify(this.#now), { mode: 0o600 });
      await rename(`${this.#path}.new`, this.#path);
    } catch {
      return this.#now;
    }
    return this.#now;
  }
}

function given(patch: {
  readonly [K in keyof Settings]?: Settings[K] | undefined;
}): Partial<Settings> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}
