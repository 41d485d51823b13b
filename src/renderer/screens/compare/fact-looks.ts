/** The sign of each verdict, and which comes first. */
import type { IconName } from '../../lib/ui/icons.ts';
import type { FactRow } from './fact-rows.ts';

export const verdicts = ['differs', 'same', 'only'] as const;

export const looks = {
  differs: { icon: 'equal-not', order: 0 },
  same: { icon: 'equal', order: 1 },
  only: { icon: 'diamond', order: 2 },
} as const satisfies Record<FactRow['verdict'], { icon: IconName; order: number }>;
