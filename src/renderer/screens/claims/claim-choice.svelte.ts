/** Which claim rows go to, and how they are added to it. */
import type { ClaimId } from '../../../../archive/model/index.ts';
import type { Failure } from '../../../../archive/lib/result.ts';
import type { Input } from '../../../preload/contract.ts';
import type { App } from '../../lib/app.svelte.ts';
import { t } from '../../lib/texts.svelte.ts';

export type RowDraft = Input<'claims.addRows'>['rows'][number];

export class ClaimChoice {
  readonly #app: App;
  chosen = $state<ClaimId | 'new'>('new');
  question = $state('');
  unit = $state('');
  wrong = $state<string | undefined>();

  /** Begins with the claim that was changed last, or with a new one. */
  constructor(app: App, unit: string) {
    this.#app = app;
    this.unit = unit;
    const [last] = [...app.records.claims.values()].sort((one, other) =>
      other.changedAt.localeCompare(one.changedAt),
    );
    if (last) this.chosen = last.id;
  }

  /** The unit of the claim, which rows need not repeat. */
  get unitOfClaim(): string {
    if (this.chosen === 'new') return this.unit.trim();
    return this.#app.records.claims.get(this.chosen)?.unit ?? '';
  }

  /** Whether a claim was chosen or can be begun. */
  ready(): boolean {
    this.wrong =
      this.chosen === 'new' && this.question.trim() === '' ? t('claim.questionMissing') : undefined;
    return this.wrong === undefined;
  }

  /** Answers what went wrong, or `null`; says what was done, with a way there. */
  async add(rows: readonly RowDraft[]): Promise<Failure | null> {
    const app = this.#app;
    const answer =
      this.chosen === 'new'
        ? await app.do('claims.add', {
            question: this.question.trim(),
            unit: this.unit.trim(),
            period: null,
            note: '',
            rows: [...rows],
          })
        : await app.do('claims.addRows', { id: this.chosen, rows: [...rows] });
    if (!answer.ok) return answer.error;
    const { id, question } = answer.value;
    app.toasts.add({
      text: t('toClaim.added', { count: rows.length, question }),
      tone: 'plain',
      action: {
        label: t('claims.open'),
        valid: () => app.records.claims.has(id),
        run: () => {
          app.nav.open({ screen: 'claims', claim: id });
        },
      },
    });
    return null;
  }
}
