/** An archive with one source as long as several books and thousands of quotes in it, made by the engine itself. */
import { createArchive } from '../../archive/index.ts';
import type { Archive } from '../../archive/index.ts';
import type { SourceId } from '../../archive/model/index.ts';
import { kdf, must } from '../../tests/helpers/archives.ts';
import { capture } from '../../tests/helpers/capture.ts';
import { random } from '../search/random.ts';

export const passphrase = 'nine reeds by a slow river';
const ADDED_AT_ONCE = 500;
const stems =
  'ferry landing gate morning order river harbour register witness corridor lantern bridge station letter window ' +
  'market garden northern captain silver winter narrow carried waited opened called signed counted followed missing ' +
  'before after beside under until because nobody somebody everyone the a of and in to was were had with';

/** Paragraphs of some sixty words each; the same each time. */
export function paragraphsOf(words: number): readonly string[] {
  const chance = random(7);
  const known = stems.split(' ');
  const sentence = () => {
    const chosen = Array.from({ length: 15 }, () => chance.pick(known));
    const text = chosen.join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  return Array.from({ length: Math.ceil(words / 60) }, () =>
    Array.from({ length: 4 }, sentence).join(' '),
  );
}

/** Where each quote stands: spread evenly, 40 to 240 signs long, so that neighbours overlap now and then. */
export function stretchesOf(
  length: number,
  count: number,
): readonly { start: number; end: number }[] {
  return Array.from({ length: count }, (_, at) => {
    const start = Math.floor((at * (length - 400)) / count);
    return { start, end: start + 40 + ((at * 37) % 200) };
  });
}

export async function makeArchive(
  folder: string,
  anchors: string,
  words: number,
  quotes: number,
): Promise<void> {
  const archive = must(await createArchive(folder, 'Long', passphrase, { kdf, anchors }));
  const bytes = Buffer.from(paragraphsOf(words).join('\n\n'));
  const { result } = must(await archive.importFile({ name: 'long.txt', bytes }, capture));
  if (result.state !== 'taken') throw new Error('the text was not taken in');
  await addQuotes(archive, result.source, quotes);
  await archive.close();
}

async function addQuotes(archive: Archive, source: SourceId, count: number): Promise<void> {
  const text = must(await archive.text(source))?.text ?? '';
  const stretches = stretchesOf(text.length, count);
  for (let from = 0; from < count; from += ADDED_AT_ONCE) {
    const some = stretches.slice(from, from + ADDED_AT_ONCE);
    const added = await Promise.all(
      some.map(({ start, end }) =>
        archive.addQuote({
          source,
          passage: { kind: 'place', start, end, exact: text.slice(start, end) },
          speaker: null,
          attribution: null,
          saidOn: null,
          translation: null,
          note: '',
          tags: [],
          check: 'unchecked',
        }),
      ),
    );
    added.forEach(must);
  }
}
