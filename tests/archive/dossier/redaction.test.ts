/** A redacted dossier names nobody whom it hides, in no part of the file; and a name that is planted in one is found. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findLeaks } from '../../../archive/dossier/leaks.ts';
import { type DossierMaterial, makeDossierPdf } from '../../../archive/dossier/index.ts';
import {
  type Entity,
  newSectionId,
  type Sharing,
  shareProfiles,
  stated,
} from '../../../archive/model/index.ts';
import { formsOf, namedOf } from '../../../archive/redact/index.ts';
import { bookmarksIn, flatTextIn, infoOf, inflated } from './pdf-tools.ts';
import { hiddenEntity, sampleMaterial } from './sample.ts';

const marta = hiddenEntity('Marta Vesna', ['МАРТА ВЯСНА'], { role: 'resident, third floor' });
const place = hiddenEntity('Ostrava Nova', ['Острава Нова'], { kind: 'place' });
const open = hiddenEntity('Harbour Courier', [], { kind: 'organisation', protection: 'public' });
const entities = [marta, place, open];

/** The sample with the names in every place that is printed. */
function named(sharing: Partial<Sharing> | null): DossierMaterial {
  const material = sampleMaterial();
  const name = 'Marta Vesna';
  const { dossier } = material;
  return {
    ...material,
    entities,
    dossier: {
      ...dossier,
      title: `The case of ${name.toUpperCase()}`,
      matter: `File ${name}`,
      author: 'M. Vesna',
      handling: `Not for ${name}`,
      sections: [
        { id: newSectionId(), kind: 'heading', text: `What Marta-Vesna saw` },
        {
          id: newSectionId(),
          kind: 'text',
          markdown: `Marta Vesna: so she said.\n\nAnd **Mar**ta *Ves*na, \`marta_vesna.jpg\`.`,
        },
        ...dossier.sections,
      ],
      ...(sharing ? { sharing: { levels: shareProfiles.protect, entities: [], ...sharing } } : {}),
    },
    tags: material.tags.map((tag) => ({ ...tag, name: `${tag.name} of Vesna` })),
    exhibits: material.exhibits.map((exhibit) => ({
      ...exhibit,
      source: {
        ...exhibit.source,
        title: `${exhibit.source.title} ${'and on '.repeat(16)} ${name}`,
        note: `From ${name}`,
        original: { ...exhibit.source.original, name: `marta_vesna.html` },
        metadata: {
          ...exhibit.source.metadata,
          authors: ['Märta Vésna'],
          address: 'https://courier.example/people/marta%2Dvesna?by=marta-vesna',
        },
        capture: { ...exhibit.source.capture, collectedBy: stated(`Ma\u200brta Vesna`) },
      },
      quotes: exhibit.quotes.map((quote) => ({
        ...quote,
        note: `about Марту Весну`,
        seen: `${name} at the door`,
        translation: { text: `So ${name} said`, language: 'en', translator: name },
      })),
    })),
    comparisons: material.comparisons.map((pair) => ({
      ...pair,
      rows: pair.rows.map((row) => ({ ...row, reasons: [`name: ${name}, Марта Вясна`] })),
    })),
    claims: material.claims.map((claim) => ({
      ...claim,
      question: `Whom did ${name} see?`,
      unit: `people of Ostrava Nova`,
      note: `Ask ${name}`,
      rows: claim.rows.map((row) => ({
        ...row,
        written: `Марту Весну`,
        unit: `friends of ${name}`,
        saidBy: name,
      })),
      doubted: claim.doubted.map((row) => ({ ...row, doubt: `${name} doubts it` })),
      ranges: claim.ranges.map((range) => ({ ...range, unit: `people of Ostrava Nova` })),
      origins: { ...claim.origins, named: [{ letter: 'A', name: `Told by ${name}` }] },
    })),
    log: {
      ...material.log,
      entries: material.log.entries.map((entry) => ({
        ...entry,
        facts: { ...entry.facts, file: `${name}.html` },
      })),
    },
  };
}

