/** kuferak verify DIR [--quick | --due DAYS]. An archive that cannot be opened any more is looked into as far as that goes. */
import { type Archive, diagnoseArchive, type VerifyReport } from '../../../archive/index.ts';
import type { Failure } from '../../../archive/lib/result.ts';
import { findingText } from '../../messages/failure-text.ts';
import { passphraseOf, readArguments, type Run, withArchive } from '../command.ts';
import { print, printJson, t, warn } from '../output.ts';
import { withProgress } from '../progress.ts';
import { UsageError } from '../usage.ts';

export const verify: Run = async (args) => {
  const parsed = readArguments(args, { quick: { type: 'boolean' }, due: { type: 'string' } }, 1);
  const days = daysOf(parsed.text('due'));
  const passphrase = await passphraseOf(parsed);
  if (!passphrase.ok) return passphrase.error;
  const was = { opened: false };
  const failure = await withArchive(
    parsed,
    async (archive) => {
      was.opened = true;
      if (days !== null) return recheck(archive, days, parsed.flag('json'));
      const report = await withProgress((job) => archive.verify(!parsed.flag('quick'), job));
      return report.ok ? tell(report.value, parsed.flag('json')) : report.error;
    },
    passphrase.value,
  );
  if (was.opened || failure?.code !== 'damaged') return failure;
  const [folder = ''] = parsed.positionals;
  const report = await withProgress((job) => diagnoseArchive(folder, passphrase.value, {}, job));
  if (!report.ok) return report.error;
  warn(t('command.trySalvage'));
  return tell(report.value, parsed.flag('json'));
};

function daysOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^\d{1,5}$/.test(text)) throw new UsageError();
  return Number(text);
}

/** Only the originals that were not read for so many days. */
async function recheck(archive: Archive, days: number, json: boolean): Promise<Failure | null> {
  const report = await withProgress((job) => archive.recheck(days, job));
  if (!report.ok) return report.error;
  const { checked, findings } = report.value;
  if (json) printJson(report.value);
  else {
    for (const { code, subjects } of findings)
      print([findingText(t, code), ...subjects].join('\t'));
    print(t('command.rechecked', { count: checked }));
  }
  return findings.length === 0 ? null : { code: 'damaged' };
}

function tell(report: VerifyReport, json: boolean): Failure | null {
  const { intact, findings, checked } = report;
  if (json) printJson(report);
  else {
    for (const { code, subjects } of findings)
      print([findingText(t, code), ...subjects].join('\t'));
    if (intact) print(t('command.intact', { files: checked.files, originals: checked.originals }));
    if (checked.unnamed > 0) print(t('command.unnamed', { count: checked.unnamed }));
  }
  return intact ? null : { code: 'damaged' };
}
