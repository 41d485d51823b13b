/** What leaves by a profile holds no form of a hidden name in any of its files, and no file that was not to leave. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExifReader from 'exifreader';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type ArchiveView,
  exportArchive,
  type FilesToLeave,
  type Format,
} from '../../../archive/exchange/index.ts';
import { LeakCheck } from '../../../archive/exchange/leaks.ts';
import { fail, ok } from '../../../archive/lib/result.ts';
import {
  type Activity,
  type Entity,
  newActivityId,
  newClaimId,
  newClaimRowId,
  newDossierId,
  newSectionId,
  type PageFile,
  type Quote,
  type Sharing,
  shareProfiles,
  stated,
  type TextDocument,
} from '../../../archive/model/index.ts';
import { formsOf, namedOf } from '../../../archive/redact/index.ts';
import { documentOf, makePerson, makeQuote, makeSource, makeTag } from '../../helpers/records.ts';
import { jpegWithPosition, SECRET } from '../dossier/pictures-with-secrets.ts';

const formats: readonly Format[] = ['bagit', 'qdpx', 'csv', 'json'];
const words = {
  withheld: 'withheld',
  kinds: { person: 'Person', organisation: 'Organisation', place: 'Place' },
};
const protect: Sharing = { levels: shareProfiles.protect, entities: [] };
const plain = { madeAt: '2026-03-12T09:00:00.000Z', appVersion: '0.1.0' };
const by = (files: FilesToLeave = 'none', sharing = protect) => ({
  ...plain,
  redaction: { sharing, words, files },
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kuferak-redacted-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** One page and one picture, with the words in every place that a person can write in. */
function viewWith(said: string, entities: readonly Entity[]): ArchiveView {
  const document: TextDocument = {
    ...documentOf(`Before. 🐟 ${said} came.\n\nThe door was open, ${said} told us.`),
    spans: [{ kind: 'link', start: 0, end: 6, href: `https://a.example/${said}` }],
  };
  const picture = jpegWithPosition();
  const page = makeSource(1, `About ${said}`, Buffer.from(`<p>${document.text}`), document);
  const photograph = makeSource(2, `Photograph of ${said}`, picture, null);
  const state = stated(`${said} of the office`);
  const style = Buffer.from(`/* ${said} */`);
  const pageFiles: PageFile[] = [
    {
      name: `${said}_files/style.css`,
      blob: page.original.blob,
      mediaType: 'text/css',
      size: style.length,
      sha256: page.original.sha256,
      sha512: page.original.sha512,
    },
  ];
  const filled = [
    { ...page, pageFiles },
    { ...photograph, original: { ...photograph.original, mediaType: 'image/jpeg' } },
  ].map((source) => ({
    ...source,
    note: `See ${said}.`,
    original: { ...source.original, name: `${said}.${said}` },
    metadata: {
      ...source.metadata,
      authors: [said],
      publisher: said,
      address: `https://a.example/?by=${encodeURIComponent(said)}`,
      readings: [{ field: 'author' as const, value: said, from: 'og:author' }],
    },
    capture: { ...source.capture, collectedBy: state, method: state },
    partName: `folder/${said}/x.html`,
  }));
  const tag = makeTag(`tag ${said}`, { definition: `What ${said} did.` });
  const quote: Quote = makeQuote(page, document, `The door was open, ${said} told us`, {
    note: `ask ${said}`,
    tags: [tag.id],
    speaker: entities[0]?.id ?? null,
    translation: { text: `${said} said so`, language: 'en', translator: said },
  });
  const line: Activity = {
    id: newActivityId(),
    number: 1,
    at: plain.madeAt,
    offset: 0,
    actor: stated(said),
    action: 'source.import',
    subjects: [page.id],
    tool: { name: 'kuferak', version: '1' },
    before: null,
    after: 'a'.repeat(64),
    facts: { name: `${said}.html`, recipient: said },
    previous: 'b'.repeat(64),
    hash: 'c'.repeat(64),
  };
  return {
    about: {
      id: 'archive',
      name: `Case of ${said}`,
      createdAt: plain.madeAt,
      schema: 1,
      lastShelfmark: 2,
    },
    sources: filled,
    quotes: [quote],
    tags: [tag],
    entities: entities.map((entity) => ({ ...entity, note: `${entity.name} is ${said}` })),
    dossiers: [
      {
        id: newDossierId(),
        title: said,
        matter: said,
        author: said,
        handling: said,
        language: 'en',
        pageSize: 'a4',
        version: 1,
        sections: [{ id: newSectionId(), kind: 'text', markdown: `**${said}** came` }],
        sharing: protect,
        createdAt: plain.madeAt,
        changedAt: plain.madeAt,
      },
    ],
    claims: [
      {
        id: newClaimId(),
        question: `What did ${said} see?`,
        unit: 'doors',
        period: { from: null, to: '2026-03' },
        note: said,
        rows: [
          {
            id: newClaimRowId(),
            quote: quote.id,
            written: said,
            number: null,
            unit: '',
            period: null,
            saidBy: entities[0]?.id ?? null,
            doubt: `${said} was not there`,
            origin: null,
          },
        ],
        origins: [],
        apart: [],
        createdAt: '2026-03-01T00:00:00.000Z',
        changedAt: '2026-03-01T00:00:00.000Z',
      },
    ],
    pairings: [],
    searches: [],
    gatherings: [],
    profiles: [],
    stamps: [],
    activities: [line],
    stampFile: () => Promise.resolve(fail('damaged')),
    pageFile: () => Promise.resolve(ok(style)),
    headText: () => '',
    text: (id) => Promise.resolve(ok(id === page.id ? document : null)),
    original: (id) => Promise.resolve(ok(id === page.id ? Buffer.from(document.text) : picture)),
  };
}

