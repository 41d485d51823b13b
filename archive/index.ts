/** The engine's face: make an archive, open one, and what can be asked of it. Runs in Node alone. */
export type * from './face.ts';
export { createArchive, type OpenOptions, openArchive } from './engine/open.ts';
export { VERSION } from './version.ts';
