/** Where a part of a picture is, in words. */
import type { RegionAnchor } from '../../../../archive/model/index.ts';
import { formatNumber } from '../../lib/format.ts';
import { t } from '../../lib/texts.svelte.ts';

export function placeOfRegion({ x, y, width, height, page = 1 }: RegionAnchor): string {
  const percent = (share: number) => formatNumber(Math.round(share * 100));
  const place = t('region.place', {
    ...{ left: percent(x), top: percent(y) },
    ...{ width: percent(width), height: percent(height) },
  });
  return page > 1 ? `${t('reader.page', { page })} · ${place}` : place;
}
