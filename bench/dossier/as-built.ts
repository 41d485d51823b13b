/** The engine as it is delivered, without types that have to be taken out while it runs: that takes memory of its own. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const project = join(import.meta.dirname, '../..');
const PARTS = ['archive', 'bench/dossier', 'tests/archive/dossier'];
const IMPORT = /((?:from\s+|import\()'\.[^']*|new URL\(`\.[^`]*)\.ts(['`])/g;

/** Answers a folder with the same files as JavaScript, and how to remove it. */
export function asBuilt(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'kuferak-built-'));
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  for (const part of PARTS)
    for (const name of readdirSync(join(project, part), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts')) continue;
      const target = join(folder, part, name.replace(/\.ts$/, '.js'));
      mkdirSync(dirname(target), { recursive: true });
      const script = stripTypeScriptTypes(readFileSync(join(project, part, name), 'utf8'));
      writeFileSync(target, script.replace(IMPORT, '$1.js$2'));
    }
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}
