/** A passphrase that is being chosen: suggested, or her own. It lives in its form alone. */
import type { App } from '../app.svelte.ts';
import { sayFailure, t } from '../texts.svelte.ts';

export type NewPassphraseWrong = Partial<Record<'passphrase' | 'again' | 'kept', string>>;

/** Letters of an own passphrase at the least, and how many different ones. */
const LEAST = 16;
const LEAST_DIFFERENT = 6;

export class NewPassphrase {
  readonly #app: App;
  way = $state<'suggested' | 'own'>('suggested');
  suggested = $state('');
  own = $state('');
  again = $state('');
  shown = $state(false);
  /** She says that she has it somewhere safe. */
  kept = $state(false);
  wrong = $state.raw<NewPassphraseWrong>({});
  /** Why there is no suggestion. */
  trouble = $state('');

  constructor(app: App) {
    this.#app = app;
  }

  get value(): string {
    return this.way === 'suggested' ? this.suggested : this.own;
  }

  async suggest(): Promise<void> {
    this.kept = false;
    const answer = await this.#app.ask('archive.suggestPassphrase', {});
    if (answer.ok) this.suggested = answer.value;
    else {
      this.trouble = sayFailure(answer.error);
      this.way = 'own';
    }
  }

  /** Whether it can be taken; says in place what is missing. */
  check(): boolean {
    const wrong: NewPassphraseWrong = {};
    if (this.way === 'own') {
      if (this.own === '') wrong.passphrase = sayFailure({ code: 'passphrase-empty' });
      else if (isWeak(this.own)) wrong.passphrase = sayFailure({ code: 'passphrase-weak' });
      else if (this.own !== this.again) wrong.again = t('create.differ');
    }
    if (!this.kept) wrong.kept = t('create.keptMissing');
    this.wrong = wrong;
    return Object.keys(wrong).length === 0;
  }

  forget(): void {
    this.own = '';
    this.again = '';
    this.suggested = '';
  }
}

function isWeak(passphrase: string): boolean {
  const letters = Array.from(passphrase.normalize('NFC'));
  return letters.length < LEAST || new Set(letters).size < LEAST_DIFFERENT;
}
