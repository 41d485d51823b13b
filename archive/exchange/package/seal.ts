/** Seals a file for somebody else, in the format of age: by a passphrase, or for the holder of a key. */
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

/** Loaded when something is sealed: most that is opened here never is. */
const age = () => import('age-encryption');

/** Whether it can be sealed so. */
export async function isSeal(seal: Seal): Promise<boolean> {
  return (await encrypterFor(seal)) !== null;
}

export async function sealed(
  bytes: Uint8Array,
  seal: Seal,
): Promise<Result<Uint8Array, 'recipient-invalid'>> {
  const encrypter = await encrypterFor(seal);
  return encrypter ? ok(await encrypter.encrypt(bytes)) : fail('recipient-invalid');
}

async function encrypterFor(seal: Seal) {
  const { Encrypter } = await age();
  const encrypter = new Encrypter();
  try {
    if (seal.by === 'recipient') encrypter.addRecipient(seal.recipient.trim());
    else {
      encrypter.setPassphrase(seal.passphrase.normalize('NFC'));
      if (seal.work !== undefined) encrypter.setScryptWorkFactor(seal.work);
    }
    return encrypter;
  } catch {
    return null;
  }
}

/** `null` when it cannot be opened so. What is sealed for a key only its holder can open. */
export async function opened(sealed: Uint8Array, passphrase: string): Promise<Uint8Array | null> {
  const { Decrypter } = await age();
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase.normalize('NFC'));
  return decrypter.decrypt(sealed).catch(() => null);
}
