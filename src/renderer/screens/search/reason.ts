/** Why a result was found, in few words. */
import type { SearchReason } from '../../../../archive/face/index.ts';
import { t } from '../../lib/texts.svelte.ts';

/** `null` when nothing needs to be said: the words stand there as they were asked. */
export function reasonText({ kind, asked, found, letters = 0 }: SearchReason): string | null {
  switch (kind) {
    case 'exact':
    case 'phrase':
      return null;
    case 'same-sound':
      return t('reason.same-sound', { asked, found });
    case 'letters-differ':
      return t('reason.letters-differ', { asked, found, count: letters });
    case 'other-name':
      return t('reason.other-name', { asked, found });
    case 'stem':
      return t('reason.stem', { found });
    case 'prefix':
      return t('reason.prefix', { found });
    case 'speaker':
      return t('reason.speaker', { found });
    case 'tag':
      return t('reason.tag', { found });
    case 'name':
      return t('reason.name', { asked, found });
    default:
      return found;
  }
}
