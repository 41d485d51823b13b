/** What lines of the log and findings of a check are about, in words that a person knows: shelfmarks, titles, names. */
import type { Quote } from '../../../../archive/model/index.ts';
import type { Records } from '../../lib/records.svelte.ts';
import { t } from '../../lib/texts.svelte.ts';

/** What the window does not know is told by its identifier. */
export function subjectName(
  {
    sources,
    dossiers,
    tags,
    entities,
    profiles,
    stamps,
    searches,
    claims,
    gatherings,
    quotes,
    pairings,
  }: Records,
  id: string,
  more: ReadonlyMap<string, Quote> = quotes,
): string {
  const quote = quotes.get(id) ?? more.get(id);
  const pairing = pairings.get(id);
  const quoted = quote && sources.get(quote.source)?.shelfmark;
  return (
    sources.get(id)?.shelfmark ??
    (quoted === undefined ? undefined : t('log.quoteIn', { shelfmark: quoted })) ??
    dossiers.get(id)?.title ??
    tags.get(id)?.name ??
    entities.get(id)?.name ??
    profiles.get(id)?.name ??
    (stamps.has(id) ? t('log.stamp') : undefined) ??
    searches.get(id)?.name ??
    claims.get(id)?.question ??
    gatherings.get(id)?.name ??
    (pairing && t('log.pairing', { a: pairing.a.exact, b: pairing.b.exact })) ??
    id
  );
}

const roles = ['keys', 'head', 'journal', 'snapshot'] as const;

/** One subject of a finding: a kind of file, numbers of changes, or an item. */
export function findingSubject(subject: string, nameOf: (id: string) => string): string {
  const role = roles.find((known) => known === subject);
  if (role) return t(`verify.role.${role}`);
  const changes = /^(\d+)–(\d+)$/.exec(subject);
  if (!changes) return nameOf(subject);
  const [, from = '', to = ''] = changes;
  return from === to ? t('verify.change', { from }) : t('verify.changes', { from, to });
}
