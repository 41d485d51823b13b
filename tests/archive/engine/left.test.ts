/** What left stands in the log with what names it and for whom, and the next time it is told what was done since. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Archive } from '../../../archive/index.ts';
import { shareProfiles, type SourceId } from '../../../archive/model/index.ts';
import { makeShelf, must, type Shelf, wholeArchive } from '../../helpers/archives.ts';
import { takeIn, wordsOf } from '../../helpers/fill.ts';
import { redCorner } from '../import/made-pictures.ts';

const FOR = 'The Ferry Review';
let shelf: Shelf;
let archive: Archive;
let text: SourceId;
let picture: SourceId;
const at = (...names: string[]) => join(shelf.root, ...names);

const take = (name: string, bytes: Uint8Array) => takeIn(archive, name, bytes);

const quote = async () => must(await archive.addQuote(wordsOf(text, 'stopped at nine'))).id;

const lastLine = async () => must(await archive.log(0, 1)).entries[0];
const sums = (script: string) =>
  execFileSync('sh', ['-c', script], { cwd: shelf.root, encoding: 'utf8' }).slice(0, 64);

beforeAll(async () => {
  shelf = await makeShelf();
  archive = await shelf.create();
  text = await take('said.txt', Buffer.from('The ferry stopped at nine.'));
  picture = await take('door.png', redCorner('png'));
});
afterAll(async () => {
  await archive.close();
  await shelf.clear();
});

it('has a digest that public tools find again, for each form', async () => {
  const ways = {
    json: 'sha256sum all.json',
    qdpx: 'sha256sum all.qdpx',
    bagit: 'sha256sum all.bagit/tagmanifest-sha256.txt',
    csv: 'cd all.csv && LC_ALL=C ls | xargs sha256sum | sha256sum',
  } as const;
  for (const format of ['json', 'qdpx', 'bagit', 'csv'] as const) {
    const { digest } = must(
      await archive.exportAll({ ...wholeArchive(format), recipient: FOR }, at(`all.${format}`)),
    );
    expect(digest.sha256).toBe(sums(ways[format]));
    expect(await lastLine()).toMatchObject({
      action: 'archive.export',
      facts: { format, recipient: FOR, sha256: digest.sha256, digestOf: digest.of },
    });
  }
});

it('tells what was done since the whole archive left before, or left for somebody', async () => {
  const json = wholeArchive('json');
  const added = await quote();
  must(await archive.exportAll({ ...json, recipient: 'Another' }, at('second.json')));
  must(await archive.deleteQuote(added));
  const { earlier } = must(await archive.exportAll({ ...json, recipient: FOR }, at('third.json')));
  expect(earlier).toMatchObject({ format: 'csv', recipient: FOR });
  expect(earlier?.since).toEqual([
    { action: 'quote.add', count: 1 },
    { action: 'quote.delete', count: 1 },
  ]);
  const again = must(await archive.exportAll(json, at('fourth.json')));
  expect(again.earlier).toMatchObject({ format: 'json', recipient: FOR, since: [] });
  const none = must(await archive.exportAll({ ...json, recipient: 'Nobody' }, at('fifth.json')));
  expect(none.earlier).toBeNull();
});

it('says of a comparison for whom it is, and what it was', async () => {
  const other = await take('other.txt', Buffer.from('The ferry stopped at ten.'));
  const pair = { a: text, b: other, format: 'csv', despiteNames: false, recipient: FOR } as const;
  must(await archive.exportComparison(pair, at('pair.csv')));
  expect(await lastLine()).toMatchObject({
    action: 'comparison.export',
    subjects: [text, other],
    facts: { recipient: FOR, sha256: sums('sha256sum pair.csv') },
  });
});

it('tells of a dossier that parts were covered, a translation changed, and names hidden since', async () => {
  const quoted = await quote();
  const { id } = must(
    await archive.addDossier({
      title: 'The ferry',
      matter: '',
      author: '',
      handling: '',
      language: 'en',
      pageSize: 'a4',
      sections: [
        { kind: 'quote', quote: quoted },
        { kind: 'source', source: picture },
      ],
    }),
  );
  must(await archive.exportDossier(id, at('ferry.pdf'), { recipient: FOR }));
  const place = { x: 0, y: 0, width: 0.5, height: 0.5 };
  must(await archive.editSource(picture, { covered: [{ ...place, reason: '', by: '' }] }));
  const translation = { text: 'Der Fähre', language: 'de', translator: null };
  must(await archive.editQuote(quoted, { translation }));
  must(await archive.editDossier(id, { sharing: { levels: shareProfiles.protect, entities: [] } }));
  const { earlier } = must(await archive.inspectDossier(id));
  expect(earlier).toMatchObject({ version: 1, recipient: FOR, before: [] });
  expect(earlier?.since.map(({ action }) => action)).toEqual([
    'source.edit',
    'quote.edit',
    'dossier.edit',
  ]);
  const second = must(await archive.exportDossier(id, at('ferry-again.pdf')));
  const next = must(await archive.inspectDossier(id)).earlier;
  expect(next).toMatchObject({ version: 2, recipient: '', sha256: second.sha256, since: [] });
  expect(next?.before).toMatchObject([{ version: 1, recipient: FOR, sha256: earlier?.sha256 }]);
});
