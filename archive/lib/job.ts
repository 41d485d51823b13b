/** Long work that reports how far it is and can be asked to stop. */
export interface Job {
  readonly signal: AbortSignal;
  readonly progress: (done: number, total?: number) => void;
}

export const quietJob: Job = { signal: new AbortController().signal, progress: () => undefined };
