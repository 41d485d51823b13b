/** Makes one dossier in a process of its own and says what it took, as JSON: `one.ts EXHIBITS`. */
import { makeDossierPdf } from '../../archive/dossier/index.ts';
import { largeDossier } from './large-dossier.ts';

const material = largeDossier(Number(process.argv[2] ?? 10));
const before = process.memoryUsage.rss();
let peak = before;
const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
const start = performance.now();
const processor = process.cpuUsage();
const made = await makeDossierPdf(material, undefined, { givesPictures: true });
if (!made.ok) throw new Error(made.error.code);
const seconds = (performance.now() - start) / 1_000;
const { user, system } = process.cpuUsage(processor);
clearInterval(watch);
process.stdout.write(
  JSON.stringify({
    exhibits: material.exhibits.length,
    quotes: material.exhibits.reduce((sum, { quotes }) => sum + quotes.length, 0),
    pictures: material.exhibits.filter(({ image }) => image).length,
    pages: made.value.pages,
    seconds,
    processorSeconds: (user + system) / 1e6,
    megabytesOfFile: made.value.pdf.length / 1e6,
    megabytesBefore: before / 1e6,
    megabytesAtMost: peak / 1e6,
  }) + '\n',
);
