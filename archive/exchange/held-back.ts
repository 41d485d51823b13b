/** What stays here whatever leaves: quotes that are marked as sensitive, and what rests on them. */
import type { ArchiveView } from './view.ts';

export interface HeldBack {
  readonly view: ArchiveView;
  /** Quotes that stay. */
  readonly heldBack: number;
}

/** Rows of claims and sections of dossiers go with their quote. The texts of sources stay as they are. */
export function withoutSensitive(view: ArchiveView): HeldBack {
  const stays = new Set<string>(
    view.quotes.filter(({ sensitive }) => sensitive).map(({ id }) => id),
  );
  if (stays.size === 0) return { view, heldBack: 0 };
  return {
    view: {
      ...view,
      quotes: view.quotes.filter(({ id }) => !stays.has(id)),
      claims: view.claims.map((claim) => ({
        ...claim,
        rows: claim.rows.filter(({ quote }) => !stays.has(quote)),
      })),
      dossiers: view.dossiers.map((dossier) => ({
        ...dossier,
        sections: dossier.sections.filter(
          (section) => section.kind !== 'quote' || !stays.has(section.quote),
        ),
      })),
    },
    heldBack: stays.size,
  };
}
