/** What may be asked of an archive: the input of each call, as schemas, a file for each kind of call. */
export * from './requests/claims.ts';
export * from './requests/compare.ts';
export * from './requests/dossiers.ts';
export * from './requests/gatherings.ts';
export * from './requests/leaving.ts';
export * from './requests/names.ts';
export * from './requests/quotes.ts';
export * from './requests/reuse.ts';
export * from './requests/search.ts';
export * from './requests/sources.ts';
export * from './requests/tags.ts';
export * from './requests/timeline.ts';
export * from './requests/trash.ts';
