/** Redaction: finds every form of a name in a text and replaces it. Pure; knows nothing of archives or dossiers. */
export type { Edited } from './edited.ts';
export { findNames, type Stretch } from './find.ts';
export { type Forms, formsOf, type Named } from './forms.ts';
export { type Mark, type MarkWords, namedOf, Redactor } from './redactor.ts';
