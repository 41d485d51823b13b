/** The import table: which room may use which. A new arrow means a new line here, in review. */
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { beforeAll, describe, expect, it } from 'vitest';

/** Rooms by the beginning of their paths; the longest that fits is a file's room. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  'archive/lib': [],
  'archive/model': ['archive/lib'],
  'archive/text': ['archive/lib', 'archive/model'],
  'archive/crypto': ['archive/lib', 'archive/model'],
  'archive/format': ['archive/lib', 'archive/model', 'archive/crypto'],
  'archive/wordlist': [],
  'archive/vault': [
    'archive/lib',
    'archive/model',
    'archive/wordlist',
    'archive/crypto',
    'archive/format',
  ],
  'archive/anchoring': ['archive/lib', 'archive/model'],
  'archive/store': [
    'archive/lib',
    'archive/model',
    'archive/vault',
    'archive/anchoring',
    'archive/requests.ts',
  ],
  'archive/search': ['archive/lib', 'archive/model', 'archive/text'],
  'archive/compare': ['archive/lib', 'archive/model', 'archive/text'],
  'archive/codes': ['archive/lib', 'archive/model'],
  'archive/timeline': ['archive/model'],
  'archive/speech': ['archive/model', 'archive/text'],
  'archive/proof': ['archive/lib', 'archive/model'],
  'archive/import': [
    'archive/lib',
    'archive/model',
    'archive/text',
    'archive/proof',
    'archive/import/pdf/open.ts',
  ],
  'archive/redact': ['archive/lib', 'archive/model', 'archive/text'],
  // What was printed is read back as any PDF is read.
  'archive/import/pdf/open.ts': ['archive/lib'],
  'archive/dossier': [
    'archive/lib',
    'archive/model',
    'archive/text',
    'archive/redact',
    'archive/timeline',
    'archive/dossier/picture',
    'archive/dossier/serve-press.ts',
    'archive/import/pdf/open.ts',
  ],
  // Takes out of pictures what is not the picture.
  'archive/dossier/picture': ['archive/lib'],
  // All that the process does in which pages are set.
  'archive/dossier/serve-press.ts': ['archive/lib', 'archive/model/limits.ts', 'archive/dossier'],
  'archive/exchange': [
    'archive/lib',
    'archive/model',
    'archive/anchoring',
    'archive/compare',
    'archive/codes',
    'archive/redact',
    'archive/timeline',
    'archive/dossier/picture',
  ],
  'archive/requests.ts': ['archive/requests'],
  'archive/requests': ['archive/model'],
  'archive/face': [
    'archive/lib',
    'archive/model',
    'archive/anchoring',
    'archive/compare',
    'archive/codes',
    'archive/timeline',
    'archive/requests.ts',
  ],
  'archive/version.ts': [],
  'archive/engine': ['archive'],
  'archive/index.ts': ['archive/face', 'archive/engine', 'archive/version.ts'],
  'src/messages': ['archive/lib'],
  'src/files': ['archive/index.ts', 'archive/lib', 'archive/model'],
  'src/sample': [
    'archive/index.ts',
    'archive/face',
    'archive/lib',
    'archive/model',
    'archive/requests.ts',
  ],
  'src/preload/contract.ts': ['archive/face', 'archive/lib', 'archive/model', 'src/preload/calls'],
  'src/preload/calls': ['archive/face', 'archive/model', 'archive/compare', 'archive/requests.ts'],
  'src/preload': ['src/preload/contract.ts', 'src/preload/channels.ts'],
  'src/main': [
    'archive/index.ts',
    'archive/lib',
    'archive/model',
    'src/files',
    'src/messages',
    'src/main/press',
    'src/preload/contract.ts',
    'src/preload/channels.ts',
    'src/sample',
  ],
  // It starts as lean as it can: without the rest of the engine.
  'src/main/press': [
    'archive/dossier/serve-press.ts',
    'archive/dossier/press-environment.ts',
    'archive/dossier/press.ts',
    'archive/index.ts',
    'archive/lib',
  ],
  'src/preload/channels.ts': [],
  'src/cli': [
    'archive/index.ts',
    'archive/lib',
    'archive/model',
    'archive/requests.ts',
    'src/files',
    'src/messages',
    'src/sample',
  ],
  // How names sound is one idea, needed while one types as well as in the search. Recovery words are read while they
  // are typed, and go nowhere until they are whole.
  // What a profile does with a name is asked while one chooses. Bounds are told while one types.
  // The timeline is made of the records that the window has.
  'src/renderer': [
    'src/messages',
    'archive/text',
    'archive/wordlist',
    'archive/timeline',
    // The names of months, so that a day is not taken for an answer.
    'archive/compare/calendar-words.ts',
    'archive/compare/language.ts',
    'archive/model/share-profiles.ts',
    'archive/model/chronology-entry.ts',
    'archive/model/limits.ts',
    'archive/model/upright.ts',
    'archive/model/region-shape.ts',
    'archive/model/translation-status.ts',
  ],
};

/** What may be imported as a type alone. */
const typesOnly: Readonly<Record<string, readonly string[]>> = {
  'src/messages': ['archive/model'],
  'src/renderer': ['archive', 'src/preload/contract.ts'],
  'src/preload': ['src/preload/contract.ts'],
};

