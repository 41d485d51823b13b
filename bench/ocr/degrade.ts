/** Makes a clean picture of a page worse: as a scanner does, and as a telephone does. The same noise in each run. */
import { createCanvas, type ImageData, loadImage } from '@napi-rs/canvas';

/** Numbers from 0 to 1 that are the same each time. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function noiseFrom(seed: number): (deviation: number) => number {
  const random = randomFrom(seed);
  return (deviation) =>
    deviation * Math.sqrt(-2 * Math.log(random() + 1e-9)) * Math.cos(2 * Math.PI * random());
}

const clamp = (value: number) => Math.max(0, Math.min(255, value));

/** Turned by half a degree, out of focus, with grain. */
export async function scanned(png: Uint8Array): Promise<Uint8Array> {
  const image = await loadImage(png);
  const { width, height } = image;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#f4f2ee';
  context.fillRect(0, 0, width, height);
  context.translate(width / 2, height / 2);
  context.rotate((0.5 * Math.PI) / 180);
  context.filter = 'blur(1px)';
  context.drawImage(image, -width / 2, -height / 2);
  const pixels = context.getImageData(0, 0, width, height);
  const noise = noiseFrom(7);
  for (let at = 0; at < pixels.data.length; at += 4) {
    const grain = noise(14);
    for (let part = at; part < at + 3; part++)
      pixels.data[part] = clamp((pixels.data[part] ?? 0) + grain);
  }
  context.putImageData(pixels, 0, 0);
  return canvas.toBuffer('image/png');
}

const TABLE = [120, 105, 90] as const;
const LAMP = [1, 0.97, 0.88] as const;

/** On a table, seen aslant, turned by a degree and a half, lit from one side, as a small JPEG. */
export async function photographed(png: Uint8Array): Promise<Uint8Array> {
  const image = await loadImage(png);
  const flat = createCanvas(image.width, image.height).getContext('2d');
  flat.drawImage(image, 0, 0);
  const page = flat.getImageData(0, 0, image.width, image.height);
  const width = Math.round(image.width * 1.1);
  const height = Math.round(image.height * 1.1);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const photo = context.createImageData(width, height);
  const noise = noiseFrom(11);
  const turn = (1.5 * Math.PI) / 180;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const across = (x - width / 2) / width;
      const down = (y - height / 2) / height;
      const depth = 1 + 0.05 * across + 0.07 * down;
      const far = [across * width, down * height] as const;
      const u = (far[0] * Math.cos(turn) + far[1] * Math.sin(turn)) / depth + page.width / 2;
      const v = (-far[0] * Math.sin(turn) + far[1] * Math.cos(turn)) / depth + page.height / 2;
      const light = 0.45 + 0.5 * (1 - Math.hypot(across - 0.3, down + 0.3) * 0.75);
      for (let part = 0; part < 3; part++) {
        const shade = (seen(page, u, v, part) ?? TABLE[part] ?? 0) * 0.85 + 12;
        photo.data[(y * width + x) * 4 + part] = clamp(
          shade * light * (LAMP[part] ?? 1) + noise(5),
        );
      }
      photo.data[(y * width + x) * 4 + 3] = 255;
    }
  context.putImageData(photo, 0, 0);
  const soft = createCanvas(width, height);
  const drawing = soft.getContext('2d');
  drawing.filter = 'blur(0.7px)';
  drawing.drawImage(canvas, 0, 0);
  return soft.toBuffer('image/jpeg', 60);
}

/** The shade between four pixels; `null` beside the page. */
function seen(
  { data, width, height }: ImageData,
  u: number,
  v: number,
  part: number,
): number | null {
  const [x, y] = [Math.floor(u), Math.floor(v)];
  if (x < 0 || y < 0 || x >= width - 1 || y >= height - 1) return null;
  const at = (column: number, row: number) => data[(row * width + column) * 4 + part] ?? 0;
  const [right, low] = [u - x, v - y];
  return (
    (at(x, y) * (1 - right) + at(x + 1, y) * right) * (1 - low) +
    (at(x, y + 1) * (1 - right) + at(x + 1, y + 1) * right) * low
  );
}