/** Every byte that was written, by path; what is packed is unpacked. */
async function written(path: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => null);
  if (!entries) {
    const bytes = await readFile(path);
    if (bytes[0] !== 0x50) return new Map([['one', bytes]]);
    return new Map(Object.entries(unzipSync(bytes)));
  }
  for (const entry of entries)
    if (entry.isFile()) {
      const file = join(entry.parentPath, entry.name);
      files.set(file.slice(path.length + 1), await readFile(file));
    }
  return files;
}

async function leave(
  view: ArchiveView,
  format: Format,
  options: Parameters<typeof exportArchive>[3],
) {
  const target = join(folder, `${format}-${Math.random()}`);
  const exported = await exportArchive(view, format, target, options);
  return { exported, target };
}

const zoya = makePerson('Zoya Tarn', {
  spellings: ['Зоя Тарн'],
  protection: 'must-not-be-named',
  role: 'sister of the driver',
});

describe.each(formats)('as %s', (format) => {
  it('holds no form of a hidden name, and leaves no original', async () => {
    const { exported, target } = await leave(viewWith('Zoya Tarn', [zoya]), format, by());
    expect(exported).toMatchObject({ ok: true, value: { protectedNames: 0, unchecked: 0 } });
    const files = await written(target);
    for (const [path, bytes] of files)
      expect(`${path} ${Buffer.from(bytes).toString()}`).not.toMatch(/zoya|tarn|зоя|тарн|driver/i);
    expect([...files.keys()].filter((path) => /originals|pictures|\.jpg/.test(path))).toEqual([]);
    expect(Buffer.concat([...files.values()]).toString()).toContain('[Person A]');
  });

  it('tells how many words may be hidden names, and lets them leave', async () => {
    const { exported } = await leave(viewWith('Зойка', [zoya]), format, by());
    expect(exported).toMatchObject({ ok: true, value: { protectedNames: 0, possibleNames: 1 } });
  });

  it('is refused without a profile, and leaves nothing behind', async () => {
    const { exported } = await leave(viewWith('nobody', [zoya]), format, plain);
    expect(exported).toMatchObject({ error: { code: 'names-protected', detail: { count: 1 } } });
    expect(await readdir(folder)).toEqual([]);
  });

  it('is refused with a profile that keeps whom it must not name, unless that is said', async () => {
    const keeping: Sharing = {
      ...protect,
      entities: [{ entity: zoya.id, treatment: 'keep', pseudonym: '', number: null }],
    };
    const view = viewWith('Zoya Tarn', [zoya]);
    const { exported } = await leave(view, format, by('none', keeping));
    expect(exported).toMatchObject({ error: { code: 'names-protected' } });
    expect(await readdir(folder)).toEqual([]);
    const despite = await leave(view, format, { ...by('none', keeping), despiteNames: true });
    expect(despite.exported).toMatchObject({ ok: true });
    if (despite.exported.ok) expect(despite.exported.value.protectedNames).toBeGreaterThan(0);
  });
});

