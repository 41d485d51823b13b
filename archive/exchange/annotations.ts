/** Quotes as W3C Web Annotations: a quote selector and a position selector, positions in Unicode code points. */
import {
  type Entity,
  type Quote,
  type RegionAnchor,
  type Source,
  standsIn,
  statusOf,
  type Tag,
} from '../model/index.ts';
import { type ById, byId } from './by-id.ts';
import { CodePoints } from './code-points.ts';
import type { ArchiveView } from './view.ts';

/** What a quote names, to be found. */
interface Named {
  readonly source: ById<Source>;
  readonly entity: ById<Entity>;
  readonly tag: ById<Tag>;
}

/** `texts` are the plain texts by source, `target` names the file of a source inside the package. */
export function annotationPage(
  view: ArchiveView,
  texts: ReadonlyMap<string, string>,
  target: (source: string) => string,
): object {
  const points = new Map([...texts].map(([id, text]) => [id, new CodePoints(text)]));
  const named = {
    source: byId(view.sources),
    entity: byId(view.entities),
    tag: byId(view.tags),
  };
  return {
    // What the standard has no term for.
    '@context': ['http://www.w3.org/ns/anno.jsonld', { kuferak: 'urn:kuferak:term:' }],
    type: 'AnnotationPage',
    items: view.quotes.map((quote) => annotation(quote, named, points.get(quote.source), target)),
  };
}

function annotation(
  quote: Quote,
  named: Named,
  points: CodePoints | undefined,
  target: (source: string) => string,
): object {
  const speaker = named.entity(quote.speaker);
  const tags = quote.tags.flatMap((id) => named.tag(id)?.name ?? []);
  return {
    id: `urn:kuferak:${quote.id}`,
    type: 'Annotation',
    created: quote.createdAt,
    modified: quote.changedAt,
    'kuferak:check': quote.check,
    ...(quote.confidence && { 'kuferak:confidence': quote.confidence }),
    body: [
      ...tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value })),
      ...(quote.note === ''
        ? []
        : [{ type: 'TextualBody', purpose: 'commenting', value: quote.note }]),
      ...(quote.seen ? [{ type: 'TextualBody', purpose: 'describing', value: quote.seen }] : []),
      ...(speaker ? [{ type: 'TextualBody', purpose: 'identifying', value: speaker.name }] : []),
      ...(quote.translation
        ? [
            {
              type: 'TextualBody',
              purpose: 'editing',
              value: quote.translation.text,
              language: quote.translation.language,
              // Whose words these are: not the speaker's.
              ...(quote.translation.translator !== null && {
                creator: { type: 'Person', name: quote.translation.translator },
              }),
              'kuferak:translationStatus': statusOf(quote.translation),
            },
          ]
        : []),
    ],
    target: {
      source: target(quote.source),
      selector: selectors(quote, isPlaced(quote, named) ? points : undefined),
    },
  };
}

/** A quote that has no place in the text of now is told by its words alone. */
function isPlaced(quote: Quote, { source }: Named): boolean {
  return standsIn(quote, source(quote.source)?.text?.sha256);
}

function selectors({ anchor }: Quote, points: CodePoints | undefined): object[] {
  if (anchor.kind === 'region') return regionSelectors(anchor);
  const { exact, prefix, suffix, start, end } = anchor;
  const quoteSelector = { type: 'TextQuoteSelector', exact, prefix, suffix };
  if (!points) return [quoteSelector];
  return [
    quoteSelector,
    { type: 'TextPositionSelector', start: points.at(start), end: points.at(end) },
  ];
}

/** The rectangle as a media fragment; an outline as a drawing too, in percent of the upright picture. */
function regionSelectors({ x, y, width, height, polygon, page }: RegionAnchor): object[] {
  const ofPage = page === undefined ? {} : { 'kuferak:page': page };
  const fragment = {
    type: 'FragmentSelector',
    conformsTo: 'http://www.w3.org/TR/media-frags/',
    value: `xywh=percent:${[x, y, width, height].map(percent).join(',')}`,
    ...ofPage,
  };
  if (!polygon) return [fragment];
  const points = polygon.map((corner) => corner.map(percent).join(',')).join(' ');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" preserveAspectRatio="none"><polygon points="${points}"/></svg>`;
  return [fragment, { type: 'SvgSelector', value: svg, ...ofPage }];
}

/** To a millionth: shares that arithmetic made are not to look more exact than they are. */
function percent(share: number): number {
  return Math.round(share * 1e8) / 1e6;
}
