/** Every text that a printed dossier, or a part of it, shows, so that it can be searched. */

/** Our own fixed wording: the same in every dossier. */
export const FIXED_WORDING = ['words', 'method', 'legend', 'claimLegend', 'check'] as const;

/** Said once more elsewhere, shortened or for those who cannot see. */
export const REPEATED = ['shortTitle', 'shortText', 'alternative'] as const;

/** Runs of one paragraph come as one text: a name can reach over the edge of a marked passage. */
export function* printedTexts(node: unknown, without: readonly string[] = []): Generator<string> {
  if (typeof node === 'string') yield node;
  else if (Array.isArray(node))
    for (const part of node as unknown[]) yield* printedTexts(part, without);
  else if (typeof node === 'object' && node !== null)
    for (const [key, value] of Object.entries(node))
      if (without.includes(key)) continue;
      else if (key === 'runs') yield textOfRuns(value as readonly unknown[]);
      else yield* printedTexts(value, without);
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