describe('files that leave', () => {
  it('are pictures without their position and whatever else is written into them', async () => {
    const original = ExifReader.load(Buffer.from(jpegWithPosition()));
    expect(original.GPSLatitude?.description).toBeDefined();
    for (const format of ['bagit', 'qdpx'] as const) {
      const { target } = await leave(viewWith('Zoya Tarn', [zoya]), format, by('pictures'));
      const files = await written(target);
      const pictures = [...files].filter(([, bytes]) => bytes[0] === 0xff && bytes[1] === 0xd8);
      expect(pictures).toHaveLength(1);
      for (const [path, bytes] of pictures) {
        expect(path).not.toMatch(/originals|zoya|tarn/i);
        expect(Object.keys(ExifReader.load(Buffer.from(bytes)))).not.toContain('GPSLatitude');
      }
      expect(Buffer.concat([...files.values()]).includes(SECRET)).toBe(false);
    }
  });

  it('are no graphic pictures, which a profile covers unless it says otherwise', async () => {
    const view = viewWith('Zoya Tarn', [zoya]);
    const graphic = { ...view, sources: view.sources.map((one) => ({ ...one, graphic: true })) };
    const count = async (sharing: Sharing) => {
      const { target } = await leave(graphic, 'bagit', by('pictures', sharing));
      return [...(await written(target)).keys()].filter((path) => path.includes('pictures/'))
        .length;
    };
    expect(await count(protect)).toBe(0);
    expect(await count({ ...protect, graphic: 'shown' })).toBe(1);
  });

  it('are originals when that is asked for, and it is told that nobody looked into them', async () => {
    const { exported, target } = await leave(
      viewWith('Zoya Tarn', [zoya]),
      'bagit',
      by('originals'),
    );
    expect(exported).toMatchObject({ ok: true, value: { unchecked: 3 } });
    expect((await written(target)).get('data/originals/K-0002.bin')).toEqual(
      Buffer.from(jpegWithPosition()),
    );
  });
});

describe('what lets a name be guessed and checked', () => {
  it('goes too: digests of records and of texts, the chain of the log', async () => {
    const view = viewWith('Zoya Tarn', [zoya]);
    const { target } = await leave(view, 'json', by());
    const [json = ''] = [...(await written(target)).values()].map(String);
    for (const digest of ['a', 'b', 'c']) expect(json).not.toContain(digest.repeat(64));
    expect(json).not.toContain(view.sources[0]?.text?.sha256);
    expect(json).toContain(view.sources[1]?.original.sha256);
  });

  it('and the digest of a plain text in which a name stood', async () => {
    const view = viewWith('Zoya Tarn', [zoya]);
    const [source] = view.sources;
    if (!source) throw new Error('there is a page');
    const note = { ...source, original: { ...source.original, mediaType: 'text/plain' } };
    const { target } = await leave({ ...view, sources: [note] }, 'csv', by());
    const all = Buffer.concat([...(await written(target)).values()]).toString();
    expect(all).not.toContain(source.original.sha256);
    expect(all).not.toContain(source.original.sha512);
  });

  it('and quotes stand in the text that leaves, word for word', async () => {
    const { target } = await leave(viewWith('Zoya Tarn', [zoya]), 'json', by());
    const [json = ''] = [...(await written(target)).values()].map(String);
    const { quotes, texts, sources } = JSON.parse(json) as {
      quotes: [Quote & { anchor: { kind: 'text' } }];
      texts: Record<string, TextDocument>;
      sources: [{ id: string; text: { sha256: string } }];
    };
    const [{ anchor, source }] = quotes;
    expect(texts[source]?.text.slice(anchor.start, anchor.end)).toBe(anchor.exact);
    expect(anchor.exact).toBe('The door was open, [Person A] told us');
    expect(anchor.textSha256).toBe(sources[0].text.sha256);
  });
});

