/** The thread in which pictures are decoded: the only place where that is done. It can be bounded and ended. */
import { parentPort } from 'node:worker_threads';
import { assert } from '../../lib/assert.ts';
import { ok, type Result } from '../../lib/result.ts';
import type { CoveredRegion, RegionAnchor } from '../../model/index.ts';
import type { Grey } from '../ocr/pixels.ts';
import { blackOut } from './black-out.ts';
import { derive, type DerivedPictures, type MadePicture, showPage } from './derive.ts';
import { fitPicture } from './fit.ts';
import { greyOf } from './grey.ts';
import { hashesWhenCut } from './hash.ts';
import { type DecodeFailure, type EncodedPicture, startMagick } from './magick.ts';
import { type CutPicture, cutPart } from './part.ts';
import type { Room } from './room.ts';

export interface PictureRequest {
  readonly ask: 'grey' | 'derive' | 'cut' | 'page' | 'black' | 'part' | 'fit';
  readonly picture: EncodedPicture;
  /** Of what is to be made black. */
  readonly regions?: readonly CoveredRegion[];
  /** Which part; for a part alone. */
  readonly region?: RegionAnchor;
  /** As many pixels as are needed. */
  readonly room?: Room;
}
export type PictureAnswer = Result<
  Grey | DerivedPictures | MadePicture | CutPicture | readonly string[],
  DecodeFailure
>;

const WHOLE: RegionAnchor = { kind: 'region', x: 0, y: 0, width: 1, height: 1 };

const ROOM: Room = { width: Infinity, height: Infinity };

const ANSWERS: Readonly<Record<PictureRequest['ask'], (request: PictureRequest) => PictureAnswer>> =
  {
    grey: ({ picture }) => greyOf(picture),
    derive: ({ picture }) => derive(picture),
    page: ({ picture }) => showPage(picture),
    cut: ({ picture }) => {
      const grey = greyOf(picture);
      return grey.ok ? ok(hashesWhenCut(grey.value)) : grey;
    },
    part: ({ picture, region = WHOLE, room }) => cutPart(picture, region, room),
    fit: ({ picture, room = ROOM }) => fitPicture(picture, room),
    black: ({ picture, regions = [] }) => blackOut(picture, regions),
  };

const port = parentPort;
assert(port, 'this file runs as a worker');
await startMagick();
port.postMessage('ready');
port.on('message', (request: PictureRequest) => {
  const answer = ANSWERS[request.ask](request);
  port.postMessage(answer, buffersOf(answer));
});

/** Pixels and files that nobody else looks at are handed over rather than copied. */
function buffersOf(answer: PictureAnswer): ArrayBuffer[] {
  if (!answer.ok || Array.isArray(answer.value)) return [];
  return piecesOf(answer.value as Exclude<typeof answer.value, readonly string[]>).flatMap(
    (bytes) => (bytes?.buffer instanceof ArrayBuffer ? [bytes.buffer] : []),
  );
}

function piecesOf(
  value: Grey | DerivedPictures | MadePicture | CutPicture,
): (Uint8Array | undefined)[] {
  if ('shades' in value) return [value.shades];
  return 'bytes' in value ? [value.bytes] : [value.thumbnail.bytes, value.preview?.bytes];
}
