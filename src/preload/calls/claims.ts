/** Claims: what sources say of one question. */
import { z } from 'zod';
import type { ClaimTable } from '../../../archive/compare/index.ts';
import type { ClaimsLeft, OriginOffers } from '../../../archive/face/index.ts';
import type { Claim } from '../../../archive/model/index.ts';
import { ClaimId, ClaimRowId } from '../../../archive/model/index.ts';
import {
  ClaimDraft,
  ClaimPatch,
  ClaimRowPatch,
  ClaimsExportRequest,
  NewRows,
  Tracing,
} from '../../../archive/requests.ts';
import { returns } from './returns.ts';

export const claimsCalls = {
  'claims.add': returns<Claim>()('command', ClaimDraft),
  'claims.edit': returns<Claim>()('command', z.strictObject({ id: ClaimId, patch: ClaimPatch })),
  'claims.delete': returns<null>()('command', z.strictObject({ id: ClaimId })),
  'claims.addRows': returns<Claim>()('command', z.strictObject({ id: ClaimId, rows: NewRows })),
  'claims.editRow': returns<Claim>()(
    'command',
    z.strictObject({ id: ClaimId, row: ClaimRowId, patch: ClaimRowPatch }),
  ),
  'claims.deleteRow': returns<Claim>()('command', z.strictObject({ id: ClaimId, row: ClaimRowId })),
  /** Says where rows come from. */
  'claims.trace': returns<Claim>()('command', z.strictObject({ id: ClaimId, tracing: Tracing })),
  /** Asks where to, then writes one claim, or all, as a table. `null` when the person thinks better of it. */
  'claims.export': returns<ClaimsLeft | null>()('job', ClaimsExportRequest),
  'claims.table': returns<ClaimTable>()('query', z.strictObject({ id: ClaimId })),
  /** Reads the texts of its sources for wording that they share. */
  'claims.offers': returns<OriginOffers>()('job', z.strictObject({ id: ClaimId })),
};
