/** kuferak export DIR --format bagit|qdpx|csv|json [--profile P | --as DOSSIER] [--files F] [--despite-names] [--despite-parts] [--for NAME] --out PATH */
import type { Archive } from '../../../archive/index.ts';
import { fail, ok, type Result } from '../../../archive/lib/result.ts';
import {
  limits,
  shareProfileNames,
  shareProfiles,
  type Sharing,
} from '../../../archive/model/index.ts';
import { ExportRequest } from '../../../archive/requests.ts';
import { readArguments, type Run, withArchive } from '../command.ts';
import { oneOf } from '../one-of.ts';
import { print, printJson, t, warn } from '../output.ts';
import { UsageError } from '../usage.ts';

const Format = ExportRequest.shape.format;
const Files = ExportRequest.shape.files;

export const exportAll: Run = async (args) => {
  const parsed = readArguments(
    args,
    {
      format: { type: 'string' },
      profile: { type: 'string' },
      as: { type: 'string' },
      files: { type: 'string' },
      'despite-names': { type: 'boolean' },
      'despite-parts': { type: 'boolean' },
      for: { type: 'string' },
      out: { type: 'string' },
    },
    1,
  );
  const format = oneOf(parsed, 'format', Format.options);
  const files = oneOf(parsed, 'files', Files.options) ?? 'none';
  const out = parsed.text('out');
  const profile = oneOf(parsed, 'profile', shareProfileNames);
  const dossier = parsed.text('as');
  const both = profile !== undefined && dossier !== undefined;
  const neither = profile === undefined && dossier === undefined;
  if ((parsed.text('for') ?? '').length > limits.shortText) throw new UsageError();
  if (format === undefined || out === undefined || out === '' || both) throw new UsageError();
  // Which files leave is asked only of what is redacted: else all do.
  if (neither && parsed.text('files') !== undefined) throw new UsageError();
  return withArchive(parsed, async (archive) => {
    const sharing =
      profile === undefined
        ? await sharingOf(archive, dossier)
        : ok({ levels: shareProfiles[profile], entities: [] });
    if (!sharing.ok) return sharing.error;
    const exported = await archive.exportAll(
      {
        format,
        sharing: sharing.value,
        files,
        despiteNames: parsed.flag('despite-names'),
        despiteParts: parsed.flag('despite-parts'),
        recipient: parsed.text('for') ?? '',
      },
      out,
    );
    if (!exported.ok) return exported.error;
    const { protectedNames, possibleNames, unchecked, heldBack, ...written } = exported.value;
    if (parsed.flag('json')) printJson({ format: format, ...exported.value });
    else {
      print(t('command.exported', { count: written.files }));
      print(t(`command.exportDigest.${written.digest.of}`, { sha256: written.digest.sha256 }));
    }
    if (protectedNames > 0) warn(t('command.protectedNamesLeft', { count: protectedNames }));
    if (possibleNames > 0) warn(t('command.possibleLeft', { count: possibleNames }));
    if (heldBack > 0) warn(t('command.heldBack', { count: heldBack }));
    if (unchecked > 0) warn(t('command.uncheckedLeft', { count: unchecked }));
    return null;
  });
};

/** What a dossier does with names, so that the same mark means the same person in both. */
async function sharingOf(
  archive: Archive,
  dossier: string | undefined,
): Promise<Result<Sharing | null>> {
  if (dossier === undefined) return ok(null);
  const records = await archive.records();
  if (!records.ok) return records;
  const found = records.value.dossiers.find(({ id }) => id === dossier);
  return found?.sharing ? ok(found.sharing) : fail('dossier-missing');
}
