/** Puts something back out of the trash: its records, and itself into the dossiers and claims that it had left. */
import { fail, ok } from '../../lib/result.ts';
import {
  type ChronologyEntry,
  type Claim,
  type Dossier,
  type Gathering,
  type LeftPlace,
  limits,
  type Pairing,
  type Put,
  type Quote,
  type Source,
  type TrashId,
  type Trashed,
} from '../../model/index.ts';
import type { Reading } from '../state.ts';
import type { Command } from '../store.ts';
import { nameOf, namesOf } from './rests-on.ts';

export interface Restored {
  readonly item: Trashed;
  /** Places that it could not take again: their dossier or claim is gone, or full. */
  readonly lost: number;
}

export function restore(
  id: TrashId,
): Command<'trash-missing' | 'source-in-trash' | 'source-missing', Restored> {
  return (reading, { now }) => {
    const item = reading.get('trash', id);
    if (!item) return fail('trash-missing');
    const back = new Set<string>(item.sources.map((source) => source.id));
    const homeless = item.quotes.find(
      ({ source }) => !back.has(source) && !reading.get('sources', source),
    );
    if (homeless)
      return fail(holderOf(reading, homeless.source) ? 'source-in-trash' : 'source-missing');
    const work = new Restoring(reading, item, now);
    return ok({
      value: { item, lost: work.lost },
      change: {
        puts: work.puts,
        deletes: [{ collection: 'trash', id }],
        activity: {
          action: 'trash.restore',
          subjects: [...item.sources, ...(item.sources.length > 0 ? [] : item.quotes)]
            .map((record): string => record.id)
            .concat(id),
          facts: {
            sources: item.sources.length,
            quotes: item.quotes.length,
            places: item.places.length - work.lost,
          },
        },
      },
    });
  };
}

/** What is in the trash and holds this source or quote. */
function holderOf(reading: Reading, id: string): Trashed | undefined {
  return reading
    .all('trash')
    .find(({ sources, quotes }) => [...sources, ...quotes].some((record) => record.id === id));
}

class Restoring {
  lost = 0;
  readonly #reading: Reading;
  readonly #there: ReadonlySet<string>;
  readonly #dossiers = new Map<string, Dossier>();
  readonly #claims = new Map<string, Claim>();
  readonly #gatherings = new Map<string, Gathering>();
  /** What is still in the trash, and takes something over that needs it too. */
  readonly #holders = new Map<string, Trashed>();
  readonly #pairings: Pairing[] = [];
  readonly puts: readonly Put[];

  constructor(reading: Reading, item: Trashed, now: string) {
    this.#reading = reading;
    this.#there = new Set<string>([...item.sources, ...item.quotes].map(({ id }) => id));
    for (const pairing of item.pairings) this.#takePairing(item, pairing);
    for (const place of item.places) if (!this.#take(item, place)) this.lost += 1;
    const put = (collection: Put['collection']) => (record: object) =>
      ({ collection, record: { ...record, changedAt: now } }) as Put;
    this.puts = [
      ...item.sources.map((source): Put => ({
        collection: 'sources',
        record: this.#tagged(source),
      })),
      ...item.quotes.map((quote): Put => ({
        collection: 'quotes',
        record: this.#spoken(this.#tagged(quote)),
      })),
      ...this.#pairings.map((record): Put => ({ collection: 'pairings', record })),
      ...item.stamps.map((record): Put => ({ collection: 'stamps', record })),
      ...[...this.#dossiers.values()].map(put('dossiers')),
      ...[...this.#claims.values()].map(put('claims')),
      ...[...this.#gatherings.values()].map(put('gatherings')),
      ...[...this.#holders.values()].map((record): Put => ({ collection: 'trash', record })),
    ];
  }

  /** Without tags that were deleted meanwhile. */
  #tagged<T extends Source | Quote>(record: T): T {
    const tags = record.tags.filter((tag) => this.#reading.get('tags', tag));
    return tags.length === record.tags.length ? record : { ...record, tags };
  }

  #spoken(quote: Quote): Quote {
    const known = quote.speaker === null || this.#reading.get('entities', quote.speaker);
    return known ? quote : { ...quote, speaker: null };
  }

  #has(id: string): boolean {
    return (
      this.#there.has(id) ||
      this.#reading.get('sources', id) !== undefined ||
      this.#reading.get('quotes', id) !== undefined
    );
  }

  /** Hands it to what holds the other thing that it needs. `false` when that is gone for good. */
  #handOver(item: Trashed, missing: string, change: (holder: Trashed) => Trashed): boolean {
    const found = holderOf(this.#reading, missing);
    if (!found || found.id === item.id) return false;
    this.#holders.set(found.id, change(this.#holders.get(found.id) ?? found));
    return true;
  }

  #takePairing(item: Trashed, pairing: Pairing): void {
    const missing = [pairing.a.source, pairing.b.source].find((id) => !this.#has(id));
    if (missing === undefined) this.#pairings.push(pairing);
    else
      this.#handOver(item, missing, (holder) => ({
        ...holder,
        pairings: [...holder.pairings, pairing],
      }));
  }

