/** Tables of the codebook: counted as a slow and plain count counts, bounded, and safe to open wherever they go. */
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { type CodeTable, codeTable } from '../../../archive/codes/index.ts';
import { meetingsOf, type TaggedQuote } from '../../../archive/codes/meetings.ts';
import { codePicture } from '../../../archive/exchange/code-picture.ts';
import { codeTableCells } from '../../../archive/exchange/code-table.ts';
import { limits, newSourceId, type TagId } from '../../../archive/model/index.ts';
import { documentOf, makeQuote, makeSource, makeTag } from '../../helpers/records.ts';

const TEXT = 'The gate was shut at six. Two vans stood in the yard. Nobody was told why.';
const document = documentOf(TEXT);
const source = makeSource(1, 'The yard', new Uint8Array([1]), document);
const [gate, van, yard] = [makeTag('gate'), makeTag('van'), makeTag('yard')] as const;
const [a, b, c] = [gate.id, van.id, yard.id];
const quote = (exact: string, ...tags: TagId[]) => makeQuote(source, document, exact, { tags });

describe('where tags meet', () => {
  it('is on one quote, or on two that overlap, and nowhere else', () => {
    const quotes = [
      quote('The gate was shut at six.', a, b),
      quote('shut at six. Two vans', c),
      quote('Two vans stood', b),
      quote('Nobody was told why.', a, c),
    ];
    expect(meetingsOf([a, b, c], quotes)).toEqual([
      [2, 1, 2],
      [1, 2, 2],
      [2, 2, 2],
    ]);
  });

  it('is not where one quote ends and the next begins, in another text, or in another source', () => {
    const first = quote('The gate was shut', a);
    const elsewhere = { ...quote('gate was', b), source: newSourceId() };
    const former = quote('gate was', b);
    const lost = { ...former, anchor: { ...former.anchor, textSha256: '0'.repeat(64) } } as const;
    const quotes = [first, quote(' at six.', b), elsewhere, lost as TaggedQuote];
    expect(meetingsOf([a, b], quotes)[0]?.[1]).toBe(0);
  });

  it('is in a picture where two parts of it overlap both ways', () => {
    const region = (x: number, y: number, tag: TagId): TaggedQuote => ({
      source: source.id,
      anchor: { kind: 'region', x, y, width: 0.2, height: 0.2 },
      tags: [tag],
    });
    const quotes = [region(0.1, 0.1, a), region(0.2, 0.2, b), region(0.2, 0.6, c)];
    expect(meetingsOf([a, b, c], quotes)).toEqual([
      [1, 1, 0],
      [1, 1, 0],
      [0, 0, 1],
    ]);
  });

  it('is what comparing each quote with each other finds', () => {
    const tags = [a, b, c];
    const stretch = fc.record({
      start: fc.nat(30),
      length: fc.integer({ min: 1, max: 12 }),
      tags: fc.subarray(tags),
      source: fc.constantFrom(source.id, newSourceId()),
    });
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 14 }), (stretches) => {
        const model = quote('The gate');
        const quotes = stretches.map(({ start, length, tags: own, source: of }): TaggedQuote => {
          const anchor = { ...model.anchor, start, end: start + length };
          return { source: of, anchor: anchor, tags: own };
        });
        expect(meetingsOf(tags, quotes)).toEqual(slowly(tags, quotes));
      }),
    );
  });
});

/** Every two quotes against each other. */
function slowly(tags: readonly TagId[], quotes: readonly TaggedQuote[]): number[][] {
  const overlap = (one: TaggedQuote, other: TaggedQuote) =>
    one.anchor.kind === 'text' &&
    other.anchor.kind === 'text' &&
    one.source === other.source &&
    one.anchor.start < other.anchor.end &&
    other.anchor.start < one.anchor.end;
  const has = ({ tags: own }: TaggedQuote, tag: TagId) => own.includes(tag);
  return tags.map((x) =>
    tags.map((y) => {
      let count = quotes.filter((each) => has(each, x) && has(each, y)).length;
      if (x === y) return count;
      quotes.forEach((one, at) => {
        for (const other of quotes.slice(at + 1))
          if (
            overlap(one, other) &&
            ((has(one, x) && has(other, y)) || (has(one, y) && has(other, x)))
          )
            count += 1;
      });
      return count;
    }),
  );
}

const quotes = [quote('The gate was shut', a, b), quote('Two vans', b), quote('Nobody', b, c)];
const coded = { tags: [gate, van, yard], sources: [{ ...source, tags: [c] }], quotes };