describe('the check of what is about to leave', () => {
  const look = (path: string, text: string) => {
    const check = new LeakCheck(formsOf([namedOf(zoya)], [], { alone: true }), {
      asCollected: false,
    });
    check.look({ path, bytes: Buffer.from(text) });
    return check.named;
  };

  it.each([
    ['.json', '{"deep":[{"x":"so \\u005aoya Tarn said"}]}'],
    ['sources.csv', '\ufeffid,title\r\n1,"the ""Зоя Тарн"" affair"\r\n'],
    ['project.qde', '<a b="x"><c>Zo&#10;ya</c><d e="Zoya&#10;Tarn"/></a>'],
    ['texts/K-0001.txt', 'Z o y a was there'],
    ['pictures/zoya-tarn.txt', 'nothing'],
    ['pictures/K-0001.jpg', 'no picture at all'],
  ])('finds a planted name in %s', (path, text) => {
    expect(look(path, text)).toBeGreaterThan(0);
  });

  it('finds nothing in identifiers, digests and what we write ourselves', () => {
    expect(look('x.json', `{"id":"src_tarntarntarntarntarn","d":"${'tarn'.length}"}`)).toBe(0);
    expect(look('manifest-sha256.txt', `${'0a'.repeat(32)}  data/texts/K-0001.txt\n`)).toBe(0);
  });
});

const letters = fc.constantFrom(...Array.from('abdegiklmnoprstuvz'));
const word = fc
  .array(letters, { minLength: 4, maxLength: 8 })
  .map((all) => all.join(''))
  .map((small) => small.charAt(0).toUpperCase() + small.slice(1));

it('holds no form of random names in random records, in any format', async () => {
  const runs = process.env.SLOW === '1' ? 400 : 40;
  let refused = 0;
  const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(word, word),
      fc.constantFrom(...formats),
      fc.constantFrom(
        (a: string, b: string) => `${a} ${b}`,
        (a: string, b: string) => `${b}, ${a}`,
        (a: string, b: string) => `${a.toUpperCase()}-${b}`,
        (a: string, b: string) => `x_${a}${b}_1`,
        (a: string, b: string) => `${a}\u200b ${b}’s`,
      ),
      async ([first, second], format, spelled) => {
        const entity = makePerson(`${first} ${second}`, { protection: 'must-not-be-named' });
        const view = viewWith(spelled(first, second), [entity]);
        const { exported, target } = await leave(view, format, by());
        // A name that is a word of our own wording is refused rather than let through.
        if (!exported.ok) {
          expect(exported.error.code).toBe('names-protected');
          refused += 1;
          return;
        }
        const all = [...(await written(target))].map(
          ([path, bytes]) => `${path} ${String(Buffer.from(bytes))}`,
        );
        const everything = bare(all.join('\n'));
        expect(everything).not.toContain(bare(`${first} ${second}`));
        expect(everything).not.toContain(bare(`${second} ${first}`));
        expect(everything).not.toContain(`${first}${second}`.toLowerCase());
      },
    ),
    { numRuns: runs },
  );
  expect(refused).toBeLessThan(runs / 10);
});
