/** Profiles of collecting: saved under a name, used again, replaced and removed; every field says value, unknown or withheld. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../../archive/index.ts';
import { type Capture, stated, unknown, withheld } from '../../../archive/model/index.ts';
import { makeShelf, must, type Shelf } from '../../helpers/archives.ts';

const monitors: Capture = {
  collectedBy: stated('B-7'),
  collectedAt: unknown,
  place: withheld,
  method: stated('Received by hand'),
  device: stated('telephone 2'),
  consent: stated('spoken, may be shown to lawyers'),
  sensitivity: stated('names of detained people'),
};

let shelf: Shelf;
let archive: Archive;
beforeEach(async () => {
  shelf = await makeShelf();
  archive = await shelf.create();
});
afterEach(async () => {
  await archive.close();
  await shelf.clear();
});

const profiles = async () => must(await archive.records()).profiles;

describe('a profile', () => {
  it('is kept with the archive, and what is added with it says the same', async () => {
    const saved = must(await archive.saveProfile({ name: 'Monitors', capture: monitors }));
    await archive.close();
    archive = await shelf.open();
    expect(await profiles()).toEqual([saved]);
    must(await archive.importFile({ name: 'a.txt', bytes: Buffer.from('x') }, saved.capture));
    const [source] = must(await archive.records()).sources;
    expect(source?.capture).toEqual(monitors);
  });

  it('takes the place of the one with its name, whatever the case, and can be undone', async () => {
    const first = must(await archive.saveProfile({ name: 'Monitors', capture: monitors }));
    const capture = { ...monitors, place: stated('Reedmouth') };
    const second = must(await archive.saveProfile({ name: 'MONITORS', capture }));
    expect(second.id).toBe(first.id);
    expect(await profiles()).toEqual([second]);
    must(await archive.undo());
    expect(await profiles()).toEqual([first]);
  });

  it('leaves what was added with it when it is removed', async () => {
    const saved = must(await archive.saveProfile({ name: 'Monitors', capture: monitors }));
    must(await archive.importFile({ name: 'a.txt', bytes: Buffer.from('x') }, saved.capture));
    must(await archive.deleteProfile(saved.id));
    expect(await profiles()).toEqual([]);
    expect(must(await archive.records()).sources[0]?.capture).toEqual(monitors);
    const again = await archive.deleteProfile(saved.id);
    expect(again).toMatchObject({ ok: false, error: { code: 'profile-missing' } });
  });
});

it('a source from before sensitivity was asked for stays as it is', async () => {
  const before: Capture = { ...monitors };
  delete before.sensitivity;
  must(await archive.importFile({ name: 'a.txt', bytes: Buffer.from('x') }, before));
  await archive.close();
  archive = await shelf.open();
  expect(must(await archive.records()).sources[0]?.capture).toEqual(before);
  expect(must(await archive.verify(true))).toMatchObject({ intact: true });
});