  #take(item: Trashed, place: LeftPlace): boolean {
    if (place.kind === 'row') return this.#takeRow(place);
    if (place.kind === 'member') return this.#takeMember(place);
    if (place.kind === 'entry') return this.#takeEntry(item, place);
    const missing = namesOf(place.section).find((id) => !this.#has(id));
    if (missing !== undefined)
      return this.#handOver(item, missing, (holder) => ({
        ...holder,
        places: [...holder.places, place],
      }));
    return this.#takeSection(place);
  }

  #takeSection({ dossier: id, section, after, index }: LeftPlace & { kind: 'section' }): boolean {
    const dossier = this.#dossiers.get(id) ?? this.#reading.get('dossiers', id);
    if (!dossier || dossier.sections.length >= limits.listLength) return false;
    const sections = putBehind(dossier.sections, section, after, index);
    this.#dossiers.set(id, { ...dossier, sections });
    return true;
  }

  /** A row that is still in the trash takes its line along. */
  #takeEntry(item: Trashed, place: LeftPlace & { kind: 'entry' }): boolean {
    const { entry } = place;
    if (!this.#hasEntry(entry)) {
      const missing = entry.kind === 'claim-row' ? this.#quoteOfRow(entry.row) : nameOf(entry);
      if (missing === undefined) return false;
      return this.#handOver(item, missing, (holder) => ({
        ...holder,
        places: [...holder.places, place],
      }));
    }
    const dossier =
      this.#dossiers.get(place.dossier) ?? this.#reading.get('dossiers', place.dossier);
    const at = dossier?.sections.findIndex(({ id }) => id === place.section) ?? -1;
    const section = dossier?.sections[at];
    if (!dossier || section?.kind !== 'chronology') return false;
    if (section.entries.length >= limits.listLength) return false;
    const index = Math.min(place.index, section.entries.length);
    const entries = section.entries.toSpliced(index, 0, entry);
    const sections = dossier.sections.with(at, { ...section, entries });
    this.#dossiers.set(dossier.id, { ...dossier, sections });
    return true;
  }

  #hasEntry(entry: ChronologyEntry): boolean {
    if (entry.kind !== 'claim-row') return this.#has(nameOf(entry));
    const claim = this.#claims.get(entry.claim) ?? this.#reading.get('claims', entry.claim);
    return claim?.rows.some(({ id }) => id === entry.row) ?? false;
  }

  #quoteOfRow(row: string): string | undefined {
    for (const { places } of this.#reading.all('trash'))
      for (const place of places)
        if (place.kind === 'row' && place.row.id === row) return place.row.quote;
    return undefined;
  }

  #takeMember(place: LeftPlace & { kind: 'member' }): boolean {
    const { gathering: id, source, after, index } = place;
    const gathering = this.#gatherings.get(id) ?? this.#reading.get('gatherings', id);
    if (!gathering || gathering.sources.length >= limits.gathered) return false;
    const members = gathering.sources.map((member) => ({ id: member }));
    const sources = putBehind(members, { id: source }, after, index).map((member) => member.id);
    this.#gatherings.set(id, { ...gathering, sources });
    return true;
  }

  #takeRow(place: LeftPlace & { kind: 'row' }): boolean {
    const { row, after, index, origin } = place;
    const claim = this.#claims.get(place.claim) ?? this.#reading.get('claims', place.claim);
    if (!claim || claim.rows.length >= limits.claimRows) return false;
    const known = row.saidBy === null || this.#reading.get('entities', row.saidBy);
    const traced = row.origin !== null && claim.origins.some(({ id }) => id === row.origin);
    const origins = origin && !traced ? [...claim.origins, origin] : claim.origins;
    const rows = putBehind(
      claim.rows,
      {
        ...row,
        saidBy: known ? row.saidBy : null,
        origin: traced || origin ? row.origin : null,
      },
      after,
      index,
    );
    const apart = place.apart
      .filter((other) => rows.some(({ id }) => id === other))
      .filter((other) => !claim.apart.some((pair) => pair.includes(other) && pair.includes(row.id)))
      .map((other): [typeof row.id, typeof row.id] => [row.id, other]);
    this.#claims.set(place.claim, {
      ...claim,
      rows,
      origins,
      apart: [...claim.apart, ...apart].slice(0, limits.listLength),
    });
    return true;
  }
}

/** Behind the member that stood before it, else where it was counted to stand. */
function putBehind<T extends { readonly id: string }>(
  members: readonly T[],
  member: T,
  after: string | null,
  index: number,
): T[] {
  const before = members.findIndex(({ id }) => id === after);
  const at = before >= 0 ? before + 1 : after === null ? 0 : Math.min(index, members.length);
  return members.toSpliced(at, 0, member);
}
