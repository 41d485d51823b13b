/** The making of an archive: what was typed, what is still missing. */
import type { Chosen } from '../../../preload/contract.ts';
import type { App } from '../../lib/app.svelte.ts';
import { NewPassphrase } from '../../lib/secrets/new-passphrase.svelte.ts';
import { sayFailure, t } from '../../lib/texts.svelte.ts';

type Wrong = Partial<Record<'name' | 'folder', string>>;

export class CreateFormState {
  readonly #app: App;
  readonly choice: NewPassphrase;
  name = $state('');
  folder = $state.raw<Chosen | null>(null);
  working = $state(false);
  choosing = $state(false);
  trouble = $state('');
  wrong = $state.raw<Wrong>({});

  constructor(app: App) {
    this.#app = app;
    this.choice = new NewPassphrase(app);
  }

  async create(): Promise<void> {
    this.trouble = '';
    this.wrong = this.#missing();
    const chosen = this.choice.check();
    if (!chosen || Object.keys(this.wrong).length > 0 || !this.folder) return;
    this.working = true;
    const passphrase = this.choice.value;
    const answer = await this.#app.ask('archive.create', {
      folder: this.folder.ticket,
      name: this.name.trim(),
      passphrase,
    });
    if (answer.ok) {
      this.#app.lastFolder = this.folder;
      await this.#app.enterNew(passphrase);
      return;
    }
    this.working = false;
    this.#place(answer.error.code, sayFailure(answer.error));
  }

  #missing(): Wrong {
    const wrong: Wrong = {};
    if (this.name.trim() === '') wrong.name = t('create.nameMissing');
    if (!this.folder) wrong.folder = t('folder.missing');
    return wrong;
  }

  #place(code: string, said: string): void {
    if (code.startsWith('passphrase-')) this.choice.wrong = { passphrase: said };
    else if (code.startsWith('folder-') || code === 'ticket-expired' || code === 'unwritable') {
      this.folder = null;
      this.wrong = { folder: said };
    } else this.trouble = said;
  }
}
