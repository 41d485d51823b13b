/** kuferak show DIR ID: a source with its text and its quotes. */
import { readArguments, type Run, withArchive } from '../command.ts';
import { findSources } from '../find-source.ts';
import { print, printJson, t } from '../output.ts';

export const show: Run = async (args) => {
  const parsed = readArguments(args, {}, 2);
  return withArchive(parsed, async (archive) => {
    const found = await findSources(archive, parsed.positionals.slice(1));
    if (!found.ok) return found.error;
    const [source] = found.value;
    if (!source) return { code: 'source-missing' };
    const text = await archive.text(source.id);
    if (!text.ok) return text.error;
    const quotes = await archive.quotes(source.id);
    if (!quotes.ok) return quotes.error;
    if (parsed.flag('json')) {
      printJson({ ...source, document: text.value, quotes: quotes.value });
      return null;
    }
    print(`${source.shelfmark}  ${source.title}`);
    print(t('command.sha256', { digest: source.original.sha256 }));
    const read = source.text?.recognised;
    if (read)
      print(
        t('command.readByMachine', {
          languages: read.languages.join(' '),
          confidence: Math.round(read.confidence),
        }),
      );
    for (const quote of quotes.value) {
      if (quote.anchor.kind === 'text')
        print(t('command.quoteLine', { id: quote.id, exact: quote.anchor.exact }));
    }
    print('');
    print(text.value?.text ?? t('command.noText'));
    return null;
  });
};
