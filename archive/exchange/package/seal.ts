/** Seals a file for somebody else, in the format of age: by a passphrase, or for the holder of a key. */
import { Decrypter, Encrypter } from 'age-encryption';
import { fail, ok, type Result } from '../../lib/result.ts';

export type Seal =
  | {
      readonly by: 'passphrase';
      readonly passphrase: string;
      /** Doublings of what a guess costs: age's own 18 when it is left out. */
      readonly work?: number;
    }
  /** `age1…`, as its holder gave it. */
  | { readonly by: 'recipient'; readonly recipient: string };

export async function sealed(
  bytes: Uint8Array,
  seal: Seal,
): Promise<Result<Uint8Array, 'recipient-invalid'>> {
  const encrypter = new Encrypter();
  if (seal.by === 'passphrase') {
    encrypter.setPassphrase(seal.passphrase.normalize('NFC'));
    if (seal.work !== undefined) encrypter.setScryptWorkFactor(seal.work);
  } else
    try {
      encrypter.addRecipient(seal.recipient.trim());
    } catch {
      return fail('recipient-invalid');
    }
  return ok(await encrypter.encrypt(bytes));
}

/** `null` when it cannot be opened so. What is sealed for a key only its holder can open. */
export async function opened(sealed: Uint8Array, passphrase: string): Promise<Uint8Array | null> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase.normalize('NFC'));
  return decrypter.decrypt(sealed).catch(() => null);
}
