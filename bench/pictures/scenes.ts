/** Pictures drawn from a seed: landscapes, streets, pages of text, chats. No two of them show the same. */
import { type Canvas, createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { join } from 'node:path';
import { type Random, random } from '../search/random.ts';

const fonts = join(import.meta.dirname, '../../node_modules/@expo-google-fonts');
GlobalFonts.registerFromPath(join(fonts, 'noto-sans/400Regular/NotoSans_400Regular.ttf'), 'Scene');

export const kinds = ['landscape', 'street', 'page', 'chat'] as const;
export type Kind = (typeof kinds)[number];

export function scene(kind: Kind, seed: number): Canvas {
  const chance = random(seed, kinds.indexOf(kind) + 1);
  const draw = { landscape, street, page, chat }[kind];
  return draw(chance);
}

const colour = (chance: Random, alpha = 1) =>
  `rgba(${chance.below(256)},${chance.below(256)},${chance.below(256)},${alpha})`;

function begun(width: number, height: number, background: string): [Canvas, SKRSContext2D] {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = background;
  context.fillRect(0, 0, width, height);
  return [canvas, context];
}

/** Grain, as every photograph has it. */
function grain(context: SKRSContext2D, canvas: Canvas, chance: Random): void {
  for (let spot = 0; spot < 1_200; spot++) {
    context.fillStyle = `rgba(${chance.chance(0.5) ? '0,0,0' : '255,255,255'},0.06)`;
    const size = 1 + chance.below(5);
    context.fillRect(chance.below(canvas.width), chance.below(canvas.height), size, size);
  }
}

function landscape(chance: Random): Canvas {
  const [canvas, context] = begun(960, 720, '#fff');
  const sky = context.createLinearGradient(0, 0, chance.below(300), 720);
  sky.addColorStop(0, colour(chance));
  sky.addColorStop(1, colour(chance));
  context.fillStyle = sky;
  context.fillRect(0, 0, 960, 720);
  for (let ridge = 0; ridge < 4; ridge++) {
    let y = 180 + ridge * 110 + chance.below(120);
    context.fillStyle = colour(chance);
    context.beginPath();
    context.moveTo(0, 720);
    for (let x = 0; x <= 960; x += 60) {
      y += chance.below(121) - 60;
      context.lineTo(x, y);
    }
    context.lineTo(960, 720);
    context.fill();
  }
  for (let thing = 0; thing < 14; thing++) {
    context.fillStyle = colour(chance, 0.9);
    context.beginPath();
    const size = 10 + chance.below(80);
    context.ellipse(
      chance.below(960),
      chance.below(720),
      size,
      size * (0.4 + chance.next()),
      0,
      0,
      7,
    );
    context.fill();
  }
  grain(context, canvas, chance);
  return canvas;
}

function street(chance: Random): Canvas {
  const [canvas, context] = begun(1_024, 768, colour(chance));
  for (let x = 0; x < 1_024;) {
    const width = 70 + chance.below(180);
    const height = 200 + chance.below(420);
    context.fillStyle = colour(chance);
    context.fillRect(x, 700 - height, width, height);
    context.fillStyle = colour(chance);
    const step = 30 + chance.below(40);
    for (let wx = x + 10; wx < x + width - 14; wx += step)
      for (let wy = 712 - height; wy < 660; wy += step)
        if (chance.chance(0.8)) context.fillRect(wx, wy, step / 2, step / 2);
    x += width + chance.below(40);
  }
  for (let person = 0; person < 12; person++) {
    const [x, y, size] = [chance.below(1_024), 560 + chance.below(160), 18 + chance.below(40)];
    context.fillStyle = colour(chance);
    context.fillRect(x, y, size, size * 2.4);
    context.beginPath();
    context.ellipse(x + size / 2, y - size / 2, size / 2, size / 2, 0, 0, 7);
    context.fill();
  }
  grain(context, canvas, chance);
  return canvas;
}

const letters = 'aabdeeegiiklmnooprrsttuvyz';

function word(chance: Random): string {
  return Array.from({ length: 2 + chance.below(9) }, () => letters[chance.below(26)]).join('');
}

function line(context: SKRSContext2D, chance: Random, width: number): string {
  let text = '';
  for (;;) {
    const longer = `${text} ${word(chance)}`.trim();
    if (context.measureText(longer).width > width) return text;
    text = longer;
  }
}

/** All of one layout: a head, then paragraphs: what scans of one office look like. */
function page(chance: Random): Canvas {
  const [canvas, context] = begun(826, 1_169, '#fbfaf6');
  context.fillStyle = '#1b1b1b';
  context.font = '30px Scene';
  context.fillText(line(context, chance, 500), 90, 120);
  context.font = '17px Scene';
  for (let y = 180; y < 1_080;) {
    const lines = 2 + chance.below(7);
    for (let row = 0; row < lines && y < 1_080; row++, y += 26)
      context.fillText(
        line(context, chance, row === lines - 1 ? 120 + chance.below(500) : 640),
        90,
        y,
      );
    y += 22;
  }
  return canvas;
}

function chat(chance: Random): Canvas {
  const [canvas, context] = begun(540, 960, '#e6ebee');
  context.fillStyle = '#517da2';
  context.fillRect(0, 0, 540, 64);
  context.font = '18px Scene';
  for (let y = 84; y < 920;) {
    const own = chance.chance(0.4);
    const rows = 1 + chance.below(4);
    const width = 160 + chance.below(250);
    context.fillStyle = own ? '#effdde' : '#ffffff';
    context.fillRect(own ? 520 - width : 20, y, width, rows * 26 + 18);
    context.fillStyle = '#111';
    for (let row = 0; row < rows; row++)
      context.fillText(
        line(context, chance, width - 28),
        (own ? 520 - width : 20) + 12,
        y + 28 + row * 26,
      );
    y += rows * 26 + 32;
  }
  return canvas;
}
