import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { codeOf, newFolder, open, PASSPHRASE, tryOpen, valueOf } from './place.ts';

const PROGRAM = join(import.meta.dirname, 'writing-process.ts');
const kills = process.env.SLOW === undefined ? 12 : 5_000;

/** Lets it work for a while after it began, kills it, and answers the last change it acknowledged. */
async function writeAndKill(folder: string, anchors: string, after: number): Promise<number> {
  const child = spawn(process.execPath, [PROGRAM, folder, PASSPHRASE, anchors], {
    env: { ...process.env, NODE_ENV: 'test' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  let armed = false;
  child.stdout.on('data', (bytes: Buffer) => {
    said += bytes.toString();
    if (armed) return;
    armed = true;
    setTimeout(() => child.kill('SIGKILL'), after);
  });
  await once(child, 'close');
  const lines = said.split('\n').slice(0, -1);
  return Number(lines.at(-1));
}

it(
  '[J6] [J8] a process killed while it writes loses nothing that it acknowledged',
  { timeout: 3_600_000 },
  async () => {
    const folder = join(newFolder(), 'archive');
    const anchors = newFolder();
    let seq = 0;
    for (let kill = 0; kill < kills; kill++) {
      const acknowledged = await writeAndKill(folder, anchors, (kill * 7) % 40);
      expect(acknowledged).toBeGreaterThan(seq);
      const vault = await open(folder, { anchors });
      expect(vault.seq).toBeGreaterThanOrEqual(acknowledged);
      // One change may have been made that could no longer be acknowledged.
      expect(vault.seq).toBeLessThanOrEqual(acknowledged + 1);
      const { notes = {} } = await vault.read();
      expect(Object.keys(notes)).toHaveLength(vault.seq);
      for (const note of Object.values(notes).slice(-20)) {
        const { blob } = note as { blob: string };
        expect(valueOf(await vault.blobs.get(blob)).length).toBe(2_000);
      }
      seq = vault.seq;
      await vault.close();
    }
  },
);

it('a lock is free at once when its holder was killed, and held while it lives', async () => {
  const folder = join(newFolder(), 'archive');
  const anchors = newFolder();
  const child = spawn(process.execPath, [PROGRAM, folder, PASSPHRASE, anchors], {
    env: { ...process.env, NODE_ENV: 'test' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  expect(codeOf(await tryOpen(folder, { anchors }))).toBe('in-use');
  child.kill('SIGKILL');
  await once(child, 'close');
  await (await open(folder, { anchors })).close();
});
