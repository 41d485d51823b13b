/**
 * kuferak cover DIR SOURCE [--region X,Y,WIDTH,HEIGHT]… [--page N] [--reason R] [--by N] [--remove NUMBER]… [--none]: parts of a
 * picture, or of one page of it, that are black in what leaves, in percent of its width and height. Alone it lists them.
 */
import { type CoveredRegion, CoveredRegions, regionsOf } from '../../../archive/model/index.ts';
import type { Source } from '../../../archive/model/index.ts';
import { type Arguments, readArguments, type Run, withArchive } from '../command.ts';
import { findSources } from '../find-source.ts';
import { print, printJson, t } from '../output.ts';
import { placeText, rectangleOf, wholeNumber } from '../region.ts';
import { UsageError } from '../usage.ts';

export const cover: Run = async (args) => {
  const parsed = readArguments(
    args,
    {
      region: { type: 'string', multiple: true },
      page: { type: 'string' },
      reason: { type: 'string' },
      by: { type: 'string' },
      remove: { type: 'string', multiple: true },
      none: { type: 'boolean' },
    },
    2,
  );
  const added = addedIn(parsed);
  const removed = parsed.texts('remove').map(Number);
  const changes = added.length > 0 || removed.length > 0 || parsed.flag('none');
  return withArchive(parsed, async (archive) => {
    const found = await findSources(archive, parsed.positionals.slice(1));
    if (!found.ok) return found.error;
    const [source] = found.value;
    if (!source) return { code: 'source-missing' };
    if (!changes) return tell(source, parsed);
    const before = parsed.flag('none') ? [] : regionsOf(source);
    if (removed.some((number) => !before[number - 1])) throw new UsageError();
    const kept = before.filter((_, index) => !removed.includes(index + 1));
    const covered = CoveredRegions.safeParse([...kept, ...added]);
    if (!covered.success) return { code: 'value-invalid' };
    const edited = await archive.editSource(source.id, { covered: covered.data });
    return edited.ok ? tell(edited.value, parsed) : edited.error;
  });
};

function addedIn(parsed: Arguments): CoveredRegion[] {
  const regions = parsed.texts('region');
  const page = parsed.text('page');
  if (page !== undefined && regions.length === 0) throw new UsageError();
  // The first is the one that is meant where none is named.
  const ofPage = page === undefined || wholeNumber(page) === 1 ? {} : { page: wholeNumber(page) };
  return regions.map((text) => {
    const rectangle = rectangleOf(text);
    // Shares from 0 to 1, taken for percent, would cover a speck of what is meant.
    if (Object.values(rectangle).every((share) => share <= 0.01)) throw new UsageError();
    return {
      ...rectangle,
      ...ofPage,
      reason: parsed.text('reason') ?? '',
      by: parsed.text('by') ?? '',
    };
  });
}

function tell(source: Source, parsed: Arguments): null {
  const regions = regionsOf(source);
  if (parsed.flag('json')) {
    printJson({ shelfmark: source.shelfmark, covered: regions });
    return null;
  }
  const { shelfmark } = source;
  if (regions.length === 0) print(t('command.uncovered', { shelfmark }));
  else print(t('command.covered', { shelfmark, count: regions.length }));
  for (const [index, region] of regions.entries())
    print(
      t('command.coveredPart', {
        number: index + 1,
        place: placeText(region),
        reason: region.reason,
      }),
    );
  return null;
}
