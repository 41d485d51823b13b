/** One claim as a table: certain rows in order of time, those in doubt apart, each with its quote and its origin. */
import { numberText } from '../model/claim-number.ts';
import type { Period } from '../model/index.ts';
import { quoteLabel } from './quote-label.ts';
import { dateText, factsOf, phrase, type Setting } from './composing.ts';
import type { ClaimMaterial, ClaimMaterialRow } from './material.ts';
import type { Fact, PrintedClaim, PrintedClaimRow } from './print.ts';

export function composeClaim(setting: Setting, claim: ClaimMaterial, number: number): PrintedClaim {
  const { words, material } = setting;
  const { language } = material.dossier;
  const rows = (of: readonly ClaimMaterialRow[]) => of.map((row) => composeRow(setting, row));
  return {
    number,
    heading: words.reference.claim(number),
    question: phrase(setting, claim.question, language),
    facts: claimFacts(setting, claim),
    note: claim.note === '' ? null : phrase(setting, claim.note, language),
    rows: rows(claim.rows),
    doubted: rows(claim.doubted),
    origins: claim.origins.named.map(({ letter, name }) => ({
      letter,
      name: phrase(setting, name, language),
    })),
  };
}

function claimFacts(setting: Setting, claim: ClaimMaterial): readonly Fact[] {
  const { words, material } = setting;
  const { language } = material.dossier;
  const facts = factsOf(setting);
  const { count, ifAgreed } = claim.origins;
  return [
    ...(claim.unit === '' ? [] : [facts.value(words.claim.unit, claim.unit, language)]),
    ...(claim.period === null
      ? []
      : [facts.plain(words.claim.period, periodText(setting, claim.period))]),
    facts.said(words.claim.extent, words.claim.extentOf(claim.rows.length, claim.doubted.length)),
    ...claim.ranges.map(({ unit, least, most }) => {
      const [low, high] = [numberText(least), numberText(most)];
      const range = low === high ? low : `${low} … ${high}`;
      return facts.value(words.claim.range, unit === '' ? range : `${range} ${unit}`, language);
    }),
    facts.said(words.claim.origins, words.claim.originsOf(count, ifAgreed)),
  ];
}

function composeRow(setting: Setting, row: ClaimMaterialRow): PrintedClaimRow {
  const { words, material } = setting;
  const exhibit = material.exhibits.find(({ quotes }) => quotes.some(({ id }) => id === row.quote));
  const index = exhibit?.quotes.findIndex(({ id }) => id === row.quote) ?? -1;
  const language = exhibit?.quotes[index]?.language ?? 'und';
  const said = row.told === null ? words.notKnown : dateText(setting, row.told);
  return {
    number: row.number === null ? null : numberText(row.number),
    written: phrase(setting, row.written, language),
    unit: row.unit === '' ? null : phrase(setting, row.unit, material.dossier.language),
    period: row.period === null ? null : periodText(setting, row.period),
    told: said,
    by: row.saidBy === null ? null : phrase(setting, row.saidBy, 'und'),
    origin: row.origin?.letter ?? null,
    doubts: row.doubts.map((reason) => words.claim.doubts[reason]),
    why: row.doubt === null || row.doubt === '' ? null : phrase(setting, row.doubt, 'und'),
    exhibit: exhibit?.number ?? null,
    reference: exhibit
      ? `${quoteLabel(exhibit, index)} · ${exhibit.source.shelfmark}`
      : words.notKnown,
  };
}

function periodText(setting: Setting, { from, to }: Period): string {
  const { words } = setting;
  if (from !== null && from === to) return dateText(setting, from);
  if (from === null) return to === null ? '' : words.claim.until(dateText(setting, to));
  if (to === null) return words.claim.since(dateText(setting, from));
  return `${dateText(setting, from)} – ${dateText(setting, to)}`;
}
