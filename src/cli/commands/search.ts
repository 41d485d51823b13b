/** kuferak search DIR QUERY [--limit N] [--kind source|quote|image] [--tag T]… */
import { SearchRequest } from '../../../archive/requests.ts';
import { findTags } from '../find-tags.ts';
import { readArguments, type Run, withArchive } from '../command.ts';
import { print, printJson } from '../output.ts';
import { UsageError } from '../usage.ts';

export const search: Run = async (args) => {
  const parsed = readArguments(
    args,
    {
      limit: { type: 'string' },
      kind: { type: 'string', multiple: true },
      tag: { type: 'string', multiple: true },
    },
    2,
  );
  return withArchive(parsed, async (archive) => {
    const tags = await findTags(archive, parsed.texts('tag'));
    if (!tags.ok) return tags.error;
    const request = SearchRequest.safeParse({
      query: parsed.positionals[1],
      limit: Number(parsed.text('limit') ?? 20),
      kinds: parsed.texts('kind'),
      tags: tags.value,
    });
    if (!request.success) throw new UsageError();
    const found = await archive.search(request.data);
    if (!found.ok) return found.error;
    if (parsed.flag('json')) {
      printJson(
        found.value.map(
          ({ id, kind, sourceId, title, score, reasons, matches, speaker, shelfmark }) => {
            return { id, kind, sourceId, shelfmark, title, speaker, score, reasons, matches };
          },
        ),
      );
      return null;
    }
    for (const { id, kind, shelfmark, title, excerpt } of found.value) {
      print([shelfmark, kind, id, title].join('\t'));
      if (excerpt) print(`\t${excerpt.text.replace(/\s+/g, ' ')}`);
    }
    return null;
  });
};
