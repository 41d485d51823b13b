/** Claims in an archive: each row is proved, each change is one that can be taken back, and what proves a row stays. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Archive } from '../../../archive/index.ts';
import type {
  Claim,
  ClaimId,
  ClaimRowId,
  QuoteId,
  SourceId,
} from '../../../archive/model/index.ts';
import type { ClaimRowDraft } from '../../../archive/requests.ts';
import { makeShelf, must, type Shelf } from '../../helpers/archives.ts';
import { takeIn } from '../../helpers/fill.ts';

const AGENCY =
  'Officers of the harbour district held 80 people on Ferry Square by the evening, the agency said.';
const texts = {
  bell: `The square was closed at noon.\n\n${AGENCY}`,
  courier: `Our reporter stood at the gate.\n\n${AGENCY}\n\nIt rained until dusk.`,
  lawyer: 'A lawyer counted about forty of her own clients.\n\nShe asked for their names.',
};

let shelf: Shelf;
let archive: Archive;
let sources: Record<keyof typeof texts, SourceId>;

beforeAll(async () => {
  shelf = await makeShelf();
  archive = await shelf.create();
  const taken = async (name: keyof typeof texts) => {
    return takeIn(archive, `${name}.txt`, texts[name]);
  };
  sources = {
    bell: await taken('bell'),
    courier: await taken('courier'),
    lawyer: await taken('lawyer'),
  };
});
afterAll(async () => {
  await archive.close();
  await shelf.clear();
});

async function digestOf(source: SourceId): Promise<string> {
  const { sources: all } = must(await archive.records());
  return all.find(({ id }) => id === source)?.text?.sha256 ?? '';
}

/** A row for a value, proved by a sentence. */
async function rowOf(
  name: keyof typeof texts,
  sentence: string,
  value: string,
  more: Partial<ClaimRowDraft> = {},
): Promise<ClaimRowDraft> {
  const source = sources[name];
  const start = texts[name].indexOf(sentence);
  const at = texts[name].indexOf(value, start);
  return {
    written: value,
    number: null,
    unit: '',
    period: null,
    doubt: null,
    proof: {
      kind: 'passage',
      source,
      of: await digestOf(source),
      exact: sentence,
      start,
      end: start + sentence.length,
      value: { start: at, end: at + value.length },
    },
    ...more,
  };
}

const question = { question: 'How many were held?', unit: 'people', period: null, note: '' };
const add = async (...rows: ClaimRowDraft[]) => must(await archive.addClaim({ ...question, rows }));
const claimOf = async (id: ClaimId): Promise<Claim | undefined> =>
  must(await archive.records()).claims.find((claim) => claim.id === id);
const codeOf = (answer: { ok: boolean; error?: { code: string } }) => answer.error?.code ?? null;
const rowAt = (claim: Claim, at: number): ClaimRowId => {
  const row = claim.rows[at];
  if (!row) throw new Error('no such row');
  return row.id;
};