/** Node's own modules and packages that a room must not touch. */
const forbidden: Readonly<Record<string, RegExp>> = {
  archive: /^(?:electron|svelte|vite)/,
  'archive/wordlist': /^(?:node:|electron)/,
  'src/renderer': /^(?:node:|electron)/,
  'src/messages': /^(?:node:|electron)/,
  'src/preload': /^node:/,
  'src/cli': /^electron/,
};

const within = (path: string, room: string) => path === room || path.startsWith(`${room}/`);
const roomOf = (path: string) =>
  Object.keys(rooms)
    .filter((room) => within(path, room))
    .sort((a, b) => b.length - a.length)[0];

let modules: ICruiseResult['modules'];

beforeAll(async () => {
  const { output } = await cruise(['archive', 'src'], {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  });
  if (typeof output === 'string') throw new Error('the import graph could not be read');
  modules = output.modules.filter(({ source }) => /^(?:archive|src)\//.test(source));
});

describe('imports', () => {
  it('go one way, by the table', () => {
    const broken: string[] = [];
    for (const { source, dependencies } of modules) {
      const room = roomOf(source);
      if (room === undefined) {
        broken.push(`${source} stands in no room`);
        continue;
      }
      for (const { resolved, dependencyTypes } of dependencies) {
        if (!/^(?:archive|src)\//.test(resolved)) continue;
        const target = roomOf(resolved);
        if (target === room) continue;
        const allowed = rooms[room] ?? [];
        const asType = dependencyTypes.includes('type-only') ? (typesOnly[room] ?? []) : [];
        if (![...allowed, ...asType].some((other) => within(resolved, other))) {
          broken.push(`${source} must not import ${resolved}`);
        }
      }
    }
    expect(broken).toEqual([]);
  });

  it('never run in a circle', () => {
    const circles = modules.flatMap(({ source, dependencies }) =>
      dependencies
        .filter(({ circular }) => circular)
        .filter(({ cycle }) =>
          (cycle ?? []).every(({ dependencyTypes }) => !dependencyTypes.includes('type-only')),
        )
        .map(({ resolved }) => `${source} → ${resolved}`),
    );
    expect(circles).toEqual([]);
  });

  it('keep the platform out of the rooms that must not know it', () => {
    const broken: string[] = [];
    for (const { source, dependencies } of modules) {
      for (const [room, pattern] of Object.entries(forbidden)) {
        if (!within(source, room)) continue;
        for (const { module } of dependencies) {
          const isOwnDoor = room === 'src/preload' && module === 'electron';
          if (pattern.test(module) && !isOwnDoor)
            broken.push(`${source} must not import ${module}`);
        }
      }
    }
    expect(broken).toEqual([]);
  });
});
