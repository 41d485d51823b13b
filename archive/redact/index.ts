/** Redaction: finds every form of a name in a text and replaces it. Pure; knows nothing of archives or dossiers. */
export { moveAnchor, moveDocument } from './documents.ts';
export { applyEdits, type Edited } from './edited.ts';
export { findAllNames, findNames, type Stretch } from './find.ts';
export { findHints, type HintReason } from './hints.ts';
export { isFixed, withoutIdentifiers } from './fixed-words.ts';
export { type Forms, formsOf, type Named } from './forms.ts';
export { guardedForms, partGuarded } from './guarded.ts';
export { type Besides, type Possible, PossibleNames } from './possible.ts';
export { type Mark, type MarkWords, namedOf, Redactor } from './redactor.ts';
