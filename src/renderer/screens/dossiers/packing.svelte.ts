/** How a dossier is to leave, and for whom: alone, or with what stands behind it. Kept while it is put right. */
import type { Input } from '../../../preload/contract.ts';

type Request = Input<'dossiers.package'>['request'];
export type PackageChoice = Pick<Request, 'form' | 'files' | 'seal'>;

export const ways = ['pdf', 'folder', 'zip'] as const;
export const files = ['none', 'pictures', 'originals'] as const;
export const seals = ['none', 'passphrase', 'recipient'] as const;

export class Packing {
  way = $state<(typeof ways)[number]>('pdf');
  files = $state<(typeof files)[number]>('none');
  seal = $state<(typeof seals)[number]>('none');
  passphrase = $state('');
  recipient = $state('');
  /** For whom it is, as the log keeps it. */
  forWhom = $state('');

  /** `null` is the PDF alone. */
  get choice(): PackageChoice | null {
    if (this.way === 'pdf') return null;
    return { form: this.way, files: this.files, seal: this.way === 'zip' ? this.#sealed() : null };
  }

  /** Nothing is wanted that is still to be typed. */
  get ready(): boolean {
    if (this.way !== 'zip') return true;
    if (this.seal === 'passphrase') return this.passphrase !== '';
    return this.seal !== 'recipient' || /^age1\S+$/.test(this.recipient.trim());
  }

  #sealed(): Request['seal'] {
    if (this.seal === 'passphrase') return { by: 'passphrase', passphrase: this.passphrase };
    if (this.seal === 'recipient') return { by: 'recipient', recipient: this.recipient.trim() };
    return null;
  }
}
