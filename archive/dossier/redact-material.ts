/** Takes hidden names out of everything that a dossier is made of, before anything is shortened, cut or set. */
import type { Activity, Dossier, Section, Source, Stated, TextDocument } from '../model/index.ts';
import { moveAnchor, moveDocument } from '../redact/documents.ts';
import type { Edited, Redactor } from '../redact/index.ts';
import type {
  ChronologyMaterial,
  ClaimMaterial,
  ComparedPair,
  ComparedRow,
  DossierMaterial,
  Exhibit,
  ExhibitQuote,
  WordMark,
} from './material.ts';

const DIGEST = /^[0-9a-f]{32,}$/;

/** Identifiers, digests and dates stay; a text that is forgotten here is found in the print, and nothing leaves. */
export function redactMaterial(material: DossierMaterial, redactor: Redactor): DossierMaterial {
  return {
    ...material,
    dossier: redactDossier(material.dossier, redactor),
    exhibits: material.exhibits.map((exhibit) => redactExhibit(exhibit, redactor)),
    tags: material.tags.map((tag) => ({ ...tag, name: redactor.text(tag.name) })),
    comparisons: material.comparisons.map((pair) => redactPair(pair, redactor)),
    claims: material.claims.map((claim) => redactClaim(claim, redactor)),
    chronologies: (material.chronologies ?? []).map((one) => redactChronology(one, redactor)),
    log: {
      ...material.log,
      entries: material.log.entries.map((entry) => redactEntry(entry, redactor)),
    },
  };
}

function redactDossier(dossier: Dossier, redactor: Redactor): Dossier {
  return {
    ...dossier,
    title: redactor.text(dossier.title),
    matter: redactor.text(dossier.matter),
    author: redactor.text(dossier.author),
    handling: redactor.text(dossier.handling),
    sections: dossier.sections.map((section) => redactSection(section, redactor)),
  };
}

function redactSection(section: Section, redactor: Redactor): Section {
  if (section.kind === 'heading') return { ...section, text: redactor.text(section.text) };
  // What is written in Markdown is redacted as it is printed (`redact-runs.ts`): signs hide names, and a mark is none.
  return section;
}

function redactExhibit(exhibit: Exhibit, redactor: Redactor): Exhibit {
  const { text } = exhibit;
  const edited = text && redactor.edit(text.text);
  const moved = text && edited ? moveDocument(text, edited) : null;
  return {
    ...exhibit,
    source: redactSource(exhibit.source, redactor),
    text: moved,
    ...(exhibit.covered && {
      covered: exhibit.covered.map(({ reason }) => ({ reason: redactor.text(reason) })),
    }),
    quotes: exhibit.quotes.map((quote) => redactQuote(quote, text, edited, redactor)),
  };
}

function redactSource(source: Source, redactor: Redactor): Source {
  const { metadata, capture } = source;
  const said = (text: string | null) => (text === null ? null : redactor.text(text));
  const state = (stated: Stated): Stated =>
    stated.state === 'value' ? { ...stated, value: redactor.text(stated.value) } : stated;
  return {
    ...source,
    title: redactor.text(source.title),
    note: redactor.text(source.note),
    original: { ...source.original, name: redactor.text(source.original.name) },
    metadata: {
      ...metadata,
      authors: metadata.authors.map((author) => redactor.text(author)),
      publisher: said(metadata.publisher),
      address: said(metadata.address),
      licence: said(metadata.licence),
      readings: [],
    },
    capture: {
      ...capture,
      collectedBy: state(capture.collectedBy),
      place: state(capture.place),
      method: state(capture.method),
      device: state(capture.device),
      consent: state(capture.consent),
    },
  };
}

function redactQuote(
  quote: ExhibitQuote,
  text: TextDocument | null,
  edited: Edited | null,
  redactor: Redactor,
): ExhibitQuote {
  const { anchor, translation } = quote;
  const moved = anchor.kind === 'text' ? moveAnchor(anchor, text, edited, redactor) : anchor;
  const translated = translation && {
    ...translation,
    text: redactor.text(translation.text),
    translator: translation.translator === null ? null : redactor.text(translation.translator),
  };
  const redacted =
    (anchor.kind === 'text' && moved.kind === 'text' && moved.exact !== anchor.exact) ||
    translated?.text !== translation?.text ||
    translated?.translator !== translation?.translator;
  return {
    ...quote,
    anchor: moved,
    translation: translated,
    note: redactor.text(quote.note),
    ...(quote.seen !== undefined && { seen: redactor.text(quote.seen) }),
    speakerName: quote.speakerName === null ? null : redactor.text(quote.speakerName),
    ...(redacted ? { redacted } : {}),
  };
}

function redactPair(pair: ComparedPair, redactor: Redactor): ComparedPair {
  return {
    ...pair,
    rows: pair.rows.map((row) => ({
      ...row,
      ...redactSides(row, redactor),
      reasons: row.reasons.map((reason) => redactor.text(reason)),
    })),
  };
}

/** Marks move along with their words; one that held nothing but a piece of a name is gone. */
function redactSides(row: ComparedRow, redactor: Redactor): Pick<ComparedRow, 'a' | 'b' | 'marks'> {
  const side = (text: string, marks: readonly WordMark[]) => {
    const edited = redactor.edit(text);
    return {
      text: edited.text,
      marks: marks.flatMap(({ kind, start, end }) => {
        const moved = { kind, start: edited.end(start), end: edited.end(end) };
        return moved.start < moved.end ? [moved] : [];
      }),
    };
  };
  const [a, b] = [side(row.a, row.marks.a), side(row.b, row.marks.b)];
  return { a: a.text, b: b.text, marks: { a: a.marks, b: b.marks } };
}

function redactClaim(claim: ClaimMaterial, redactor: Redactor): ClaimMaterial {
  const said = (text: string | null) => (text === null ? null : redactor.text(text));
  const rows = (of: ClaimMaterial['rows']) =>
    of.map((row) => ({
      ...row,
      written: redactor.text(row.written),
      unit: redactor.text(row.unit),
      saidBy: said(row.saidBy),
      doubt: said(row.doubt),
    }));
  return {
    ...claim,
    question: redactor.text(claim.question),
    unit: redactor.text(claim.unit),
    note: redactor.text(claim.note),
    rows: rows(claim.rows),
    doubted: rows(claim.doubted),
    ranges: claim.ranges.map((range) => ({ ...range, unit: redactor.text(range.unit) })),
    origins: {
      ...claim.origins,
      named: claim.origins.named.map(({ letter, name }) => ({ letter, name: redactor.text(name) })),
    },
  };
}

/** Titles and quoted words come from the exhibits, which are redacted by themselves. */
function redactChronology(chronology: ChronologyMaterial, redactor: Redactor): ChronologyMaterial {
  return {
    ...chronology,
    rows: chronology.rows.map((row) => ({
      ...row,
      answer: row.answer && {
        question: redactor.text(row.answer.question),
        written: redactor.text(row.answer.written),
      },
      by: row.by === null ? null : redactor.text(row.by),
    })),
  };
}

function redactEntry(entry: Activity, redactor: Redactor): Activity {
  const facts = Object.entries(entry.facts).map(([name, value]) => [
    name,
    typeof value === 'string' && !DIGEST.test(value) ? redactor.text(value) : value,
  ]);
  return { ...entry, facts: Object.fromEntries(facts) as Activity['facts'] };
}
