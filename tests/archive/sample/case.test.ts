import { readdir } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SampleCase } from '../../../src/sample/case.ts';
import { readCase, readSampleFile } from '../../../tools/sample/read-case.ts';
import { decode, visibleText } from './visible-text.ts';

let sample: SampleCase;
const texts = new Map<string, string>();

beforeAll(async () => {
  sample = await readCase();
  for (const file of sample.files) {
    if (file.kind !== 'image') texts.set(file.key, visibleText(file, await readSampleFile(file)));
  }
});

const count = (text: string, part: string) => text.split(part).length - 1;
const keys = (list: readonly { readonly key: string }[]) => list.map(({ key }) => key);
const scriptsOf = (text: string) =>
  ['Latin', 'Cyrillic', 'Arabic'].filter(
    (script) => (text.match(new RegExp(`\\p{Script=${script}}`, 'gu')) ?? []).length > 200,
  );

describe('the sample case', () => {
  it('has what the first run promises', () => {
    const written = sample.files.filter(({ kind }) => kind !== 'image');
    expect(written.length).toBeGreaterThanOrEqual(9);
    expect(new Set(written.map(({ language }) => language)).size).toBeGreaterThanOrEqual(4);
    expect(new Set([...texts.values()].flatMap(scriptsOf))).toEqual(
      new Set(['Latin', 'Cyrillic', 'Arabic']),
    );
    expect(sample.quotes).toHaveLength(25);
    expect(sample.files.filter(({ kind }) => kind === 'image')).toHaveLength(4);
    expect(sample.files.filter(({ versionOf }) => versionOf !== null)).toHaveLength(1);
    expect(sample.dossiers).toHaveLength(1);
    expect(new Set(sample.tags.map(({ colour }) => colour)).size).toBe(8);
  });

  it('lists every file of the folder, and each once', async () => {
    const folder = new URL('../../../sample/files/', import.meta.url);
    expect(sample.files.map(({ file }) => file).sort()).toEqual((await readdir(folder)).sort());
  });

  it('uses each key once', () => {
    for (const list of [sample.tags, sample.entities, sample.files, sample.quotes]) {
      expect(new Set(keys(list)).size).toBe(list.length);
    }
  });

  it('refers only to what it holds, and to earlier things where order matters', () => {
    const files = new Set(keys(sample.files));
    const tags = new Set(keys(sample.tags));
    const entities = new Set(keys(sample.entities));
    const quotes = new Set(keys(sample.quotes));
    const missing: string[] = [];
    const need = (set: ReadonlySet<string>, key: string | null) => {
      if (key !== null && !set.has(key)) missing.push(key);
    };
    for (const [index, { parent }] of sample.tags.entries()) {
      need(new Set(keys(sample.tags.slice(0, index))), parent);
    }
    for (const [index, file] of sample.files.entries()) {
      need(new Set(keys(sample.files.slice(0, index))), file.versionOf);
      for (const tag of file.tags) need(tags, tag);
    }
    for (const quote of sample.quotes) {
      need(files, quote.file);
      need(entities, quote.speaker);
      for (const tag of quote.tags) need(tags, tag);
    }
    for (const section of sample.dossiers.flatMap(({ sections }) => sections)) {
      if (section.kind === 'quote') need(quotes, section.quote);
      if (section.kind === 'source') need(files, section.file);
      if (section.kind === 'comparison') [section.a, section.b].forEach((key) => need(files, key));
    }
    expect(missing).toEqual([]);
  });

  it('finds each quote exactly once in the text of its file, within one block', () => {
    const found = sample.quotes.map(({ key, file, exact }) => [
      key,
      count(texts.get(file) ?? '', exact),
      exact.includes('\n'),
    ]);
    expect(found).toEqual(sample.quotes.map(({ key }) => [key, 1, false]));
  });

  it('leaves no tag unused and no speaker without a quote in the language of its file', () => {
    const used = new Set([...sample.files, ...sample.quotes].flatMap(({ tags }) => tags));
    expect(keys(sample.tags).filter((key) => !used.has(key))).toEqual([]);
    for (const { file, language } of sample.quotes) {
      expect(language).toBe(sample.files.find(({ key }) => key === file)?.language);
    }
  });

  it('writes one name in at least five forms and three scripts, each of which stands in a text', () => {
    const conductor = sample.entities.find(({ key }) => key === 'zhaleika');
    const all = [...texts.values()].join('\n');
    const forms = [conductor?.name ?? '', ...(conductor?.spellings ?? [])].filter((form) =>
      all.includes(form),
    );
    expect(forms.length).toBeGreaterThanOrEqual(5);
    const scripts = ['Latin', 'Cyrillic', 'Arabic'].filter((script) =>
      forms.some((form) => new RegExp(`\\p{Script=${script}}`, 'u').test(form)),
    );
    expect(scripts).toHaveLength(3);
  });

  it('holds a person who must not be named, and says her name only in two files', () => {
    const hidden = sample.entities.filter(({ protection }) => protection === 'must-not-be-named');
    expect(hidden).not.toHaveLength(0);
    const forms = hidden.flatMap(({ name, spellings }) => [name, ...spellings]);
    const saying = [...texts].filter(([, text]) => forms.some((form) => text.includes(form)));
    expect(saying.map(([key]) => key).sort()).toEqual(['statement', 'zarevinform']);
    const written = JSON.stringify([sample.dossiers, sample.quotes.map(({ note }) => note)]);
    expect(forms.filter((form) => written.includes(form))).toEqual([]);
  });

  it('keeps her out of the dossier, also out of the paragraphs around what is quoted', () => {
    const forms = sample.entities
      .filter(({ protection }) => protection === 'must-not-be-named')
      .flatMap(({ name, spellings }) => [name, ...spellings]);
    const naming: string[] = [];
    for (const section of sample.dossiers.flatMap(({ sections }) => sections)) {
      if (section.kind !== 'quote') continue;
      const quote = sample.quotes.find(({ key }) => key === section.quote);
      const blocks = (texts.get(quote?.file ?? '') ?? '')
        .split(/\n+/)
        .filter((block) => block.trim());
      const at = blocks.findIndex((block) => block.includes(quote?.exact ?? '-'));
      const around = blocks.slice(Math.max(0, at - 1), at + 2).join('\n');
      if (at === -1 || forms.some((form) => around.includes(form))) naming.push(section.quote);
    }
    expect(naming).toEqual([]);
  });

  it('has one version in which the figure and the words of the lawyer are gone', () => {
    const [before, after] = ['harbour-light-1', 'harbour-light-2'].map((key) => texts.get(key));
    expect(before).toContain('thirty-one');
    expect(after).not.toContain('thirty-one');
    expect(before).toContain('Tamara Dudar');
    expect(after).not.toContain('Dudar');
  });

  it('gives addresses under .example only', () => {
    const hosts = sample.files.flatMap(({ address }) =>
      address === null ? [] : [new URL(address).hostname],
    );
    expect(hosts.filter((host) => !host.endsWith('.example'))).toEqual([]);
  });
});

describe('the files of the sample case', () => {
  it('are in the encodings that the case tells, and only there', async () => {
    const single = sample.files.filter(
      ({ encoding }) => encoding === 'koi8-r' || encoding === 'windows-1251',
    );
    expect(single).toHaveLength(2);
    for (const file of single) {
      const bytes = await readSampleFile(file);
      expect(() => decode(bytes, 'utf-8')).toThrow();
      expect(visibleText(file, bytes)).toMatch(/[Дд]епартамент|Я водитель автобуса/);
    }
  });

  it('say the codepage where it is declared, and nothing where it is not', async () => {
    const raw = async (key: string) => {
      const file = sample.files.find((candidate) => candidate.key === key);
      return file === undefined ? '' : (await readSampleFile(file)).toString('latin1');
    };
    expect(await raw('zarevinform')).toContain('charset=windows-1251');
    expect(await raw('statement')).not.toMatch(/charset|koi8/i);
  });
});
