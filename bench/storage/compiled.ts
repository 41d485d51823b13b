/** The engine and the steps as plain JavaScript, as they are shipped: Node's own reading of types takes 20 to 30 MB. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const out = join(root, 'node_modules/.cache/bench');
const options = {
  outDir: out,
  rootDir: root,
  target: 'es2025',
  module: 'nodenext',
  types: 'node',
  allowImportingTsExtensions: true,
  rewriteRelativeImportExtensions: true,
  noCheck: true,
  skipLibCheck: true,
};

/** Folder of this benchmark among the compiled files. */
export function compile(): string {
  const files = ['bench/storage/one.ts', 'bench/storage/ours.ts', 'archive/crypto/kdf-worker.ts'];
  const flags = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '--ignoreConfig', ...flags, ...files], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'package.json'), '{"type":"module"}\n');
  return join(out, 'bench/storage');
}
