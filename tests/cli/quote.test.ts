/** Quotes by command: what is said of them besides their words. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { redCorner } from '../archive/import/made-pictures.ts';
import { type CommandDesk, makeCommandDesk, type Run } from '../helpers/commands.ts';

let desk: CommandDesk;
let root: string;
let archive: string;

const run: Run = (...args) => desk.run(...args);

beforeAll(async () => {
  desk = await makeCommandDesk({
    'note.txt': 'Ada Vell shut the gate at noon.\n\nNobody came back.',
  });
  ({ root, archive } = desk);
  expect(await run('import', archive, join(root, 'note.txt'))).toMatchObject({ code: 0 });
});
afterAll(() => desk.clear());

it('keeps a translation with its language, its translator and whether it was checked', async () => {
  const words = ['quote', archive, 'K-0001', '--exact', 'Nobody came back.'] as const;
  const text = ['--translation', 'Ніхто не вярнуўся.'] as const;
  // In which language is not to be guessed.
  expect(await run(...words, ...text)).toMatchObject({ code: 2 });
  const language = ['--translation-language', 'be', '--translator', 'T-3'] as const;
  const said = await run(...words, ...text, ...language, '--translation-checked', '--json');
  expect(JSON.parse(said.out)).toMatchObject({
    translation: {
      ...{ text: 'Ніхто не вярнуўся.', language: 'be', translator: 'T-3' },
      status: 'checked',
    },
  });
});

it('keeps how sure one is of it, in three steps and no others, and tells it', async () => {
  const words = ['quote', archive, 'K-0001', '--exact', 'shut the gate at noon'] as const;
  expect(await run(...words, '--confidence', 'perhaps')).toMatchObject({ code: 2 });
  const said = await run(...words, '--confidence', 'low', '--json');
  expect(JSON.parse(said.out)).toMatchObject({ confidence: 'low', check: 'unchecked' });
  const shown = await run('show', archive, 'K-0001');
  expect(shown.out).toContain('confidence low, unchecked');
});

it('keeps how it was attributed, when it was said and whether it was checked', async () => {
  const words = ['quote', archive, 'K-0001', '--exact', 'Nobody came back.'] as const;
  const told = ['--speaker', 'Vera Lubnik', '--attributed', 'according-to'];
  const rest = ['--said-on', '2026-03', '--check', 'doubtful', '--json'];
  const said = await run(...words, ...told, ...rest);
  expect(JSON.parse(said.out)).toMatchObject({
    attribution: 'according-to',
    saidOn: '2026-03',
    check: 'doubtful',
  });
  expect(await run(...words, '--attributed', 'inferred')).toMatchObject({ code: 2 });
  expect(await run(...words, '--check', 'perhaps')).toMatchObject({ code: 2 });
  expect(await run(...words, '--said-on', 'soon')).toMatchObject({ code: 1 });
});

it('takes a part of a picture in percent, tells it again, and refuses what lies outside', async () => {
  await writeFile(join(root, 'door.png'), redCorner('png'));
  expect(await run('import', archive, join(root, 'door.png'))).toMatchObject({ code: 0 });
  const quote = (...part: string[]) => run('quote', archive, 'K-0002', ...part);
  const said = await quote('--region', '0,0,50,50', '--seen', 'a red corner', '--json');
  expect(JSON.parse(said.out)).toMatchObject({
    anchor: { kind: 'region', x: 0, y: 0, width: 0.5, height: 0.5 },
    seen: 'a red corner',
  });
  const outline = await quote('--outline', '10,10,40,10,25,45', '--json');
  expect(JSON.parse(outline.out)).toMatchObject({
    anchor: {
      x: 0.1,
      y: 0.1,
      polygon: [
        [0.1, 0.1],
        [0.4, 0.1],
        [0.25, 0.45],
      ],
    },
  });
  const outside = await quote('--region', '80,0,50,50');
  expect(outside).toMatchObject({ code: 1 });
  expect(outside.err).toContain('does not lie in the picture');
  expect(await quote('--region', '1,2,3')).toMatchObject({ code: 2 });
  const shown = await run('show', archive, 'K-0002');
  expect(shown.out).toContain('a part of the picture, 0,0,50,50 %: a red corner');
});

it('marks a quote as not to leave, and says how many stayed', async () => {
  const exact = ['--exact', 'Ada Vell shut the gate'] as const;
  expect(await run('quote', archive, 'K-0001', ...exact, '--sensitive')).toMatchObject({ code: 0 });
  const out = join(root, 'all.json');
  const exported = await run('export', archive, '--format', 'json', '--out', out);
  expect(exported.err).toContain('1 quote stayed here: it is marked as not to leave.');
  expect(await readFile(out, 'utf8')).not.toContain('"exact":"Ada Vell shut the gate"');
});
