/** kuferak quote DIR SOURCE --exact TEXT [--speaker N] [--tag T]… [--note N] */
import { QuoteDraft } from '../../../archive/requests.ts';
import { readArguments, type Run, withArchive } from '../command.ts';
import { findSources } from '../find-source.ts';
import { print, printJson, t } from '../output.ts';
import { UsageError } from '../usage.ts';

export const quote: Run = async (args) => {
  const parsed = readArguments(
    args,
    {
      exact: { type: 'string' },
      speaker: { type: 'string' },
      tag: { type: 'string', multiple: true },
      note: { type: 'string' },
    },
    2,
  );
  const exact = parsed.text('exact');
  if (exact === undefined || exact === '') throw new UsageError();
  const speaker = parsed.text('speaker');
  return withArchive(parsed, async (archive) => {
    const found = await findSources(archive, parsed.positionals.slice(1));
    if (!found.ok) return found.error;
    const draft = QuoteDraft.safeParse({
      source: found.value[0]?.id,
      passage: { kind: 'words', exact },
      speaker: speaker === undefined ? null : { name: speaker },
      attribution: speaker === undefined ? null : 'said',
      saidOn: null,
      translation: null,
      note: parsed.text('note') ?? '',
      tags: parsed.texts('tag').map((name) => ({ name })),
      check: 'unchecked',
    });
    if (!draft.success) return { code: 'invalid-input' };
    const added = await archive.addQuote(draft.data);
    if (!added.ok) return added.error;
    if (parsed.flag('json')) printJson(added.value);
    else print(t('command.quoted', { id: added.value.id }));
    return null;
  });
};
