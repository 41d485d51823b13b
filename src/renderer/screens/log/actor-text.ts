/** Who did it, as a line of the log says it. */
import type { Activity } from '../../../../archive/model/index.ts';
import { t } from '../../lib/texts.svelte.ts';

export function actorText({ actor }: Activity): string {
  if (actor?.state === 'value') return actor.value;
  return t(`stated.${actor?.state ?? 'unknown'}`);
}
