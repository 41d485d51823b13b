/**
 * What the places of an original say of each thing that is known of it, beside what was chosen: values that mean the
 * same are one claim, with all places that make it.
 */
import type { MetadataField, Reading, Source } from '../model/index.ts';
import { toPartialDate } from './dates.ts';
import { toAddress } from './readings.ts';

interface Claim {
  /** As it would be kept. */
  readonly value: string;
  /** Where that was read. */
  readonly from: readonly string[];
  /** It says what is kept. */
  readonly kept: boolean;
}

interface FieldClaims {
  readonly field: MetadataField;
  /** What is kept now; several authors are joined by `; `. `null` is not known. */
  readonly kept: string | null;
  readonly claims: readonly Claim[];
  /** The places do not agree with each other. */
  readonly contradict: boolean;
  /** Who chose or wrote it, when somebody did. */
  readonly byHand: { readonly by: string; readonly reason: string; readonly at: string } | null;
}

const READINGS: readonly (readonly [MetadataField, Reading['field']])[] = [
  ['title', 'title'],
  ['authors', 'author'],
  ['publisher', 'publisher'],
  ['published', 'published'],
  ['modified', 'modified'],
  ['event', 'taken'],
  ['address', 'address'],
  ['licence', 'licence'],
];

export function claimsOf({ title, metadata }: Source): FieldClaims[] {
  return READINGS.map(([field, read]) => {
    const claims: { value: string; from: string[] }[] = [];
    for (const reading of metadata.readings) {
      if (reading.field !== read) continue;
      const value = normal(field, reading.value);
      if (value === null) continue;
      const known = claims.find((claim) => agree(field, claim.value, value));
      if (!known) claims.push({ value, from: [reading.from] });
      else {
        // Of a day and a moment in it, the moment says more.
        if (value.length > known.value.length && isDate(field)) known.value = value;
        if (!known.from.includes(reading.from)) known.from.push(reading.from);
      }
    }
    const hand = metadata.byHand?.find((each) => each.field === field);
    const kept = field === 'title' ? title : keptOf(metadata, field);
    const all = field === 'authors' ? metadata.authors : kept === null ? [] : [kept];
    return {
      field,
      kept,
      claims: claims.map((claim) => ({
        ...claim,
        kept: all.some((value) => agree(field, claim.value, value)),
      })),
      // Several authors are no contradiction as long as each place names one of its own.
      contradict: claims.length > 1 && !(field === 'authors' && oneFromEach(claims)),
      byHand: hand ? { by: hand.by, reason: hand.reason, at: hand.at } : null,
    };
  });
}

function keptOf(
  metadata: Source['metadata'],
  field: Exclude<MetadataField, 'title'>,
): string | null {
  if (field !== 'authors') return metadata[field];
  return metadata.authors.length === 0 ? null : metadata.authors.join('; ');
}

/** Every place that names an author names all of them. */
function oneFromEach(claims: readonly { readonly from: readonly string[] }[]): boolean {
  const places = new Set(claims.flatMap(({ from }) => from));
  return claims.every(({ from }) => [...places].every((place) => from.includes(place)));
}

const isDate = (field: MetadataField) =>
  field === 'published' || field === 'modified' || field === 'event';

function normal(field: MetadataField, value: string): string | null {
  if (isDate(field)) return toPartialDate(value);
  if (field === 'address') return toAddress(value);
  return value.trim() === '' ? null : value.trim();
}

/** Dates agree when one says no more than the other begins with; names and titles apart from case and blanks. */
function agree(field: MetadataField, a: string, b: string): boolean {
  if (isDate(field)) return a.startsWith(b) || b.startsWith(a) || sameMoment(a, b);
  if (field === 'address') return a === b;
  const plain = (text: string) => text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ');
  return plain(a) === plain(b);
}

function sameMoment(a: string, b: string): boolean {
  const zoned = /T.*(?:Z|[+-]\d\d:\d\d)$/;
  return zoned.test(a) && zoned.test(b) && Date.parse(a) === Date.parse(b);
}
