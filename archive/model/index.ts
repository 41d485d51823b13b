/** What an archive holds: schemas, and the types inferred from them. */
export * from './activity.ts';
export * from './archive.ts';
export * from './change.ts';
export * from './collections.ts';
export * from './common.ts';
export * from './dossier.ts';
export * from './entity.ts';
export * from './ids.ts';
export * from './layout.ts';
export { limits } from './limits.ts';
export * from './quote.ts';
export * from './recognition.ts';
export * from './sharing.ts';
export * from './source.ts';
export * from './tag.ts';
export * from './text.ts';
export { SCHEMA, type Upgrade, upgrades } from './upgrades.ts';
