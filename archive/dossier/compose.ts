/** Makes the printed dossier out of its material: plain data in, plain data out. */
import { createHash } from 'node:crypto';
import { assert } from '../lib/assert.ts';
import { numberSigns } from '../model/claim-number.ts';
import type { Section } from '../model/index.ts';
import { composeChronology } from './compose-chronology.ts';
import { composeClaim } from './compose-claim.ts';
import { BY_HAND, composeComparison, SIGNS } from './compose-comparison.ts';
import { composeCustody } from './compose-custody.ts';
import { composeExhibit } from './compose-exhibit.ts';
import { detailOf, translationOf } from './compose-quote.ts';
import { factsOf, momentText, phrase, shortened, type Setting, SHORT_TITLE } from './composing.ts';
import type { Coverage } from './coverage.ts';
import { directionOf } from './direction.ts';
import { readMarkdown } from './markdown.ts';
import type { DossierMaterial, Exhibit, ExhibitQuote } from './material.ts';
import type { Part, Picture, Pictures } from './pictures.ts';
import type { Redactor } from '../redact/index.ts';
import { redactionList } from './redaction-list.ts';
import { redactWritten } from './redact-runs.ts';
import { nameOfCodePoint, Printable } from './printable.ts';
import { quoteLabel } from './quote-label.ts';
import type { Fact, PrintedDossier, PrintedSection, Written } from './print.ts';
import { wordsFor } from './words/catalogue.ts';

const SHORT_DIGEST = 12;
const LISTED_CHARACTERS = 300;
const VERDICTS = ['same', 'match', 'differs', 'only-a', 'only-b'] as const;

export interface Composed {
  readonly print: PrintedDossier;
  readonly pictures: readonly Picture[];
  /** Parts of pictures that are quoted, beside the pictures themselves. */
  readonly parts: readonly Part[];
}

/** `material` is redacted already; `step` is called after each exhibit. */
export function compose(
  material: DossierMaterial,
  pictures: Pictures,
  coverage: Coverage,
  { redactor, step }: { readonly redactor: Redactor | null; readonly step: () => void },
): Composed {
  const { dossier } = material;
  const words = wordsFor(dossier.language);
  const printable = new Printable(coverage);
  const setting: Setting = { material, words, printable, redactor };
  const printedWhole = new Set(
    dossier.sections.flatMap((section) => (section.kind === 'source' ? [section.source] : [])),
  );
  const exhibits = material.exhibits.map((exhibit) => {
    const printed = composeExhibit(setting, exhibit, {
      whole: printedWhole.has(exhibit.source.id),
      pictures,
    });
    step();
    return printed;
  });
  const quotes = quotesIn(material);
  const title = phrase(setting, dossier.title, dossier.language);
  const handling = dossier.handling === '' ? null : dossier.handling;
  const unsigned: Omit<
    PrintedDossier,
    'colophon' | 'colophonNote' | 'shortDigest' | 'redactions' | 'replaced'
  > = {
    words: words.template,
    wordsLanguage: words.language,
    paper: dossier.pageSize,
    id: dossier.id,
    made: momentParts(material.madeAt),
    documentTitle: printable.plain(dossier.title),
    documentAuthor: dossier.author === '' ? null : printable.plain(dossier.author),
    title,
    handling: handling === null ? null : phrase(setting, handling, dossier.language),
    shortHandling:
      handling === null ? null : phrase(setting, shortened(handling, 70), dossier.language),
    facts: coverFacts(setting, quotes.size),
    method: words.method({
      exhibits: exhibits.length,
      quotes: quotes.size,
      whole: exhibits.filter((exhibit) => exhibit.whole ?? exhibit.picture).length,
      pictures: pictures.whole.size,
      comparisons: material.comparisons.length,
      claims: material.claims.length,
      chronologies: (material.chronologies ?? []).length,
      redacted: redactor !== null,
    }),
    sections: dossier.sections.flatMap((section) =>
      composeSection(setting, section, { pictures, quotes }),
    ),
    exhibits,
    comparisons: material.comparisons.map((pair, index) =>
      composeComparison(setting, pair, index + 1),
    ),
    legend: [
      ...VERDICTS.map((verdict) => ({ sign: SIGNS[verdict], verdict: words.verdicts[verdict] })),
      { sign: BY_HAND, verdict: words.byHand },
    ],
    wordLegend: (['gone', 'new', 'shared'] as const).map((word) => ({
      t: words.wordMarks[word],
      word,
    })),
    claims: material.claims.map((claim, index) => composeClaim(setting, claim, index + 1)),
    claimLegend: [
      ...Object.entries(numberSigns).map(([kind, sign]) => ({
        sign,
        meaning: words.claim.signs[kind as keyof typeof numberSigns],
      })),
      { sign: 'A', meaning: words.claim.signs.origin },
      { sign: '?', meaning: words.claim.signs.doubt },
    ],
    custody: composeCustody(setting),
    check: { steps: words.steps, limits: words.limits },
  };
  const { facts, sections, comparisons, claims, custody } = unsigned;
  const redactions = redactionList(
    {
      cover: { title, handling: unsigned.handling, facts },
      sections,
      exhibits,
      comparisons,
      claims,
      custody,
    },
    material.exhibits,
    redactor,
    setting,
  );
  const [whole, parts] = [[...pictures.whole.values()], [...pictures.parts.values()]];
  const digest = digestOf(unsigned, [...whole, ...parts]);
  return {
    print: {
      ...unsigned,
      colophon: colophon(setting, digest),
      colophonNote: `${words.cover.contentMeaning} ${words.cover.setWith(material.appVersion)}`,
      shortDigest: digest.slice(0, SHORT_DIGEST),
      redactions,
      replaced: replacedOf(setting),
    },
    pictures: whole,
    parts,
  };
}