async function make(material: DossierMaterial) {
  const made = await makeDossierPdf(material);
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

const bare = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Without its last byte when there are not two for each letter. */
const evenly = (bytes: Buffer) => bytes.subarray(0, bytes.length & ~1);

describe('a dossier with a profile', () => {
  it('holds no form of a hidden name, in text, bookmarks, own data or structure', async () => {
    const { pdf, marks, leaks } = await make({ ...named({}), readBack: true });
    expect(leaks).toEqual([]);
    const everything = bare(
      [
        flatTextIn(pdf),
        bookmarksIn(pdf).join(' '),
        [...infoOf(pdf)].join(' '),
        inflated(pdf).toString('latin1'),
        inflated(pdf).toString('utf8'),
        evenly(inflated(pdf)).swap16().toString('utf16le'),
      ].join('\n'),
    );
    for (const form of ['vesna', 'martaves', 'vyasna', 'вясна', 'весну', 'ostrava', 'острава'])
      expect(everything).not.toContain(form);
    const text = flatTextIn(pdf);
    expect(text).toContain('The case of [Person A]');
    expect(text).toContain('[Person A]: so she said.');
    expect(text).toContain('[Place A]');
    expect(text).toContain('names in this quote or its translation were replaced');
    expect(marks.map(({ mark }) => mark)).toEqual(['[Person A]', '[Place A]']);
  });

  it('prints which marks stand where, and why, and no name', async () => {
    const { pdf, marks } = await make(named({}));
    const text = flatTextIn(pdf);
    const list = text.slice(text.lastIndexOf('Annex: redactions'));
    expect(list).toMatch(/\[Person A\].*It must not be named\..*Exhibit 1: \d+/);
    expect(list).toContain('Chain of custody: ');
    expect(marks.every(({ count }) => count > 0)).toBe(true);
  });

  it('counts what it took out of a claim table', async () => {
    const { pdf } = await make(named({}));
    const text = flatTextIn(pdf);
    expect(text).toContain('Whom did [Person A] see?');
    expect(text).toMatch(/\[Person A\].*Claim table 1: \d+/);
  });

  it('keeps the words of a quote, and their marks, around a replaced name', async () => {
    const material = named({});
    const text = flatTextIn((await make(material)).pdf);
    expect(text).toContain('They took my son’s telephone and the family photographs');
    expect(text).not.toContain('does not stand at its place in the new reading');
  });

  it('is refused when the profile keeps whom it must not name', async () => {
    const kept = named({
      entities: [{ entity: marta.id, treatment: 'keep', pseudonym: '', number: null }],
    });
    expect(await makeDossierPdf(kept)).toMatchObject({ error: { code: 'names-protected' } });
    const { leaks } = await make({ ...kept, allowProtected: true, readBack: true });
    expect(leaks).toContainEqual(
      expect.objectContaining({ where: 'page', page: 1, entity: marta.id }),
    );
    expect(new Set(leaks.map(({ where }) => where))).toEqual(
      new Set(['page', 'bookmark', 'document-data']),
    );
  });

  it('makes the same bytes of the same material', async () => {
    const material = named({});
    expect(Buffer.from((await make(material)).pdf).equals((await make(material)).pdf)).toBe(true);
  });
});

describe('reading a finished file back', () => {
  const forms = (...hidden: Entity[]) => formsOf(hidden.map(namedOf), [], { alone: true });
  const arabic = hiddenEntity('مارتا فيسنا');
  const planted = async (markdown: string) => {
    const material = sampleMaterial();
    const { pdf } = await make({
      ...material,
      dossier: {
        ...material.dossier,
        sections: [...material.dossier.sections, { id: newSectionId(), kind: 'text', markdown }],
      },
    });
    return pdf;
  };

  it.each([
    ['Latin, over the runs of a line', '**Zoy**a Tarn was there', hiddenEntity('Zoya Tarn')],
    ['another script', 'Была Зоя Тарн там', hiddenEntity('Zoya Tarn')],
    ['Arabic', 'قالت مارتا فيسنا ذلك', arabic],
    ['a long word', `see ${'x'.repeat(30)}zoyatarn${'x'.repeat(30)}`, hiddenEntity('Zoya Tarn')],
  ])('finds a planted name: %s', async (_, markdown, entity) => {
    const found = await findLeaks(await planted(markdown), forms(entity));
    expect(found).toMatchObject({ ok: true });
    if (found.ok)
      expect(found.value.leaks).toContainEqual(expect.objectContaining({ entity: entity.id }));
  });

  it('finds a name in a long word wherever its lines end', async () => {
    const words = Array.from(
      { length: 60 },
      (_, k) => `${'on '.repeat(1 + (k % 17))}${'x'.repeat(k)}zoyatarn${'x'.repeat(60 - k)}`,
    );
    const zoya = hiddenEntity('Zoya Tarn');
    const found = await findLeaks(await planted(words.join('\n\n')), forms(zoya));
    if (!found.ok) throw new Error('not read back');
    const counts = found.value.leaks
      .filter(({ where, entity }) => where === 'page' && entity === zoya.id)
      .map(({ count }) => count);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(words.length);
  });

  it('tells what may be a name apart, each form once a page, and initials only of who is in it', async () => {
    const zoya = hiddenEntity('Наталья Тарнова');
    const pdf = await planted('Наташа, Наташу, Наташа. Н. Т. ушла.\n\nТарнова');
    const found = await findLeaks(pdf, forms(zoya));
    const page = expect.any(Number) as number;
    const at = { where: 'page', page, entity: zoya.id } as const;
    const named = [
      { ...at, form: 'Наташа', why: 'given-name', count: 2 },
      { ...at, form: 'Наташу', why: 'given-name', count: 1 },
    ];
    expect(found).toEqual({
      ok: true,
      value: { leaks: [{ ...at, entity: null, count: 1 }], possible: named },
    });
    const present = new Set([zoya.id]);
    const initials = { ...at, form: 'Н. Т.', why: 'initials', count: 1 };
    expect(await findLeaks(pdf, forms(zoya), { marks: [], present })).toMatchObject({
      value: { possible: [...named, initials] },
    });
    expect(await findLeaks(pdf, forms(zoya), { marks: ['Н. Т.'], present })).toMatchObject({
      value: { possible: named },
    });
  });

  it('is not held back for common words that sound like a name, wherever its lines end', async () => {
    const pdf = await planted(`${'below, '.repeat(300)}\n\n- below\n- 15 below?\n\nсам стан, стан`);
    const stone = hiddenEntity('Zoya Stone');
    expect(await findLeaks(pdf, forms(hiddenEntity('Зоя Белов')))).toEqual({
      ok: true,
      value: { leaks: [], possible: [] },
    });
    const page = expect.any(Number) as number;
    const told = { where: 'page', page, entity: null, form: 'стан', why: 'common-word', count: 2 };
    expect(await findLeaks(pdf, forms(stone))).toEqual({
      ok: true,
      value: { leaks: [], possible: [told] },
    });
  });

  it('finds a name in an attached file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'leak-'));
    try {
      const [plain, file, out] = ['plain.pdf', 'note.txt', 'out.pdf'].map((one) =>
        join(folder, one),
      );
      writeFileSync(plain ?? '', (await make(sampleMaterial())).pdf);
      writeFileSync(file ?? '', 'It was Zoya Tarn.');
      execFileSync('pdfattach', [plain ?? '', file ?? '', out ?? '']);
      const zoya = hiddenEntity('Zoya Tarn');
      const found = await findLeaks(new Uint8Array(readFileSync(out ?? '')), forms(zoya));
      expect(found).toEqual({
        ok: true,
        value: {
          leaks: [{ where: 'attachment', page: null, entity: zoya.id, count: 1 }],
          possible: [],
        },
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('finds nothing where nothing is, and says of a file that cannot be read that it cannot', async () => {
    const pdf = await planted('Nobody here');
    expect(await findLeaks(pdf, forms(hiddenEntity('Zoya Tarn')))).toEqual({
      ok: true,
      value: { leaks: [], possible: [] },
    });
    expect(await findLeaks(new Uint8Array(10), forms(arabic))).toMatchObject({ ok: false });
  });
});
