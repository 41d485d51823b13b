/** How long a dossier takes and how much memory, for growing sizes, beside Chromium printing an HTML twin: `run.ts [EXHIBITS …] [--pictures 640x420]`. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { asBuilt } from './as-built.ts';
import { largeDossier, sizeOf } from './large-dossier.ts';
import { printTwin } from './twin.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { pictures: { type: 'string', default: '640x420' } },
});
const asked = positionals.map(Number);
const sizes = asked.length > 0 ? asked : [10, 100, 200];
const built = asBuilt();
const rows = [];
for (const size of sizes) {
  const ours = { ...said('one', size), ...said('preview', size) };
  const twin = await printTwin(largeDossier(size, sizeOf(values.pictures)));
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
  const out = execFileSync(process.execPath, [path, String(size), values.pictures]).toString(
    'utf8',
  );
  return JSON.parse(out) as Readonly<Record<string, number>>;
}
