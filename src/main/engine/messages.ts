/** What main and the engine's worker say to each other. */
import type { FromPress, ToPress, Trouble } from '../../../archive/index.ts';
import type { Failure, Result } from '../../../archive/lib/result.ts';
import type { Changed } from '../../../archive/model/index.ts';

/** How the worker begins: what to open. */
export interface Begin {
  readonly purpose: 'create' | 'open';
  readonly folder: string;
  readonly name: string;
  readonly passphrase: string;
  readonly anchors: string | null;
  /** Open an archive that is older than its anchor says. */
  readonly acceptOlder: boolean;
}

export type ToEngine =
  | {
      readonly kind: 'call';
      readonly id: number;
      readonly method: string;
      readonly input: readonly unknown[];
      /** The call takes a job as its last argument. */
      readonly job: boolean;
    }
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'press-said'; readonly press: number; readonly message: FromPress }
  | { readonly kind: 'press-gone'; readonly press: number };

export type FromEngine =
  | { readonly kind: 'opened'; readonly failure: Failure | null }
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<unknown> | undefined }
  | { readonly kind: 'bug'; readonly id: number }
  | {
      readonly kind: 'progress';
      readonly id: number;
      readonly done: number;
      readonly total: number | undefined;
    }
  | { readonly kind: 'changed'; readonly changed: Changed }
  | { readonly kind: 'trouble'; readonly trouble: Trouble | null }
  | { readonly kind: 'press-start'; readonly press: number }
  | { readonly kind: 'press-say'; readonly press: number; readonly message: ToPress }
  | { readonly kind: 'press-kill'; readonly press: number };
