import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ArchiveView, exportArchive, type Format } from '../../../archive/exchange/index.ts';
import { CodePoints } from '../../../archive/exchange/code-points.ts';
import { guidOf } from '../../../archive/exchange/qdpx.ts';
import { escapeText } from '../../../archive/exchange/xml.ts';
import { fail, ok } from '../../../archive/lib/result.ts';
import { newGatheringId, newSourceId } from '../../../archive/model/index.ts';
import { documentOf, makePerson, makeQuote, makeSource, makeTag } from '../../helpers/records.ts';

const options = { madeAt: '2026-03-12T09:00:00.000Z', appVersion: '0.1.0', despiteNames: true };
const formats: readonly Format[] = ['bagit', 'qdpx', 'csv', 'json'];

let folder: string;
let target: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kuferak-export-'));
  target = join(folder, 'out');
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

function makeView(): ArchiveView {
  const english = documentOf('A fish 🐟 swam by.\n\n“We counted 12 doors,” said the ferryman.');
  const arabic = documentOf('قالت الجارة: «لم يفتح أحد الباب».', 'ar', 'rtl');
  const pages = [
    {
      bytes: new TextEncoder().encode('<p>one</p>'),
      document: english,
      title: '=SUM(A1) & "doors" <b>',
    },
    { bytes: new TextEncoder().encode('<p>two</p>'), document: arabic, title: 'باب مغلق' },
    { bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), document: null, title: 'A notice' },
  ];
  const made = pages.map(({ bytes, document, title }, index) => ({
    source: makeSource(index + 1, title, bytes, document),
    bytes,
    document,
  }));
  const parent = makeTag('doors', { definition: 'What was closed.' });
  const child = makeTag('locked, "really"', { parent: parent.id, colour: 3 });
  const speaker = makePerson('Ivo Ferryman', {
    spellings: ['Іво'],
    protection: 'must-not-be-named',
  });
  const [first, second] = made;
  if (!first || !second) throw new Error('two pages were made');
  return {
    about: {
      id: 'archive',
      name: 'Doors',
      createdAt: '2026-03-01T00:00:00.000Z',
      schema: 1,
      lastShelfmark: 3,
    },
    sources: made.map(({ source }) => source),
    quotes: [
      makeQuote(first.source, english, 'We counted 12 doors', {
        speaker: speaker.id,
        tags: [child.id],
        note: '+1 to check',
      }),
      makeQuote(second.source, arabic, 'لم يفتح أحد الباب', { tags: [parent.id] }),
    ],
    tags: [parent, child],
    entities: [speaker],
    dossiers: [],
    claims: [],
    pairings: [],
    searches: [],
    gatherings: [],
    profiles: [],
    stamps: [],
    activities: [],
    stampFile: () => Promise.resolve(fail('damaged')),
    headText: () => '',
    text: (id) =>
      Promise.resolve(ok(made.find(({ source }) => source.id === id)?.document ?? null)),
    pageFile: () => Promise.resolve(fail('damaged')),
    original: (id) => {
      const bytes = made.find(({ source }) => source.id === id)?.bytes;
      return Promise.resolve(bytes ? ok(bytes) : fail('damaged'));
    },
  };
}

it('a translation leaves with who made it: its words are not the speaker’s', async () => {
  const view = makeView();
  const [first, ...others] = view.quotes;
  if (!first) throw new Error('there is a quote');
  const translation = {
    ...{ text: 'Палічылі 12 дзвярэй', language: 'be', translator: 'Ida Rusk' },
    status: 'checked' as const,
  };
  const quotes = [{ ...first, translation }, ...others];
  await exportArchive({ ...view, quotes }, 'bagit', target, options);
  const annotations = await readFile(join(target, 'data/metadata/quotes.jsonld'), 'utf8');
  expect(JSON.stringify(JSON.parse(annotations))).toContain(
    '"value":"Палічылі 12 дзвярэй","language":"be","creator":{"type":"Person","name":"Ida Rusk"},"kuferak:translationStatus":"checked"',
  );
  await exportArchive({ ...view, quotes }, 'csv', join(folder, 'csv'), options);
  const table = await readFile(join(folder, 'csv/quotes.csv'), 'utf8');
  expect(table).toContain('Палічылі 12 дзвярэй,be,Ida Rusk,checked');
});

