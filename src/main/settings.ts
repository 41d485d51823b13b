/** How the window likes to be, and where models for reading by machine lie: nothing in it tells of any archive. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { Settings } from '../preload/contract.ts';

const defaults: Settings = {
  theme: 'system',
  lockAfterMinutes: 5,
  textSize: 17,
  recheckDays: 30,
  hideFromScreenshots: true,
};

/** What stands in the file. The window is never told where the models lie. */
const Kept = Settings.partial().extend({ models: z.string().max(4_000).nullable().optional() });

export class SettingsFile {
  readonly #path: string;
  #now: Settings = defaults;
  #models: string | null = null;

  constructor(path: string) {
    this.#path = path;
  }

  get now(): Settings {
    return this.#now;
  }

  /** A folder with models for reading by machine. */
  get models(): string | null {
    return this.#models;
  }

  /** A missing or broken file means the defaults. */
  async load(): Promise<Settings> {
    try {
      const stored: unknown = JSON.parse(await readFile(this.#path, 'utf8'));
      const known = Kept.safeParse(stored);
      if (!known.success) return this.#now;
      const { models = null, ...settings } = known.data;
      this.#now = { ...defaults, ...given(settings) };
      this.#models = models;
    } catch {
      this.#now = defaults;
    }
    return this.#now;
  }

  /** The change holds for now even when it cannot be kept. */
  async change(patch: Partial<Settings>): Promise<Settings> {
    this.#now = { ...this.#now, ...patch };
    await this.#keep();
    return this.#now;
  }

  async changeModels(folder: string | null): Promise<void> {
    this.#models = folder;
    await this.#keep();
  }

  async #keep(): Promise<void> {
    const kept = { ...this.#now, models: this.#models };
    try {
      await mkdir(dirname(this.#path), { recursive: true, mode: 0o700 });
      await writeFile(`${this.#path}.new`, JSON.stringify(kept), { mode: 0o600 });
      await rename(`${this.#path}.new`, this.#path);
    } catch {
      // It holds for now all the same.
    }
  }
}

function given(patch: {
  readonly [K in keyof Settings]?: Settings[K] | undefined;
}): Partial<Settings> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}
