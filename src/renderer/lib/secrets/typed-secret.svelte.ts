/** What a person types to open an archive: a passphrase, recovery words or shares. It lives in its form alone. */
import type { Failure } from '../../../../archive/lib/result.ts';
import { sayFailure, t } from '../texts.svelte.ts';
import { checkRecoveryWords, checkShares } from './word-check.ts';

export type SecretWay = 'passphrase' | 'words' | 'shares';

/** As many as an archive can have. */
const MOST_SHARES = 16;

const aboutSecret: ReadonlySet<string> = new Set([
  'wrong-passphrase',
  'passphrase-empty',
  'passphrase-too-long',
  'share-wrong',
  'shares-mixed',
  'shares-missing',
]);

export class TypedSecret {
  way = $state<SecretWay>('passphrase');
  passphrase = $state('');
  words = $state('');
  shares = $state<string[]>(['', '']);
  shown = $state(false);
  wrong = $state<string | undefined>();

  readonly wordsCheck = $derived(checkRecoveryWords(this.words));
  readonly shareChecks = $derived(checkShares(this.shares));
  /** Known from the first whole share on. */
  readonly needed = $derived(
    this.shareChecks.find(({ share }) => share !== null)?.share?.needed ?? null,
  );
  readonly wholeShares = $derived(this.shareChecks.filter(({ state }) => state === 'whole').length);
  readonly canAddShare = $derived(this.shares.length < MOST_SHARES);

  /** As it is sent. */
  get typed(): string {
    if (this.way === 'passphrase') return this.passphrase;
    if (this.way === 'words') return this.words;
    return this.shares.filter((share) => share.trim() !== '').join('\n');
  }

  addShare(): void {
    if (this.canAddShare) this.shares.push('');
  }

  /** As many fields as shares are needed, once that is known. */
  fitShares(): void {
    while (this.needed !== null && this.shares.length < this.needed && this.canAddShare)
      this.shares.push('');
  }

  /** Whether it is worth sending; says in place what is missing. */
  check(): boolean {
    this.wrong = this.#missing();
    return this.wrong === undefined;
  }

  /** Takes a failure that is about what was typed. Answers whether it was one. */
  take(failure: Failure): boolean {
    if (!aboutSecret.has(failure.code)) return false;
    this.wrong =
      failure.code === 'wrong-passphrase'
        ? t(`secret.currentWrong.${this.way}`)
        : sayFailure(failure);
    return true;
  }

  forget(): void {
    this.passphrase = '';
    this.words = '';
    this.shares = ['', ''];
    this.shown = false;
    this.wrong = undefined;
  }

  #missing(): string | undefined {
    if (this.way === 'passphrase')
      return this.passphrase === '' ? sayFailure({ code: 'passphrase-empty' }) : undefined;
    if (this.way === 'words')
      return this.wordsCheck.state === 'all' ? undefined : t('words.missing');
    const filled = this.shareChecks.filter(({ state }) => state !== 'none');
    if (filled.some(({ state }) => state !== 'whole' && state !== 'same'))
      return t('share.someWrong');
    if (this.needed === null) return t('share.neededUnknown');
    if (this.wholeShares < this.needed)
      return t('share.needed', { needed: this.needed, have: this.wholeShares });
    return undefined;
  }
}
