/** How many times as many pixels a picture has along a side as there is room for. */
import { measure } from '../image/measures.ts';
import type { EncodedPicture } from './magick.ts';

/** In pixels, upright. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** EXIF orientations in which width and height change places. */
const FIRST_ON_ITS_SIDE = 5;

export function times({ width, height }: Room, room: Room): number {
  return Math.max(width / room.width, height / room.height);
}

/** By its header alone; `null` when that does not say. */
export function timesTooLarge(
  { bytes, mediaType, orientation, page }: EncodedPicture,
  room: Room,
): number | null {
  const measures = measure(bytes, mediaType, page);
  if (!measures) return null;
  const { width, height } = measures;
  const onItsSide = orientation >= FIRST_ON_ITS_SIDE;
  return times(onItsSide ? { width: height, height: width } : { width, height }, room);
}
