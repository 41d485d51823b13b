/** The page that says what lives where names only what is there. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const project = join(import.meta.dirname, '../..');
const page = readFileSync(join(project, 'docs/architecture.md'), 'utf8');
const files = globSync('{archive,src,tests,tools,bench,docs,sample}/**/*', { cwd: project }).map(
  (path) => `/${path.replaceAll('\\', '/')}`,
);
/** Of a package, whose name ends as that of a file. */
const PACKAGES = new Set(['fuse.js']);

it('every file that the architecture names exists', () => {
  const named = page.match(/[\w./-]+\.(?:ts|svelte|js|md)\b/g) ?? [];
  expect(named.length).toBeGreaterThan(20);
  const missing = named
    .filter((name) => !PACKAGES.has(name))
    .filter((name) => !files.some((file) => file.endsWith(`/${name}`)));
  expect([...new Set(missing)]).toEqual([]);
});
