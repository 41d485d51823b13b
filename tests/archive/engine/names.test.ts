/** Two names become one and one becomes two: nothing that was written is lost, and nobody is shown who was hidden. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../../archive/index.ts';
import {
  type Entity,
  limits,
  type QuoteId,
  type Sharing,
  shareProfiles,
  type SourceId,
} from '../../../archive/model/index.ts';
import type { EntityDraft } from '../../../archive/requests.ts';
import { makeShelf, must, type Shelf } from '../../helpers/archives.ts';
import { takeIn } from '../../helpers/fill.ts';

let shelf: Shelf;
let archive: Archive;
let source: SourceId;
let made = 0;

beforeAll(async () => {
  shelf = await makeShelf();
  archive = await shelf.create();
  source = await takeIn(archive, 'a.txt', 'Nobody came. The gate was shut. We waited until nine.');
});
afterAll(async () => {
  await archive.close();
  await shelf.clear();
});

const person = async (name: string, rest: Partial<EntityDraft> = {}): Promise<Entity> =>
  must(
    await archive.addEntity({
      kind: 'person',
      name,
      spellings: [],
      role: '',
      protection: 'undecided',
      note: '',
      ...rest,
    }),
  );

async function quoteBy(speaker: Entity): Promise<QuoteId> {
  const quote = await archive.addQuote({
    source,
    passage: { kind: 'words', exact: 'The gate was shut.' },
    speaker: { entity: speaker.id },
    attribution: 'said',
    saidOn: null,
    translation: null,
    note: '',
    tags: [],
    check: 'unchecked',
  });
  return must(quote).id;
}

async function claimBy(speaker: Entity, quote: QuoteId) {
  const claim = await archive.addClaim({
    question: 'Was the gate shut?',
    unit: '',
    period: null,
    note: '',
    rows: [
      {
        proof: { kind: 'quote', quote },
        written: 'shut',
        number: null,
        unit: '',
        period: null,
        doubt: null,
        saidBy: { entity: speaker.id },
      },
    ],
  });
  return must(claim);
}

async function dossierWith(sharing: Partial<Sharing>) {
  const dossier = await archive.addDossier({
    title: 'The gate',
    matter: '',
    author: '',
    handling: '',
    language: 'en',
    pageSize: 'a4',
    sections: [],
    sharing: { levels: shareProfiles.protect, entities: [], ...sharing },
  });
  return must(dossier).id;
}

const records = async () => must(await archive.records());
const entityNow = async ({ id }: Entity) =>
  (await records()).entities.find((entity) => entity.id === id);
const sharingNow = async (id: string) =>
  (await records()).dossiers.find((dossier) => dossier.id === id)?.sharing;

let anna: Entity;
let hanna: Entity;
beforeEach(async () => {
  made += 1;
  anna = await person(`Anna Reed ${made}`, {
    role: 'teacher',
    note: 'Met in March.',
    protection: 'consented',
  });
  hanna = await person(`Hanna Ryd ${made}`, {
    spellings: [`Ганна Рыд ${made}`],
    role: 'witness',
    note: 'By telephone.',
    protection: 'must-not-be-named',
  });
});

describe('two names that are one', () => {
  it('have all spellings, quotes and rows, role and note of both, and the stricter protection', async () => {
    const quote = await quoteBy(hanna);
    const claim = await claimBy(hanna, quote);
    const merged = must(
      await archive.mergeEntities({ from: hanna.id, into: anna.id, despiteKinds: false }),
    );
    expect(merged).toMatchObject({ stricter: 'must-not-be-named', quotes: 1, rows: 1 });
    expect(await entityNow(anna)).toEqual({
      ...anna,
      spellings: [hanna.name, ...hanna.spellings],
      role: 'teacher; witness',
      note: 'Met in March.\n\nBy telephone.',
      protection: 'must-not-be-named',
    });
    expect(await entityNow(hanna)).toBeUndefined();
    const quotes = must(await archive.quotes());
    expect(quotes.find(({ id }) => id === quote)?.speaker).toBe(anna.id);
    const row = (await records()).claims.find(({ id }) => id === claim.id)?.rows[0];
    expect(row?.saidBy).toBe(anna.id);
  });

  it('are two again when it is undone', async () => {
    const quote = await quoteBy(hanna);
    const dossier = await dossierWith({});
    const before = await sharingNow(dossier);
    must(await archive.mergeEntities({ from: hanna.id, into: anna.id, despiteKinds: false }));
    must(await archive.undo());
    expect([await entityNow(anna), await entityNow(hanna)]).toEqual([anna, hanna]);
    expect(must(await archive.quotes()).find(({ id }) => id === quote)?.speaker).toBe(hanna.id);
    expect(await sharingNow(dossier)).toEqual(before);
  });

  it('keep the number that the one that stays was printed with, and the other number stays taken', async () => {
    const choice = { treatment: null, pseudonym: '' };
    const dossier = await dossierWith({
      entities: [
        { entity: hanna.id, ...choice, number: 1 },
        { entity: anna.id, treatment: 'pseudonym', pseudonym: '', number: 2 },
      ],
    });
    must(await archive.mergeEntities({ from: hanna.id, into: anna.id, despiteKinds: false }));
    expect(await sharingNow(dossier)).toMatchObject({
      entities: [{ entity: anna.id, treatment: 'pseudonym', number: 2 }],
      retired: [{ kind: 'person', number: 1 }],
    });
  });

  it('take over the only number that one of them was printed with', async () => {
    const choice = { treatment: null, pseudonym: '' };
    const dossier = await dossierWith({
      entities: [{ entity: hanna.id, ...choice, number: 4 }],
    });
    must(await archive.mergeEntities({ from: hanna.id, into: anna.id, despiteKinds: false }));
    const sharing = await sharingNow(dossier);
    expect(sharing?.entities).toEqual([{ entity: anna.id, ...choice, number: 4 }]);
    expect(sharing?.retired).toBeUndefined();
  });

  it('are hidden wherever one of them was, whatever was chosen for the other', async () => {
    const kept = { treatment: 'keep' as const, pseudonym: '', number: null };
    const byLevel = await dossierWith({ entities: [{ entity: anna.id, ...kept }] });
    const lenient = { ...shareProfiles.protect, 'must-not-be-named': 'keep', consented: 'bar' };
    const byOther = await dossierWith({ levels: lenient as Sharing['levels'] });
    must(await archive.mergeEntities({ from: hanna.id, into: anna.id, despiteKinds: false }));
    expect((await sharingNow(byLevel))?.entities).toMatchObject([{ treatment: 'pseudonym' }]);
    expect((await sharingNow(byOther))?.entities).toMatchObject([{ treatment: 'bar' }]);
  });

  it('are not made one by mistake, nor cut to fit', async () => {
    const place = await person(`Reedmouth ${made}`, { kind: 'place' });
    const long = await person(`Long ${made}`, { role: 'r'.repeat(limits.shortText) });
    const merge = (from: Entity, into: Entity, despiteKinds = false) =>
      archive.mergeEntities({ from: from.id, into: into.id, despiteKinds });
    expect(await merge(anna, anna)).toMatchObject({ error: { code: 'same-entity' } });
    expect(await merge(place, anna)).toMatchObject({ error: { code: 'kinds-differ' } });
    expect(await merge(long, anna)).toMatchObject({ error: { code: 'too-large' } });
    expect(must(await merge(place, anna, true)).entity.kind).toBe('person');
    expect(await merge(place, anna)).toMatchObject({ error: { code: 'entity-missing' } });
  });
});

describe('one name that is two', () => {
  it('gives away what was chosen, as protected as it was', async () => {
    const stays = await quoteBy(hanna);
    const goes = await quoteBy(hanna);
    const claim = await claimBy(hanna, goes);
    const bar = { treatment: 'bar' as const, pseudonym: '', number: 3 };
    const dossier = await dossierWith({ entities: [{ entity: hanna.id, ...bar }] });
    const split = await archive.splitEntity({
      from: hanna.id,
      name: `Ганна Рыд ${made}`,
      spellings: hanna.spellings,
      quotes: [goes],
      rows: claim.rows.map(({ id }) => id),
    });
    const { entity, made: other } = must(split);
    expect(entity).toEqual({ ...hanna, spellings: [] });
    expect(other).toMatchObject({
      name: hanna.spellings[0],
      spellings: [],
      kind: 'person',
      protection: 'must-not-be-named',
    });
    const quotes = must(await archive.quotes());
    expect(quotes.find(({ id }) => id === goes)?.speaker).toBe(other.id);
    expect(quotes.find(({ id }) => id === stays)?.speaker).toBe(hanna.id);
    expect((await sharingNow(dossier))?.entities).toEqual([
      { entity: hanna.id, ...bar },
      { entity: other.id, ...bar, number: null },
    ]);
    must(await archive.undo());
    expect([await entityNow(hanna), await entityNow(other)]).toEqual([hanna, undefined]);
  });

  it('keeps a spelling, and gives away nothing that is not its own', async () => {
    const ask = { from: hanna.id, name: 'Other', spellings: [], quotes: [], rows: [] };
    const foreign = await quoteBy(anna);
    expect(
      await archive.splitEntity({ ...ask, spellings: [hanna.name, ...hanna.spellings] }),
    ).toMatchObject({ error: { code: 'no-spelling-left' } });
    expect(await archive.splitEntity({ ...ask, spellings: ['Nobody'] })).toMatchObject({
      error: { code: 'spelling-missing' },
    });
    expect(await archive.splitEntity({ ...ask, quotes: [foreign] })).toMatchObject({
      error: { code: 'speaks-not' },
    });
    const { entity } = must(await archive.splitEntity({ ...ask, spellings: [hanna.name] }));
    expect(entity).toMatchObject({ name: hanna.spellings[0], spellings: [] });
  });
});

describe('a name that nothing uses', () => {
  it('can be deleted, and put back', async () => {
    must(await archive.deleteEntity(anna.id));
    expect(await entityNow(anna)).toBeUndefined();
    must(await archive.undo());
    expect(await entityNow(anna)).toEqual(anna);
  });

  it('stays while it is quoted, stands in a dossier, or must not be named', async () => {
    await quoteBy(anna);
    expect(await archive.deleteEntity(anna.id)).toMatchObject({ error: { code: 'entity-in-use' } });
    expect(await archive.deleteEntity(hanna.id)).toMatchObject({
      error: { code: 'entity-protected' },
    });
    const choice = { treatment: null, pseudonym: '', number: 1 };
    const printed = await person(`Printed ${made}`);
    await dossierWith({ entities: [{ entity: printed.id, ...choice }] });
    expect(await archive.deleteEntity(printed.id)).toMatchObject({
      error: { code: 'entity-in-use' },
    });
  });
});
