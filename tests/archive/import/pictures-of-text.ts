/** Pictures of texts in each script, drawn with fonts that come with the application. */
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { join } from 'node:path';

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
export function pictureOf(
  lines: readonly string[],
  { kind = 'png', rightToLeft = false, dark = false, turned = 0 }: Drawing = {},
): Uint8Array {
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
  if (kind === 'jpeg') return canvas.toBuffer('image/jpeg', 85);
  return kind === 'webp' ? canvas.toBuffer('image/webp', 90) : canvas.toBuffer('image/png');
}