describe('a row', () => {
  it('is made with a quote of its sentence, in one change that undo takes back whole', async () => {
    const before = must(await archive.quotes());
    const claim = await add(
      await rowOf('bell', AGENCY, '80', { number: { kind: 'exact', value: 80 } }),
    );
    const [quote] = must(await archive.quotes(sources.bell));
    expect(quote?.anchor).toMatchObject({ exact: AGENCY });
    expect(claim.rows).toMatchObject([{ quote: quote?.id, written: '80' }]);
    const [line] = must(await archive.log(0, 1)).entries;
    expect(line?.action).toBe('claim.add');
    expect(line?.subjects).toEqual([claim.id, quote?.id]);
    must(await archive.undo());
    expect(must(await archive.quotes())).toEqual(before);
    expect(await claimOf(claim.id)).toBeUndefined();
    must(await archive.redo());
    expect(await claimOf(claim.id)).toEqual(claim);
    must(await archive.undo());
  });

  it('takes the shortest quote that holds its value, and who speaks in it', async () => {
    const quoted = (exact: string, speaker: string) =>
      archive.addQuote({
        source: sources.courier,
        passage: { kind: 'words', exact },
        speaker: { name: speaker },
        attribution: 'said',
        saidOn: null,
        translation: null,
        note: '',
        tags: [],
        check: 'unchecked',
      });
    const long = must(await quoted(texts.courier, 'Ivo Brod'));
    const short = must(await quoted('held 80 people', 'The district police'));
    const claim = await add(await rowOf('courier', AGENCY, '80'));
    expect(claim.rows).toMatchObject([{ quote: short.id, saidBy: short.speaker }]);
    must(await archive.deleteClaim(claim.id));
    for (const { id } of [short, long]) must(await archive.deleteQuote(id));
  });

  it.each([
    ['words-not-in-quote', { written: '8' }],
    ['words-not-in-quote', { written: '81 people' }],
  ] as const)('is refused as %s when its value does not stand there: %o', async (code, more) => {
    const row = await rowOf('bell', AGENCY, '80', more);
    expect(codeOf(await archive.addClaim({ ...question, rows: [row] }))).toBe(code);
    expect(must(await archive.quotes(sources.bell))).toEqual([]);
  });

  it('is refused of a text that was replaced, and of another passage', async () => {
    const row = await rowOf('bell', AGENCY, '80');
    if (row.proof.kind !== 'passage') throw new Error('a passage');
    const other = { ...row, proof: { ...row.proof, of: '0'.repeat(64) } };
    const elsewhere = { ...row, proof: { ...row.proof, start: row.proof.start + 1 } };
    const outside = { ...row, proof: { ...row.proof, value: { start: 0, end: 3 } } };
    const gone = { ...row, proof: { kind: 'quote' as const, quote: 'qte_gone' as QuoteId } };
    const codes = [];
    for (const rows of [[other], [elsewhere], [outside], [gone]])
      codes.push(codeOf(await archive.addClaim({ ...question, rows })));
    expect(codes).toEqual(['text-changed', 'passage-differs', 'passage-differs', 'quote-missing']);
  });

  it('can be changed, not so that its words stand nowhere; and removed, its quote stays', async () => {
    const claim = await add(await rowOf('bell', AGENCY, '80'));
    const row = rowAt(claim, 0);
    const edited = must(
      await archive.editClaimRow(claim.id, row, {
        written: '80 people',
        number: { kind: 'about', value: 80 },
        saidBy: { name: 'Nadia Brod' },
        doubt: 'Told by one side.',
      }),
    );
    expect(edited.rows).toMatchObject([
      { written: '80 people', number: { kind: 'about', value: 80 }, doubt: 'Told by one side.' },
    ]);
    expect(must(await archive.records()).entities.map(({ name }) => name)).toContain('Nadia Brod');
    const refused = await archive.editClaimRow(claim.id, row, { written: '90 people' });
    expect(codeOf(refused)).toBe('words-not-in-quote');
    must(await archive.deleteClaimRow(claim.id, row));
    expect((await claimOf(claim.id))?.rows).toEqual([]);
    expect(must(await archive.quotes(sources.bell))).toHaveLength(1);
    must(await archive.deleteClaim(claim.id));
  });
});

it('keeps a quote that proves a row, until the row is gone', async () => {
  const claim = await add(
    await rowOf('lawyer', 'A lawyer counted about forty of her own clients.', 'about forty'),
  );
  const [quote] = must(await archive.quotes(sources.lawyer));
  if (!quote) throw new Error('a quote was made');
  expect(codeOf(await archive.deleteQuote(quote.id))).toBe('quote-proves-claim');
  expect(codeOf(await archive.deleteSource(sources.lawyer))).toBe('source-in-use');
  must(await archive.deleteClaim(claim.id));
  must(await archive.deleteQuote(quote.id));
});

