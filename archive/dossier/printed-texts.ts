/** Every text that a printed dossier shows, so that it can be searched. */
import type { PrintedDossier } from './print.ts';

/** Runs of one paragraph come as one text: a name can reach over the edge of a marked passage. */
export function* printedTexts(print: PrintedDossier): Generator<string> {
  yield* textsIn(print);
}

function* textsIn(node: unknown): Generator<string> {
  if (typeof node === 'string') yield node;
  else if (Array.isArray(node)) for (const part of node as unknown[]) yield* textsIn(part);
  else if (typeof node === 'object' && node !== null)
    for (const [key, value] of Object.entries(node))
      if (key === 'runs') yield textOfRuns(value as readonly unknown[]);
      else yield* textsIn(value);
}

function textOfRuns(runs: readonly unknown[]): string {
  return runs
    .map((run) =>
      typeof run === 'string'
        ? run
        : typeof run === 'object' && run !== null && 't' in run && typeof run.t === 'string'
          ? run.t
          : '',
    )
    .join('');
}
