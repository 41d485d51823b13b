/**
 * kuferak correct DIR SOURCE --text FILE | --restore SHA256 | --set FIELD=VALUE… [--by N] [--reason R]: another text,
 * an earlier one, or what is known of the material.
 */
import { readFile, stat } from 'node:fs/promises';
import type { Archive } from '../../../archive/index.ts';
import { fail, type Failure, ok, type Result } from '../../../archive/lib/result.ts';
import { limits, type Source } from '../../../archive/model/index.ts';
import { SourcePatch } from '../../../archive/requests.ts';
import { type Arguments, readArguments, type Run, withArchive } from '../command.ts';
import { findSources } from '../find-source.ts';
import { known } from '../one-of.ts';
import { print, printJson, t } from '../output.ts';
import { tellDerived } from '../tell-derived.ts';
import { UsageError } from '../usage.ts';

const FIELDS: ReadonlySet<string> = new Set([
  'title',
  'authors',
  'publisher',
  'published',
  'modified',
  'event',
  'address',
  'licence',
]);
/** These are never unknown: an empty value is refused. */
const NEVER_EMPTY: ReadonlySet<string> = new Set(['title']);

export const correct: Run = async (args) => {
  const parsed = readArguments(
    args,
    {
      text: { type: 'string' },
      restore: { type: 'string' },
      set: { type: 'string', multiple: true },
      by: { type: 'string' },
      reason: { type: 'string' },
    },
    2,
  );
  const asked = [parsed.text('text'), parsed.text('restore'), parsed.texts('set')[0]];
  if (asked.filter((each) => each !== undefined).length !== 1) throw new UsageError();
  return withArchive(parsed, async (archive) => {
    const found = await findSources(archive, parsed.positionals.slice(1));
    if (!found.ok) return found.error;
    const [source] = found.value;
    if (!source) return { code: 'source-missing' };
    return correctOne(archive, source, parsed);
  });
};

async function correctOne(
  archive: Archive,
  source: Source,
  parsed: Arguments,
): Promise<Failure | null> {
  const json = parsed.flag('json');
  const why = { by: parsed.text('by') ?? '', reason: parsed.text('reason') ?? '' };
  const restore = parsed.text('restore');
  if (restore !== undefined) {
    const restored = await archive.restoreText(source.id, restore);
    return restored.ok ? tellDerived(restored.value, json) : restored.error;
  }
  const file = parsed.text('text');
  if (file !== undefined) {
    const text = await readText(file);
    if (!text.ok) return text.error;
    const corrected = await archive.correctText(source.id, {
      text: text.value,
      of: source.text?.sha256 ?? '',
      ...why,
    });
    return corrected.ok ? tellDerived(corrected.value, json) : corrected.error;
  }
  const patch = patchOf(parsed.texts('set'), why);
  if (!patch.ok) return patch.error;
  const edited = await archive.editSource(source.id, patch.value);
  if (!edited.ok) return edited.error;
  if (json) printJson(edited.value);
  else print(t('command.corrected', { shelfmark: source.shelfmark }));
  return null;
}

async function readText(file: string): Promise<Result<string>> {
  try {
    if ((await stat(file)).size > limits.parsedBytes) return fail('too-large');
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
    return text.length > limits.textLength ? fail('too-large') : ok(text);
  } catch (error) {
    return fail(error instanceof TypeError ? 'text-not-utf8' : 'unreadable');
  }
}

/** `published=2026-04-09`, `authors=Ada Vell; Bram Oke`; with nothing behind the sign it is not known. */
function patchOf(
  settings: readonly string[],
  why: { readonly by: string; readonly reason: string },
): Result<SourcePatch> {
  const patch: Record<string, unknown> = { why };
  for (const setting of settings) {
    const at = setting.indexOf('=');
    const [field, value] = [setting.slice(0, at), setting.slice(at + 1).trim()];
    if (at === -1) throw new UsageError();
    known('set', field, [...FIELDS]);
    if (field === 'authors') patch.authors = value.split(/\s*;\s*/).filter((name) => name !== '');
    else patch[field] = value === '' && !NEVER_EMPTY.has(field) ? null : value;
  }
  const checked = SourcePatch.safeParse(patch);
  return checked.success ? ok(checked.data) : fail('value-invalid');
}