it('how sure one is of a quote leaves in every form, and nothing of it where nothing was said', async () => {
  const view = makeView();
  const [first, ...others] = view.quotes;
  if (!first) throw new Error('there is a quote');
  const sure = { ...view, quotes: [{ ...first, confidence: 'medium' as const }, ...others] };
  const bag = await exportArchive(sure, 'bagit', target, options);
  expect(bag.ok).toBe(true);
  const annotations = await readFile(join(target, 'data/metadata/quotes.jsonld'), 'utf8');
  expect(annotations.match(/kuferak:confidence/g)).toHaveLength(1);
  expect(annotations).toMatch(/"kuferak:confidence": ?"medium"/);
  await exportArchive(sure, 'csv', join(folder, 'csv'), options);
  const rows = parse<Record<string, string>>(await readFile(join(folder, 'csv/quotes.csv')), {
    columns: true,
    bom: true,
  });
  expect(rows.map(({ check, confidence }) => [check, confidence])).toEqual([
    ['unchecked', 'medium'],
    ['unchecked', ''],
  ]);
  await exportArchive(sure, 'qdpx', join(folder, 'sure.qdpx'), options);
  const project = unzipSync(await readFile(join(folder, 'sure.qdpx')))['project.qde'];
  expect(new TextDecoder().decode(project).match(/Confidence: medium/g)).toHaveLength(1);
});

it('collections leave as sets of the sources that are in the project, and outlines in words beside their rectangle', async () => {
  const view = makeView();
  const [first, second] = view.quotes;
  const picture = view.sources.find(({ kind }) => kind === 'image');
  if (!first || !second || !picture) throw new Error('there are quotes and a picture');
  const region = { kind: 'region' as const, x: 0.1, y: 0.1, width: 0.3, height: 0.35 };
  const polygon: [number, number][] = [
    [0.1, 0.1],
    [0.4, 0.1],
    [0.25, 0.45],
  ];
  const shaped = { ...first, source: picture.id, anchor: { ...region, polygon }, seen: 'a door' };
  const unreadable = {
    ...picture,
    id: newSourceId(),
    original: { ...picture.original, mediaType: 'image/tiff' },
  };
  const at = view.activities[0]?.at ?? '2026-03-12T09:00:00.000Z';
  const gathering = {
    ...{
      id: newGatheringId(),
      name: 'Doors & <gates>',
      note: 'By night.',
      createdAt: at,
      changedAt: at,
    },
    sources: [picture.id, unreadable.id, ...view.sources.slice(0, 1).map(({ id }) => id)],
  };
  const whole = {
    ...view,
    sources: [...view.sources, unreadable],
    quotes: [shaped],
    gatherings: [gathering],
  };
  await exportArchive(whole, 'qdpx', target, options);
  const project = new TextDecoder().decode(unzipSync(await readFile(target))['project.qde']);
  const { document } = new JSDOM(project, { contentType: 'text/xml' }).window;
  const [set, ...others] = document.querySelectorAll('Project > Sources + Sets > Set');
  expect(others).toEqual([]);
  expect(set?.getAttribute('name')).toBe('Doors & <gates>');
  expect(set?.firstElementChild?.textContent).toBe('By night.');
  const members = [...(set?.querySelectorAll('MemberSource') ?? [])].map((member) =>
    member.getAttribute('targetGUID'),
  );
  const guids = [...document.querySelectorAll('Sources > *')].map((one) =>
    one.getAttribute('guid'),
  );
  expect(members).toEqual([guidOf(picture.id), guidOf(view.sources[0]?.id ?? '')]);
  expect(guids).toEqual(expect.arrayContaining(members));
  expect(document.querySelector('PictureSelection > Description')?.textContent).toBe(
    'a door\n+1 to check\nOutline, in percent of width and height: 10,10 40,10 25,45',
  );
});

describe('a quote that has no place in the text of now', () => {
  const lostView = (): ArchiveView => {
    const view = makeView();
    const [first, ...others] = view.quotes;
    if (first?.anchor.kind !== 'text') throw new Error('the first quote is of words');
    const lost = { ...first, anchor: { ...first.anchor, textSha256: '0'.repeat(64) } };
    return { ...view, quotes: [lost, ...others] };
  };

  it('leaves with its words and without a place', async () => {
    await exportArchive(lostView(), 'bagit', target, options);
    const annotations = await readFile(join(target, 'data/metadata/quotes.jsonld'), 'utf8');
    expect(annotations).toContain('We counted 12 doors');
    expect(annotations.match(/TextPositionSelector/g)).toHaveLength(1);

    const csv = join(folder, 'csv');
    await exportArchive(lostView(), 'csv', csv, options);
    const table = await readFile(join(csv, 'quotes.csv'), 'utf8');
    expect(table).toMatch(/We counted 12 doors,,,/);

    const qdpx = join(folder, 'out.qdpx');
    await exportArchive(lostView(), 'qdpx', qdpx, options);
    const project = Buffer.from(unzipSync(await readFile(qdpx))['project.qde'] ?? []).toString();
    expect(project.match(/<PlainTextSelection/g)).toHaveLength(1);
    expect(project).toContain('Quote without a place in this text: “We counted 12 doors”');
  });
});

