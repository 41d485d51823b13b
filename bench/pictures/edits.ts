/** What happens to a picture on its way: smaller, saved again, cut, brighter, written over, as another format. */
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import type { Random } from '../search/random.ts';

export interface Edited {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}
type Edit = (canvas: Canvas, chance: Random) => Edited;

const jpeg = (canvas: Canvas, quality: number): Edited => ({
  bytes: canvas.toBuffer('image/jpeg', quality),
  mediaType: 'image/jpeg',
});

export const original: Edit = (canvas) => jpeg(canvas, 92);

export const edits: Readonly<Record<string, Edit>> = {
  'half the size': (canvas) => jpeg(scaled(canvas, 0.5), 80),
  'a fifth of the size': (canvas) => jpeg(scaled(canvas, 0.2), 80),
  'saved again, quality 30': (canvas) => jpeg(canvas, 30),
  'as WebP': (canvas) => ({ bytes: canvas.toBuffer('image/webp', 60), mediaType: 'image/webp' }),
  'as PNG': (canvas) => ({ bytes: canvas.toBuffer('image/png'), mediaType: 'image/png' }),
  'brighter by a quarter': (canvas) => jpeg(toned(canvas, 'brightness(1.25)'), 85),
  'darker by a quarter': (canvas) => jpeg(toned(canvas, 'brightness(0.75)'), 85),
  'in grey': (canvas) => jpeg(toned(canvas, 'grayscale(1)'), 85),
  'a caption across the foot': (canvas, chance) => jpeg(captioned(canvas, chance), 85),
  'a word written over it': (canvas, chance) => jpeg(stamped(canvas, chance), 85),
  'cut by 5 % at one side': (canvas, chance) => jpeg(cut(canvas, chance, 1), 85),
  'cut by 5 % in width and height': (canvas, chance) => jpeg(cut(canvas, chance, 2), 85),
};

function scaled(canvas: Canvas, by: number): Canvas {
  const smaller = createCanvas(Math.round(canvas.width * by), Math.round(canvas.height * by));
  const context = smaller.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(canvas, 0, 0, smaller.width, smaller.height);
  return smaller;
}

function copy(canvas: Canvas, filter = 'none'): Canvas {
  const same = createCanvas(canvas.width, canvas.height);
  const context = same.getContext('2d');
  context.filter = filter;
  context.drawImage(canvas, 0, 0);
  return same;
}

const toned = (canvas: Canvas, filter: string): Canvas => copy(canvas, filter);

function captioned(canvas: Canvas, chance: Random): Canvas {
  const same = copy(canvas);
  const context = same.getContext('2d');
  const height = canvas.height * 0.08;
  context.fillStyle = 'rgba(0,0,0,0.75)';
  context.fillRect(0, canvas.height - height, canvas.width, height);
  context.fillStyle = '#fff';
  context.font = `${Math.round(height * 0.5)}px Scene`;
  context.fillText(`seen at the pier, ${chance.below(1_000)}`, 12, canvas.height - height * 0.3);
  return same;
}

function stamped(canvas: Canvas, chance: Random): Canvas {
  const same = copy(canvas);
  const context = same.getContext('2d');
  context.fillStyle = 'rgba(255,255,255,0.8)';
  context.strokeStyle = 'rgba(0,0,0,0.8)';
  context.font = `${Math.round(canvas.width / 12)}px Scene`;
  const [x, y] = [chance.next() * 0.5 * canvas.width, (0.2 + chance.next() * 0.7) * canvas.height];
  context.fillText('LINDERA', x, y);
  context.strokeText('LINDERA', x, y);
  return same;
}

/** `sides`: 1 cuts at one of the four sides, 2 in both directions; how much of it where is left to chance. */
function cut(canvas: Canvas, chance: Random, sides: 1 | 2): Canvas {
  const across = sides === 2 || chance.chance(0.5);
  const down = sides === 2 || !across;
  const width = Math.round(canvas.width * (across ? 0.95 : 1));
  const height = Math.round(canvas.height * (down ? 0.95 : 1));
  const part = () => (sides === 1 ? Math.round(chance.next()) : chance.next());
  const [x, y] = [part() * (canvas.width - width), part() * (canvas.height - height)];
  const smaller = createCanvas(width, height);
  smaller.getContext('2d').drawImage(canvas, -Math.round(x), -Math.round(y));
  return smaller;
}
