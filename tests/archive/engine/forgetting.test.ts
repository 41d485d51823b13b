/**
 * What is deleted for good is gone: in no file of the folder, not even for who has the passphrase. What it says is
 * looked for in everything that can be decrypted, by the reader that knows FORMAT.md alone.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../../archive/index.ts';
import { openArchive } from '../../../archive/index.ts';
import { openLocal } from '../../../archive/engine/open.ts';
import { blobsIn } from '../../../archive/engine/references.ts';
import { destroy } from '../../../archive/store/commands/destroy.ts';
import { limits } from '../../../archive/model/limits.ts';
import type { SourceId, TrashId } from '../../../archive/model/index.ts';
import { cheap, makeShelf, must, passphrase, type Shelf } from '../../helpers/archives.ts';
import { takeIn, wordsOf } from '../../helpers/fill.ts';
import { findCanaries } from '../../helpers/canary.ts';
import { everythingIn } from '../../fixtures/archives/reader.ts';

const TEXT = 'The quillwort barge was loaded at Ostrel before dawn, and nobody signed.';
const CORRECTED = TEXT.replace('barge', 'tamarack');
/** Each stands in another place: original, corrected text, note, translation, row, title. */
const CANARIES = ['quillwort', 'tamarack', 'velloso', 'brandywine', 'Ostrel before', 'periwinkle'];
const KEPT = 'A heron stood on the lock at Brenn.';

let shelf: Shelf;
let archive: Archive;

beforeEach(async () => {
  shelf = await makeShelf();
  archive = await shelf.create();
});
afterEach(async () => {
  await archive.close();
  await shelf.clear();
});

const take = (name: string, text: string) => takeIn(archive, name, text);

/** A source with all that can rest on one, and some changes that can be taken back. */
async function fill(): Promise<SourceId> {
  await take('heron.txt', KEPT);
  const source = await take('barge.txt', TEXT);
  must(await archive.editSource(source, { note: 'velloso was here' }));
  must(await archive.editSource(source, { title: 'periwinkle' }));
  const quote = must(
    await archive.addQuote(
      wordsOf(source, 'loaded at Ostrel before dawn', {
        translation: { text: 'brandywine', language: 'en', translator: null },
      }),
    ),
  );
  must(
    await archive.addDossier({
      title: 'Barges',
      matter: '',
      author: '',
      handling: '',
      language: 'en',
      pageSize: 'a4',
      sections: [{ kind: 'quote', quote: quote.id }],
    }),
  );
  must(
    await archive.addClaim({
      question: 'When was it?',
      unit: '',
      period: null,
      note: '',
      rows: [
        {
          proof: { kind: 'quote', quote: quote.id },
          written: 'Ostrel before',
          number: null,
          unit: '',
          period: null,
          doubt: null,
        },
      ],
    }),
  );
  const of = must(await archive.records()).sources.find(({ id }) => id === source)?.text?.sha256;
  must(await archive.correctText(source, { text: CORRECTED, of: of ?? '', by: '', reason: '' }));
  return source;
}

