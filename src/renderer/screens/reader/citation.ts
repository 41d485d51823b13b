/** A passage with where it stands, as one pastes it into a letter. */
import type { Source } from '../../../../archive/model/index.ts';
import { formatDate } from '../../lib/format.ts';

/** `“…” (Northern Courier, “Title”, 9 April 2026; K-0142 ¶ 5)`; of a paged original also the page: `K-0142 p. 3 ¶ 5` */
export function citation(
  exact: string,
  source: Source,
  paragraph: number,
  page: number | null = null,
): string {
  const { publisher, published } = source.metadata;
  const from = [publisher, `“${source.title}”`, published === null ? null : formatDate(published)]
    .filter((part) => part !== null)
    .join(', ');
  const quoted = /^[“„«"]/.test(exact) ? exact : `“${exact}”`;
  const place = `${page === null ? '' : `p. ${page} `}¶ ${paragraph}`;
  return `${quoted} (${from}; ${source.shelfmark} ${place})`;
}