/** Sorted by code point; those past the longest list that is of use are summed up. */
function replacedOf({ printable, words }: Setting): PrintedDossier['replaced'] {
  const all = printable.replaced();
  const rest = all.slice(LISTED_CHARACTERS);
  const times = rest.reduce((sum, [, count]) => sum + count, 0);
  return [
    ...all
      .slice(0, LISTED_CHARACTERS)
      .map(([code, count]) => ({ code: nameOfCodePoint(code), count: String(count) })),
    ...(rest.length === 0
      ? []
      : [{ code: words.furtherReplaced(rest.length), count: String(times) }]),
  ];
}

function coverFacts(setting: Setting, quotes: number): readonly Fact[] {
  const { words, material } = setting;
  const { dossier } = material;
  const facts = factsOf(setting);
  return [
    facts.value(
      words.cover.matter,
      dossier.matter === '' ? null : dossier.matter,
      dossier.language,
    ),
    dossier.author === ''
      ? facts.said(words.cover.author, words.withheld)
      : facts.value(words.cover.author, dossier.author, dossier.language),
    facts.plain(words.cover.madeAt, momentText(material.madeAt)),
    facts.plain(words.cover.version, String(dossier.version)),
    facts.plain(words.cover.extent, words.cover.extentOf(material.exhibits.length, quotes)),
  ];
}

function colophon(setting: Setting, digest: string): readonly Fact[] {
  const { words, material } = setting;
  const facts = factsOf(setting);
  return [
    facts.mono(words.cover.id, material.dossier.id),
    facts.mono(words.cover.content, digest),
    facts.mono(words.cover.log, `${material.log.head}\n${words.cover.logOf(material.log.length)}`),
    facts.plain(words.cover.writtenAs, words.cover.standard),
  ];
}

