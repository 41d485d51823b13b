/** What a passphrase is to cost on this machine: about a second, so that each guess costs a thief as much. */
import { randomBytes } from 'node:crypto';
import { defaultKdf, kdfBounds, type KdfSettings, stretch } from './kdf.ts';

/** Milliseconds that opening may well take; and those beyond which nobody would wait, so that memory is saved instead. */
const WANTED = 1_000;
const BEARABLE = 4_000;
/** A quarter of the default is enough to tell, and every machine has that much memory. */
const TRIAL: KdfSettings = { memory: defaultKdf.memory / 4, passes: defaultKdf.passes };

/** The settings for a machine on which `trial` takes so many milliseconds: time grows with memory and with passes. */
export function settingsFor(milliseconds: number, trial: KdfSettings = TRIAL): KdfSettings {
  const perPass = milliseconds / trial.memory / trial.passes;
  let { memory, passes } = defaultKdf;
  const cost = () => perPass * memory * passes;
  while (cost() > BEARABLE && memory > kdfBounds.memory.least) memory /= 2;
  while (passes < kdfBounds.passes.most && (cost() / passes) * (passes + 1) <= WANTED) passes += 1;
  return { memory, passes };
}

/** Measures once, in a thread of its own. */
export async function calibrate(): Promise<KdfSettings> {
  const begun = performance.now();
  await stretch({ passphrase: randomBytes(16), salt: randomBytes(32), settings: TRIAL });
  return settingsFor(performance.now() - begun);
}
