/**
 * Makes pictures of a PDF's pages. pdf.js decodes what stands on them; the canvas only draws: it is given no foreign
 * file, and letters as outlines.
 */
import { createCanvas } from '@napi-rs/canvas';
import { limits } from '../../model/index.ts';
import type { PDFDocumentProxy } from '../pdf/open.ts';
import type { Grey } from './pixels.ts';

export interface PagePicture {
  readonly picture: Grey;
  /** In points. */
  readonly width: number;
  readonly height: number;
  /** Points of one pixel. */
  readonly scale: number;
}

/** Throws when the page cannot be drawn. */
export async function pictureOfPage(
  document: PDFDocumentProxy,
  number: number,
): Promise<PagePicture> {
  const page = await document.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const wanted = limits.ocrResolution / 72;
  const scale = Math.min(wanted, Math.sqrt(limits.ocrPixels / (width * height)));
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const context = canvas.getContext('2d');
  await page.render({
    canvas: null,
    canvasContext: context as unknown as CanvasRenderingContext2D,
    viewport,
    background: '#ffffff',
  }).promise;
  page.cleanup();
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const picture = greyOf(data, canvas.width, canvas.height);
  return { picture, width, height, scale: 1 / scale };
}

/** ITU-R BT.601. */
function greyOf(colours: Uint8ClampedArray, width: number, height: number): Grey {
  const shades = new Uint8Array(width * height);
  for (let at = 0; at < shades.length; at++) {
    const red = colours[at * 4] ?? 0;
    const green = colours[at * 4 + 1] ?? 0;
    const blue = colours[at * 4 + 2] ?? 0;
    shades[at] = Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
  }
  return { width, height, shades };
}
