/** kuferak suggest DIR SOURCE: direct speech in its text that was not quoted yet, and who probably said it. */
import type { SuggestedQuote } from '../../../archive/index.ts';
import { readArguments, type Run, withArchive } from '../command.ts';
import { findSources } from '../find-source.ts';
import { print, printJson, t } from '../output.ts';

export const suggest: Run = async (args) => {
  const parsed = readArguments(args, {}, 2);
  return withArchive(parsed, async (archive) => {
    const found = await findSources(archive, parsed.positionals.slice(1));
    if (!found.ok) return found.error;
    const id = found.value[0]?.id;
    if (id === undefined) return { code: 'source-missing' };
    const suggested = await archive.suggestQuotes(id);
    if (!suggested.ok) return suggested.error;
    if (parsed.flag('json')) printJson(suggested.value);
    else for (const one of suggested.value) print(lineOf(one));
    return null;
  });
};

function lineOf({ start, exact, speaker }: SuggestedQuote): string {
  const name = speaker?.name ?? t('command.speakerUnknown');
  // A name that stands farther off is the less certain one.
  const by = speaker?.named === 'before' ? t('command.speakerBefore', { name }) : name;
  return [String(start), by, exact].map((cell) => cell.replaceAll(/\s+/g, ' ')).join('\t');
}