describe('what is written of a tag', () => {
  it('leaves with it, in tables and in the description that other programs know', async () => {
    const view = makeView();
    const written = {
      examples: 'A bar across it.',
      whenToUse: 'For doors.',
      whenNotToUse: 'Not for gates.',
      memos: [{ at: '2026-03-02T09:00:00.000Z', text: 'Ask the ferryman.' }],
    };
    const tags = view.tags.map((tag) => ({ ...tag, ...written }));
    await exportArchive({ ...view, tags }, 'csv', target, options);
    const table = await readFile(join(target, 'tags.csv'), 'utf8');
    const row: readonly string[] | undefined = parse(table, { bom: true })[1];
    expect(row?.slice(3)).toEqual([
      'What was closed.',
      '',
      'A bar across it.',
      'For doors.',
      'Not for gates.',
      '2026-03-02T09:00:00.000Z: Ask the ferryman.',
    ]);
    const qdpx = join(folder, 'tags.qdpx');
    await exportArchive({ ...view, tags }, 'qdpx', qdpx, options);
    const project = Buffer.from(unzipSync(await readFile(qdpx))['project.qde'] ?? []).toString();
    expect(project).toContain('When not to use: Not for gates.');
    expect(project).toMatch(/Examples: A bar across it\.[^]*Memo 2026-03-02/);
  });
});

