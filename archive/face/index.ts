/**
 * The face of an open archive. Message-shaped: plain data in and out, everything asynchronous, so that it can
 * live in a worker and be called across it without a change.
 */
import type { ClaimCalls } from './claims.ts';
import type { CodeCalls } from './codes.ts';
import type { ComparisonCalls } from './comparison.ts';
import type { CustodyCalls } from './custody.ts';
import type { DeskCalls } from './desk.ts';
import type { DossierCalls } from './dossiers.ts';
import type { ExchangeCalls } from './exchange.ts';
import type { GatheringCalls } from './gatherings.ts';
import type { IntakeCalls } from './intake.ts';
import type { KeyCalls } from './keys.ts';
import type { LifeCalls } from './life.ts';
import type { NameCalls } from './names.ts';
import type { PictureCalls } from './pictures.ts';
import type { ReuseCalls } from './reuse.ts';
import type { SearchCalls } from './search.ts';
import type { SpeechCalls } from './speech.ts';
import type { TextCalls } from './texts.ts';
import type { TrashCalls } from './trash.ts';
import type { TimelineCalls } from './timeline.ts';

export type * from './claims.ts';
export type * from './codes.ts';
export type * from './comparison.ts';
export type * from './custody.ts';
export type * from './desk.ts';
export type * from './dossiers.ts';
export type * from './exchange.ts';
export type * from './failures.ts';
export type * from './gatherings.ts';
export type * from './intake.ts';
export type * from './keys.ts';
export type * from './life.ts';
export type * from './names.ts';
export type * from './pictures.ts';
export type * from './reuse.ts';
export type * from './search.ts';
export type * from './speech.ts';
export type * from './texts.ts';
export type * from './trash.ts';
export type * from './timeline.ts';

export interface Archive
  extends
    LifeCalls,
    KeyCalls,
    IntakeCalls,
    TextCalls,
    SpeechCalls,
    PictureCalls,
    DeskCalls,
    CodeCalls,
    NameCalls,
    TrashCalls,
    GatheringCalls,
    TimelineCalls,
    SearchCalls,
    ComparisonCalls,
    ReuseCalls,
    ClaimCalls,
    DossierCalls,
    CustodyCalls,
    ExchangeCalls {}
