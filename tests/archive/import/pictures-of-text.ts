/** Pictures of texts in each script, drawn with fonts that come with the application. */
import { type Canvas, createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { join } from 'node:path';
import { type TiffPage, tiffOfPages } from './made-pictures.ts';

const fonts = join(import.meta.dirname, '../../../node_modules/@expo-google-fonts');
GlobalFonts.registerFromPath(
  join(fonts, 'noto-sans/400Regular/NotoSans_400Regular.ttf'),
  'Test Sans',
);
GlobalFonts.registerFromPath(
  join(fonts, 'noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf'),
  'Test Naskh',
);

export interface Drawing {
  readonly kind?: 'png' | 'jpeg' | 'webp';
  readonly rightToLeft?: boolean;
  readonly dark?: boolean;
  /** Degrees. */
  readonly turned?: number;
}

/** Lines one below the other, `''` for an empty one. */
export function pictureOf(lines: readonly string[], drawing: Drawing = {}): Uint8Array {
  const canvas = drawn(lines, drawing);
  const { kind = 'png' } = drawing;
  if (kind === 'jpeg') return canvas.toBuffer('image/jpeg', 85);
  return kind === 'webp' ? canvas.toBuffer('image/webp', 90) : canvas.toBuffer('image/png');
}

/** A TIFF with a page of each of these, as a scanner or a fax makes it. */
export function scanOf(pages: readonly (readonly string[])[]): Buffer {
  return tiffOfPages(pages.map((lines) => leafOf(lines)));
}

export function leafOf(lines: readonly string[]): TiffPage {
  const { width, height, data } = pixelsOf(drawn(lines, {}));
  const shades = Uint8Array.from({ length: width * height }, (_, at) => data[at * 4] ?? 0);
  return { width, height, shades };
}

const pixelsOf = (canvas: Canvas) =>
  canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);

function drawn(
  lines: readonly string[],
  { rightToLeft = false, dark = false, turned = 0 }: Drawing,
): Canvas {
  const canvas = createCanvas(760, 80 + lines.length * 44);
  const context = canvas.getContext('2d');
  context.fillStyle = dark ? '#181818' : '#fdfdfb';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((turned * Math.PI) / 180);
  context.translate(-canvas.width / 2, -canvas.height / 2);
  context.fillStyle = dark ? '#e8e8e8' : '#1c1c1c';
  context.font = rightToLeft ? '27px "Test Naskh"' : '24px "Test Sans"';
  context.direction = rightToLeft ? 'rtl' : 'ltr';
  context.textAlign = 'start';
  lines.forEach((line, index) => {
    context.fillText(line, rightToLeft ? canvas.width - 40 : 40, 60 + index * 44);
  });
  return canvas;
}
