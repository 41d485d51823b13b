/** What a typesetter remembers is swept after pages were set, and not for a dossier of which none were: the next preview is quick. */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { afterEach, expect, it, vi } from 'vitest';
import { makeFile, makeReady } from '../../../archive/dossier/make.ts';
import { must } from '../../helpers/archives.ts';
import { sampleMaterial } from './sample.ts';

afterEach(() => vi.restoreAllMocks());

it('sweeps once for each dossier that was set', () => {
  const swept = vi.spyOn(NodeCompiler.prototype, 'evictCache');
  const ready = must(makeReady());
  const make = (readable: boolean) => {
    const bytes = { bytes: new Uint8Array(9), mediaType: 'image/png' };
    const material = readable ? sampleMaterial() : sampleMaterial({ picture: bytes });
    const set = (composed: Parameters<typeof ready.set>[0]) =>
      ready.set(composed, { remembers: true });
    const made = makeFile(material, () => undefined, { ...ready, set });
    ready.rest({ remembers: true });
    return made.ok;
  };
  expect(make(true)).toBe(true);
  expect(swept.mock.calls).toEqual([[1]]);
  expect(make(false)).toBe(false);
  expect(swept.mock.calls).toEqual([[1]]);
  expect(make(true)).toBe(true);
  expect(swept.mock.calls).toEqual([[1], [1]]);
});
