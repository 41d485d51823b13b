/** How a kind of source looks and is called. */
import type { Source, SourceKind } from '../../../archive/model/index.ts';
import { t } from './texts.svelte.ts';
import type { IconName } from './ui/icons.ts';

export const kindIcons: Readonly<Record<SourceKind, IconName>> = {
  page: 'globe',
  text: 'file-text',
  image: 'image',
  file: 'file',
  mail: 'mail',
  chat: 'messages-square',
  reference: 'bookmark',
};

export const kindName = (kind: SourceKind): string => t(`kind.${kind}`);

/** `lang` for a foreign text; nothing when the language is not known. */
export const langOf = (language: string | undefined): string | undefined =>
  language === undefined || language === 'und' ? undefined : language;

export const sourceLang = (source: Source): string | undefined => langOf(source.text?.language);
