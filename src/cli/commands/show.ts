/** kuferak show DIR ID: a source with its text and its quotes. */
import { shownName } from '../../../archive/lib/plain-line.ts';
import type { FieldClaims } from '../../../archive/index.ts';
import type { Quote, Source, Stamp, TextRef } from '../../../archive/model/index.ts';
import { checkText } from '../../messages/check-text.ts';
import { stampText } from '../../messages/stamp-text.ts';
import { readArguments, type Run, withArchive } from '../command.ts';
import { findSources } from '../find-source.ts';
import { print, printJson, t } from '../output.ts';
import { placeText } from '../region.ts';

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
    const records = await archive.records();
    if (!records.ok) return records.error;
    const stamps = records.value.stamps.filter(
      ({ of }) => of.kind === 'source' && of.source === source.id,
    );
    if (parsed.flag('json')) {
      printJson({ ...source, document: text.value, quotes: quotes.value, stamps });
      return null;
    }
    print(`${source.shelfmark}  ${source.title}`);
    print(t('command.sha256', { digest: source.original.sha256 }));
    if (source.lastCheck) {
      const { at, intact } = source.lastCheck;
      const result = t(intact ? 'command.checkIntact' : 'command.checkDiffers');
      print(t('command.checkedOn', { at, result }));
    }
    const read = source.text?.recognised;
    if (read)
      print(
        t('command.readByMachine', {
          languages: read.languages.join(' '),
          confidence: Math.round(read.confidence),
        }),
      );
    for (const { name, sha256 } of source.pageFiles ?? [])
      print(t('command.pageFile', { name: shownName(name), sha256 }));
    tellProofs(source, stamps);
    tellTexts(source);
    const claims = await archive.fieldClaims(source.id);
    if (!claims.ok) return claims.error;
    tellContradictions(claims.value);
    for (const quote of quotes.value) {
      print(lineOf(quote, source));
      const { confidence, check } = quote;
      if (confidence) print(t('command.quoteConfidence', { confidence, check }));
    }
    print('');
    print(text.value?.text ?? t('command.noText'));
    return null;
  });
};

/** What proves the original, and once at the end what that does not prove. */
function tellProofs({ metadata }: Source, stamps: readonly Stamp[]): void {
  const checks = metadata.readings
    .filter(({ field }) => field === 'check')
    .map((reading) => checkText(t, reading));
  for (const { says, more } of checks)
    print(t('command.proof', { says: [says, ...more].join(' ') }));
  for (const { reading } of stamps) print(t('command.proof', { says: stampText(t, reading).says }));
  for (const limit of new Set(checks.flatMap(({ limits }) => limits)))
    print(t('command.proofLimit', { says: limit }));
}

function tellTexts({ text, formerTexts = [] }: Source): void {
  const told = ({ method, madeAt, sha256, encoding, correction }: TextRef) => ({
    method: [
      `${method.name} ${method.version}`,
      encoding?.label,
      correction?.by,
      correction?.reason,
    ]
      .filter((part) => part !== undefined && part !== '')
      .join(', '),
    at: madeAt,
    sha256,
  });
  if (text) print(t('command.textMade', told(text)));
  for (const former of formerTexts) print(t('command.textFormer', told(former)));
}

function tellContradictions(fields: readonly FieldClaims[]): void {
  for (const { field, kept, claims, contradict } of fields) {
    if (!contradict) continue;
    const said = claims.map(({ value, from }) =>
      t('command.claim', { value, from: from.join(', ') }),
    );
    print(t('command.contradict', { field, kept: kept ?? '–', claims: said.join('; ') }));
  }
}

function lineOf({ id, anchor, formerly, seen }: Quote, { text }: Source): string {
  if (anchor.kind === 'region')
    return t('command.quotePart', { id, seen: seen ?? '–', place: placeText(anchor) });
  const { exact } = anchor;
  if (anchor.textSha256 !== text?.sha256) return t('command.quoteLost', { id, exact });
  if (formerly && formerly.exact !== exact)
    return t('command.quoteChanged', { id, exact, was: formerly.exact });
  return t('command.quoteLine', { id, exact });
}
