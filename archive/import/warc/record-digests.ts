/** The digests in the head of a web archive's record: of the record as it stands, and of what the server gave. */
import type { Check } from '../checks.ts';
import { fitsDigest } from '../checks.ts';
import { type HttpAnswer, withoutPieces } from './http-answer.ts';

interface Said {
  readonly warcBlockDigest?: string | null | undefined;
  readonly warcPayloadDigest?: string | null | undefined;
}

/** Nothing where the record says no digest. */
export function checkRecord(said: Said, block: Uint8Array, answer: HttpAnswer): Check[] {
  const checks: Check[] = [];
  const { warcBlockDigest: ofBlock, warcPayloadDigest: ofPayload } = said;
  if (ofBlock) checks.push({ result: fits(ofBlock, [block]), from: 'WARC-Block-Digest' });
  // Archivers differ in whether they put together what came in pieces before they took the digest.
  const payloads = [answer.body, ...withoutPieces(answer)];
  if (ofPayload) checks.push({ result: fits(ofPayload, payloads), from: 'WARC-Payload-Digest' });
  return checks;
}

function fits(digest: string, candidates: readonly Uint8Array[]): Check['result'] {
  const [algorithm = '', said = ''] = digest.split(':', 2);
  const results = candidates.map((bytes) => fitsDigest(bytes, algorithm, said));
  return results.find((result) => result === 'agrees') ?? results[0] ?? 'missing';
}
