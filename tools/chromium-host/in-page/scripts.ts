/** The source texts that Chromium evaluates in every new document of a window. */
import { randomBytes } from 'node:crypto';
import { createCodec } from '../clone.ts';
import { registeredSchemes, schemeLabels, showAddress } from '../addresses.ts';
import { createBridge } from './bridge.ts';
import { mainWorld, type MainWorldSettings } from './main-world.ts';
import { preloadWorld, type PreloadWorldSettings } from './preload-world.ts';

export interface PageScripts {
  readonly worldName: string;
  readonly binding: string;
  readonly receiver: string;
  /** Does the preload ask for the paths of files? */
  readonly asksPaths: boolean;
  /** For page code's world. */
  readonly main: string;
  /** For preload code's world, in this order. */
  readonly preload: readonly string[];
}

export interface PreloadFile {
  readonly path: string;
  readonly source: string;
}

/** The text around a preload script, which gives it what a CommonJS module expects. */
export function wrapPreload(runner: string, preload: PreloadFile): string {
  const names = 'require,module,exports,process,global,Buffer,setImmediate,clearImmediate';
  return `globalThis[${JSON.stringify(runner)}]?.(${JSON.stringify(preload.path)},function(${names}){${preload.source}\n});`;
}

/** Builds the scripts of one window. All names in them are drawn anew, so that page code cannot know them. */
export function buildScripts(
  preload: PreloadFile | undefined,
  process: Readonly<Record<string, unknown>>,
): PageScripts {
  const word = (): string => `host${randomBytes(12).toString('hex')}`;
  const [meeting, binding, receiver, runner, worldName] = [word(), word(), word(), word(), word()];
  const labels = schemeLabels();
  const fetchable = Object.fromEntries(
    Object.entries(labels).filter(([scheme]) => {
      const privileges = registeredSchemes().get(scheme);
      return privileges?.supportFetchAPI === true && privileges.corsEnabled === true;
    }),
  );
  const mainSettings: MainWorldSettings = { meeting, labels, fetchable };
  const preloadSettings: PreloadWorldSettings = { meeting, binding, receiver, runner, process };
  const bridge = createBridge.toString();
  const world = `(${preloadWorld.toString()})(${JSON.stringify(preloadSettings)},(${createCodec.toString()})(),${bridge});`;
  return {
    worldName,
    binding,
    receiver,
    asksPaths: preload?.source.includes('getPathForFile') === true,
    main: `(${mainWorld.toString()})(${JSON.stringify(mainSettings)},${bridge},${showAddress.toString()});`,
    preload: preload === undefined ? [world] : [world, wrapPreload(runner, preload)],
  };
}
