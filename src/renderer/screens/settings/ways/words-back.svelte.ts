/** Two of the words, picked by chance, to be typed back from the paper. */
import { t } from '../../../lib/texts.svelte.ts';

class AskedWord {
  readonly place: number;
  typed = $state('');
  wrong = $state<string | undefined>();

  constructor(place: number) {
    this.place = place;
  }
}

export class WordsBack {
  asked = $state.raw<readonly AskedWord[]>([]);

  /** Places from 1. */
  begin(count: number): void {
    const first = below(count);
    const second = (first + 1 + below(count - 1)) % count;
    this.asked = [first, second].sort((a, b) => a - b).map((at) => new AskedWord(at + 1));
  }

  check(words: readonly string[]): boolean {
    for (const asked of this.asked) {
      const { place, typed } = asked;
      const right = typed.trim().toLowerCase() === words[place - 1];
      asked.wrong = right ? undefined : t('ways.words.differs', { place });
    }
    return this.asked.every(({ wrong }) => wrong === undefined);
  }
}

function below(count: number): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % count;
}
