/** The thread in which pictures are decoded: the only place where that is done. It can be bounded and ended. */
import { parentPort } from 'node:worker_threads';
import { assert } from '../../lib/assert.ts';
import type { Result } from '../../lib/result.ts';
import type { Grey } from '../ocr/pixels.ts';
import { greyOf } from './grey.ts';
import { type DecodeFailure, type EncodedPicture, startMagick } from './magick.ts';

export interface PictureRequest {
  readonly ask: 'grey';
  readonly picture: EncodedPicture;
}
export type PictureAnswer = Result<Grey, DecodeFailure>;

const port = parentPort;
assert(port, 'this file runs as a worker');
await startMagick();
port.postMessage('ready');
port.on('message', ({ picture }: PictureRequest) => {
  const answer = greyOf(picture);
  port.postMessage(answer, buffersOf(answer));
});

/** Pixels that nobody else looks at are handed over rather than copied. */
function buffersOf(answer: PictureAnswer): ArrayBuffer[] {
  if (!answer.ok) return [];
  const { buffer } = answer.value.shades;
  return buffer instanceof ArrayBuffer ? [buffer] : [];
}
