import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Nonces } from './nonces.ts';
import { codeOf, newFolder, open, PASSPHRASE, tryOpen } from './place.ts';

const PROGRAM = join(import.meta.dirname, 'killed-process.ts');
/** In all; two archives take them in turns, so that one process starts while the other works. */
const kills = process.env.SLOW === undefined ? 300 : 5_000;
const ARCHIVES = 2;

interface Place {
  readonly folder: string;
  readonly anchors: string;
  readonly nonces: string;
  readonly cache: string;
}

function newPlace(cache: string): Place {
  return {
    folder: join(newFolder(), 'archive'),
    anchors: newFolder(),
    nonces: join(newFolder(), 'nonces'),
    cache,
  };
}

function start({ folder, anchors, nonces, cache }: Place) {
  return spawn(process.execPath, [PROGRAM, folder, PASSPHRASE, anchors, nonces], {
    env: { ...process.env, NODE_ENV: 'test', NODE_COMPILE_CACHE: cache },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** A process is killed so many milliseconds after it said so many lines: `opening`, `opened`, then what it kept. */
interface Death {
  readonly lines: number;
  readonly after: number;
}

/** The ways to die, in turn: while it opens and mends, at once, in the first change and in any of the next ones. */
function deathOf(kill: number): Death {
  if (kill % 8 === 7) return { lines: 1, after: (kill * 5) % 24 };
  return { lines: 2 + (kill % 11), after: kill % 4 };
}

/** What a process said before it was killed. */
async function writeAndKill(place: Place, { lines, after }: Death) {
  const child = start(place);
  let said = '';
  let failed = '';
  let armed = false;
  child.stdout.on('data', (bytes: Buffer) => {
    said += bytes.toString();
    if (armed || said.split('\n').length <= lines) return;
    armed = true;
    setTimeout(() => child.kill('SIGKILL'), after);
  });
  child.stderr.on('data', (bytes: Buffer) => (failed += bytes.toString()));
  await once(child, 'close');
  // What was not said to the end of the line was not said.
  const whole = said.split('\n').slice(0, -1);
  const opened = whole.find((line) => line.startsWith('opened '));
  const acknowledged = whole.filter((line) => /^\d+$/.test(line)).map(Number);
  return { failed, opened: opened === undefined ? null : Number(opened.slice(7)), acknowledged };
}

async function killOften(place: Place, count: number): Promise<void> {
  let seq = 0;
  for (let kill = 0; kill < count; kill++) {
    const { failed, opened, acknowledged } = await writeAndKill(place, deathOf(kill));
    expect(failed).toBe('');
    if (opened === null) continue;
    // Nothing is lost that was acknowledged; of what was not, one change at the most was made.
    expect(opened).toBeGreaterThanOrEqual(seq);
    expect(opened).toBeLessThanOrEqual(seq + 1);
    expect(acknowledged).toEqual(acknowledged.map((_, at) => opened + 1 + at));
    seq = acknowledged.at(-1) ?? opened;
  }
  expect(seq).toBeGreaterThan(count);
}

it(
  '[J6] [J8] [C3] a process killed while it writes loses nothing that it acknowledged, and uses no nonce again',
  { timeout: 3_600_000 },
  async () => {
    const cache = newFolder();
    spawnSync(process.execPath, [PROGRAM], { env: { ...process.env, NODE_COMPILE_CACHE: cache } });
    const places = Array.from({ length: ARCHIVES }, () => newPlace(cache));
    await Promise.all(places.map((place) => killOften(place, kills / ARCHIVES)));
    const nonces = new Nonces();
    for (const place of places) {
      const lines = readFileSync(place.nonces, 'utf8').trimEnd().split('\n');
      for (const line of lines) nonces.note(line.slice(0, 22), line.slice(23));
    }
    expect(nonces.size).toBeGreaterThan(kills);
    expect(nonces.repeated).toBe(0);
  },
);

it('a lock is free at once when its holder was killed, and held while it lives', async () => {
  const place = newPlace(newFolder());
  const { folder, anchors } = place;
  const child = start(place);
  await new Promise<void>((written) => {
    let said = '';
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      if (/^1$/m.test(said)) written();
    });
  });
  expect(codeOf(await tryOpen(folder, { anchors }))).toBe('in-use');
  child.kill('SIGKILL');
  await once(child, 'close');
  const vault = await open(folder, { anchors });
  expect(vault.seq).toBeGreaterThan(0);
  await vault.close();
});