describe('a table', () => {
  it('has the tags used most, and says how many it leaves out', () => {
    const table = codeTable('counts', 2, coded);
    expect(table.tags.map(({ name, quotes: on, sources: of }) => [name, on, of])).toEqual([
      ['van', 3, 0],
      ['yard', 1, 1],
    ]);
    expect(table.tagsLeft).toBe(1);
  });

  it('tells tags of a source as a whole from those of its quotes', () => {
    const table = codeTable('by-source', 9, coded);
    if (table.kind !== 'by-source') throw new Error(table.kind);
    expect(table.rows).toMatchObject([{ shelfmark: 'K-0001', quotes: [3, 1, 1], own: [1] }]);
    const rows: unknown = parse(codeTableCells(table), { bom: true });
    expect(rows).toEqual([
      [
        'shelfmark',
        'title',
        ...['van', 'yard', 'gate'],
        ...['van', 'yard', 'gate'].map((name) => `${name} (on the source itself)`),
      ],
      ['K-0001', 'The yard', '3', '1', '1', '0', '1', '0'],
    ]);
  });

  it('is bounded in sources too', () => {
    const sources = Array.from({ length: limits.codeTableSources + 3 }, (_, at) => ({
      id: newSourceId(),
      shelfmark: `K-${String(at)}`,
      title: 'A page',
      tags: [a],
    }));
    const table = codeTable('by-source', 5, { ...coded, sources });
    if (table.kind !== 'by-source') throw new Error(table.kind);
    expect(table.rows).toHaveLength(limits.codeTableSources);
    expect(table.rowsLeft).toBe(3);
  });
});

describe('a picture', () => {
  const pictureOf = (table: CodeTable) => new TextDecoder().decode(codePicture(table));

  it('is well-formed and alive in nothing, whatever a tag is called', () => {
    const parser = new new JSDOM('').window.DOMParser();
    const hostile = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(hostile, hostile, (name, title) => {
        const nasty = `<script>alert(1)</script>"'&]]>${name}`;
        const table = codeTable('by-source', 9, {
          ...coded,
          tags: [{ ...gate, name: nasty }, van, yard],
          sources: [{ ...source, title: `${nasty}${title}`, tags: [b] }],
        });
        const drawn = parser.parseFromString(pictureOf(table), 'image/svg+xml');
        const names = new Set([...drawn.querySelectorAll('*')].map(({ localName }) => localName));
        expect([...names].sort()).toEqual(['circle', 'rect', 'svg', 'text', 'title', 'tspan']);
        const given = [...drawn.querySelectorAll('*')].flatMap((each) => each.getAttributeNames());
        expect(given.filter((each) => /^on|href|style|src/.test(each))).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });

  it('of more sources than can be looked at has the first, and says so', () => {
    const tags = Array.from({ length: limits.codeTableTags }, (_, at) => makeTag(String(at)));
    const sources = Array.from({ length: limits.codeTableSources }, (_, at) => ({
      id: newSourceId(),
      shelfmark: `K-${String(at)}`,
      title: 'A page',
      tags: tags.map(({ id }) => id),
    }));
    const picture = pictureOf(
      codeTable('by-source', limits.codeTableTags, { tags, sources, quotes: [] }),
    );
    expect(picture).toContain('Sources that are left out: 1800.');
    expect(picture.match(/<circle/g)).toHaveLength(200 * 200);
  });

  it('says each number in a square on which it can be read', () => {
    const picture = pictureOf({
      kind: 'matrix',
      tagsLeft: 0,
      tags: Array.from({ length: 12 }, (_, at) => ({
        tag: a,
        name: String(at),
        colour: 1,
        sources: 0,
        quotes: 1,
      })),
      meetings: Array.from({ length: 12 }, (_, x) =>
        Array.from({ length: 12 }, (__, y) => x * 12 + y),
      ),
    });
    const pairs = [...picture.matchAll(/fill="(#\w{6})"\/><text [^>]*fill="(#\w{6})">\d+</g)];
    expect(pairs).toHaveLength(132);
    for (const [, paper = '', ink = ''] of pairs)
      expect(contrast(paper, ink)).toBeGreaterThanOrEqual(4.5);
  });
});

/** WCAG 2.2, relative luminance. */
function contrast(one: string, other: string): number {
  const light = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, bright = 0] = [light(one), light(other)].sort((x, y) => x - y);
  return (bright + 0.05) / (dark + 0.05);
}
