/** Claims: what sources say of one question; and what a person decided about facts of two texts. */
import type { ClaimTable, OriginOffer } from '../compare/index.ts';
import type { Job } from '../lib/job.ts';
import type { Result } from '../lib/result.ts';
import type { Claim, ClaimId, ClaimRowId, Pairing, PairingId } from '../model/index.ts';
import type {
  ClaimDraft,
  ClaimPatch,
  ClaimRowDraft,
  ClaimRowPatch,
  ClaimsExportRequest,
  PairingsDraft,
  Tracing,
} from '../requests.ts';
import type { AnyFailure } from './failures.ts';

export type { ClaimTable, OriginOffer, TableRow } from '../compare/index.ts';

/** What keeps a row from being proved: its quote, its words, or the sentence of which a quote was to be made. */
type ProofFailure =
  | 'quote-missing'
  | 'source-missing'
  | 'no-text'
  | 'text-changed'
  | 'passage-differs'
  | 'words-not-in-quote'
  | 'entity-missing';

/** Rows that may go back to one origin, and how many origins there would be if all of them did. */
export interface OriginOffers {
  readonly offers: readonly OriginOffer[];
  readonly originsIfAgreed: number;
}

export interface ClaimsLeft {
  readonly rows: number;
  /** How many are named in it who must not be. */
  readonly protectedNames: number;
  readonly sha256: string;
}

type LeaveFailure = 'claim-missing' | 'names-protected' | 'parts-protected';

export interface ClaimCalls {
  /** With its rows, and with quotes of the sentences that prove them: all or nothing. */
  addClaim(draft: ClaimDraft): Promise<Result<Claim, AnyFailure | ProofFailure>>;
  editClaim(id: ClaimId, patch: ClaimPatch): Promise<Result<Claim, AnyFailure | 'claim-missing'>>;
  /** Refused while a dossier holds it. Its quotes stay. */
  deleteClaim(id: ClaimId): Promise<Result<null, AnyFailure | 'claim-missing' | 'claim-in-use'>>;
  addClaimRows(
    id: ClaimId,
    rows: readonly ClaimRowDraft[],
  ): Promise<Result<Claim, AnyFailure | ProofFailure | 'claim-missing' | 'claim-full'>>;
  editClaimRow(
    id: ClaimId,
    row: ClaimRowId,
    patch: ClaimRowPatch,
  ): Promise<
    Result<
      Claim,
      | AnyFailure
      | 'claim-missing'
      | 'row-missing'
      | 'quote-missing'
      | 'words-not-in-quote'
      | 'entity-missing'
    >
  >;
  deleteClaimRow(
    id: ClaimId,
    row: ClaimRowId,
  ): Promise<Result<Claim, AnyFailure | 'claim-missing' | 'row-missing' | 'claim-in-use'>>;
  /** Says where rows come from. */
  traceClaimRows(
    id: ClaimId,
    tracing: Tracing,
  ): Promise<Result<Claim, AnyFailure | 'claim-missing' | 'row-missing' | 'claim-full'>>;
  claimTable(id: ClaimId): Promise<Result<ClaimTable, AnyFailure | 'claim-missing'>>;
  /** Reads the texts of its sources for wording that they share. Nothing is decided by it. */
  offerOrigins(id: ClaimId, job?: Job): Promise<Result<OriginOffers, AnyFailure | 'claim-missing'>>;
  /**
   * One claim, or all of them, as a table of their rows that leaves: told in the log, and refused when somebody is named
   * who must not be, or a row has the text of a picture of which parts must not leave.
   */
  claimsAsCsv(request: ClaimsExportRequest): Promise<Result<Uint8Array, AnyFailure | LeaveFailure>>;
  /** Writes it as a file, or nothing. */
  exportClaims(
    request: ClaimsExportRequest,
    path: string,
  ): Promise<
    Result<ClaimsLeft, AnyFailure | LeaveFailure | 'target-unwritable' | 'target-inside-archive'>
  >;

  /**
   * Keeps a decision in the place of what was decided of these facts before: all of its pairs in one change, or none. It
   * holds for these very texts.
   */
  decidePairings(
    draft: PairingsDraft,
  ): Promise<
    Result<
      readonly Pairing[],
      | AnyFailure
      | 'source-missing'
      | 'no-text'
      | 'text-changed'
      | 'passage-differs'
      | 'same-source'
      | 'too-many-pairings'
    >
  >;
  forgetPairings(ids: readonly PairingId[]): Promise<Result<null, AnyFailure | 'pairing-missing'>>;
}