describe('a claim table', () => {
  let claim: Claim;
  beforeAll(async () => {
    claim = await add(
      await rowOf('bell', AGENCY, '80', { number: { kind: 'exact', value: 80 } }),
      await rowOf('courier', AGENCY, '80', { number: { kind: 'exact', value: 80 } }),
      await rowOf('lawyer', 'A lawyer counted about forty of her own clients.', 'about forty', {
        number: { kind: 'about', value: 40 },
      }),
    );
  });
  afterAll(async () => {
    must(await archive.deleteClaim(claim.id));
  });

  it('offers one origin for what one agency said, and counts it as one once a person agrees', async () => {
    const offered = must(await archive.offerOrigins(claim.id));
    expect(offered.offers).toMatchObject([
      { a: rowAt(claim, 0), b: rowAt(claim, 1), reasons: ['shared-passage'] },
    ]);
    expect(offered.originsIfAgreed).toBe(2);
    expect(must(await archive.claimTable(claim.id)).origins).toBe(3);
    const rows = [rowAt(claim, 0), rowAt(claim, 1)];
    must(await archive.traceClaimRows(claim.id, { kind: 'join', rows, name: 'The agency' }));
    const table = must(await archive.claimTable(claim.id));
    expect(table.origins).toBe(2);
    expect(table.rows.map(({ origin }) => origin?.name)).toEqual([
      'The agency',
      'The agency',
      undefined,
    ]);
    expect(must(await archive.offerOrigins(claim.id)).offers).toEqual([]);
    must(await archive.undo());
    expect(must(await archive.claimTable(claim.id)).origins).toBe(3);
  });

  it('does not offer again what was kept apart', async () => {
    const pair: [ClaimRowId, ClaimRowId] = [rowAt(claim, 0), rowAt(claim, 1)];
    must(await archive.traceClaimRows(claim.id, { kind: 'apart', rows: pair }));
    expect(must(await archive.offerOrigins(claim.id)).offers).toEqual([]);
    must(await archive.undo());
  });

  it('joins whole groups, and forgets an origin that no row has', async () => {
    const [one, two, three] = [rowAt(claim, 0), rowAt(claim, 1), rowAt(claim, 2)];
    const trace = async (tracing: Parameters<Archive['traceClaimRows']>[1]) =>
      must(await archive.traceClaimRows(claim.id, tracing));
    await trace({ kind: 'join', rows: [one, two], name: 'The agency' });
    const all = await trace({ kind: 'join', rows: [two, three], name: null });
    expect(new Set(all.rows.map(({ origin }) => origin)).size).toBe(1);
    expect(all.origins).toMatchObject([{ name: 'The agency' }]);
    const none = await trace({ kind: 'part', rows: [one, two, three] });
    expect(none.origins).toEqual([]);
    expect(none.rows.every(({ origin }) => origin === null)).toBe(true);
  });

  it('leaves as CSV: one line a row, with its words, its quote and its source', async () => {
    const bytes = must(await archive.claimsAsCsv({ claim: claim.id, despiteNames: false }));
    const rows = parse<Record<string, string>>(Buffer.from(bytes), { bom: true, columns: true });
    expect(rows).toMatchObject([
      { question: 'How many were held?', kind: 'exact', from: '80', written: '80', unit: 'people' },
      { shelfmark: 'K-0002', exact: AGENCY, in_doubt: 'no' },
      { kind: 'about', from: '40', to: '40', written: 'about forty' },
    ]);
  });

  it('leaves as a file, told in the log, but not with a name that must not leave', async () => {
    const path = join(shelf.root, 'claims.csv');
    const whole = { claim: null, despiteNames: false };
    const left = must(await archive.exportClaims(whole, path));
    const written = await readFile(path);
    expect(left).toEqual({
      ...{ rows: 3, protectedNames: 0 },
      sha256: createHash('sha256').update(written).digest('hex'),
    });
    const [line] = must(await archive.log(0, 1)).entries;
    expect(line).toMatchObject({
      action: 'claims.export',
      subjects: ['archive'],
      facts: { rows: 3, bytes: written.length, names: 0, sha256: left.sha256 },
    });
    must(
      await archive.addEntity({
        ...{ kind: 'place', name: 'Ferry Square', spellings: [], role: '', note: '' },
        protection: 'must-not-be-named',
      }),
    );
    const other = join(shelf.root, 'other.csv');
    const one = { claim: claim.id, despiteNames: false };
    const stopped = { error: { code: 'names-protected', detail: { count: 1 } } };
    expect(await archive.exportClaims(one, other)).toMatchObject(stopped);
    expect(await archive.claimsAsCsv(one)).toMatchObject(stopped);
    await expect(readFile(other)).rejects.toThrow();
    const inside = await archive.exportClaims(
      { ...one, despiteNames: true },
      join(shelf.folder, 'x'),
    );
    expect(inside).toMatchObject({ error: { code: 'target-inside-archive' } });
    must(await archive.claimsAsCsv({ ...one, despiteNames: true }));
    const [despite] = must(await archive.log(0, 1)).entries;
    expect(despite).toMatchObject({ action: 'claims.export', facts: { names: 1 } });
    must(await archive.undo());
  });

  it('is there after the archive was closed and opened', async () => {
    const before = must(await archive.claimTable(claim.id));
    await archive.close();
    archive = await shelf.open();
    expect(must(await archive.claimTable(claim.id))).toEqual(before);
    expect(must(await archive.verify(false))).toMatchObject({ findings: [] });
  });
});

describe('in a dossier', () => {
  it('a claim is printed with its quotes as exhibits, and cannot be deleted meanwhile', async () => {
    const claim = await add(
      await rowOf('bell', AGENCY, '80', { saidBy: { name: 'Zoya Tarn' } }),
      await rowOf('lawyer', 'A lawyer counted about forty of her own clients.', 'about forty'),
    );
    const dossier = must(
      await archive.addDossier({
        title: 'Ferry Square',
        matter: '',
        author: '',
        handling: '',
        language: 'en',
        pageSize: 'a4',
        sections: [{ kind: 'claim', claim: claim.id }],
      }),
    );
    expect(codeOf(await archive.deleteClaim(claim.id))).toBe('claim-in-use');
    const { contents, leaks } = must(await archive.inspectDossier(dossier.id));
    expect(contents).toMatchObject({ claims: 1, exhibits: 2, quotes: 2 });
    expect(leaks).toEqual([]);
    const zoya = must(await archive.records()).entities.find(({ name }) => name === 'Zoya Tarn');
    if (!zoya) throw new Error('she was made');
    must(await archive.editEntity(zoya.id, { protection: 'must-not-be-named' }));
    const named = must(await archive.inspectDossier(dossier.id));
    expect(named.leaks.length).toBeGreaterThan(0);
    const answer = await archive.previewDossier(dossier.id);
    expect(codeOf(answer)).toBe('names-protected');
  });
});
