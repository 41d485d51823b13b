/** How many times as many pixels a picture has along a side as there is room for. */
import { uprightSize } from '../../model/upright.ts';
import { measure } from '../image/measures.ts';
import type { EncodedPicture } from './magick.ts';

/** In pixels, upright. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

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
  return times(uprightSize(measures, orientation), room);
}
