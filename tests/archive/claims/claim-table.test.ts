/** What a claim shows: order in time, least and most of one unit, doubts apart, origins counted, and which are offered. */
import { describe, expect, it } from 'vitest';
import {
  claimTable,
  originOffers,
  originsIfAgreed,
  type TableRow,
} from '../../../archive/compare/index.ts';
import { FailureError } from '../../../archive/lib/result.ts';
import {
  type Claim,
  type ClaimRow,
  newClaimId,
  newClaimRowId,
  newEntityId,
  newOriginId,
  type Quote,
  type Source,
  type TextDocument,
} from '../../../archive/model/index.ts';
import { documentOf, makeQuote, makeSource } from '../../helpers/records.ts';

const NOW = '2026-04-10T08:00:00.000Z';

/** A claim, and the sources on which it rests. */
class Material {
  readonly sources: Source[] = [];
  readonly quotes: Quote[] = [];
  readonly documents = new Map<Source['id'], TextDocument>();

  source(text: string, more: Partial<Source> = {}): Source {
    const document = documentOf(text);
    const number = this.sources.length + 1;
    const made = makeSource(number, `Report ${number}`, new TextEncoder().encode(text), document);
    const source = { ...made, ...more };
    this.sources.push(source);
    this.documents.set(source.id, document);
    return source;
  }

  row(
    source: Source,
    exact: string,
    more: Partial<ClaimRow> = {},
    quote: Partial<Quote> = {},
  ): ClaimRow {
    const document = this.documents.get(source.id);
    if (!document) throw new Error('no text');
    const made = makeQuote(source, document, exact, quote);
    this.quotes.push(made);
    return {
      id: newClaimRowId(),
      quote: made.id,
      written: exact,
      number: null,
      unit: '',
      period: null,
      saidBy: null,
      doubt: null,
      origin: null,
      ...more,
    };
  }

  table(rows: readonly ClaimRow[], more: Partial<Claim> = {}) {
    const claim: Claim = {
      id: newClaimId(),
      question: 'How many were detained by April?',
      unit: 'people',
      period: null,
      note: '',
      rows: [...rows],
      origins: [],
      apart: [],
      createdAt: NOW,
      changedAt: NOW,
      ...more,
    };
    return claimTable(
      claim,
      (id) => this.quotes.find((quote) => quote.id === id),
      (id) => this.sources.find((source) => source.id === id),
    );
  }
}

const written = (rows: readonly TableRow[]) => rows.map(({ row }) => row.written);
const exactly = (value: number) => ({ number: { kind: 'exact', value } as const });

describe('a claim table', () => {
  it('stands in order of time: what a row speaks of, else when it was said, else published', () => {
    const all = new Material();
    const early = all.source('Sixty were held.', {});
    early.metadata = { ...early.metadata, published: '2026-04-02' };
    const undated = all.source('Nobody counted ten.', {});
    undated.metadata = { ...undated.metadata, published: null };
    const late = all.source('Ninety were held, seventy by then.', {});
    late.metadata = { ...late.metadata, published: '2026-04-09T23:30+03:00' };
    const rows = [
      all.row(undated, 'ten'),
      all.row(late, 'Ninety', {}, {}),
      all.row(late, 'seventy', { period: { from: null, to: '2026-04-01' } }),
      all.row(early, 'Sixty'),
      all.row(late, 'held', {}, { saidOn: '2026-04-09T20:00Z' }),
    ];
    expect(written(all.table(rows).rows)).toEqual(['seventy', 'Sixty', 'held', 'Ninety', 'ten']);
  });

  it('knows the least and the most of each unit, as far as rows are certain', () => {
    const all = new Material();
    const source = all.source('40 or 80, about 90, 100 to 120, 5 vans, 7 carts, 1000');
    const low = all.row(source, '40', exactly(40));
    const range = all.row(source, '100 to 120', { number: { kind: 'range', from: 40, to: 120 } });
    const rows = [
      low,
      all.row(source, '80', { ...exactly(80), unit: 'People ' }),
      range,
      all.row(source, '5', { ...exactly(5), unit: 'vans' }),
      all.row(source, '1000', { ...exactly(1000), doubt: 'a slip of the pen' }),
      all.row(source, '7 carts'),
    ];
    const { ranges, doubted } = all.table(rows);
    expect(ranges).toEqual([
      { unit: 'people', rows: 3, least: [low.id, range.id], most: [range.id] },
      { unit: 'vans', rows: 1, least: [rows[3]?.id], most: [rows[3]?.id] },
    ]);
    expect(written(doubted)).toEqual(['1000']);
  });

  it('puts a row apart when its quote is doubtful, or has other words now', () => {
    const all = new Material();
    const source = all.source('40 were held. 80 were held.');
    const rows = [
      all.row(source, '40', exactly(40), { check: 'doubtful' }),
      all.row(source, '80 were held', { ...exactly(80), written: '81' }),
    ];
    const { rows: certain, doubted, ranges, origins } = all.table(rows);
    expect(certain).toEqual([]);
    expect(doubted.map(({ doubts }) => doubts)).toEqual([['quote-doubtful'], ['words-gone']]);
    expect(ranges).toEqual([]);
    expect(origins).toBe(0);
  });

  it('counts origins: a group as one, a row of which nothing is said as one of its own', () => {
    const all = new Material();
    const origin = { id: newOriginId(), name: 'The night agency' };
    const source = all.source('40 and 80 and 90');
    const rows = [
      all.row(source, '40', { origin: origin.id }),
      all.row(source, '80', { origin: origin.id }),
      all.row(source, '90'),
    ];
    const table = all.table(rows, { origins: [origin] });
    expect(table.origins).toBe(2);
    expect(table.rows.map((row) => row.origin?.letter ?? null)).toEqual(['A', 'A', null]);
  });
});

