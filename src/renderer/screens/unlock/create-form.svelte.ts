/** The making of an archive: what was typed, what is still missing. */
import type { Chosen } from '../../../preload/contract.ts';
import type { App } from '../../lib/app.svelte.ts';
import { sayFailure, t } from '../../lib/texts.svelte.ts';

type Wrong = Partial<Record<'name' | 'folder' | 'passphrase' | 'again' | 'kept', string>>;

export class CreateFormState {
  readonly #app: App;
  name = $state('');
  folder = $state.raw<Chosen | null>(null);
  way = $state<'suggested' | 'own'>('suggested');
  suggested = $state('');
  own = $state('');
  again = $state('');
  shown = $state(false);
  /** She says that she has it somewhere safe. */
  kept = $state(false);
  working = $state(false);
  choosing = $state(false);
  trouble = $state('');
  wrong = $state.raw<Wrong>({});

  constructor(app: App) {
    this.#app = app;
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

  async create(): Promise<void> {
    this.trouble = '';
    this.wrong = this.#missing();
    if (Object.keys(this.wrong).length > 0 || !this.folder) return;
    this.working = true;
    const answer = await this.#app.ask('archive.create', {
      folder: this.folder.ticket,
      name: this.name.trim(),
      passphrase: this.way === 'suggested' ? this.suggested : this.own,
    });
    if (answer.ok) {
      this.#app.lastFolder = this.folder;
      this.forget();
      await this.#app.enter();
      return;
    }
    this.working = false;
    this.#place(answer.error.code, sayFailure(answer.error));
  }

  forget(): void {
    this.own = '';
    this.again = '';
    this.suggested = '';
  }

  #missing(): Wrong {
    const wrong: Wrong = {};
    if (this.name.trim() === '') wrong.name = t('create.nameMissing');
    if (!this.folder) wrong.folder = t('folder.missing');
    if (this.way === 'own') {
      if (this.own === '') wrong.passphrase = sayFailure({ code: 'passphrase-empty' });
      else if (this.own !== this.again) wrong.again = t('create.differ');
    }
    if (!this.kept) wrong.kept = t('create.keptMissing');
    return wrong;
  }

  #place(code: string, said: string): void {
    if (code.startsWith('passphrase-')) this.wrong = { passphrase: said };
    else if (code.startsWith('folder-') || code === 'ticket-expired' || code === 'unwritable') {
      this.folder = null;
      this.wrong = { folder: said };
    } else this.trouble = said;
  }
}
