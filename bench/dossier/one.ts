/** Makes one dossier in a process of its own and says what it took, as JSON: `one.ts EXHIBITS [SIZE]`. */
import { makeDossierPdf } from '../../archive/dossier/index.ts';
import { largeDossier, sizeOf } from './large-dossier.ts';
import { watchTaken } from './taken.ts';

const material = largeDossier(Number(process.argv[2] ?? 10), sizeOf(process.argv[3]));
const taken = watchTaken();
const start = performance.now();
const made = await makeDossierPdf(material);
if (!made.ok) throw new Error(made.error.code);
const seconds = (performance.now() - start) / 1_000;
taken.stop();
process.stdout.write(
  JSON.stringify({
    exhibits: material.exhibits.length,
    quotes: material.exhibits.reduce((sum, { quotes }) => sum + quotes.length, 0),
    pictures: material.exhibits.filter(({ image }) => image).length,
    pages: made.value.pages,
    seconds,
    processorSeconds: taken.processorSeconds(),
    megabytesOfFile: made.value.pdf.length / 1e6,
    megabytesBefore: taken.before,
    megabytesAtMost: taken.atMost(),
  }) + '\n',
);
