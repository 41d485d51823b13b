import { beforeAll, describe, expect, it } from 'vitest';
import { read } from '../../../archive/import/read.ts';
import type { SampleCase } from '../../../src/sample/case.ts';
import { readCase, readSampleFile } from '../../../tools/sample/read-case.ts';

let sample: SampleCase;
const drafts = new Map<string, Awaited<ReturnType<typeof read>>>();

beforeAll(async () => {
  sample = await readCase();
  for (const file of sample.files) {
    drafts.set(file.key, await read(await readSampleFile(file), { name: file.file }));
  }
});

describe('the sample case, read by the importer', () => {
  it('comes out in the kinds, languages and encodings that the case tells', () => {
    const told = sample.files.map(({ key, kind, language, encoding }) => ({
      key,
      kind,
      language,
      encoding,
    }));
    const found = sample.files.map(({ key }) => {
      const draft = drafts.get(key);
      return {
        key,
        kind: draft?.kind,
        language: draft?.text?.language.split('-')[0] ?? null,
        encoding: draft?.encoding?.label ?? null,
      };
    });
    expect(found).toEqual(told);
  });

  it('holds each quote exactly once, within one block', () => {
    const found = sample.quotes.map(({ key, file, exact }) => {
      const text = drafts.get(file)?.text;
      const blocks = text?.blocks.map(({ start, end }) => text.text.slice(start, end)) ?? [];
      return [key, blocks.filter((block) => block.includes(exact)).length];
    });
    expect(found).toEqual(sample.quotes.map(({ key }) => [key, 1]));
  });

  it('says the address of each page, where the page itself says one', () => {
    for (const { key, address } of sample.files) {
      const said = drafts.get(key)?.metadata.address ?? null;
      if (said !== null) expect(said).toBe(address);
    }
  });
});