describe('a BagIt package', () => {
  it('is checked as whole by sha256sum and sha512sum, and counts its payload right', async () => {
    const exported = await exportArchive(makeView(), 'bagit', target, options);
    // A name, and a word of it that stands alone.
    expect(exported).toMatchObject({ ok: true, value: { protectedNames: 2 } });
    for (const algorithm of ['sha256', 'sha512']) {
      for (const manifest of [`manifest-${algorithm}.txt`, `tagmanifest-${algorithm}.txt`]) {
        const said = execFileSync(`${algorithm}sum`, ['-c', manifest], {
          cwd: target,
          encoding: 'utf8',
        });
        expect(said).not.toMatch(/FAILED/);
      }
    }
    const info = await readFile(join(target, 'bag-info.txt'), 'utf8');
    const listed = (await readFile(join(target, 'manifest-sha256.txt'), 'utf8')).trim().split('\n');
    const sizes = await Promise.all(listed.map((line) => readFile(join(target, line.slice(66)))));
    const total = sizes.reduce((sum, { length }) => sum + length, 0);
    expect(info).toContain(`Payload-Oxum: ${total}.${listed.length}\n`);
    expect(await readFile(join(target, 'bagit.txt'), 'utf8')).toBe(
      'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    );
  });

  it('lists every payload file in its manifest and no other', async () => {
    await exportArchive(makeView(), 'bagit', target, options);
    const listed = (await readFile(join(target, 'manifest-sha512.txt'), 'utf8')).trim().split('\n');
    const files = await readdir(join(target, 'data'), { recursive: true, withFileTypes: true });
    const there = files
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    expect(listed.map((line) => join(target, line.slice(130))).sort()).toEqual(there.sort());
  });

  it('holds the originals byte for byte', async () => {
    const view = makeView();
    await exportArchive(view, 'bagit', target, options);
    for (const source of view.sources) {
      const ending = source.kind === 'image' ? 'png' : 'html';
      const bytes = await readFile(
        join(target, 'data', 'originals', `${source.shelfmark}.${ending}`),
      );
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(source.original.sha256);
    }
  });

  it('gives positions in code points that cut the quoted words out of the text', async () => {
    await exportArchive(makeView(), 'bagit', target, options);
    const page = JSON.parse(
      await readFile(join(target, 'data/metadata/quotes.jsonld'), 'utf8'),
    ) as {
      items: {
        target: {
          source: string;
          selector: [{ exact: string }, { start: number; end: number }];
        };
      }[];
    };
    expect(page.items).toHaveLength(2);
    for (const { target: place } of page.items) {
      const text = Array.from(await readFile(join(target, 'data', place.source), 'utf8'));
      const [quote, position] = place.selector;
      expect(text.slice(position.start, position.end).join('')).toBe(quote.exact);
    }
  });
});

describe('a REFI-QDA project', () => {
  it('is well-formed, has the tree of codes, and its positions cut the quoted words', async () => {
    const view = makeView();
    await exportArchive(view, 'qdpx', target, options);
    const files = unzipSync(new Uint8Array(await readFile(target)));
    const xml = new TextDecoder().decode(files['project.qde']);
    const { document } = new JSDOM(xml, { contentType: 'text/xml' }).window;
    const project = document.documentElement;
    expect(project.namespaceURI).toBe('urn:QDA-XML:project:1.0');
    const codes = [...document.querySelectorAll('Code')];
    expect(codes.map((code) => code.getAttribute('name'))).toEqual(['doors', 'locked, "really"']);
    expect(codes[1]?.parentElement).toBe(codes[0]);
    const guids = [...document.querySelectorAll('[guid]')].map((node) => node.getAttribute('guid'));
    expect(new Set(guids).size).toBe(guids.length);
    for (const reference of document.querySelectorAll('CodeRef')) {
      expect(codes.map((code) => code.getAttribute('guid'))).toContain(
        reference.getAttribute('targetGUID'),
      );
    }
    for (const quote of view.quotes) {
      const selection = document.querySelector(`[guid="${guidOf(quote.id)}"]`);
      const path = selection?.parentElement?.getAttribute('plainTextPath') ?? '';
      const text = Array.from(
        new TextDecoder().decode(files[path.replace('internal://', 'sources/')]),
      );
      const [start, end] = ['startPosition', 'endPosition'].map((name) =>
        Number(selection?.getAttribute(name)),
      );
      expect(quote.anchor.kind === 'text' && text.slice(start, end).join('')).toBe(
        quote.anchor.kind === 'text' ? quote.anchor.exact : '',
      );
    }
  });

  it('has the same bytes when made again', async () => {
    const view = makeView();
    await exportArchive(view, 'qdpx', target, options);
    await exportArchive(view, 'qdpx', `${target}2`, options);
    expect((await readFile(target)).equals(await readFile(`${target}2`))).toBe(true);
  });
});

describe('tables', () => {
  it('begin with a byte order mark and disarm formulas', async () => {
    await exportArchive(makeView(), 'csv', target, options);
    const sources = await readFile(join(target, 'sources.csv'), 'utf8');
    expect(sources.startsWith('\uFEFFid,shelfmark,')).toBe(true);
    expect(sources).toContain(`"'=SUM(A1) & ""doors"" <b>"`);
    expect(await readFile(join(target, 'quotes.csv'), 'utf8')).toContain("'+1 to check");
  });
});

describe('one JSON document', () => {
  it('holds every record and every text', async () => {
    const view = makeView();
    await exportArchive(view, 'json', target, options);
    const document = JSON.parse(await readFile(target, 'utf8')) as Record<string, unknown>;
    expect(document).toMatchObject({ format: 'kuferak-json', version: 1 });
    expect(document.sources).toEqual(view.sources);
    expect(document.quotes).toEqual(view.quotes);
    expect(Object.keys(document.texts as object)).toHaveLength(2);
  });
});

describe.each(formats)('any export (%s)', (format) => {
  it('never writes over what is there', async () => {
    await writeFile(target, 'mine');
    expect(await exportArchive(makeView(), format, target, options)).toMatchObject({
      error: { code: 'target-exists' },
    });
    expect(await readFile(target, 'utf8')).toBe('mine');
  });

  it('leaves nothing behind when a source cannot be read', async () => {
    const view = { ...makeView(), text: () => Promise.resolve(fail('damaged')) };
    if (format === 'csv') return;
    expect(await exportArchive(view, format, target, options)).toMatchObject({
      error: { code: 'damaged' },
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it('leaves nothing behind when it is cancelled', async () => {
    if (format === 'csv') return;
    const job = { signal: AbortSignal.abort(), progress: () => undefined };
    expect(await exportArchive(makeView(), format, target, options, job)).toMatchObject({
      error: { code: 'cancelled' },
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it('says when nothing can be written there', async () => {
    const nowhere = join(folder, 'missing', 'deeper', 'out');
    expect(await exportArchive(makeView(), format, nowhere, options)).toMatchObject({
      error: { code: 'target-unwritable' },
    });
    await chmod(folder, 0o700);
    await mkdir(target);
    expect(await exportArchive(makeView(), format, target, options)).toMatchObject(
      format === 'bagit' || format === 'csv' ? { ok: true } : { ok: false },
    );
  });
});

it('counts code points, not surrogates', () => {
  const points = new CodePoints('a🐟b🐟');
  expect([0, 1, 3, 4, 6].map((offset) => points.at(offset))).toEqual([0, 1, 2, 3, 4]);
});

it('replaces what XML cannot hold', () => {
  expect(escapeText('a\u0000b\uD800c<&>')).toBe('a\uFFFDb\uFFFDc&lt;&amp;&gt;');
});
