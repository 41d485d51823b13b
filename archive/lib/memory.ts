/** Gives memory up at once, where much is at stake: the collector only comes when it thinks that there is much, and knows little of what lies beside its heap. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as (options?: { readonly type: 'minor' }) => void;

/** What nobody refers to any more. Stops the thread for some hundredths of a second. */
export function collectGarbage(): void {
  collect();
}

/** What nobody refers to any more of what came a moment ago. Takes a thousandth of a second. */
export function collectYoung(): void {
  collect({ type: 'minor' });
}

/** These bytes: they are empty afterwards, for whoever still has them. Left alone when they share their buffer with others. */
export function giveUp({ buffer, byteLength }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}
