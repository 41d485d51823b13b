/** A chronology as a table: each date as far as it is known, of what it is the date, the words, and the exhibit that has them. */
import { assert } from '../lib/assert.ts';
import { quoteLabel } from './quote-label.ts';
import { dateText, phrase, type Setting } from './composing.ts';
import type { ChronologyMaterial, ChronologyMaterialRow } from './material.ts';
import type { PrintedChronologyRow } from './print.ts';

export function composeChronology(
  setting: Setting,
  { rows }: ChronologyMaterial,
): readonly PrintedChronologyRow[] {
  return rows.map((row) => composeRow(setting, row));
}

function composeRow(setting: Setting, row: ChronologyMaterialRow): PrintedChronologyRow {
  const { words, material, printable } = setting;
  const exhibit = material.exhibits.find(({ source }) => source.id === row.source);
  assert(exhibit, 'a chronology names a source that was not gathered');
  const at = exhibit.quotes.findIndex(({ id }) => id === row.quote);
  const quote = exhibit.quotes[at];
  const { source } = exhibit;
  const text = row.answer?.written ?? (quote ? quotedWords(quote.anchor) : source.title);
  const language = quote?.language ?? source.text?.language ?? 'und';
  return {
    date: whenText(setting, row),
    of: words.chronology.dates[row.role],
    rough: roughness(setting, row),
    question: row.answer && phrase(setting, row.answer.question, material.dossier.language),
    words: text === null ? null : { ...phrase(setting, text, language), t: printable.text(text) },
    title: quote === undefined,
    by: row.by === null ? null : phrase(setting, row.by, 'und'),
    exhibit: exhibit.number,
    reference: `${quote ? quoteLabel(exhibit, at) : words.exhibit.label(exhibit.number)} · ${source.shelfmark}`,
  };
}

/** `null`: a part of a picture is quoted, which the exhibit shows. */
function quotedWords(anchor: { readonly kind: string; readonly exact?: string }): string | null {
  return anchor.kind === 'text' ? (anchor.exact ?? null) : null;
}

function whenText(setting: Setting, { from, to }: ChronologyMaterialRow): string {
  const { words } = setting;
  if (from === null) return to === null ? words.notKnown : words.claim.until(dateText(setting, to));
  if (to === null) return words.claim.since(dateText(setting, from));
  return from === to
    ? dateText(setting, from)
    : `${dateText(setting, from)} – ${dateText(setting, to)}`;
}

/** What is not known of a single date is said beside it. */
function roughness({ words }: Setting, { from, to }: ChronologyMaterialRow): string | null {
  if (from === null || from !== to) return null;
  if (from.length === 4) return words.chronology.yearOnly;
  return from.length === 7 ? words.chronology.monthOnly : null;
}
