/** The press: a process in which pages are set. The typesetter is native code and is given foreign pictures: its death is not to be ours. */
import type { DossierFailure, DossierMaterial, MadePdf } from './material.ts';
import type { Result } from '../lib/result.ts';

/** The pictures of a dossier follow it one by one, as far as they are wanted: no message holds them all. */
export type ToPress =
  | { readonly kind: 'make'; readonly bare: DossierMaterial; readonly remembers: boolean }
  | {
      readonly kind: 'picture';
      /** SHA-256 of the bytes. */
      readonly digest: string;
      readonly bytes: Uint8Array;
    };

/** Where something stands in the finished file, in bytes. */
export interface Place {
  readonly at: number;
  readonly length: number;
}

/** The finished file goes before what is told of it, piece by piece: nobody has it a second time as a message. */
export type FromPress =
  /** Digests of the pictures that it lacks: it waits for them. Not said when it lacks none. */
  | { readonly kind: 'wants'; readonly pictures: readonly string[] }
  | { readonly kind: 'progress'; readonly done: number; readonly total?: number }
  | {
      readonly kind: 'piece';
      /** Bytes of the whole file. */
      readonly of: number;
      /** What comes one after the other in the bytes. */
      readonly places: readonly Place[];
      readonly bytes: Uint8Array;
      /** Of one that may come again in the next file, and is only named then. */
      readonly name?: string;
    }
  | {
      readonly kind: 'again';
      readonly of: number;
      readonly pieces: readonly { readonly at: number; readonly name: string }[];
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
