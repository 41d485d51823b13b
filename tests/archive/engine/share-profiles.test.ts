/** What leaves a real archive by its profile: what is found before, what is written, and what is not. */
import { execFileSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../../archive/index.ts';
import {
  type Dossier,
  type Entity,
  type EntityId,
  type Quote,
  type Sharing,
  type SourceId,
  shareProfiles,
  unknown,
} from '../../../archive/model/index.ts';
import { makeShelf, must, type Shelf } from '../../helpers/archives.ts';
import { capture } from '../../helpers/capture.ts';
import { redCornerHeic, redCornerTiff } from '../import/made-pictures.ts';
import { secretPng } from '../dossier/pictures-with-secrets.ts';

const page = Buffer.from(
  '<!doctype html><html lang="en"><title>Night at the mill</title><p>“They broke the door,” said Zoya Tarn of Reed Lane. ' +
    'Her brother, Зоя Тарн wrote, was taken. The Mill Gazette asked Tarn again.</p></html>',
);

// One archive for all: a typesetter takes its time to begin. Each test has a dossier and a file of its own.
let shelf: Shelf;
let archive: Archive;
let zoya: Entity;
let source: SourceId;
let quote: Quote;
let file = 0;

async function takeIn(name: string, bytes: Uint8Array): Promise<SourceId> {
  const { result } = must(
    await archive.importFile({ name, bytes }, { ...capture, sensitivity: unknown }),
  );
  if (result.state === 'failed') throw new Error(result.code);
  return result.source;
}

beforeAll(async () => {
  shelf = await makeShelf();
  archive = await shelf.create();
  source = await takeIn('zoya-tarn.html', page);
  zoya = must(
    await archive.addEntity({
      kind: 'person',
      name: 'Zoya Tarn',
      spellings: [],
      role: 'resident',
      protection: 'must-not-be-named',
      note: '',
    }),
  );
  quote = must(
    await archive.addQuote({
      source,
      passage: { kind: 'words', exact: 'They broke the door' },
      speaker: { entity: zoya.id },
      attribution: 'said',
      saidOn: null,
      translation: null,
      note: '',
      tags: [],
      check: 'unchecked',
    }),
  );
});
beforeEach(() => {
  file += 1;
});
afterAll(async () => {
  await archive.close();
  await shelf.clear();
});

async function makeDossier(
  sharing: Sharing | null,
  more: Partial<Parameters<Archive['addDossier']>[0]> = {},
): Promise<Dossier> {
  return must(
    await archive.addDossier({
      title: 'What Zoya Tarn saw',
      matter: '',
      author: '',
      handling: '',
      language: 'en',
      pageSize: 'a4',
      sections: [
        { kind: 'quote', quote: quote.id },
        { kind: 'source', source },
      ],
      sharing,
      ...more,
    }),
  );
}

const protect: Sharing = { levels: shareProfiles.protect, entities: [] };
const chosen = (more: Partial<Sharing['entities'][number]>): Sharing => ({
  levels: shareProfiles.protect,
  entities: [{ entity: zoya.id, treatment: null, pseudonym: '', number: null, ...more }],
});
const target = () => join(shelf.root, `${file}.pdf`);
const poppler = (tool: string, ...args: string[]) =>
  execFileSync(tool, args, { encoding: 'utf8' }).replace(/\s+/g, ' ');
const textOf = (path: string, number?: number) =>
  poppler('pdftotext', ...(number ? ['-f', `${number}`, '-l', `${number}`] : []), path, '-');
const left = async () => (await readdir(shelf.root)).sort();

describe('looking at what would leave', () => {
  it('tells each mark and whom it stands for, and finds nothing in what is redacted', async () => {
    const dossier = await makeDossier(protect);
    const before = must(await archive.log(0, 1)).head;
    const { marks, leaks, pages } = must(await archive.inspectDossier(dossier.id));
    expect(leaks).toEqual([]);
    expect(pages).toBeGreaterThan(1);
    expect(marks).toMatchObject([
      { entity: zoya.id, mark: '[Person A]', treatment: 'pseudonym' },
    ] satisfies Partial<(typeof marks)[number]>[]);
    expect(marks[0]?.count).toBeGreaterThan(2);
    expect(must(await archive.log(0, 1)).head).toBe(before);
  });

  it('tells on which pages a name stands that is not to be there: the pages on which poppler reads it', async () => {
    const dossier = await makeDossier(null);
    const { leaks, pages } = must(await archive.inspectDossier(dossier.id));
    must(await archive.exportDossier(dossier.id, target(), { despiteNames: true }));
    const named = Array.from({ length: pages }, (_, index) => index + 1).filter((number) =>
      /zoya|tarn|зоя|тарн/i.test(textOf(target(), number)),
    );
    const found = leaks.filter(({ where }) => where === 'page');
    expect([...new Set(found.map(({ page: number }) => number))]).toEqual(named);
    expect(named.length).toBeGreaterThan(0);
    expect(new Set(leaks.map(({ entity }) => entity))).toEqual(
      new Set<EntityId | null>([zoya.id, null]),
    );
    expect(leaks.map(({ where }) => where)).toContain('document-data');
  });
});

describe('a family name alone', () => {
  it('of somebody who must not be named stops a dossier without a profile', async () => {
    const dossier = await makeDossier(null, {
      title: 'What Tarn saw',
      sections: [{ kind: 'heading', text: 'The mill' }],
    });
    const { leaks } = must(await archive.inspectDossier(dossier.id));
    expect(leaks).toContainEqual({ where: 'page', page: 1, entity: null, count: 1 });
    expect(await archive.exportDossier(dossier.id, target())).toMatchObject({
      ok: false,
      error: { code: 'names-protected' },
    });
    expect(await left()).not.toContain(`${file}.pdf`);
  });
});

describe('what may be a name', () => {
  it('is told with its page, and holds nothing back', async () => {
    const dossier = await makeDossier(protect, {
      title: 'What Зойка saw',
      sections: [{ kind: 'heading', text: 'The mill' }],
    });
    const told = expect.objectContaining({
      ...{ where: 'page', page: 1, entity: zoya.id, form: 'Зойка', why: 'given-name' },
    }) as unknown;
    const { leaks, possible } = must(await archive.inspectDossier(dossier.id));
    expect(leaks).toEqual([]);
    expect(possible).toContainEqual(told);
    expect(must(await archive.exportDossier(dossier.id, target())).possible).toContainEqual(told);
  });
});

describe('an export with a profile', () => {
  it.each([
    ['a pseudonym', {}, '[Person A]'],
    ['a pseudonym written by hand', { pseudonym: 'Witness 4' }, '[Witness 4]'],
    ['initials', { treatment: 'initials' }, '[Z. T.]'],
    ['the role', { treatment: 'role' }, '[resident]'],
    ['a bar', { treatment: 'bar' }, '[withheld]'],
  ] as const)('prints %s in the place of the name', async (_what, choice, mark) => {
    const dossier = await makeDossier(chosen(choice));
    must(await archive.exportDossier(dossier.id, target()));
    const text = textOf(target());
    expect(text).toContain(`said ${mark} of Reed Lane`);
    expect(`${text} ${poppler('pdfinfo', target())}`).not.toMatch(/zoya|tarn|зоя|тарн/i);
  });

  it('keeps a pseudonym for the next edition, and says in the log which profile it was', async () => {
    const dossier = await makeDossier(protect);
    must(await archive.exportDossier(dossier.id, target()));
    const { dossiers } = must(await archive.records());
    expect(dossiers.find(({ id }) => id === dossier.id)).toMatchObject({
      version: 2,
      sharing: { entities: [{ entity: zoya.id, number: 1, treatment: null }] },
    });
    const [line] = must(await archive.log(0, 1)).entries;
    expect(line).toMatchObject({
      action: 'dossier.export',
      facts: { profile: 'protect', names: 0 },
    });
  });
});

describe('the next edition', () => {
  it('is told when the last one left, for whom and what was done since, and prints no recipient', async () => {
    const dossier = await makeDossier(protect);
    expect(must(await archive.inspectDossier(dossier.id)).earlier).toBeNull();
    const recipient = 'The Ferry Review';
    const { sha256 } = must(await archive.exportDossier(dossier.id, target(), { recipient }));
    must(await archive.editDossier(dossier.id, { matter: 'C-9' }));
    must(await archive.editEntity(zoya.id, { role: 'neighbour' }));
    expect(must(await archive.inspectDossier(dossier.id)).earlier).toMatchObject({
      version: 1,
      sha256,
      recipient,
      since: [
        { action: 'dossier.edit', count: 1 },
        { action: 'entity.edit', count: 1 },
      ],
    });
    must(await archive.exportDossier(dossier.id, target()));
    expect(textOf(target())).toContain('Dossier exported');
    expect(textOf(target())).not.toContain(recipient);
    must(await archive.editEntity(zoya.id, { role: zoya.role }));
  });
});

describe('a graphic picture', () => {
  /** Width and height of each picture in the file, as poppler finds them. */
  const picturesIn = (path: string) => {
    const list = execFileSync('pdfimages', ['-list', path], { encoding: 'utf8' });
    return [...list.matchAll(/image +(\d+) +(\d+)/g)].map(
      ([, width, height]) => `${width}x${height}`,
    );
  };

  async function graphicDossier(
    sharing: Sharing | null,
    { name, bytes } = { name: 'a.png', bytes: secretPng() },
  ): Promise<Dossier> {
    const picture = await takeIn(name, bytes);
    must(await archive.editSource(picture, { graphic: true }));
    const plain = await makeDossier(sharing);
    const sections = [{ kind: 'source' as const, source: picture }];
    return must(await archive.editDossier(plain.id, { title: 'Reed Lane', sections }));
  }

  it('is covered by large squares of grey: its own pixels are not in the file', async () => {
    const dossier = await graphicDossier(protect);
    must(await archive.exportDossier(dossier.id, target()));
    expect(picturesIn(target())).toEqual(['12x8']);
    expect(textOf(target())).toContain('It is graphic, and covered');
    expect(must(await archive.inspectDossier(dossier.id)).contents.covered).toBe(1);
  });

  it.each([
    ['a.heic', redCornerHeic],
    ['a.tif', redCornerTiff(640, 480)],
  ])('is covered also when another was made from it: %s', async (name, bytes) => {
    const dossier = await graphicDossier(protect, { name, bytes });
    must(await archive.derivePictures());
    must(await archive.exportDossier(dossier.id, target()));
    const [printed = '', ...others] = picturesIn(target());
    expect(others).toEqual([]);
    for (const side of printed.split('x')) expect(Number(side)).toBeLessThanOrEqual(20);
    expect(textOf(target())).toContain('It is graphic, and covered');
    expect(textOf(target())).not.toContain('whose format cannot be printed');
  });

  it.each([
    ['its profile says so', { ...protect, graphic: 'shown' as const }],
    ['there is no profile', null],
  ])('is shown, after a notice, when %s', async (_what, sharing) => {
    const dossier = await graphicDossier(sharing);
    must(await archive.exportDossier(dossier.id, target()));
    expect(picturesIn(target())).toEqual(['24x16']);
    expect(textOf(target())).toContain('The next page shows a picture that was marked as graphic');
  });
});

describe('an export that would name somebody', () => {
  it.each([
    ['without a profile', () => null],
    ['with a choice against the protection', () => chosen({ treatment: 'keep' })],
  ])('is refused %s, and leaves nothing under the chosen name', async (_what, sharing) => {
    const dossier = await makeDossier(sharing());
    const before = await left();
    expect(await archive.exportDossier(dossier.id, target())).toMatchObject({
      error: { code: 'names-protected' },
    });
    expect(await left()).toEqual(before);
    expect(must(await archive.log(0, 1)).entries[0]?.action).toBe('dossier.add');
  });

  it('leaves what stood there before as it was', async () => {
    const plain = await makeDossier(protect);
    must(await archive.exportDossier(plain.id, target()));
    const bytes = await readFile(target());
    must(await archive.editDossier(plain.id, { sharing: null }));
    expect(await archive.exportDossier(plain.id, target())).toMatchObject({ ok: false });
    expect(await readFile(target())).toEqual(bytes);
  });

  it('leaves when that is said, and the log counts whom it named', async () => {
    const dossier = await makeDossier(null);
    must(await archive.exportDossier(dossier.id, target(), { despiteNames: true }));
    expect(textOf(target())).toContain('Zoya Tarn');
    expect(must(await archive.log(0, 1)).entries[0]).toMatchObject({
      action: 'dossier.export',
      // Hers, and the family name that stands alone.
      facts: { profile: 'none', names: 2 },
    });
  });
});
