/** A dossier on its way out: what is asked for, what came of it, and the second step when names stand in its way. */
import type { PackageSummary } from '../../../../archive/face/index.ts';
import type { Result } from '../../../../archive/lib/result.ts';
import type { DossierId } from '../../../../archive/model/index.ts';
import type { App } from '../../lib/app.svelte.ts';
import type { RunningJob } from '../../lib/jobs.svelte.ts';
import { sayFailure, t } from '../../lib/texts.svelte.ts';
import type { PackageChoice } from './packing.svelte.ts';

/** How it is let go. */
export interface Leaving {
  readonly despiteNames: boolean;
  readonly recipient: string;
  /** `null`: the PDF alone. */
  readonly packed: PackageChoice | null;
}

export interface Left {
  readonly pages: number;
  readonly sha256: string;
  readonly packed: PackageSummary | null;
  readonly sealed: boolean;
}

/** Names in the files of a package that the PDF does not hold. */
export interface Stopped {
  readonly leaving: Leaving;
  readonly count: number;
}

export class Departure {
  readonly #app: App;
  readonly #id: DossierId;
  going = $state(false);
  left = $state.raw<Left | null>(null);
  stopped = $state.raw<Stopped | null>(null);
  trouble = $state('');

  constructor(app: App, id: DossierId) {
    this.#app = app;
    this.#id = id;
  }

  clear(): void {
    this.left = null;
    this.stopped = null;
    this.trouble = '';
  }

  async go(leaving: Leaving): Promise<void> {
    if (this.going) return;
    this.clear();
    this.going = true;
    const label = t(leaving.packed ? 'dossier.packing' : 'dossier.exporting');
    const answer = await this.#app.jobs.run(label, (job) => this.#ask(leaving, job));
    this.going = false;
    if (answer.ok) this.left = answer.value;
    else if (answer.error.code === 'names-protected' && leaving.packed && !leaving.despiteNames)
      this.stopped = { leaving, count: Number(answer.error.detail?.count ?? 1) };
    else if (answer.error.code !== 'cancelled') this.trouble = sayFailure(answer.error);
  }

  /** `null` when the person thought better of it. */
  async #ask(leaving: Leaving, { signal, onProgress }: RunningJob): Promise<Result<Left | null>> {
    const { packed, ...rest } = leaving;
    const options = { signal, onProgress };
    const id = this.#id;
    if (packed) {
      const request = { ...packed, ...rest };
      const answer = await this.#app.do('dossiers.package', { id, request }, options);
      if (!answer.ok) return answer;
      const { value } = answer;
      return done(value && { ...leftOf(value), packed: value, sealed: packed.seal !== null });
    }
    const answer = await this.#app.do('dossiers.export', { id, ...rest }, options);
    if (!answer.ok) return answer;
    return done(answer.value && { ...leftOf(answer.value), packed: null, sealed: false });
  }
}

function done(value: Left | null): Result<Left | null> {
  return { ok: true, value };
}

function leftOf({ pages, sha256 }: Pick<Left, 'pages' | 'sha256'>) {
  return { pages, sha256 };
}
