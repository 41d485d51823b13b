/**
 * The one list of what the window may ask and what it may be told. Main's registration, the bridge in the preload
 * and the window's types all come from it. Inputs are checked in main, once and strictly; types here are a
 * convenience for the window, never a defence.
 */
import type { z } from 'zod';
import type { Trouble } from '../../archive/face/index.ts';
import type { Failure } from '../../archive/lib/result.ts';
import type { Changed } from '../../archive/model/index.ts';
import { appCalls } from './calls/app.ts';
import { archiveCalls } from './calls/archive.ts';
import { claimsCalls } from './calls/claims.ts';
import { collectionsCalls } from './calls/collections.ts';
import { compareCalls } from './calls/compare.ts';
import { dossiersCalls } from './calls/dossiers.ts';
import { intakeCalls } from './calls/intake.ts';
import { keysCalls } from './calls/keys.ts';
import { namesCalls } from './calls/names.ts';
import { quotesCalls } from './calls/quotes.ts';
import { readingCalls } from './calls/reading.ts';
import { searchCalls } from './calls/search.ts';
import { sourcesCalls } from './calls/sources.ts';
import { stampsCalls } from './calls/stamps.ts';
import { tagsCalls } from './calls/tags.ts';
import { timelineCalls } from './calls/timeline.ts';
import { trashCalls } from './calls/trash.ts';
import type { Chosen } from './calls/returns.ts';

export { type AppState, Settings } from './calls/app.ts';
export type { ImportReport } from './calls/intake.ts';
export type { ModelFolder } from './calls/reading.ts';
export type { CallKind, Chosen } from './calls/returns.ts';

export const calls = {
  ...appCalls,
  ...archiveCalls,
  ...keysCalls,
  ...intakeCalls,
  ...sourcesCalls,
  ...readingCalls,
  ...quotesCalls,
  ...collectionsCalls,
  ...trashCalls,
  ...tagsCalls,
  ...timelineCalls,
  ...namesCalls,
  ...stampsCalls,
  ...searchCalls,
  ...compareCalls,
  ...claimsCalls,
  ...dossiersCalls,
};

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type Input<N extends CallName> = z.input<Calls[N]['input']>;
/** The input after the check in main. */
export type Checked<N extends CallName> = z.output<Calls[N]['input']>;
export type Output<N extends CallName> = Calls[N]['out'];

/** What a call comes back with. A command's answer names the change that the window's records must have reached. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T; readonly seq: number }
  | { readonly ok: false; readonly error: Failure };

export interface Events {
  /** After each durable change. */
  readonly changed: Changed;
  /** At most ten a second for each job. */
  readonly progress: { readonly call: number; readonly done: number; readonly total?: number };
  /** The archive was opened or locked. */
  readonly lock: {
    readonly open: boolean;
    readonly reason: 'asked' | 'idle' | 'suspend' | 'failed';
  };
  /** Less than half a minute until it locks by itself, or no longer so. */
  readonly lockSoon: { readonly seconds: number | null };
  /** The disk has failed, with so many changes waiting in memory; `null` when that is over. */
  readonly trouble: Trouble | null;
}
export type EventName = keyof Events;
export const eventNames: readonly EventName[] = [
  'changed',
  'progress',
  'lock',
  'lockSoon',
  'trouble',
];

type Group = CallName extends `${infer G}.${string}` ? G : never;
type Verb<G extends Group> =
  Extract<CallName, `${G}.${string}`> extends infer N
    ? N extends `${G}.${infer V}`
      ? V
      : never
    : never;
type NameOf<G extends Group, V extends string> = Extract<CallName, `${G}.${V}`>;

/**
 * What the preload puts on `window.kuferak`: a function for each call, and three more. `call` numbers a job, so
 * that its progress can be told apart and it can be cancelled.
 */
export type Bridge = {
  readonly [G in Group]: {
    readonly [V in Verb<G>]: (
      input: Input<NameOf<G, V>>,
      call?: number,
    ) => Promise<Answer<Output<NameOf<G, V>>>>;
  };
} & {
  readonly cancel: (call: number) => void;
  readonly on: <E extends EventName>(event: E, listener: (value: Events[E]) => void) => () => void;
  /** Tickets for dropped files that are on the disk; `null` in the place of one that is not. */
  readonly dropped: (files: readonly File[]) => Promise<readonly (Chosen | null)[]>;
};
