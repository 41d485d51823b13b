/** How long a dossier takes and how much memory, for growing sizes, beside Chromium printing an HTML twin: `run.ts [EXHIBITS …]`. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { asBuilt } from './as-built.ts';
import { largeDossier } from './large-dossier.ts';
import { printTwin } from './twin.ts';

const asked = process.argv.slice(2).map(Number);
const sizes = asked.length > 0 ? asked : [10, 100, 200];
const built = asBuilt();
const rows = [];
for (const size of sizes) {
  const ours = { ...said('one', size), ...said('preview', size) };
  const twin = await printTwin(largeDossier(size));
  const rounded = Object.entries({
    ...ours,
    chromiumStarting: twin.starting,
    chromiumPrinting: twin.printing,
    chromiumMegabytesOfFile: twin.megabytesOfFile,
  }).map(([name, value]) => [name, Math.round(value * 100) / 100] as const);
  rows.push(Object.fromEntries(rounded));
}
built.remove();
process.stdout.write(JSON.stringify(rows, null, 2) + '\n');

function said(script: string, size: number): Readonly<Record<string, number>> {
  const path = join(built.folder, `bench/dossier/${script}.js`);
  const out = execFileSync(process.execPath, [path, String(size)]).toString('utf8');
  return JSON.parse(out) as Readonly<Record<string, number>>;
}
