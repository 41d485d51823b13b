/** The identifiers of all that answer the whole query: the list itself knows only what is near the view. */
import type { App } from '../../lib/app.svelte.ts';
import { sayFailure } from '../../lib/texts.svelte.ts';

const PAGE = 1_000;
/** So many can be tagged in one go. */
const MOST = 20_000;

/** Told page by page; nothing more once another question was asked. */
export async function eachResult(app: App, tell: (ids: readonly string[]) => void): Promise<void> {
  const { answered, sort, total, rows } = app.finding;
  const end = Math.min(MOST, total === 0 ? rows.length : total);
  for (let offset = 0; offset < end; offset += PAGE) {
    const limit = Math.min(PAGE, end - offset);
    const request = { query: answered, sort, offset, limit, kinds: [], tags: [] };
    const answer = await app.ask('search.find', request);
    if (!answer.ok) app.toasts.trouble(sayFailure(answer.error));
    if (!answer.ok || app.finding.answered !== answered) return;
    tell(answer.value.results.map(({ id }) => id));
  }
}
