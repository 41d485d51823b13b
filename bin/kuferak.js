#!/usr/bin/env node
// The command line. In a checkout it runs from the sources, in a package from what was built.
import { existsSync } from 'node:fs';

const source = new URL('../src/cli/index.ts', import.meta.url);
const built = new URL('../out/main/src/cli/index.js', import.meta.url);
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 22)) {
  process.stderr.write(
    'kuferak: Node 22.22 or newer is needed; run it as "npx kuferak" in its folder, which brings one along on Linux and Windows.\n',
  );
  process.exitCode = 1;
} else {
  const { main } = await import(existsSync(source) ? source.href : built.href);
  process.exitCode = await main(process.argv.slice(2));
}
