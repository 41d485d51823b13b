/** The engine's face: make an archive, open one, and what can be asked of it. Runs in Node alone. */
export type * from './face/index.ts';
export { diagnoseArchive } from './engine/diagnose.ts';
export {
  createArchive,
  type FromPress,
  type OpenOptions,
  openArchive,
  type Press,
  type StartPress,
  type ToPress,
} from './engine/open.ts';
export { salvageArchive, type SalvageFailure } from './engine/salvage.ts';
export { VERSION } from './version.ts';
