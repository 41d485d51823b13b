/**
 * kuferak carry DIR SOURCE [--quote ID]… [--exact]: the quotes of earlier versions, and where they stand in this one;
 * then those that are named, or all that stand there word for word.
 */
import type { Archive, QuoteOffer } from '../../../archive/index.ts';
import { QuoteId, quotedPassage, type SourceId } from '../../../archive/model/index.ts';
import type { Failure } from '../../../archive/lib/result.ts';
import { readArguments, type Run, withArchive } from '../command.ts';
import { findSources } from '../find-source.ts';
import { print, printJson, t } from '../output.ts';
import { UsageError } from '../usage.ts';

export const carry: Run = async (args) => {
  const parsed = readArguments(
    args,
    { quote: { type: 'string', multiple: true }, exact: { type: 'boolean' } },
    2,
  );
  const named = QuoteId.array().safeParse(parsed.texts('quote'));
  if (!named.success) throw new UsageError();
  return withArchive(parsed, async (archive) => {
    const found = await findSources(archive, parsed.positionals.slice(1));
    if (!found.ok) return found.error;
    const id = found.value[0]?.id;
    if (id === undefined) return { code: 'source-missing' };
    const offers = await archive.offerQuotes(id);
    if (!offers.ok) return offers.error;
    const exact = parsed.flag('exact')
      ? offers.value.filter(({ placing }) => placing.kind === 'exact')
      : [];
    const wanted = [...named.data, ...exact.map(({ quote }) => quote.id)];
    if (wanted.length > 0 || parsed.flag('exact'))
      return carryOver(archive, id, wanted, parsed.flag('json'));
    if (parsed.flag('json')) printJson(offers.value);
    else for (const offer of offers.value) print(lineOf(offer));
    return null;
  });
};

async function carryOver(
  archive: Archive,
  id: SourceId,
  wanted: readonly QuoteId[],
  json: boolean,
): Promise<Failure | null> {
  const carried = wanted.length > 0 ? await archive.carryQuotes(id, wanted) : null;
  if (carried?.ok === false) return carried.error;
  const quotes = carried?.value ?? [];
  if (json) printJson(quotes);
  else print(t('command.carried', { count: quotes.length }));
  return null;
}

function lineOf({ quote, placing }: QuoteOffer): string {
  const was = quotedPassage(quote)?.exact ?? '';
  const line = [t(`placing.${placing.kind}`), quote.id, was];
  return [...line, ...(placing.kind === 'changed' ? [placing.anchor.exact] : [])]
    .map((cell) => cell.replaceAll(/\s+/g, ' '))
    .join('\t');
}
