/** What may go wrong while a passphrase is typed unseen: Caps Lock, or another keyboard layout. */
import { t } from '../texts.svelte.ts';

export class TypingHints {
  capsLock = $state(false);

  /** Caps Lock is only known from an event. */
  readonly hear = (event: KeyboardEvent): void => {
    this.capsLock = event.getModifierState('CapsLock');
  };

  /** A sentence, or `undefined` when there is nothing to say. */
  about(typed: string): string | undefined {
    if (this.capsLock) return t('passphrase.capsLock');
    if (/\p{Script=Cyrillic}/u.test(typed)) return t('passphrase.cyrillic');
    if (/\p{Script=Arabic}/u.test(typed)) return t('passphrase.arabic');
    return undefined;
  }
}
