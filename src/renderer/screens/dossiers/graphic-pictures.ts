/** Graphic pictures that the pages of a dossier show as they are. */
import type { Claim, Quote, Section, Sharing, Source } from '../../../../archive/model/index.ts';
import { coversGraphic } from '../../../../archive/model/share-profiles.ts';

interface Records {
  readonly sources: ReadonlyMap<string, Source>;
  readonly quotes: ReadonlyMap<string, Quote>;
  readonly claims: ReadonlyMap<string, Claim>;
}

/** None where a profile covers them. */
export function graphicPictures(
  sections: readonly Section[],
  sharing: Sharing | null,
  records: Records,
): readonly string[] {
  if (coversGraphic(sharing)) return [];
  const printed = new Set(sections.flatMap((section) => sourcesOf(section, records)));
  return [...printed].filter((id) => {
    const source = records.sources.get(id);
    return source?.kind === 'image' && source.graphic;
  });
}

function sourcesOf(section: Section, { quotes, claims }: Records): readonly string[] {
  const ofQuote = (id: string) => quotes.get(id)?.source ?? [];
  const rowsOf = (id: string) => claims.get(id)?.rows ?? [];
  switch (section.kind) {
    case 'heading':
    case 'text':
      return [];
    case 'source':
      return [section.source];
    case 'comparison':
      return [section.a, section.b];
    case 'quote':
      return [ofQuote(section.quote)].flat();
    case 'claim':
      return rowsOf(section.claim).flatMap(({ quote }) => ofQuote(quote));
    case 'chronology':
      return section.entries.flatMap((entry) => {
        if (entry.kind === 'source') return entry.source;
        if (entry.kind === 'quote') return ofQuote(entry.quote);
        return rowsOf(entry.claim).flatMap(({ id, quote }) =>
          id === entry.row ? ofQuote(quote) : [],
        );
      });
  }
}
