/** kuferak dossier DIR --title T [--quote ID]… [--source ID]… --out FILE.pdf */
import type { Archive } from '../../../archive/index.ts';
import { ok, type Result } from '../../../archive/lib/result.ts';
import { DossierDraft, type SectionDraft } from '../../../archive/requests.ts';
import { QuoteId } from '../../../archive/model/index.ts';
import { readArguments, type Run, withArchive } from '../command.ts';
import { findSources } from '../find-source.ts';
import { print, printJson, t } from '../output.ts';
import { UsageError } from '../usage.ts';

export const dossier: Run = async (args) => {
  const parsed = readArguments(
    args,
    {
      title: { type: 'string' },
      matter: { type: 'string' },
      author: { type: 'string' },
      quote: { type: 'string', multiple: true },
      source: { type: 'string', multiple: true },
      out: { type: 'string' },
    },
    1,
  );
  const title = parsed.text('title');
  const out = parsed.text('out');
  if (title === undefined || title.trim() === '' || out === undefined || out === '')
    throw new UsageError();
  return withArchive(parsed, async (archive) => {
    const sections = await sectionsOf(archive, parsed.texts('quote'), parsed.texts('source'));
    if (!sections.ok) return sections.error;
    const draft = DossierDraft.safeParse({
      title,
      matter: parsed.text('matter') ?? '',
      author: parsed.text('author') ?? '',
      handling: '',
      language: 'en',
      pageSize: 'a4',
      sections: sections.value,
    });
    if (!draft.success) return { code: 'invalid-input' };
    const made = await archive.addDossier(draft.data);
    if (!made.ok) return made.error;
    const exported = await archive.exportDossier(made.value.id, out);
    if (!exported.ok) {
      // A dossier that could not leave is not left behind either.
      await archive.undo();
      return exported.error;
    }
    const { pages, sha256 } = exported.value;
    if (parsed.flag('json')) printJson({ id: made.value.id, pages, sha256 });
    else print(t('command.dossierWritten', { pages, sha256 }));
    return null;
  });
};

async function sectionsOf(
  archive: Archive,
  quotes: readonly string[],
  sources: readonly string[],
): Promise<Result<SectionDraft[]>> {
  const sections: SectionDraft[] = [];
  for (const name of quotes) {
    const id = QuoteId.safeParse(name);
    if (!id.success) return { ok: false, error: { code: 'quote-missing' } };
    sections.push({ kind: 'quote', quote: id.data });
  }
  const found = await findSources(archive, sources);
  if (!found.ok) return found;
  for (const { id } of found.value) sections.push({ kind: 'source', source: id });
  return ok(sections);
}
