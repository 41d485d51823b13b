/** npm run bench -- NAME [options]: runs one benchmark; without a name it lists them. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = import.meta.dirname;
const [name, ...options] = process.argv.slice(2).filter((argument) => argument !== '--');
const known = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

if (name === undefined || !known.includes(name)) {
  process.stdout.write(`Benchmarks: ${known.join(', ')}\n`);
  process.exitCode = name === undefined ? 0 : 2;
} else {
  const script = ['run.ts', 'extract.ts'].map((file) => join(folder, name, file)).find(existsSync);
  const run = spawnSync(process.execPath, [script ?? '', ...options], { stdio: 'inherit' });
  process.exitCode = run.status ?? 1;
}
