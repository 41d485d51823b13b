/** What a sheet that saves something for others asks of its caller. */
import type { Answer } from '../../preload/contract.ts';

/** What may leave although it must not. */
export interface Despite {
  readonly names: boolean;
  readonly parts: boolean;
}

/** What is said when something must not leave, and what the button says that lets it. */
export interface StopWords {
  readonly text: string;
  readonly action: string;
}

/** What was saved, in words; `null` when the person thought better of it. */
export type Saved = Answer<string | null>;

export function inWords<T>(answer: Answer<T | null>, words: (value: T) => string): Saved {
  if (!answer.ok) return answer;
  return { ...answer, value: answer.value === null ? null : words(answer.value) };
}
