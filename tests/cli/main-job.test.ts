/** The main job through the command line, on the sample's files: every command, restarts in between by nature. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findCanaries } from '../helpers/canary.ts';
import { kuferak, makeArchive, type Said } from '../helpers/kuferak.ts';
import { makeProof, step } from '../helpers/stamps.ts';

const sample = join(import.meta.dirname, '../../sample/files');
const passphrase = 'seven harbours under a green moon';

let root: string;
let archive: string;
let key: string;
let ids: { harbour: string; later: string; belarusian: string };

const run = (...args: string[]): Promise<Said> =>
  kuferak({ config: join(root, 'config') }, ...args, '--passphrase-file', key);
const json = async <T>(...args: string[]): Promise<T> => {
  const said = await run(...args, '--json');
  expect(said).toMatchObject({ code: 0, err: '' });
  return JSON.parse(said.out) as T;
};

interface Outcome {
  readonly name: string;
  readonly result: { readonly state: string; readonly source: string };
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'kuferak-cli-'));
  archive = join(root, 'archive');
  key = join(root, 'passphrase');
  await writeFile(key, `${passphrase}\n`);
  await makeArchive({ config: join(root, 'config') }, archive, passphrase, 'Case');
  const { outcomes } = await json<{ outcomes: Outcome[] }>(
    'import',
    archive,
    join(sample, 'harbour-light-2026-03-10.html'),
    join(sample, 'harbour-light-2026-04-02.html'),
    join(sample, 'volnaja-prystan-ablava.html'),
    '--collected-by',
    'B-7',
  );
  const [harbour, later, belarusian] = outcomes.map(({ result }) => result.source);
  ids = { harbour: harbour ?? '', later: later ?? '', belarusian: belarusian ?? '' };
});

afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

describe('the main job by commands', () => {
  it('begins with an archive of a name, and four words to know it by', async () => {
    const made = join(root, 'made');
    const { words } = await json<{ words: string[] }>('create', made, '--name', 'Reed Lane');
    expect(words).toHaveLength(4);
    expect(await json('sources', made)).toEqual([]);
  });

  it('lists what was taken, in order, with stable identifiers', async () => {
    const sources = await json<{ id: string; shelfmark: string; kind: string }[]>(
      'sources',
      archive,
    );
    expect(sources.map(({ shelfmark }) => shelfmark)).toEqual(['K-0001', 'K-0002', 'K-0003']);
    expect(sources.map(({ id }) => id)).toEqual([ids.harbour, ids.later, ids.belarusian]);
  });

  it('reports a list of names: the first column, without its heading', async () => {
    const list = join(root, 'names.csv');
    await writeFile(list, '\ufeffname;note\n"Lysakou; A.";x\n=1+2;\n\nХаланіца\n');
    const reports = await json<{ name: string; count: number }[]>(
      'search',
      archive,
      '--names',
      list,
    );
    expect(reports.map(({ name }) => name)).toEqual(['Lysakou; A.', '=1+2', 'Халаніца']);
  });

  it('writes the report as a table that a table program takes for no formula, and says so in the log', async () => {
    const left = async () => (await run('log', archive)).out.split('names.export').length - 1;
    const before = await left();
    const list = join(root, 'formulas.csv');
    await writeFile(list, '=1+2\n');
    const table = await run('search', archive, '--names', list, '--csv');
    expect(table.code).toBe(0);
    expect(table.out).toMatch(/^\uFEFFname,found,spellings,shelfmarks\r\n'=1\+2,/);
    expect(await left()).toBe(before + 1);
    await run('search', archive, '--names', list);
    expect(await left()).toBe(before + 1);
    expect(await run('search', archive, 'word', '--csv')).toMatchObject({ code: 2 });
  });

  it('finds what is much the same', async () => {
    const alike = await json<{ id: string }[]>('search', archive, '--like', ids.later);
    expect(alike.map(({ id }) => id)).toContain(ids.harbour);
  });

  it('counts by facets, and explains a bad query', async () => {
    const counted = await json<{ total: number; facets: { kinds: unknown } }>(
      'search',
      archive,
      'kind:source',
      '--facets',
      '--sort',
      'newest',
    );
    expect(counted).toMatchObject({ total: 3, facets: { kinds: [{ value: 'source', count: 3 }] } });
    const page = ['search', archive, 'kind:source', '--sort', 'newest'];
    const all = await json<{ id: string }[]>(...page);
    expect(await json<{ id: string }[]>(...page, '--offset', '2')).toEqual(all.slice(2));
    expect(await run(...page, '--offset', '-1')).toMatchObject({ code: 2 });
    const bad = await run('search', archive, '"open');
    expect(bad).toMatchObject({ code: 1 });
    expect(bad.err).toContain('a quotation mark is not closed');
  });

  it('says of the same bytes that they are there already', async () => {
    const { outcomes } = await json<{ outcomes: Outcome[] }>(
      'import',
      archive,
      join(sample, 'harbour-light-2026-03-10.html'),
    );
    expect(outcomes[0]?.result).toMatchObject({ state: 'already-there', source: ids.harbour });
  });

  it('saves a quote word for word, refuses one that does not stand there, finds it again by a misspelt name', async () => {
    const { document } = await json<{
      document: { text: string; blocks: { start: number; end: number }[] };
    }>('show', archive, 'K-0001');
    const block = document.blocks.find(({ start, end }) => end - start > 120);
    expect(block).toBeDefined();
    const exact = document.text.slice(block?.start ?? 0, (block?.start ?? 0) + 80);
    const quote = await json<{ id: string; anchor: { exact: string; start: number; end: number } }>(
      'quote',
      archive,
      ids.harbour,
      '--exact',
      exact,
      '--speaker',
      'Yulian Zhaleika',
      '--tag',
      'figures',
      '--note',
      'Ask again.',
    );
    expect(document.text.slice(quote.anchor.start, quote.anchor.end)).toBe(exact);

    const refused = await run('quote', archive, ids.harbour, '--exact', `${exact} never said this`);
    expect(refused.code).toBe(1);
    expect(refused.err.trim().split('\n')).toHaveLength(1);

    const found = await json<
      { id: string; kind: string; matches: unknown[]; reasons: unknown[] }[]
    >('search', archive, 'Zhaleyko', '--kind', 'quote');
    expect(found[0]).toMatchObject({ id: quote.id, kind: 'quote' });
    expect(found[0]?.reasons.length).toBeGreaterThan(0);
    const tagged = await json<{ id: string }[]>('search', archive, 'Zhaleika', '--tag', 'figures');
    expect(tagged.map(({ id }) => id)).toContain(quote.id);

    const out = join(root, 'dossier.pdf');
    const made = await json<{ pages: number; sha256: string }>(
      'dossier',
      archive,
      '--title',
      'Two versions',
      '--quote',
      quote.id,
      '--source',
      'K-0003',
      '--out',
      out,
    );
    expect((await readFile(out)).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await stat(out)).mode & 0o077).toBe(0);
    const text = execFileSync('pdftotext', ['-layout', out, '-'], { encoding: 'utf8' });
    expect(text.replace(/\s+/g, ' ')).toContain(exact.slice(0, 30).replace(/\s+/g, ' '));
    expect(made.pages).toBeGreaterThan(1);
  });

  it('compares two versions with offsets that cut the texts', async () => {
    const compared = await json<{
      kind: string;
      a: { start: number; end: number }[];
      matches: unknown[];
    }>('compare', archive, 'K-0001', 'K-0002');
    expect(compared.kind).toBe('versions');
    expect(compared.matches.length).toBeGreaterThan(3);
  });

  it('saves the comparison as a table and as annotations, which nobody else may read', async () => {
    for (const format of ['csv', 'annotations']) {
      const out = join(root, `comparison.${format}`);
      const saved = ['compare', archive, 'K-0001', 'K-0002', '--format', format, '--out', out];
      expect(await run(...saved)).toMatchObject({ code: 0, out: 'Written: 1 file.\n' });
      expect((await readFile(out, 'utf8')).length).toBeGreaterThan(1_000);
      expect((await stat(out)).mode & 0o077).toBe(0);
      expect(await run(...saved)).toMatchObject({ code: 1 });
    }
    expect(await run('compare', archive, 'K-0001', 'K-0002', '--format', 'csv')).toMatchObject({
      code: 2,
    });
  });

  it('verifies whole, and prints a log whose lines are chained', async () => {
    const report = await json<{ intact: boolean; findings: unknown[] }>('verify', archive);
    expect(report).toMatchObject({ intact: true, findings: [] });
    const log = await json<{ head: string; entries: { previous: string; hash: string }[] }>(
      'log',
      archive,
    );
    log.entries.forEach((entry, at) => {
      expect(entry.previous).toBe(log.entries[at - 1]?.hash ?? '0'.repeat(64));
    });
    expect(log.entries.at(-1)?.hash).toBe(log.head);
  });

  it('prints the head of the log as a text, and writes the same bytes as a file', async () => {
    const { head, entries } = await json<{ head: string; entries: unknown[] }>('log', archive);
    const text = `kuferak log head 1\nline ${entries.length}\nsha256 ${head}\n`;
    expect(await run('log', archive, '--head')).toMatchObject({ code: 0, out: text });
    const out = join(root, 'head.txt');
    expect(await run('log', archive, '--head', '--out', out)).toMatchObject({ code: 0, out: '' });
    expect(await readFile(out, 'utf8')).toBe(text);
    expect(await run('log', archive, '--head', '--out', join(archive, 'head.txt'))).toMatchObject({
      code: 1,
    });
    expect(await run('log', archive, '--out', out)).toMatchObject({ code: 2 });
  });

  it('keeps a time stamp of the head, and says what was not checked of it', async () => {
    const { out: text } = await run('log', archive, '--head');
    const proof = join(root, 'head.txt.ots');
    await writeFile(proof, makeProof(text, step.sha256(), step.bitcoin(900_000)));
    expect(await run('stamps', archive, '--add', proof)).toMatchObject({ code: 0, err: '' });
    const { stamps } = await json<{ stamps: { id: string; state: string }[] }>('stamps', archive);
    expect(stamps).toMatchObject([{ of: { kind: 'head' }, state: 'holds' }]);
    expect((await run('stamps', archive)).out).toMatch(/Not checked: Whether block 900000/);
    const saved = join(root, 'saved.ots');
    await run('stamps', archive, '--save', stamps[0]?.id ?? '', '--out', saved);
    expect(await readFile(saved)).toEqual(await readFile(proof));
    expect(await run('stamps', archive, '--add', key)).toMatchObject({ code: 1 });
    expect(await run('stamps', archive, '--save', 'x')).toMatchObject({ code: 2 });
  });

  it.each(['bagit', 'qdpx', 'csv', 'json'])('exports as %s', async (format) => {
    const out = join(root, `export-${format}`);
    const said = await run('export', archive, '--format', format, '--out', out);
    expect(said).toMatchObject({ code: 0 });
    expect((await stat(out)).isDirectory()).toBe(format === 'bagit' || format === 'csv');
  });

  it('leaves nothing readable in the archive or beside it', async () => {
    const { document } = await json<{ document: { text: string } }>('show', archive, 'K-0001');
    const words = [...new Set(document.text.match(/\p{L}+ \p{L}+ \p{L}+ \p{L}+/gu) ?? [])].slice(
      0,
      20,
    );
    expect(words).toHaveLength(20);
    const hits = await findCanaries(
      [archive, join(root, 'config')],
      [...words, 'Zhaleika', 'Жалейка', passphrase],
    );
    expect(hits).toEqual([]);
    // The search itself can find: the exports are in the clear on purpose.
    expect(
      (await findCanaries([join(root, 'export-json')], words)).length +
        (await findCanaries([join(root, 'export-bagit')], words)).length,
    ).toBeGreaterThan(0);
  });
});

describe('wrong usage and bad input', () => {
  it('answers 2 for wrong usage, with the usage on standard error', async () => {
    const usage = /^Usage: kuferak/;
    for (const [args, told] of [
      [[], usage],
      [['nonsense'], /^There is no command “nonsense”\. “kuferak help”/],
      [['search', archive], usage],
      [['create'], usage],
      [
        ['export', archive, '--format', 'zip', '--out', 'x'],
        /^--format does not know “zip”\. It knows bagit, qdpx, csv, json\./,
      ],
      [
        ['sources', archive, '--colour'],
        /^There is no option --colour here\. There are .*--starred/,
      ],
    ] as const) {
      const said = await kuferak(
        { config: join(root, 'config') },
        ...args,
        '--passphrase-file',
        key,
      );
      expect(said.code).toBe(2);
      expect(said.err).toMatch(told);
      expect(said.out).toBe('');
    }
  });

  it('reads the passphrase from standard input for -', async () => {
    const said = await kuferak(
      { config: join(root, 'config'), input: passphrase },
      'sources',
      archive,
      '--passphrase-file',
      '-',
      '--json',
    );
    expect(said.code).toBe(0);
  });

  it.each([
    [
      'a wrong passphrase',
      async () => {
        const wrong = join(root, 'wrong');
        await writeFile(wrong, 'another one');
        return kuferak(
          { config: join(root, 'config') },
          'sources',
          archive,
          '--passphrase-file',
          wrong,
        );
      },
    ],
    ['a folder that is no archive', () => run('sources', sample)],
    ['a folder that is not there', () => run('sources', join(root, 'nowhere'))],
    ['a file in the place of an archive', () => run('sources', key)],
    ['a file that is not there', () => run('import', archive, join(root, 'nothing.html'))],
    [
      'a file of no bytes',
      async () => {
        await writeFile(join(root, 'empty.html'), '');
        return run('import', archive, join(root, 'empty.html'));
      },
    ],
    ['a source that is not there', () => run('show', archive, 'K-9999')],
    [
      'a target that cannot be written',
      () =>
        run(
          'dossier',
          archive,
          '--title',
          'T',
          '--source',
          'K-0001',
          '--out',
          join(root, 'no', 'such', 'folder.pdf'),
        ),
    ],
    [
      'a target inside the archive',
      () =>
        run(
          'dossier',
          archive,
          '--title',
          'T',
          '--source',
          'K-0001',
          '--out',
          join(archive, 'd.pdf'),
        ),
    ],
    ['a folder for a new archive that is not empty', () => run('create', sample)],
  ])('answers %s with 1 and one plain sentence', async (_what, act) => {
    const said = await act();
    expect(said.code).toBe(1);
    expect(said.err).toMatch(/^kuferak: .+[.)]\n$/);
    expect(said.err.trim().split('\n')).toHaveLength(1);
    expect(said.err).not.toContain(root);
  });
});
