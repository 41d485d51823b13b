/** The thread in which pictures are decoded: the only place where that is done. It can be bounded and ended. */
import { parentPort } from 'node:worker_threads';
import { assert } from '../../lib/assert.ts';
import type { Result } from '../../lib/result.ts';
import type { Grey } from '../ocr/pixels.ts';
import { derive, type DerivedPictures } from './derive.ts';
import { greyOf } from './grey.ts';
import { type DecodeFailure, type EncodedPicture, startMagick } from './magick.ts';

export interface PictureRequest {
  readonly ask: 'grey' | 'derive';
  readonly picture: EncodedPicture;
}
export type PictureAnswer = Result<Grey | DerivedPictures, DecodeFailure>;

const port = parentPort;
assert(port, 'this file runs as a worker');
await startMagick();
port.postMessage('ready');
port.on('message', ({ ask, picture }: PictureRequest) => {
  const answer = ask === 'grey' ? greyOf(picture) : derive(picture);
  port.postMessage(answer, buffersOf(answer));
});

/** Pixels and files that nobody else looks at are handed over rather than copied. */
function buffersOf(answer: PictureAnswer): ArrayBuffer[] {
  if (!answer.ok) return [];
  const { value } = answer;
  const made =
    'shades' in value ? [value.shades] : [value.thumbnail.bytes, value.preview?.bytes ?? null];
  return made.flatMap((bytes) => (bytes?.buffer instanceof ArrayBuffer ? [bytes.buffer] : []));
}
