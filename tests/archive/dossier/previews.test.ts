/** A preview is the true PDF, to the byte, whatever was set before in the same thread. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  type DossierMaterial,
  makeDossierPdf,
  Previews,
  startPress,
} from '../../../archive/dossier/index.ts';
import { quietJob } from '../../../archive/lib/job.ts';
import { must } from '../../helpers/archives.ts';
import { redCorner } from '../import/made-pictures.ts';
import { infoOf } from './pdf-tools.ts';
import { noisePng } from './plain-png.ts';
import { sampleMaterial } from './sample.ts';

let previews: Previews;
beforeEach(() => {
  previews = new Previews();
});
afterEach(() => previews.close());

const picture = () => ({ bytes: new Uint8Array(redCorner('png')), mediaType: 'image/png' });
/** Their pictures are taken over, so each has its own. */
const copyOf = (material: DossierMaterial) => structuredClone(material);

function retitled(material: DossierMaterial, title: string): DossierMaterial {
  return { ...copyOf(material), dossier: { ...material.dossier, title } };
}

it('has the bytes of a dossier that is made alone, also after others', async () => {
  const material = sampleMaterial({ picture: picture() });
  const edited = retitled(material, 'Another title');
  for (const one of [material, edited, material]) {
    const preview = must(await previews.make(copyOf(one)));
    const alone = must(await makeDossierPdf(copyOf(one)));
    expect(Buffer.from(preview.pdf).equals(Buffer.from(alone.pdf))).toBe(true);
    expect(infoOf(preview.pdf).get('Title')).toBe(one.dossier.title);
  }
});

it('is given a picture once, and gives its pixels away once', async () => {
  const another = () => ({ bytes: noisePng(260, 200), mediaType: 'image/png' });
  let heard: string[] = [];
  let said: string[] = [];
  previews = new Previews(({ said: hear, gone }) => {
    const press = startPress({
      said: (message) => {
        if (message.kind !== 'progress') heard.push(message.kind);
        hear(message);
      },
      gone,
    });
    return {
      ...press,
      say: (message) => {
        said.push(message.kind);
        return press.say(message);
      },
    };
  });
  const material = sampleMaterial({ picture: another() });
  for (const [one, wanted] of [
    [material, 1],
    [retitled(material, 'The same pictures'), 0],
    [sampleMaterial({ picture: another() }), 1],
    [retitled(material, 'The first picture again'), 1],
  ] as const) {
    [heard, said] = [[], []];
    const { pdf } = must(await previews.make(copyOf(one)));
    expect(said.filter((kind) => kind === 'picture')).toHaveLength(wanted);
    expect(heard.filter((kind) => kind === 'again')).toHaveLength(1 - wanted);
    const alone = must(await makeDossierPdf(copyOf(one)));
    expect(Buffer.from(pdf).equals(Buffer.from(alone.pdf))).toBe(true);
  }
});

it('is stopped at once, and the next one is made', async () => {
  const material = sampleMaterial();
  const stopper = new AbortController();
  const first = previews.make(copyOf(material), { ...quietJob, signal: stopper.signal });
  const waiting = previews.make(copyOf(material), { ...quietJob, signal: stopper.signal });
  const next = previews.make(retitled(material, 'The next one'));
  stopper.abort();
  for (const stopped of [first, waiting])
    expect(await stopped).toEqual({ ok: false, error: { code: 'cancelled' } });
  expect(infoOf(must(await next).pdf).get('Title')).toBe('The next one');
});

it('begins anew after a rest, and goes on after a failure', async () => {
  const material = sampleMaterial();
  await previews.rest();
  must(await previews.make(copyOf(material)));
  await previews.rest();
  const broken = sampleMaterial({ picture: { bytes: new Uint8Array(9), mediaType: 'image/png' } });
  expect(await previews.make(broken)).toMatchObject({ error: { code: 'image-unreadable' } });
  expect(must(await previews.make(copyOf(material))).pages).toBeGreaterThan(3);
});

it('makes nothing any more when it was closed', async () => {
  const begun = previews.make(sampleMaterial());
  await previews.close();
  expect((await begun).ok).toBe(false);
  expect((await previews.make(sampleMaterial())).ok).toBe(false);
});

it('answers when the system starts no press, and makes the next one', async () => {
  let refused = 0;
  const own = new Previews((heard) => {
    refused += 1;
    if (refused === 1) throw new Error('no more processes');
    return startPress(heard);
  });
  const material = sampleMaterial();
  expect(await own.make(copyOf(material))).toEqual({
    ok: false,
    error: { code: 'typesetting-failed' },
  });
  expect(must(await own.make(copyOf(material))).pages).toBeGreaterThan(3);
  await own.close();
});
