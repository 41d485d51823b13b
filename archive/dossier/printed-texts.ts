/** Every text that a printed dossier, or a part of it, shows, so that it can be searched. */

/** Our own fixed wording: the same in every dossier. */
export const FIXED_WORDING = [
  'words',
  'method',
  'legend',
  'wordLegend',
  'claimLegend',
  'check',
] as const;

/** Said once more elsewhere, shortened or for those who cannot see. */
export const REPEATED = ['shortTitle', 'shortText', 'alternative'] as const;

/** Runs of one paragraph come as one text: a name can reach over the edge of a marked passage. */
export function printedTexts(node: unknown, without: readonly string[] = []): readonly string[] {
  const texts: string[] = [];
  gather(node, without, texts);
  return texts;
}

function gather(node: unknown, without: readonly string[], texts: string[]): void {
  if (typeof node === 'string') texts.push(node);
  else if (Array.isArray(node)) for (const part of node as unknown[]) gather(part, without, texts);
  else if (typeof node === 'object' && node !== null)
    for (const [key, value] of Object.entries(node))
      if (without.includes(key)) continue;
      else if (key === 'runs') texts.push(textOfRuns(value as readonly unknown[]));
      else gather(value, without, texts);
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
