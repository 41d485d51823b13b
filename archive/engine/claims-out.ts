/** Claims as a table that leaves: stopped while it names somebody who must not be named, and told in the log. */
import { createHash } from 'node:crypto';
import { claimsTable } from '../exchange/index.ts';
import type { ClaimsLeft } from '../face/index.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import type { Claim, Source } from '../model/index.ts';
import { findNames, guardedForms } from '../redact/index.ts';
import type { ClaimsExportRequest } from '../requests.ts';
import { note } from '../store/commands/archive.ts';
import type { OpenArchive } from './open-archive.ts';
import { withCoveredParts } from './rooms/exchange.ts';

interface Table extends ClaimsLeft {
  readonly bytes: Uint8Array;
  readonly claims: readonly Claim[];
  readonly uncovered: number;
}

type Stopped = 'claim-missing' | 'names-protected' | 'parts-protected';

/** The table, when it may leave. */
export function leavingClaims(
  { reading }: OpenArchive,
  { claim, despiteNames, despiteParts = false }: ClaimsExportRequest,
): Result<Table, Stopped> {
  const one = claim === null ? undefined : reading.get('claims', claim);
  if (claim !== null && !one) return fail('claim-missing');
  const claims = one ? [one] : reading.all('claims');
  const [quotes, sources] = [reading.all('quotes'), reading.all('sources')];
  const entities = reading.all('entities');
  const uncovered = withCoveredParts(sourcesOf(claims, quotes, sources));
  if (uncovered > 0 && !despiteParts) return fail('parts-protected', { count: uncovered });
  const { bytes, rows } = claimsTable({ quotes, sources, entities }, claims);
  const found = findNames(new TextDecoder().decode(bytes), guardedForms(entities, null));
  const protectedNames = new Set(found.map(({ entity }) => entity)).size;
  if (protectedNames > 0 && !despiteNames)
    return fail('names-protected', { count: protectedNames });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return ok({ bytes, claims, rows, protectedNames, uncovered, sha256 });
}

/** Whose words the rows hold. */
function sourcesOf(
  claims: readonly Claim[],
  quotes: readonly { readonly id: string; readonly source: string }[],
  sources: readonly Source[],
): readonly Source[] {
  const used = new Set<string>(claims.flatMap(({ rows }) => rows.map(({ quote }) => quote)));
  const ids = new Set(quotes.filter(({ id }) => used.has(id)).map(({ source }) => source));
  return sources.filter(({ id }) => ids.has(id));
}

/** The line of the log, unless nothing can be written. */
export async function noteClaimsLeft(
  open: OpenArchive,
  { claims, rows, bytes, protectedNames: names, uncovered, sha256 }: Table,
  whole: boolean,
): Promise<Result<ClaimsLeft, 'closed' | 'read-only' | 'disk-full' | 'io'>> {
  const left = { rows, protectedNames: names, sha256 };
  if (open.store.readOnly !== null) return ok(left);
  const facts = {
    ...{ claims: claims.length, rows, bytes: bytes.length, names, sha256 },
    ...(uncovered > 0 && { uncovered }),
  };
  const subjects = whole ? ['archive'] : claims.map(({ id }) => id);
  const noted = await open.run(note('claims.export', facts, subjects));
  return noted.ok ? ok(left) : noted;
}
