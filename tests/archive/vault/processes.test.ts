import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { create, newFolder, open, PASSPHRASE } from './place.ts';

const PROGRAM = join(import.meta.dirname, 'killed-process.ts');

it('of processes that open one archive at the same moment, one gets it and the others are told', async () => {
  const folder = join(newFolder(), 'archive');
  const anchors = newFolder();
  await (await create(folder, { anchors })).close();
  const args = [PROGRAM, folder, PASSPHRASE, anchors, join(newFolder(), 'nonces')];
  const env = { ...process.env, NODE_ENV: 'test' };
  const children = [1, 2, 3].map(() => spawn(process.execPath, args, { env, stdio: 'pipe' }));
  const said = children.map((child) => {
    const failed: Buffer[] = [];
    child.stderr.on('data', (bytes: Buffer) => failed.push(bytes));
    return new Promise<string>((resolve) => {
      child.once('close', () => resolve(Buffer.concat(failed).toString()));
      child.stdout.on('data', (bytes: Buffer) => {
        if (bytes.includes('opened')) resolve('opened');
      });
    });
  });
  const outcomes = await Promise.all(said);
  expect(outcomes.filter((outcome) => outcome === 'opened')).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome.includes('in-use'))).toHaveLength(2);
  for (const child of children) {
    if (child.exitCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'close');
  }
  await (await open(folder, { anchors })).close();
});
