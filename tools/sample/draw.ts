/**
 * Draws the four pictures of the sample and writes what a device would have written into them. Run by hand:
 * `node tools/sample/draw.ts [name…]`. Needs Chromium (or `CHROMIUM_PATH`) and exiftool; the results are committed.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from '@playwright/test';
import { canneryByNight } from './cannery.ts';
import { chat } from './chat.ts';
import { notice } from './notice.ts';
import type { Picture } from './picture.ts';
import { protocol } from './protocol.ts';

const MOST_BYTES = 240_000;

interface Plan {
  readonly file: string;
  readonly type: 'jpeg' | 'png' | 'webp';
  readonly draw: () => Picture | Promise<Picture>;
  readonly exif: Readonly<Record<string, string>>;
}

/** Devices and programs are invented. */
const PLANS: readonly Plan[] = [
  {
    file: 'notice-on-door.jpg',
    type: 'jpeg',
    draw: notice,
    exif: {
      Make: 'Lindera',
      Model: 'Lindera Pocket 3',
      Software: 'PocketCam 2.14',
      DateTimeOriginal: '2026:03:10 12:26:41',
      CreateDate: '2026:03:10 12:26:41',
      OffsetTimeOriginal: '+03:00',
      OffsetTimeDigitized: '+03:00',
      ExposureTime: '1/120',
      FNumber: '1.9',
      ISO: '160',
      FocalLength: '4.4',
      Orientation: 'Horizontal (normal)',
      // In the open sea near 0°, 0°: it is there to be stripped.
      GPSLatitude: '0.41872',
      GPSLatitudeRef: 'North',
      GPSLongitude: '0.60215',
      GPSLongitudeRef: 'West',
      GPSAltitude: '3',
      GPSImgDirection: '271',
    },
  },
  {
    file: 'protocol-of-seizure.jpg',
    type: 'jpeg',
    draw: protocol,
    exif: {
      Make: 'Ostrich Office',
      Model: 'FlatScan 210',
      Software: 'ScanDesk 5.0.2',
      CreateDate: '2026:03:18 23:07:12',
      DateTimeOriginal: '2026:03:18 23:07:12',
      OffsetTimeOriginal: '+03:00',
      XResolution: '150',
      YResolution: '150',
      ResolutionUnit: 'inches',
    },
  },
  {
    file: 'cannery-by-night.webp',
    type: 'webp',
    draw: canneryByNight,
    exif: {
      Software: 'Inkfold 1.8',
      DateTimeOriginal: '2026:03:09 20:04:00',
      CreateDate: '2026:03:11 02:31:55',
      OffsetTimeOriginal: '+03:00',
      OffsetTimeDigitized: '+03:00',
      ImageDescription: 'The quay, from the other side of the basin',
    },
  },
  {
    file: 'chat-about-coats.png',
    type: 'png',
    draw: chat,
    exif: {
      Make: 'Brina',
      Model: 'Brina N9',
      Software: 'BrinaOS 11 Screenshot',
      DateTimeOriginal: '2026:03:10 21:04:18',
      OffsetTimeOriginal: '+03:00',
      UserComment: 'Screenshot',
    },
  },
];

/** Encodes in the browser, with the best quality that stays below `MOST_BYTES`. */
async function encode(browser: Browser, png: Buffer, type: string): Promise<Buffer> {
  const page = await browser.newPage();
  try {
    for (let quality = 0.86; quality > 0.2; quality -= 0.04) {
      const address = await page.evaluate(
        async ([source, media, share]) => {
          const image = new Image();
          image.src = source;
          await image.decode();
          const canvas = document.createElement('canvas');
          [canvas.width, canvas.height] = [image.width, image.height];
          canvas.getContext('2d')?.drawImage(image, 0, 0);
          return canvas.toDataURL(media, share);
        },
        [`data:image/png;base64,${png.toString('base64')}`, `image/${type}`, quality] as const,
      );
      const bytes = Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
      if (bytes.length < MOST_BYTES) return bytes;
    }
    throw new Error('the picture does not become small enough');
  } finally {
    await page.close();
  }
}

async function paint(browser: Browser, { type, draw }: Plan): Promise<Buffer> {
  const { width, height, scale, html } = await draw();
  const page = await browser.newPage({
    viewport: { width, height },
    deviceScaleFactor: scale,
  });
  await page.setContent(html);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const png = await page.screenshot();
  await page.close();
  return type === 'png' ? png : encode(browser, png, type);
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  chromiumSandbox: false,
});
try {
  const wanted = process.argv.slice(2);
  for (const plan of PLANS) {
    if (wanted.length > 0 && !wanted.some((name) => plan.file.startsWith(name))) continue;
    const path = fileURLToPath(new URL(`../../sample/files/${plan.file}`, import.meta.url));
    writeFileSync(path, await paint(browser, plan));
    const tags = Object.entries(plan.exif).map(([name, value]) => `-EXIF:${name}=${value}`);
    execFileSync('exiftool', ['-q', '-m', '-overwrite_original', ...tags, path]);
  }
} finally {
  await browser.close();
}
