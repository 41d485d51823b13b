/**
 * [C3] holds for whatever the tests of the vault and the store do: at the end of each file its nonces are looked at. Only
 * the vectors are made with keys that are fixed.
 */
import { afterAll, expect } from 'vitest';
import { Nonces, noteSealing } from './nonces.ts';

const { testPath = '' } = expect.getState();

if (/[/\\]archive[/\\](?:vault|store)[/\\](?!vectors)/.test(testPath)) {
  const nonces = new Nonces();
  noteSealing(nonces.note);
  afterAll(() => {
    expect(nonces.repeated, 'keys and nonces used for two texts').toBe(0);
  });
}
