/** The press: a process in which pages are set. The typesetter is native code and is given foreign pictures: its death is not to be ours. */
import type { DossierFailure, DossierMaterial, MadePdf } from './material.ts';
import type { Result } from '../lib/result.ts';

/** The pictures of a dossier go before it, one by one: no message holds them all. */
export type ToPress =
  | { readonly kind: 'picture'; readonly bytes: Uint8Array }
  | { readonly kind: 'make'; readonly bare: DossierMaterial; readonly remembers: boolean };

/** The finished file goes before what is told of it, piece by piece: nobody has it a second time as a message. */
export type FromPress =
  | { readonly kind: 'progress'; readonly done: number; readonly total?: number }
  | {
      readonly kind: 'piece';
      /** Where it begins in the file, and how long that is. */
      readonly at: number;
      readonly of: number;
      readonly bytes: Uint8Array;
    }
  | { readonly kind: 'made'; readonly result: Result<Omit<MadePdf, 'pdf'>, DossierFailure> };

export interface Press {
  /** Resolves when there is room for the next message. What is said to one that is gone is lost. */
  readonly say: (message: ToPress) => Promise<void>;
  /** Ends it at once, whatever it does. */
  readonly kill: () => void;
}

interface Heard {
  readonly said: (message: FromPress) => void;
  /** It has ended, in whatever way. */
  readonly gone: () => void;
}

/** How one is started. */
export type StartPress = (heard: Heard) => Press;
