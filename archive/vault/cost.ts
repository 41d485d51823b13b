/** What deriving a key from a new passphrase costs: as it was asked for, or about a second on this machine. */
import { calibrate } from '../crypto/calibrate.ts';
import { cheapAllowed, type KdfSettings, withinBounds } from '../crypto/kdf.ts';
import { assert } from '../lib/assert.ts';

/** Measures once, when it is first needed. `cheap`: costs below the bounds, in tests alone. */
export function costOf(asked: KdfSettings | null, cheap: boolean): () => Promise<KdfSettings> {
  let measured: KdfSettings | null = null;
  return async () => {
    const settings = asked ?? measured ?? (await calibrate());
    assert(
      withinBounds(settings, cheapAllowed(cheap ? true : undefined)),
      'the cost of the passphrase lies within its bounds',
    );
    if (!asked) measured = settings;
    return settings;
  };
}
