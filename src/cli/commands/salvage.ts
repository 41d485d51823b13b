/** kuferak salvage DIR --out NEW: what can still be read of a damaged archive, as a new one with the same passphrase. */
import { resolve } from 'node:path';
import { salvageArchive, type SalvageReport } from '../../../archive/index.ts';
import { findingText } from '../../messages/failure-text.ts';
import { anchorFolder } from '../anchors.ts';
import { passphraseOf, readArguments, type Run } from '../command.ts';
import { print, printJson, t } from '../output.ts';
import { withProgress } from '../progress.ts';
import { UsageError } from '../usage.ts';

export const salvage: Run = async (args) => {
  const parsed = readArguments(args, { out: { type: 'string' } }, 1);
  const out = parsed.text('out');
  if (out === undefined) throw new UsageError();
  const passphrase = await passphraseOf(parsed);
  if (!passphrase.ok) return passphrase.error;
  const [folder = ''] = parsed.positionals;
  const salvaged = await withProgress((job) =>
    salvageArchive(folder, passphrase.value, resolve(out), { anchors: anchorFolder() }, job),
  );
  if (!salvaged.ok) return salvaged.error;
  if (parsed.flag('json')) printJson(salvaged.value);
  else for (const line of linesOf(salvaged.value)) print(line);
  return null;
};

function linesOf(report: SalvageReport): string[] {
  const { records, files, missing, damaged, itemsWithoutFiles, recovered, findings, seq } = report;
  const count = (name: string) => records[name] ?? 0;
  return [
    t('command.salvaged', { sources: count('sources'), quotes: count('quotes'), files, seq }),
    ...damaged.map(({ role, number }) => t('command.salvage.damaged', { role, number })),
    ...missing.map(({ from, to }) => t('command.salvage.missing', { from, to })),
    ...itemsWithoutFiles.map((shelfmark) => t('command.salvage.withoutFile', { shelfmark })),
    ...recovered.map((shelfmark) => t('command.salvage.recovered', { shelfmark })),
    ...findings.map(({ code, subjects }) => [findingText(t, code), ...subjects].join('\t')),
  ];
}
