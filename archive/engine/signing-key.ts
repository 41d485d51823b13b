/** The archive's own key for signing: made when it is first wanted, and kept sealed like everything else. */
import { newSigningKey, type Signer, signerOf } from '../exchange/index.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { BlobId } from '../model/index.ts';
import { keepSigningKey } from '../store/commands/archive.ts';
import type { OpenArchive } from './open-archive.ts';

const KIND = 'signing-key';

type Failure = 'damaged' | 'closed' | 'read-only' | 'disk-full' | 'io';

export async function signerIn(open: OpenArchive): Promise<Result<Signer, Failure>> {
  const kept = open.reading.get('about', 'archive')?.signingKey ?? null;
  const signingKey = kept ? ok(kept) : await makeKey(open);
  if (!signingKey.ok) return signingKey;
  const secret = await open.vault.blobs.get(signingKey.value.blob);
  if (!secret.ok) return fail('damaged');
  const signer = signerOf(secret.value);
  secret.value.fill(0);
  return signer.fingerprint === signingKey.value.fingerprint ? ok(signer) : fail('damaged');
}

async function makeKey(open: OpenArchive) {
  if (open.store.readOnly !== null) return fail('read-only');
  const { secret, publicKey, fingerprint } = newSigningKey();
  const put = await open.vault.blobs.put(secret, KIND);
  secret.fill(0);
  if (!put.ok) return fail(put.error.code === 'disk-full' ? 'disk-full' : 'io');
  return open.run(keepSigningKey({ blob: BlobId.parse(put.value.id), publicKey, fingerprint }));
}
