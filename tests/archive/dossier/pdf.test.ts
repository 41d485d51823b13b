/** What a finished dossier holds, read with programs that are not ours. */
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type ComparedRow,
  makeDossierPdf,
  type DossierMaterial,
} from '../../../archive/dossier/index.ts';
import { makeHere } from '../../../archive/dossier/make.ts';
import { secretJpeg } from './pictures-with-secrets.ts';
import {
  bookmarksIn,
  checkStructure,
  flatTextIn,
  fontsIn,
  infoOf,
  inflated,
  objectsIn,
  textIn,
  type PdfObject,
} from './pdf-tools.ts';
import { hiddenEntity, sampleMaterial } from './sample.ts';

function made(material: DossierMaterial) {
  const result = makeHere(material, () => undefined);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

describe('a dossier as PDF', () => {
  let material: DossierMaterial;
  let pdf: Uint8Array;
  let pages: number;
  let text: string;
  let objects: readonly PdfObject[];

  beforeAll(() => {
    material = sampleMaterial({ picture: { bytes: secretJpeg(), mediaType: 'image/jpeg' } });
    ({ pdf, pages } = made(material));
    text = flatTextIn(pdf);
    objects = objectsIn(pdf);
  });

  it('says on its cover what it is, for what, by whom, when and how long', () => {
    const cover = flatTextIn(pdf, 1);
    for (const part of [
      material.dossier.title,
      'Matter File HS-7',
      'Prepared by withheld',
      'Made at 2026-04-09 21:14:03 UTC',
      'Version 2',
      'Extent 4 exhibits, 5 quotes',
      `Pages ${pages}`,
      material.dossier.handling,
      material.log.head,
      'Written as PDF/A-3a; validate before relying on it',
    ])
      expect(cover).toContain(part);
  });

  it('carries dossier, digest, exhibit, handling and “page x of y” on its pages', () => {
    const digest = /Content digest ([0-9a-f]{64})/.exec(flatTextIn(pdf, 1))?.[1] ?? 'none';
    for (let page = 1; page <= pages; page++) {
      const shown = flatTextIn(pdf, page);
      expect(shown).toContain(`Page ${page} of ${pages}`);
      expect(shown).toContain(material.dossier.id);
      expect(shown).toContain(digest.slice(0, 12));
      expect(shown).toContain(material.dossier.handling);
    }
    const first = pageOf('Exhibit 2 Web page');
    expect(textIn(pdf, first).split('\n')[0]).toMatch(/Exhibit 2 · K-0002/);
  });

  function pageOf(part: string): number {
    for (let page = 1; page <= pages; page++) if (flatTextIn(pdf, page).includes(part)) return page;
    throw new Error('not in the dossier');
  }

  it('lists every part in its contents with the page on which it begins', () => {
    const contents = flatTextIn(pdf, 2);
    expect(contents).toContain(
      `How this dossier was made ${pageOf('How this dossier was made This')}`,
    );
    expect(contents).toContain(
      `Exhibit 1 Night searches on Harbour Street ${pageOf('Exhibit 1 Web page')}`,
    );
    expect(contents).toContain(
      `Exhibit 2 Начныя ператрусы на Партовай вуліцы ${pageOf('Exhibit 2 Web page')}`,
    );
    expect(contents).toContain(
      `Annex: chain of custody ${pageOf('Annex: chain of custody The lines')}`,
    );
  });

  it('keeps published, captured and added apart, and says what is withheld or not known', () => {
    const shown = flatTextIn(pdf, pageOf('Exhibit 1 Web page'));
    for (const part of [
      'Publisher The Harbour Courier',
      'Author not known',
      'Published 2026-03-14 09:30 +03:00',
      'Event 2026-03-13',
      'Captured 2026-03-15 08:02 UTC',
      'Added to archive 2026-03-15 10:00:00 UTC',
      'Address https://courier.example/city/2026/03/14/harbour-street',
      'Collected by withheld',
      'Place of capture not known',
      'Original file page-1.html · 20,481 bytes · text/html',
      `SHA-256 of original ${material.exhibits[0]?.source.original.sha256 ?? ''}`,
      'from windows-1251 (guessed)',
    ])
      expect(shown).toContain(part);
    expect(flatTextIn(pdf, pageOf('Exhibit 2 Web page'))).toContain(
      'Published 2026-03-14 10:05 (zone not stated)',
    );
  });

  it('prints a quote in its context with speaker, attribution, date, tags, check and translation', () => {
    const shown = flatTextIn(pdf, pageOf('Exhibit 2 Web page'));
    expect(shown).toContain('У ноч на 13 сакавіка сілавікі прыйшлі');
    expect(shown).toMatch(
      /«2\.1\s?Забралі тэлефон сына і сямейныя здымкі, ніякай паперы не далі\s?», — сказала/,
    );
    expect(shown).toContain('Translation into English by T-2, checked');
    expect(shown).toContain('Speaker Марта Вясна');
    expect(shown).toContain('Attribution said in the source');
    expect(shown).toContain('Said on 2026-03-13');
    expect(shown).toContain('Tags Searches › Without a warrant');
    expect(shown).toContain('Check checked against the original');
    expect(text).toContain('Translation into English, not checked; translator not stated');
  });

  it('prints a source that was added whole, word for word', () => {
    const bare = (shown: string) => shown.replaceAll(/\s/g, '');
    const whole = bare(
      text
        .slice(text.indexOf('The whole text, 127 words'))
        .replace(/Confidential: for counsel.*?K-000\d|dos_\w+ · \w+ Page \d+ of \d+/g, '')
        .replaceAll(/¶ ?\d+ ?|1\.[12]\b/g, ''),
    );
    expect(whole).toContain(bare(material.exhibits[0]?.text?.text ?? 'nothing'));
  });

  it('sets comparisons in two columns with a sign and a word for each pair', () => {
    const shown = flatTextIn(pdf, pageOf('Annex: comparisons Passages'));
    for (const part of ['= same', '≈ corresponds', '≠ differs', 'A only in A', 'B only in B'])
      expect(shown).toContain(part);
    expect(shown).toContain('A Exhibit 1 · K-0001');
    expect(shown).toContain('B Exhibit 2 · K-0002');
    expect(shown).toContain('differs, moved');
    expect(shown).toContain('word for word in both');
  });

  it('only counts passages that are the same, when that is asked for', () => {
    const [pair] = material.comparisons;
    if (!pair) throw new Error('there is one');
    const same: ComparedRow = {
      ...{ a: 'The quay is closed.', b: 'The quay is closed.', marks: { a: [], b: [] } },
      ...{ verdict: 'same' as const, moved: false, reasons: [] },
    };
    const rows = [same, same, ...pair.rows, same, { ...same, moved: true }];
    const [brief, whole] = [true, false].map((isBrief) => {
      const sections = material.dossier.sections.map((one) =>
        one.kind === 'comparison' ? { ...one, brief: isBrief } : one,
      );
      const dossier = { ...material.dossier, sections };
      const comparisons = [{ ...pair, brief: isBrief, rows }];
      return flatTextIn(made({ ...material, dossier, comparisons }).pdf);
    });
    expect(brief).toContain('2 passages that are the same word for word');
    expect(brief).toContain('One passage that is the same word for word');
    expect(brief?.match(/The quay is closed\./g)).toHaveLength(2);
    expect(whole).not.toContain('same word for word');
    expect(whole?.match(/The quay is closed\./g)).toHaveLength(8);
  });

  it('shows the lines of the log and how to check all this', () => {
    expect(text).toContain('Length of log 57 lines');
    expect(text).toContain('Source taken in Exhibit 1');
    expect(text).toContain('Quote added 2.1');
    for (const part of [
      'sha256sum FILE',
      'shasum -a 256 FILE',
      'Get-FileHash',
      'What a hash does not prove',
    ])
      expect(text).toContain(part);
  });

  it('is whole, tagged, titled, and written as PDF/A-3a', () => {
    checkStructure(pdf);
    const info = infoOf(pdf);
    expect(info.get('Title')).toBe(material.dossier.title);
    expect(info.get('Tagged')).toBe('yes');
    expect(info.get('Pages')).toBe(String(pages));
    expect(info.get('Page size')).toMatch(/A4/);
    expect(info.get('JavaScript')).toBe('no');
    expect(info.has('Author')).toBe(false);
    const xmp = inflated(pdf).toString('latin1');
    expect(xmp).toMatch(/<pdfaid:part>3<\/pdfaid:part><pdfaid:conformance>A<\/pdfaid:conformance>/);
  });

  it('embeds the fonts that it brings, and no other', () => {
    const fonts = fontsIn(pdf);
    expect(fonts.length).toBeGreaterThan(4);
    for (const { name, embedded, unicode } of fonts) {
      expect(name).toMatch(
        /^(?:Noto(?:Serif|Sans|SansMono|NaskhArabic)|Amiri)-(?:Regular|SemiBold|Italic|SemiBoldItalic|Bold)$/,
      );
      expect([embedded, unicode]).toEqual([true, true]);
    }
  });

  it('names the language of each passage, and runs Arabic from right to left', () => {
    const languages = new Set(
      objects.flatMap((object) => ('/Lang' in object ? [String(object['/Lang'])] : [])),
    );
    for (const language of ['u:en', 'u:be', 'u:ar']) expect(languages).toContain(language);
    const catalog = objects.find((object) => object['/Type'] === '/Catalog');
    expect(catalog?.['/Lang']).toBe('u:en');
    // Read by a program that follows the page from left to right, the last word of each line comes first.
    const arabic = textIn(pdf, pageOf('Exhibit 3 Web page'));
    expect(arabic).toMatch(/^\s+\S*\u202b/m);
    if (fontsIn(pdf).some(({ name }) => name.startsWith('Amiri')))
      expect(arabic).toContain('أخذوا هاتف ابني وصور العائلة ولم يعطونا أي ورقة');
  });

  it('has bookmarks, links that stay inside, and a text for each picture', () => {
    const bookmarks = bookmarksIn(pdf);
    expect(bookmarks).toContain('Exhibits');
    expect(bookmarks).toContain('  Exhibit 3. تفتيش ليلي في شارع الميناء');
    expect(bookmarks).toContain('  What followed');
    const links = objects.filter((object) => object['/Subtype'] === '/Link');
    expect(links.length).toBeGreaterThan(10);
    for (const object of objects) {
      expect(object['/S']).not.toBe('/URI');
      expect(object['/S']).not.toBe('/JavaScript');
      expect(object['/S']).not.toBe('/Launch');
    }
    const texts = objects.flatMap((object) => ('/Alt' in object ? [String(object['/Alt'])] : []));
    expect(texts).toContain('u:Picture, Exhibit 4: Door of flat 12 after the search');
    expect(texts).toContain('u:Quote 1.1 begins');
    expect(texts).toContain('u:Quote 1.1 ends');
    const figures = objects.filter((object) => object['/S'] === '/Figure');
    for (const figure of figures) expect(figure).toHaveProperty('/Alt');
  });

  it('tells nothing of the machine on which it was made', () => {
    const all = inflated(pdf).toString('latin1');
    for (const word of [
      'node_modules',
      'kuferak-dossier',
      'Kufr',
      process.cwd(),
      process.platform === 'win32' ? 'C:\\' : '/home',
    ])
      expect(all).not.toContain(word);
  });
});

describe('what can be otherwise', () => {
  it('announces a graphic picture on the page before it, and shows no detail of it elsewhere', () => {
    const sample = sampleMaterial({ picture: { bytes: secretJpeg(), mediaType: 'image/jpeg' } });
    const exhibits = sample.exhibits.map((exhibit) =>
      exhibit.image
        ? {
            ...exhibit,
            source: { ...exhibit.source, graphic: true },
            quotes: exhibit.quotes.map((quote) => ({ ...quote, seen: 'a door without a lock' })),
          }
        : exhibit,
    );
    const { pdf, pages } = made({ ...sample, exhibits });
    const account = flatTextIn(pdf).split('Exhibits In the order')[0];
    expect(account).toContain('What is seen a door without a lock');
    const has = (part: string) =>
      Array.from({ length: pages }, (_, i) => i + 1).filter((page) =>
        flatTextIn(pdf, page).includes(part),
      );
    const [notice = 0] = has('The next page shows a picture that was marked as graphic');
    expect(has('printed without its metadata')).toEqual([notice + 1]);
    const details = objectsIn(pdf).filter(
      (object) => object['/Alt'] === 'u:Detail of the picture, quote 4.1: a door without a lock',
    );
    expect(details).toHaveLength(1);
  });

  it('says when the passage no longer stands at its place, and prints no wrong context', () => {
    const sample = sampleMaterial();
    const [first, ...others] = sample.exhibits;
    if (!first?.text) throw new Error('the sample has changed');
    const text = { ...first.text, text: first.text.text.replace('They took', 'They  took') };
    const sections = sample.dossier.sections.filter(({ kind }) => kind !== 'source');
    const { pdf } = made({
      ...sample,
      dossier: { ...sample.dossier, sections },
      exhibits: [{ ...first, text }, ...others],
    });
    const shown = flatTextIn(pdf);
    expect(shown).toContain('does not stand at its place in the new reading');
    expect(shown).toContain('They took my son’s telephone and the family photographs');
    expect(shown).not.toContain('They  took');
  });

  it('counts in words that fit the number', () => {
    const sample = sampleMaterial();
    const exhibits = sample.exhibits.slice(0, 1);
    const sections = sample.dossier.sections.slice(0, 3);
    const { pdf } = made({
      ...sample,
      exhibits,
      comparisons: [],
      dossier: { ...sample.dossier, sections },
    });
    expect(flatTextIn(pdf, 1)).toContain('Extent 1 exhibit, 2 quotes');
  });
});

describe('making it', () => {
  it('gives the same bytes for the same material, and others for other', async () => {
    const material = sampleMaterial();
    const first = made(material);
    const second = await makeDossierPdf(structuredClone(material));
    if (!second.ok) throw new Error(second.error.code);
    expect(Buffer.compare(first.pdf, second.value.pdf)).toBe(0);
    const other = made({ ...material, madeAt: '2026-04-09T21:14:04.120Z' });
    expect(Buffer.compare(first.pdf, other.pdf)).not.toBe(0);
  });

  it('sets US Letter when asked', () => {
    const material = sampleMaterial();
    const { pdf } = made({
      ...material,
      dossier: { ...material.dossier, pageSize: 'us-letter' },
    });
    expect(infoOf(pdf).get('Page size')).toMatch(/612 x 792/);
  });

  it('names an author who wants to be named', () => {
    const material = sampleMaterial();
    const { pdf } = made({ ...material, dossier: { ...material.dossier, author: 'Desk 4' } });
    expect(infoOf(pdf).get('Author')).toBe('Desk 4');
    expect(flatTextIn(pdf, 1)).toContain('Prepared by Desk 4');
  });

  it('counts progress up to the end', async () => {
    const told: [number, number | undefined][] = [];
    const result = await makeDossierPdf(sampleMaterial(), {
      signal: new AbortController().signal,
      progress: (done, total) => told.push([done, total]),
    });
    expect(result.ok).toBe(true);
    const counted = told.map(([done]) => done);
    expect(told.every(([, total]) => total === 4)).toBe(true);
    expect(counted).toEqual(counted.toSorted((a, b) => a - b));
    // Those between come as time goes by.
    expect([counted[0], ...counted.slice(-2)]).toEqual([0, 3, 4]);
  });

  it('stops when asked, before and during', async () => {
    const stopped = AbortSignal.abort();
    const before = await makeDossierPdf(sampleMaterial(), {
      signal: stopped,
      progress: () => undefined,
    });
    expect(before).toEqual({ ok: false, error: { code: 'cancelled' } });
    const control = new AbortController();
    const during = await makeDossierPdf(sampleMaterial(), {
      signal: control.signal,
      progress: () => control.abort(),
    });
    expect(during).toEqual({ ok: false, error: { code: 'cancelled' } });
  });

  it('refuses a dossier without sections', async () => {
    const material = sampleMaterial();
    const result = await makeDossierPdf({
      ...material,
      dossier: { ...material.dossier, sections: [] },
    });
    expect(result).toEqual({ ok: false, error: { code: 'dossier-empty' } });
  });

  it('refuses to name who must not be named, unless told to', async () => {
    const material = {
      ...sampleMaterial(),
      entities: [
        hiddenEntity('Marta Vesna', ['МАРТА ВЯСНА']),
        hiddenEntity('Nobody in here'),
        hiddenEntity('Ostráva Nova', [], { kind: 'place' }),
        hiddenEntity('Harbour Street', [], { protection: 'public' }),
      ],
    };
    const refused = await makeDossierPdf(material);
    expect(refused).toEqual({
      ok: false,
      // Two names, and words of them that stand alone.
      error: { code: 'names-protected', detail: { count: 3 } },
    });
    expect((await makeDossierPdf({ ...material, allowProtected: true })).ok).toBe(true);
  });
});
