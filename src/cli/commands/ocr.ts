/** kuferak ocr DIR [SOURCE…] [--lang be,ru] [--models FOLDER] */
import type { Archive } from '../../../archive/index.ts';
import type { Job } from '../../../archive/lib/job.ts';
import { limits, OcrLanguages, type SourceId } from '../../../archive/model/index.ts';
import { failureText } from '../../messages/failure-text.ts';
import { readArguments, type Run, withArchive } from '../command.ts';
import { findSources } from '../find-source.ts';
import { known } from '../one-of.ts';
import { print, printJson, t, warn } from '../output.ts';
import { UsageError } from '../usage.ts';

export const ocr: Run = async (args) => {
  const parsed = readArguments(
    args,
    { lang: { type: 'string' }, models: { type: 'string' } },
    1,
    limits.listLength,
  );
  const names = parsed.positionals.slice(1);
  const languages = languagesOf(parsed.text('lang'));
  return withArchive(parsed, async (archive) => {
    const models = parsed.text('models');
    if (models !== undefined) {
      const used = await archive.useModels(models);
      if (!used.ok) return used.error;
    }
    const there = await archive.ocrLanguages();
    if (!there.ok) return there.error;
    const chosen = languages ?? (await lastLanguages(archive));
    if (chosen === null && names.length > 0) throw new UsageError();
    if (chosen?.some((language) => !there.value.includes(language))) {
      warn(t('command.ocrLanguages', { languages: there.value.join(' ') }));
      return { code: 'ocr-language-missing' };
    }
    const sources = await findSources(archive, names);
    if (!sources.ok) return sources.error;
    const ids = sources.value.map(({ id }) => id);
    const report = await archive.recognise(ids, ids.length > 0 ? chosen : null, progress());
    if (!report.ok) return report.error;
    if (parsed.flag('json')) printJson(report.value);
    else for (const outcome of report.value.outcomes) print(await lineOf(archive, outcome));
    const bad = report.value.outcomes.find(({ code }) => code !== null);
    return bad?.code ? { code: bad.code } : null;
  });
};

function languagesOf(value: string | undefined): OcrLanguages | null {
  if (value === undefined) return null;
  const asked = value.split(/[,+ ]/).filter((part) => part !== '');
  const parsed = OcrLanguages.safeParse(
    asked.map((language) => known('lang', language, OcrLanguages.element.options)),
  );
  if (!parsed.success) throw new UsageError();
  return parsed.data;
}

/** Those of the text that was read by machine last, if there is one. */
async function lastLanguages(archive: Archive): Promise<OcrLanguages | null> {
  const records = await archive.records();
  if (!records.ok) return null;
  const read = records.value.sources
    .flatMap(({ text }) => (text?.recognised ? [text] : []))
    .sort((a, b) => (a.madeAt < b.madeAt ? -1 : 1));
  return read.at(-1)?.recognised?.languages ?? null;
}

/** Pages done, on standard error where a person sees it. */
function progress(): Job {
  return {
    signal: new AbortController().signal,
    progress: (done, total) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${done}/${total ?? '?'} `);
    },
  };
}

async function lineOf(
  archive: Archive,
  { source, code }: { readonly source: SourceId; readonly code: string | null },
): Promise<string> {
  const records = await archive.records();
  const found = records.ok ? records.value.sources.find(({ id }) => id === source) : undefined;
  const shelfmark = found?.shelfmark ?? '';
  if (code !== null)
    return t('command.ocrNot', { shelfmark, id: source, reason: failureText(t, { code }) });
  const confidence = Math.round(found?.text?.recognised?.confidence ?? 0);
  return t('command.ocrRead', { shelfmark, id: source, confidence });
}
