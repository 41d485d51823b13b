/** Whether a part of a picture can be what a draft says: it has a picture, lies in it, and encloses something. */
import { fail, ok, type Result } from '../../lib/result.ts';
import {
  boundsOf,
  hasExtent,
  isOutline,
  liesInside,
  type RegionAnchor,
  type Source,
} from '../../model/index.ts';

type RegionFailure = 'no-picture' | 'region-outside' | 'region-empty' | 'region-crossed';

/** The rectangle around an outline is worked out here, whatever the draft says of it. */
export function placeRegion(
  source: Source,
  region: RegionAnchor,
): Result<RegionAnchor, RegionFailure> {
  if (source.kind !== 'image') return fail('no-picture');
  const { polygon, page = 1 } = region;
  if (page > Math.max(1, source.pages?.count ?? 1)) return fail('region-outside');
  if (polygon && !isOutline(polygon)) return fail('region-crossed');
  const placed = polygon ? { ...region, ...boundsOf(polygon) } : region;
  if (!liesInside(placed)) return fail('region-outside');
  return hasExtent(placed) ? ok(placed) : fail('region-empty');
}
