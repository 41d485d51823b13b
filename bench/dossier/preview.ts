/** Previews one dossier, then again after a small edit of its account, and says what each took, as JSON: `preview.ts EXHIBITS [SIZE]`. */
import { setTimeout } from 'node:timers/promises';
import { type DossierMaterial, Previews } from '../../archive/dossier/index.ts';
import { newSectionId } from '../../archive/model/index.ts';
import { largeDossier, sizeOf } from './large-dossier.ts';
import { watchTaken } from './taken.ts';

const material = largeDossier(Number(process.argv[2] ?? 10), sizeOf(process.argv[3]));
const previews = new Previews();
const taken = watchTaken();

async function preview(edited: number) {
  const { dossier } = material;
  const sections = [...dossier.sections];
  for (let edit = 0; edit < edited; edit++)
    sections.splice(Math.floor(sections.length / 2), 0, {
      id: newSectionId(),
      kind: 'text',
      markdown: 'One more paragraph of our own.',
    });
  const asked: DossierMaterial = {
    ...material,
    dossier: { ...dossier, sections },
    madeAt: `2026-04-09T21:14:0${edited}.120Z`,
  };
  const [start, processor] = [performance.now(), taken.processorSeconds()];
  const made = await previews.make(asked);
  if (!made.ok) throw new Error(made.error.code);
  const seconds = (performance.now() - start) / 1_000;
  return { seconds, processor: taken.processorSeconds() - processor };
}

/** Milliseconds between two edits, in which the press tidies up: nobody writes a paragraph in less. */
const PAUSE = 500;

const first = await preview(0);
const edits = [];
for (let edit = 1; edit <= 5; edit++) {
  await setTimeout(PAUSE);
  edits.push(await preview(edit));
}
taken.stop();
await previews.close();
const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[2] ?? 0;
process.stdout.write(
  JSON.stringify({
    firstPreview: first.seconds,
    firstPreviewProcessor: first.processor,
    afterEdit: median(edits.map(({ seconds }) => seconds)),
    afterEditProcessor: median(edits.map(({ processor }) => processor)),
    previewMegabytesAtMost: taken.atMost(),
  }) + '\n',
);
