import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrate, settingsFor } from '../../../archive/crypto/calibrate.ts';
import { withinBounds } from '../../../archive/crypto/kdf.ts';

const trial = { memory: 64 * 1024, passes: 3 };
/** What settings take on a machine on which the trial takes so long. */
const timeOf = ({ memory, passes }: typeof trial, milliseconds: number) =>
  (milliseconds * memory * passes) / trial.memory / trial.passes;

describe('the cost of a passphrase', () => {
  it('[K4] lies within the bounds on every machine', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e7, noNaN: true }), (milliseconds) => {
        expect(withinBounds(settingsFor(milliseconds))).toBe(true);
      }),
    );
  });

  it('is about a second where that can be had, never less than the default for the sake of speed', () => {
    fc.assert(
      fc.property(fc.double({ min: 20, max: 240, noNaN: true }), (milliseconds) => {
        const settings = settingsFor(milliseconds);
        expect(settings.memory).toBe(256 * 1024);
        expect(timeOf(settings, milliseconds)).toBeLessThanOrEqual(1_000);
        const more = { ...settings, passes: settings.passes + 1 };
        if (settings.passes < 16) expect(timeOf(more, milliseconds)).toBeGreaterThan(1_000);
      }),
    );
    expect(settingsFor(300)).toEqual({ memory: 256 * 1024, passes: 3 });
    expect(settingsFor(900)).toEqual({ memory: 256 * 1024, passes: 3 });
  });

  it('saves memory on a machine on which the default would take longer than anybody waits', () => {
    expect(settingsFor(1_500)).toEqual({ memory: 128 * 1024, passes: 3 });
    expect(settingsFor(60_000)).toEqual({ memory: 64 * 1024, passes: 3 });
  });

  it('is measured on this one', async () => {
    expect(withinBounds(await calibrate())).toBe(true);
  });
});
