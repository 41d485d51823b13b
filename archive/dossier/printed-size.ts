/** How large pictures are printed, and so how many pixels of them paper can show. The measures are those of the template. */
import { limits } from '../model/limits.ts';
import type { Dossier } from '../model/index.ts';

/** The largest room, in whole pixels. */
export interface PrintedSize {
  readonly width: number;
  readonly height: number;
}

const PAPER_WIDTH = { a4: 210, 'us-letter': 215.9 } as const;
/** Millimetres of both margins together, and those that no picture, and no part that is quoted, is larger than. */
const MARGINS = 56;
const HIGHEST = 150;
const PART = { width: 70, height: 55 } as const;

const dots = (millimetres: number) => Math.ceil((millimetres / 25.4) * limits.printedDotsPerInch);

export function sizeOfPicture(paper: Dossier['pageSize']): PrintedSize {
  return { width: dots(PAPER_WIDTH[paper] - MARGINS), height: dots(HIGHEST) };
}

export function sizeOfPart(): PrintedSize {
  return { width: dots(PART.width), height: dots(PART.height) };
}
