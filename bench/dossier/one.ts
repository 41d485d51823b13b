/** Makes one dossier in a process of its own and says what it took, as JSON: `one.ts EXHIBITS`. */
import { makeDossierPdf } from '../../archive/dossier/index.ts';
import { largeDossier } from './large-dossier.ts';

const material = largeDossier(Number(process.argv[2] ?? 10));
let peak = 0;
const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
async function timed(edited: typeof material) {
  const start = performance.now();
  const made = await makeDossierPdf(edited);
  if (!made.ok) throw new Error(made.error.code);
  return { milliseconds: performance.now() - start, ...made.value };
}
const cold = await timed(material);
const again = await timed({
  ...material,
  dossier: { ...material.dossier, title: `${material.dossier.title}, edited` },
});
clearInterval(watch);
process.stdout.write(
  JSON.stringify({
    exhibits: material.exhibits.length,
    quotes: material.exhibits.reduce((sum, { quotes }) => sum + quotes.length, 0),
    pictures: material.exhibits.filter(({ image }) => image).length,
    pages: cold.pages,
    coldSeconds: cold.milliseconds / 1_000,
    againSeconds: again.milliseconds / 1_000,
    megabytes: cold.pdf.length / 1e6,
    peakMegabytes: peak / 1e6,
  }) + '\n',
);
