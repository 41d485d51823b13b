/** kuferak dossier DIR --title T [--quote ID]… [--source ID]… [--claim ID]… [--profile P] [--despite-names] [--for NAME] --out FILE.pdf */
import type { Archive } from '../../../archive/index.ts';
import { ok, type Result } from '../../../archive/lib/result.ts';
import { DossierDraft, type SectionDraft } from '../../../archive/requests.ts';
import {
  ClaimId,
  type DossierId,
  isShareProfile,
  limits,
  QuoteId,
  shareProfiles,
} from '../../../archive/model/index.ts';
import { type Arguments, readArguments, type Run, withArchive } from '../command.ts';
import { findSources } from '../find-source.ts';
import { print, printJson, t, warn } from '../output.ts';
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
      claim: { type: 'string', multiple: true },
      profile: { type: 'string' },
      'despite-names': { type: 'boolean' },
      for: { type: 'string' },
      out: { type: 'string' },
    },
    1,
  );
  const title = parsed.text('title');
  const out = parsed.text('out');
  const profile = parsed.text('profile');
  const recipient = parsed.text('for') ?? '';
  if (recipient.length > limits.shortText) throw new UsageError();
  if (profile !== undefined && !isShareProfile(profile)) throw new UsageError();
  if (title === undefined || title.trim() === '' || out === undefined || out === '')
    throw new UsageError();
  return withArchive(parsed, async (archive) => {
    const sections = await sectionsOf(archive, parsed);
    if (!sections.ok) return sections.error;
    const draft = DossierDraft.safeParse({
      title,
      matter: parsed.text('matter') ?? '',
      author: parsed.text('author') ?? '',
      handling: '',
      language: 'en',
      pageSize: 'a4',
      sections: sections.value,
      sharing: profile === undefined ? null : { levels: shareProfiles[profile], entities: [] },
    });
    if (!draft.success) return { code: 'invalid-input' };
    const made = await archive.addDossier(draft.data);
    if (!made.ok) return made.error;
    const despiteNames = parsed.flag('despite-names');
    const exported = await archive.exportDossier(made.value.id, out, {
      despiteNames,
      recipient,
    });
    if (!exported.ok) {
      if (exported.error.code === 'names-protected') await tellLeaks(archive, made.value.id);
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

/** Where in the file the names would stand; the names themselves are not said again. */
async function tellLeaks(archive: Archive, id: DossierId): Promise<void> {
  const inspected = await archive.inspectDossier(id);
  if (!inspected.ok) return;
  for (const { where, page, count } of inspected.value.leaks)
    warn(t(`command.leak.${where}`, { page: page ?? 0, count }));
}

async function sectionsOf(archive: Archive, parsed: Arguments): Promise<Result<SectionDraft[]>> {
  const sections: SectionDraft[] = [];
  for (const name of parsed.texts('quote')) {
    const id = QuoteId.safeParse(name);
    if (!id.success) return { ok: false, error: { code: 'quote-missing' } };
    sections.push({ kind: 'quote', quote: id.data });
  }
  const found = await findSources(archive, parsed.texts('source'));
  if (!found.ok) return found;
  for (const { id } of found.value) sections.push({ kind: 'source', source: id });
  for (const name of parsed.texts('claim')) {
    const id = ClaimId.safeParse(name);
    if (!id.success) return { ok: false, error: { code: 'claim-missing' } };
    sections.push({ kind: 'claim', claim: id.data });
  }
  return ok(sections);
}
