/** Electron's `nativeTheme`: light or dark, told to every page. */
import { LoudEmitter } from '../loud.ts';
import { app } from './app.ts';
import { allContents, type WebContents } from './web-contents.ts';

type ThemeSource = 'system' | 'light' | 'dark';

class NativeTheme extends LoudEmitter {
  readonly shouldUseHighContrastColors = false;
  readonly shouldUseInvertedColorScheme = false;
  readonly inForcedColorsMode = false;
  readonly prefersReducedTransparency = false;
  #source: ThemeSource = 'system';

  constructor() {
    super('nativeTheme');
    app.on('web-contents-created', (_event, contents: WebContents) => this.#tell(contents));
  }

  get themeSource(): ThemeSource {
    return this.#source;
  }

  set themeSource(source: ThemeSource) {
    if (!['system', 'light', 'dark'].includes(source))
      throw new TypeError('Error processing argument');
    if (source === this.#source) return;
    this.#source = source;
    for (const contents of allContents()) this.#tell(contents);
    this.emit('updated');
  }

  /** The system counts as light: the host does not know what the desktop prefers. */
  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark';
  }

  get shouldUseDarkColorsForSystemIntegratedUI(): boolean {
    return this.shouldUseDarkColors;
  }

  #tell(contents: WebContents): void {
    const value = this.#source === 'system' ? '' : this.#source;
    contents.whenOpen((session) =>
      session.tell('Emulation.setEmulatedMedia', {
        features: value === '' ? [] : [{ name: 'prefers-color-scheme', value }],
      }),
    );
  }
}

export const nativeTheme = new NativeTheme();
