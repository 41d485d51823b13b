/** One change of what opens the archive: what opens it now, the work, and what went wrong, each in its place. */
import type { Answer } from '../../../../preload/contract.ts';
import { TypedSecret } from '../../../lib/secrets/typed-secret.svelte.ts';
import { sayFailure } from '../../../lib/texts.svelte.ts';

export class KeyAction {
  readonly current = new TypedSecret();
  working = $state(false);
  trouble = $state('');

  /** `known` opens the archive; without it, what was typed. `null` when it was not done. */
  async run<T>(
    ask: (current: string) => Promise<Answer<T>>,
    known?: string,
  ): Promise<{ readonly value: T } | null> {
    this.trouble = '';
    if (this.working || (known === undefined && !this.current.check())) return null;
    this.working = true;
    const answer = await ask(known ?? this.current.typed);
    this.working = false;
    if (answer.ok) return { value: answer.value };
    if (!this.current.take(answer.error) || known !== undefined)
      this.trouble = sayFailure(answer.error);
    return null;
  }

  forget(): void {
    this.current.forget();
  }
}
