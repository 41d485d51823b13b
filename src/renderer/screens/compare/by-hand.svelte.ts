/** What a person decides of the facts and words of one comparison: pairs are broken, made, and left to the comparison again. */
import type { Comparison, Fact, FactPair } from '../../../../archive/compare/comparison.ts';
import type { FactPlace, Pairing, Source } from '../../../../archive/model/index.ts';
import type { App } from '../../lib/app.svelte.ts';
import { t } from '../../lib/texts.svelte.ts';
import { asFacts, LONGEST_WORDS, type Words } from './picked-words.ts';
import { otherSide, type Side } from './passages.ts';

interface Making {
  readonly side: Side;
  readonly pair: FactPair;
  readonly fact: Fact;
}

export class ByHand {
  readonly #app: App;
  readonly #sources: () => Readonly<Record<Side, Source>>;
  /** A fact for which what answers to it is being chosen. */
  making = $state.raw<Making | null>(null);

  constructor(app: App, sources: () => Readonly<Record<Side, Source>>) {
    this.#app = app;
    this.#sources = sources;
  }

  /** Decisions about these two sources, whatever their texts are now. */
  get all(): readonly Pairing[] {
    const { a, b } = this.#sources();
    return [...this.#app.records.pairings.values()].filter(
      (one) =>
        (one.a.source === a.id && one.b.source === b.id) ||
        (one.a.source === b.id && one.b.source === a.id),
    );
  }

  /** Those that were made of other texts than are compared now: they do nothing. */
  get stale(): readonly Pairing[] {
    const { a, b } = this.#sources();
    const ofNow = ({ source, textSha256 }: FactPlace) =>
      (source === a.id ? a : b).text?.sha256 === textSha256;
    return this.all.filter((one) => !ofNow(one.a) || !ofNow(one.b));
  }

  /** Whether this row has what may answer to the fact that waits: of the other side, of one kind. */
  answers({ kind, ...pair }: FactPair): boolean {
    const { making } = this;
    return making !== null && kind === making.pair.kind && pair[otherSide(making.side)] !== null;
  }

  /** Begins, or stops, to choose what answers to a fact that stands alone. */
  begin(pair: FactPair): void {
    const side = pair.a ? 'a' : 'b';
    const fact = pair[side];
    if (fact) this.making = this.making?.fact === fact ? null : { side, pair, fact };
  }

  stop(): void {
    this.making = null;
  }

  async make(pair: FactPair): Promise<void> {
    const { making } = this;
    const answer = making && pair[otherSide(making.side)];
    if (!answer) return;
    const [a, b] = making.side === 'a' ? [making.fact, answer] : [answer, making.fact];
    if (await this.#decide('made', pair.kind, a, b)) {
      this.making = null;
      this.#app.sayDone(t('pair.made'));
    }
  }

  async break(pair: FactPair): Promise<void> {
    if (pair.a && pair.b && (await this.#decide('broken', pair.kind, pair.a, pair.b)))
      this.#app.sayDone(t('pair.broken'));
  }

  async forget(id: Pairing['id']): Promise<void> {
    if (await this.#app.command('pairs.forget', { id })) this.#app.sayDone(t('pair.forgotten'));
  }

  /** Words picked on both sides: they tell of the same, or they do not. Answers whether it is kept. */
  async tell(
    decision: Pairing['decision'],
    comparison: Comparison,
    a: Words,
    b: Words,
  ): Promise<boolean> {
    if (Math.max(a.text.length, b.text.length) > LONGEST_WORDS) {
      this.#app.toasts.trouble(t('pair.tooLong', { count: LONGEST_WORDS }));
      return false;
    }
    const facts = asFacts(comparison, a, b, decision);
    const kept = facts
      ? await this.#decide(decision, facts.kind, facts.a, facts.b)
      : await this.#decide(decision, 'words', a, b);
    if (kept) this.#app.sayDone(t(`pair.told.${decision}`));
    return kept;
  }

  async #decide(
    decision: Pairing['decision'],
    kind: FactPair['kind'],
    a: Words,
    b: Words,
  ): Promise<boolean> {
    const sources = this.#sources();
    const place = ({ id, text }: Source, { start, end, text: exact }: Words): FactPlace => {
      return { source: id, textSha256: text?.sha256 ?? '', start, end, exact };
    };
    const draft = { decision, kind, a: place(sources.a, a), b: place(sources.b, b) };
    return (await this.#app.command('pairs.decide', draft)) !== null;
  }
}
