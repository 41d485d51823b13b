/** kuferak verify DIR [--quick] */
import { findingText } from '../../messages/failure-text.ts';
import { readArguments, type Run, withArchive } from '../command.ts';
import { print, printJson, t } from '../output.ts';

export const verify: Run = async (args) => {
  const parsed = readArguments(args, { quick: { type: 'boolean' } }, 1);
  return withArchive(parsed, async (archive) => {
    const report = await archive.verify(!parsed.flag('quick'));
    if (!report.ok) return report.error;
    const { intact, findings, checked } = report.value;
    if (parsed.flag('json')) printJson(report.value);
    else {
      for (const { code, subjects } of findings)
        print([findingText(t, code), ...subjects].join('\t'));
      if (intact)
        print(t('command.intact', { files: checked.files, originals: checked.originals }));
    }
    return intact ? null : { code: 'damaged' };
  });
};
