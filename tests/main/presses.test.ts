/** A press between the engine's thread and main: what is said passes, and its death is told. */
import { expect, it } from 'vitest';
import {
  makeDossierPdf,
  Previews,
  startPress,
  type StartPress,
} from '../../archive/dossier/index.ts';
import { FarPresses } from '../../src/main/engine/far-press.ts';
import { Presses } from '../../src/main/engine/presses.ts';
import { must } from '../helpers/archives.ts';
import { sampleMaterial } from '../archive/dossier/sample.ts';
import { redCorner } from '../archive/import/made-pictures.ts';

/** As through the port between the two threads: copies alone pass. */
function joined(start: StartPress): { readonly far: FarPresses; readonly near: Presses } {
  const far: FarPresses = new FarPresses((asked) => {
    const copy = structuredClone(asked);
    if (copy.kind === 'press-start' || copy.kind === 'press-say' || copy.kind === 'press-kill')
      near.hear(copy);
  });
  const near: Presses = new Presses(start, (message) => {
    const copy = structuredClone(message);
    if (copy.kind === 'press-said' || copy.kind === 'press-gone') far.hear(copy);
  });
  return { far, near };
}

it('makes the same bytes as one nearby', async () => {
  const picture = { bytes: new Uint8Array(redCorner('png')), mediaType: 'image/png' };
  const material = sampleMaterial({ picture });
  const away = must(await makeDossierPdf(material, undefined, joined(startPress).far.start));
  const nearby = must(await makeDossierPdf(material));
  expect(Buffer.from(away.pdf).equals(Buffer.from(nearby.pdf))).toBe(true);
});

it('that dies while it sets pages fails alone, and the next preview is made', async () => {
  let sound = false;
  const { far } = joined(({ said, gone }) => {
    const press = startPress({
      said: (message) => {
        if (!sound) press.kill();
        sound = true;
        said(message);
      },
      gone,
    });
    return press;
  });
  const previews = new Previews(far.start);
  const failed = { ok: false, error: { code: 'typesetting-failed' } };
  expect(await previews.make(sampleMaterial())).toEqual(failed);
  expect(must(await previews.make(sampleMaterial())).pages).toBeGreaterThan(3);
  await previews.close();
});

it('ends with the thread that asked for it', async () => {
  const left = new Promise<void>((resolve) => {
    const { far, near } = joined(({ said, gone }) => {
      const heard = () => {
        resolve();
        gone();
      };
      return startPress({ said, gone: heard });
    });
    const job = {
      signal: new AbortController().signal,
      progress: () => {
        near.killAll();
      },
    };
    void makeDossierPdf(sampleMaterial(), job, far.start);
  });
  await left;
});