/** Which of the words stand in anything that can be read out of the folder. */
async function told(words: readonly string[] = CANARIES): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kuferak-opened-'));
  try {
    for (const [name, bytes] of everythingIn(shelf.folder, passphrase))
      writeFileSync(join(folder, name.replaceAll('/', '_').replaceAll('\\', '_')), bytes);
    const hits = await findCanaries([folder, shelf.folder], words);
    return words.filter((word) => hits.some((hit) => hit.endsWith(`: ${word}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const destroyed = async (id: TrashId) =>
  must(await archive.destroyTrashed([id], 'came by mistake'));

describe('what was deleted for good', () => {
  it('stands in no file any more, while the archive is open and after it was closed', async () => {
    const source = await fill();
    const entry = must(await archive.deleteSource(source, { used: true }));
    // So that the test can fail.
    expect(await told()).toEqual(CANARIES);
    expect(await destroyed(entry.id)).toEqual({ items: 1, forgotten: true });
    expect(await told()).toEqual([]);
    expect(await told(['heron'])).toEqual(['heron']);
    expect(must(await archive.trash())).toEqual([]);
    expect(must(await archive.verify(true)).intact).toBe(true);
    await archive.close();
    expect(await told()).toEqual([]);
    archive = await shelf.open();
    expect(must(await archive.records()).sources).toHaveLength(1);
  });

  it('leaves a line in the log, of which the chain holds, and nothing to take back', async () => {
    const source = await fill();
    const sha256 = must(await archive.records()).sources.find(({ id }) => id === source)?.original
      .sha256;
    const entry = must(await archive.deleteSource(source, { used: true }));
    await destroyed(entry.id);
    const { entries } = must(await archive.log(0, 10));
    expect(entries[0]).toMatchObject({ action: 'trash.forget' });
    expect(entries[1]).toMatchObject({
      action: 'trash.destroy',
      facts: { sha256, quotes: 1, sources: 1, reason: 'came by mistake' },
    });
    expect(JSON.stringify(entries.slice(0, 2))).not.toMatch(/barge|periwinkle/);
    const seen: (string | undefined)[] = [];
    for (let step = must(await archive.undo()); step; step = must(await archive.undo()))
      seen.push(step.action);
    // The first import alone knows nothing of it.
    expect(seen).toEqual(['source.import']);
    expect(must(await archive.verify(true)).intact).toBe(true);
  });

  it('takes along quotes that were deleted before it, and no other', async () => {
    const source = await fill();
    const [quote] = must(await archive.quotes(source));
    const other = await take('other.txt', 'An otter was seen at Brenn.');
    if (!quote) throw new Error('it has a quote');
    must(await archive.deleteQuote(quote.id, { used: true }));
    const kept = must(await archive.deleteSource(other));
    const entry = must(await archive.deleteSource(source));
    await destroyed(entry.id);
    expect(must(await archive.trash()).map(({ id }) => id)).toEqual([kept.id]);
    expect(await told()).toEqual([]);
    must(await archive.restoreTrashed(kept.id));
    expect(must(await archive.text(other))?.text).toContain('otter');
  });

  it('leaves the file that another source has too', async () => {
    const source = await take('barge.txt', TEXT);
    const entry = must(await archive.deleteSource(source));
    const again = await take('again.txt', TEXT);
    await destroyed(entry.id);
    expect(must(await archive.verify(true)).intact).toBe(true);
    expect(must(await archive.text(again))?.text).toContain('quillwort');
    await archive.close();
    archive = await shelf.open();
    expect(must(await archive.text(again))?.text).toContain('quillwort');
  });
});

it('goes at the next opening when the program was killed behind the deletion', async () => {
  const source = await fill();
  const { id } = must(await archive.deleteSource(source, { used: true }));
  await archive.close();
  const { anchors, folder } = shelf;
  const killed = must(await openLocal(folder, passphrase, { ...cheap, anchors }));
  must(await killed.store.run(destroy(id, 'by mistake', (item) => [...blobsIn(item.sources)])));
  await killed.archive.close();
  expect(await told()).not.toEqual([]);
  archive = await shelf.open();
  await archive.close();
  expect(await told()).toEqual([]);
  archive = await shelf.open();
  expect(must(await archive.log(0, 1)).entries[0]?.action).toBe('trash.forget');
});

describe('thirty days later', () => {
  const openLater = async (by: number) => {
    const clock = { now: () => Date.now() + by, offset: () => 0 };
    const { anchors, folder } = shelf;
    return must(await openArchive(folder, passphrase, { ...cheap, anchors, clock }));
  };

  it('it goes at the next opening, and not before', async () => {
    const source = await fill();
    must(await archive.deleteSource(source, { used: true }));
    await archive.close();
    archive = await openLater(limits.trashMilliseconds - 60_000);
    expect(must(await archive.trash())).toHaveLength(1);
    await archive.close();
    archive = await openLater(limits.trashMilliseconds + 60_000);
    expect(must(await archive.trash())).toEqual([]);
    await archive.close();
    expect(await told()).toEqual([]);
  });
});
