/** How kinds of names, and their protection, look. */
import type { EntityKind, Protection } from '../../../../archive/model/index.ts';
import type { IconName } from '../../lib/ui/icons.ts';

export const entityIcons: Readonly<Record<EntityKind, IconName>> = {
  person: 'user-round',
  organisation: 'building',
  place: 'map-pin',
};

export const protectionIcons: Readonly<Record<Protection, IconName>> = {
  undecided: 'circle-dashed',
  public: 'globe',
  consented: 'check',
  'must-not-be-named': 'eye-off',
};