describe('offers of one origin', () => {
  const agency =
    'Officers of the harbour district held 80 people on Ferry Square by the evening, the agency said';
  const all = new Material();
  const one = all.source(`The square was closed at noon.\n\n${agency}.`);
  const two = all.source(`Our reporter stood at the gate.\n\n${agency} on Monday.\n\nIt rained.`);
  const three = all.source('A lawyer counted forty of her own clients among those taken away.');
  const four = all.source('The same paper, a day later: ninety.', { versionOf: three.id });
  const speaker = newEntityId();
  const rows = [
    all.row(one, agency, { written: '80 people', ...exactly(80) }),
    all.row(two, agency, { written: '80 people', ...exactly(80) }),
    all.row(three, 'forty of her own clients', { ...exactly(40), saidBy: speaker }),
    all.row(four, 'ninety', { ...exactly(90), saidBy: speaker }),
    all.row(four, 'a day later', {}),
  ];
  const table = all.table(rows);
  const offersOf = (apart: [ClaimRow['id'], ClaimRow['id']][] = []) =>
    originOffers(table.rows, apart, all.documents);
  const rowAt = (index: number) => {
    const row = rows[index];
    if (!row) throw new Error('no such row');
    return row;
  };
  const at = (index: number) => rowAt(index).id;

  it('come from shared wording and versions; each group hangs together by as few as it takes', async () => {
    const found = await offersOf();
    const offers = found.map(({ a, b, reasons }) => [
      [a, b].map((id) => rows.findIndex((row) => row.id === id)).sort(),
      reasons,
    ]);
    expect(offers).toEqual([
      [[0, 1], ['shared-passage']],
      [[2, 3], ['version']],
      [[2, 4], ['version']],
    ]);
    expect(found[0]?.words).toContain('80 people on Ferry Square');
    expect(originsIfAgreed(table.rows, found)).toBe(2);
  });

  it('come from one source, and from one speaker with one number', async () => {
    const same = [
      { ...rowAt(0), saidBy: speaker },
      { ...rowAt(2), ...exactly(80) },
    ];
    const offers = await originOffers(all.table(same).rows, [], all.documents);
    expect(offers.map(({ reasons }) => reasons)).toEqual([['same-speaker']]);
    const beside = await originOffers(all.table([rowAt(3), rowAt(4)]).rows, [], all.documents);
    expect(beside.map(({ reasons }) => reasons)).toEqual([['same-source']]);
  });

  it('are not made again for rows that were kept apart, nor for those of one origin', async () => {
    expect((await offersOf([[at(1), at(0)]])).map(({ reasons }) => reasons[0])).not.toContain(
      'shared-passage',
    );
    const origin = { id: newOriginId(), name: '' };
    const joined = rows.map((row, index) => (index < 2 ? { ...row, origin: origin.id } : row));
    const settled = all.table(joined, { origins: [origin] });
    const offers = await originOffers(settled.rows, [], all.documents);
    expect(offers.map(({ reasons }) => reasons[0])).not.toContain('shared-passage');
  });

  it('stop when they are told to', async () => {
    const job = { signal: AbortSignal.abort(), progress: () => undefined };
    await expect(originOffers(table.rows, [], all.documents, job)).rejects.toThrow(FailureError);
  });
});