function momentParts(instant: string): PrintedDossier['made'] {
  const date = new Date(instant);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

function digestOf(print: object, pictures: readonly Pick<Picture, 'digest'>[]): string {
  const hash = createHash('sha256').update(JSON.stringify(print));
  for (const { digest } of pictures) hash.update(Buffer.from(digest, 'hex'));
  return hash.digest('hex');
}

function composeSection(
  setting: Setting,
  section: Section,
  { pictures, quotes }: { readonly pictures: Pictures; readonly quotes: Quotes },
): readonly PrintedSection[] {
  const { words, material, printable } = setting;
  const { dossier } = material;
  switch (section.kind) {
    case 'heading':
      return [
        {
          kind: 'heading',
          key: section.id,
          text: phrase(setting, section.text, dossier.language),
          shortText: phrase(setting, shortened(section.text, SHORT_TITLE), dossier.language),
        },
      ];
    case 'text':
      return [
        {
          kind: 'text',
          body: withoutNames(
            setting,
            readMarkdown(section.markdown, {
              printable,
              lang: dossier.language,
              dir: directionOf(section.markdown, 'ltr'),
            }),
          ),
        },
      ];
    case 'quote': {
      const found = quotes.get(section.quote);
      assert(found, 'a section names a quote that was not gathered');
      return [sectionOfQuote(setting, found, pictures)];
    }
    case 'source': {
      const exhibit = material.exhibits.find(({ source }) => source.id === section.source);
      assert(exhibit, 'a section names a source that was not gathered');
      return [
        {
          kind: 'source',
          exhibit: exhibit.number,
          title: phrase(
            setting,
            shortened(exhibit.source.title, SHORT_TITLE),
            exhibit.source.text?.language ?? 'und',
          ),
          reference: words.reference.source(exhibit.number, exhibit.source.shelfmark),
        },
      ];
    }
    case 'comparison': {
      const brief = section.brief ?? false;
      const index = material.comparisons.findIndex(
        (pair) => pair.a === section.a && pair.b === section.b && pair.brief === brief,
      );
      const pair = material.comparisons[index];
      assert(pair, 'a section names a comparison that was not gathered');
      const { a, b } = composeComparison(setting, { ...pair, rows: [] }, index + 1);
      return [
        {
          kind: 'comparison',
          number: index + 1,
          a: a.title,
          b: b.title,
          reference: words.reference.comparison(index + 1),
        },
      ];
    }
    case 'chronology': {
      const chronology = material.chronologies?.find((one) => one.section === section.id);
      assert(chronology, 'a chronology was not gathered');
      return chronology.rows.length === 0
        ? []
        : [{ kind: 'chronology', rows: composeChronology(setting, chronology) }];
    }
    case 'claim': {
      const index = material.claims.findIndex(({ id }) => id === section.claim);
      const claim = material.claims[index];
      assert(claim, 'a section names a claim that was not gathered');
      const { question, facts } = composeClaim(setting, claim, index + 1);
      const reference = words.reference.claim(index + 1);
      return [{ kind: 'claim', number: index + 1, question, facts, reference }];
    }
  }
}

function withoutNames({ redactor }: Setting, body: readonly Written[]): readonly Written[] {
  return redactor ? redactWritten(body, redactor) : body;
}

interface Found {
  readonly exhibit: Exhibit;
  readonly quote: ExhibitQuote;
  readonly index: number;
}

type Quotes = ReadonlyMap<string, Found>;

function quotesIn({ exhibits }: DossierMaterial): Quotes {
  return new Map(
    exhibits.flatMap((exhibit) =>
      exhibit.quotes.map((quote, index) => [quote.id, { exhibit, quote, index }] as const),
    ),
  );
}

function sectionOfQuote(
  setting: Setting,
  { exhibit, quote, index }: Found,
  pictures: Pictures,
): PrintedSection {
  const { words, printable, material } = setting;
  const label = quoteLabel(exhibit, index);
  return {
    kind: 'quote',
    exhibit: exhibit.number,
    label,
    words:
      quote.anchor.kind === 'text'
        ? {
            ...phrase(setting, quote.anchor.exact, quote.language),
            t: printable.text(quote.anchor.exact),
          }
        : null,
    seen:
      quote.anchor.kind === 'region' && (quote.seen ?? '').trim() !== ''
        ? {
            label: words.quote.seen,
            text: phrase(setting, (quote.seen ?? '').trim(), material.dossier.language),
          }
        : null,
    detail: exhibit.source.graphic ? null : detailOf(setting, quote, label, { exhibit, pictures }),
    by: quote.speakerName === null ? null : phrase(setting, quote.speakerName, 'und'),
    attribution: quote.attribution === null ? null : words.quote.attributions[quote.attribution],
    translation: translationOf(setting, quote),
    reference: words.quote.reference(exhibit.number, label, exhibit.source.shelfmark),
  };
}
