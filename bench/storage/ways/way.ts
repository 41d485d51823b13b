/** What is asked of every way to keep quotes. Each step runs in a process of its own. */
import type { Quote } from '../../../archive/model/index.ts';

export interface Way {
  /** Makes an archive with so many quotes in an empty folder. */
  readonly fill: (folder: string, count: number) => Promise<void>;
  /** Without the time that a key takes to be derived. */
  readonly open: (folder: string) => Promise<Keeping>;
}

export interface Keeping {
  /** Resolves when the quote is on the medium. */
  readonly add: (quote: Quote) => Promise<void>;
  /** Has every quote in memory; answers how many. Where opening does that already, at once. */
  readonly readAll: () => number;
  readonly close: () => Promise<void>;
}
