/** kuferak log DIR [--head [--out FILE]] */
import type { Archive } from '../../../archive/index.ts';
import type { Failure } from '../../../archive/lib/result.ts';
import { type Arguments, readArguments, type Run, withArchive } from '../command.ts';
import { print, printJson, t, warn } from '../output.ts';
import { shown } from '../stated.ts';
import { UsageError } from '../usage.ts';

export const log: Run = async (args) => {
  const parsed = readArguments(args, { head: { type: 'boolean' }, out: { type: 'string' } }, 1);
  if (parsed.text('out') !== undefined && !parsed.flag('head')) throw new UsageError();
  return withArchive(parsed, (archive) =>
    parsed.flag('head') ? tellHead(archive, parsed) : tellLines(archive, parsed),
  );
};

async function tellLines(archive: Archive, parsed: Arguments): Promise<Failure | null> {
  const page = await archive.log(0, Number.MAX_SAFE_INTEGER);
  if (!page.ok) return page.error;
  const entries = [...page.value.entries].reverse();
  if (parsed.flag('json')) {
    printJson({ length: page.value.length, head: page.value.head, entries });
    return null;
  }
  for (const { number, at, offset, actor, action, subjects, hash } of entries) {
    const moment = `${at} ${zoneOf(offset)}`;
    print([number, moment, shown(actor), action, subjects.join(' '), hash.slice(0, 12)].join('\t'));
  }
  print(t('command.logHead', { head: page.value.head }));
  return null;
}

/** `+03:00`: how far the clock of the place was ahead of UTC. */
function zoneOf(offset: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const ahead = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
}

/** The text alone: what is printed can be piped into a tool that makes a time stamp. */
async function tellHead(archive: Archive, parsed: Arguments): Promise<Failure | null> {
  const page = await archive.log(0, 1);
  if (!page.ok) return page.error;
  const { length, head, headText } = page.value;
  const out = parsed.text('out');
  if (out !== undefined) {
    const saved = await archive.saveHead(out);
    if (!saved.ok) return saved.error;
    warn(t('command.headSaved'));
  }
  if (parsed.flag('json')) printJson({ line: length, head, text: headText });
  else if (out === undefined) print(headText.trimEnd());
  return null;
}
