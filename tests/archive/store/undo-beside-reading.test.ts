/** Undo takes back what a person did, and leaves what was read by machine meanwhile. */
import { expect, it } from 'vitest';
import { Placer } from '../../../archive/anchoring/index.ts';
import { ok } from '../../../archive/lib/result.ts';
import type { BlobId, TextRef } from '../../../archive/model/index.ts';
import { beginArchive } from '../../../archive/store/commands/archive.ts';
import { addQuote } from '../../../archive/store/commands/add-quote.ts';
import { deriveText } from '../../../archive/store/commands/derive-text.ts';
import { editQuote } from '../../../archive/store/commands/edit-quote.ts';
import { editSource } from '../../../archive/store/commands/edit-source.ts';
import { importSource } from '../../../archive/store/commands/import-source.ts';
import { askRecognition, setRecognised } from '../../../archive/store/commands/recognition.ts';
import { Store } from '../../../archive/store/store.ts';
import type { Vault } from '../../../archive/vault/index.ts';
import { must } from '../../helpers/archives.ts';
import { wordsOf } from '../../helpers/fill.ts';
import { documentOf, makeSource, sha256 } from '../../helpers/records.ts';

const clock = { now: () => Date.UTC(2026, 2, 12), offset: () => 180 };
const tool = { name: 'kuferak', version: '0.0.0' };
const vault = {
  read: () => Promise.resolve(new Map()),
  append: () => Promise.resolve(ok(1)),
  readOnly: null,
} as unknown as Vault;

const FIRST = 'Ada Vell shut the gate at noon.';
const textOf = (text: string) => ({ text, sha256: sha256(text) });

async function begin() {
  const store = await Store.open(vault, clock, tool);
  await store.run(beginArchive('Case'));
  const made = makeSource(1, 'Notice', new Uint8Array([1]), documentOf(FIRST));
  const image = { width: 10, height: 10, orientation: 1 };
  const { value: source } = must(await store.run(importSource({ ...made, kind: 'image', image })));
  const refOf = (text: string, more: Partial<TextRef> = {}): TextRef => {
    if (!source.text) throw new Error('it has a text');
    const { sha256: digest } = textOf(text);
    return { ...source.text, blob: digest as BlobId, sha256: digest, length: text.length, ...more };
  };
  const read = async (text: string) => {
    must(await store.run(askRecognition([source.id], ['en'])));
    const recognised = { languages: ['en' as const], confidence: 90 };
    const before = [textOf(store.reading.get('sources', source.id)?.text === null ? '' : FIRST)];
    must(
      await store.run(setRecognised(source.id, refOf(text, { recognised }), textOf(text), before)),
    );
  };
  const quote = async () =>
    must(await store.run(addQuote(wordsOf(source.id, 'Ada Vell shut the gate'), textOf(FIRST))))
      .value;
  const now = () => store.reading.get('sources', source.id);
  return { store, source, refOf, read, quote, now };
}

it('keeps the text that was read since, its place for quotes, and the text before it', async () => {
  const { store, source, read, quote, now } = await begin();
  const { id } = await quote();
  must(await store.run(editSource(source.id, { note: 'a note' })));
  must(await store.run(editQuote(id, { note: 'of the quote' })));
  const second = `A heading. ${FIRST}`;
  await read(second);
  must(await store.undo());
  must(await store.undo());
  expect(now()).toMatchObject({ note: '', text: { sha256: sha256(second) } });
  expect(now()?.formerTexts?.map((former) => former.sha256)).toEqual([sha256(FIRST)]);
  expect(store.reading.get('quotes', id)).toMatchObject({
    note: '',
    anchor: { start: 11, textSha256: sha256(second) },
  });
});

it('takes back a correction of a text that was read by machine', async () => {
  const { store, source, refOf, read, now } = await begin();
  const second = `A heading. ${FIRST}`;
  await read(second);
  const third = second.replace('heading', 'headline');
  const derivation = {
    ref: refOf(third, { recognised: { languages: ['en'], confidence: 90 } }),
    placer: new Placer(textOf(third)),
    before: [],
    of: null,
  };
  must(await store.run(deriveText(source.id, derivation, { action: 'source.correct', facts: {} })));
  expect(now()?.text?.sha256).toBe(sha256(third));
  must(await store.undo());
  expect(now()?.text?.sha256).toBe(sha256(second));
  must(await store.redo());
  expect(now()?.text?.sha256).toBe(sha256(third));
});
