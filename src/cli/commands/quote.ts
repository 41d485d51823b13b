/** kuferak quote DIR SOURCE --exact TEXT | --region X,Y,W,H | --outline X,Y… [--speaker N] [--tag T]… [--attributed said|according-to|inferred] [--said-on D] [--note N] [--check unchecked|checked|doubtful] [--confidence low|medium|high] [--sensitive] [--translation TEXT …] */
import { Attribution, CheckStatus, Confidence } from '../../../archive/model/index.ts';
import { QuoteDraft } from '../../../archive/requests.ts';
import { type Arguments, readArguments, type Run, withArchive } from '../command.ts';
import { findSources } from '../find-source.ts';
import { oneOf } from '../one-of.ts';
import { print, printJson, t } from '../output.ts';
import { regionOf, regionOptions } from '../region.ts';
import { UsageError } from '../usage.ts';

export const quote: Run = async (args) => {
  const parsed = readArguments(
    args,
    {
      exact: { type: 'string' },
      speaker: { type: 'string' },
      tag: { type: 'string', multiple: true },
      note: { type: 'string' },
      ...regionOptions,
      attributed: { type: 'string' },
      'said-on': { type: 'string' },
      check: { type: 'string' },
      confidence: { type: 'string' },
      sensitive: { type: 'boolean' },
      translation: { type: 'string' },
      'translation-language': { type: 'string' },
      translator: { type: 'string' },
      'translation-checked': { type: 'boolean' },
    },
    2,
  );
  const exact = parsed.text('exact');
  const region = regionOf(parsed);
  if (exact === '' || (exact === undefined) === (region === null)) throw new UsageError();
  const confidence = oneOf(parsed, 'confidence', Confidence.options);
  const check = oneOf(parsed, 'check', CheckStatus.options) ?? 'unchecked';
  const speaker = parsed.text('speaker');
  const attribution = oneOf(parsed, 'attributed', Attribution.options);
  if (attribution !== undefined && speaker === undefined) throw new UsageError();
  const translation = translationOf(parsed);
  return withArchive(parsed, async (archive) => {
    const found = await findSources(archive, parsed.positionals.slice(1));
    if (!found.ok) return found.error;
    const draft = QuoteDraft.safeParse({
      source: found.value[0]?.id,
      passage: region ? { kind: 'region', region } : { kind: 'words', exact },
      ...(region && { seen: parsed.text('seen') ?? '' }),
      speaker: speaker === undefined ? null : { name: speaker },
      attribution: speaker === undefined ? null : (attribution ?? 'said'),
      saidOn: parsed.text('said-on') ?? null,
      translation,
      note: parsed.text('note') ?? '',
      tags: parsed.texts('tag').map((name) => ({ name })),
      check,
      ...(confidence !== undefined && { confidence }),
      ...(parsed.flag('sensitive') && { sensitive: true }),
    });
    if (!draft.success) return { code: 'invalid-input' };
    const added = await archive.addQuote(draft.data);
    if (!added.ok) return added.error;
    if (parsed.flag('json')) printJson(added.value);
    else print(t('command.quoted', { id: added.value.id }));
    return null;
  });
};

/** As it was given; `null` without one. What is said of a translation needs its words, and these their language. */
function translationOf(parsed: Arguments) {
  const text = parsed.text('translation');
  const language = parsed.text('translation-language');
  const translator = parsed.text('translator');
  const checked = parsed.flag('translation-checked');
  if (text === undefined && language === undefined && translator === undefined && !checked)
    return null;
  if (text === undefined || language === undefined) throw new UsageError();
  return {
    ...{ text, language, translator: translator ?? null },
    status: checked ? 'checked' : 'unchecked',
  };
}
