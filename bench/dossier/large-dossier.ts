/** A dossier of any size, the same each time: invented reports in three languages, quotes, and pictures made here. */
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { DossierMaterial, Exhibit } from '../../archive/dossier/index.ts';
import { newSectionId, type Section } from '../../archive/model/index.ts';
import { quoteOf, sampleMaterial, sourceOf, textOf } from '../../tests/archive/dossier/sample.ts';

const SENTENCES = {
  en: [
    'Residents of the Lower Quarter said that the water had been cut off since Monday.',
    'Two vans without plates stood in front of the school until the evening.',
    'The council gave no reason and answered no question in writing.',
    'Of nineteen families, twelve left the street within a week.',
    'A neighbour counted six men, one of them with a camera.',
    'Nobody was given a copy of the record, and nobody was allowed to make one.',
  ],
  be: [
    'Жыхары Ніжняга квартала сказалі, што ваду адключылі ў панядзелак.',
    'Два мікрааўтобусы без нумароў стаялі перад школай да вечара.',
    'Рада не назвала прычыны і не адказала на пытанні пісьмова.',
    'З дзевятнаццаці сем’яў дванаццаць за тыдзень з’ехалі з вуліцы.',
    'Сусед налічыў шэсць чалавек, адзін з іх быў з камерай.',
    'Нікому не далі копіі пратакола і нікому не дазволілі яе зрабіць.',
  ],
  ar: [
    'قال سكان الحي الأسفل إن المياه قُطعت منذ يوم الاثنين.',
    'وقفت شاحنتان بلا لوحات أمام المدرسة حتى المساء.',
    'لم يذكر المجلس سببا ولم يجب عن أي سؤال كتابة.',
    'غادرت اثنتا عشرة أسرة من تسع عشرة الشارع خلال أسبوع.',
    'أحصى أحد الجيران ستة رجال مع أحدهم آلة تصوير.',
    'لم يُعط أحد نسخة من المحضر ولم يُسمح لأحد بتصويره.',
  ],
} as const;
const LANGUAGES = ['en', 'be', 'en', 'ar', 'be', 'en'] as const;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** As the command line has it: `640x420`, which it is when nothing is said. */
export function sizeOf(written = '640x420'): Size {
  const [width = 0, height = 0] = written.split('x').map(Number);
  return { width, height };
}

/** `exhibits` reports, three quotes for every two of them, and a picture of this size for each third. */
export function largeDossier(exhibits: number, pictures = sizeOf()): DossierMaterial {
  const sample = sampleMaterial();
  const made: Exhibit[] = [];
  const sections: Section[] = [];
  for (let i = 0; i < exhibits; i++) {
    const picture = i % 10 < 3;
    made.push(picture ? pictureExhibit(i, pictures) : reportExhibit(i, i % 10 === 9 ? 3 : 2));
  }
  for (const exhibit of made) {
    if (exhibit.number % 10 === 1)
      sections.push({
        id: newSectionId(),
        kind: 'heading',
        text: `Part ${Math.ceil(exhibit.number / 10)} of the account`,
      });
    for (const quote of exhibit.quotes)
      sections.push({ id: newSectionId(), kind: 'quote', quote: quote.id });
    if (exhibit.quotes.length === 0)
      sections.push({ id: newSectionId(), kind: 'source', source: exhibit.source.id });
  }
  return { ...sample, dossier: { ...sample.dossier, sections }, exhibits: made, comparisons: [] };
}

function reportExhibit(index: number, quotes: number): Exhibit {
  const language = LANGUAGES[index % LANGUAGES.length] ?? 'en';
  const sentences = SENTENCES[language];
  const sentence = (n: number) => sentences[n % sentences.length] ?? '';
  const paragraphs = Array.from({ length: 14 }, (_, p) =>
    Array.from({ length: p === 0 ? 1 : 2 }, (_, s) => sentence(index + p * 5 + s)).join(' '),
  ).map((paragraph, p) => (p === 0 ? paragraph : `${index + 1}.${p} ${paragraph}`));
  const text = textOf(paragraphs, language, language === 'ar' ? 'rtl' : 'ltr');
  const source = sourceOf(index + 1, paragraphs[0] ?? '', text);
  return {
    number: index + 1,
    source,
    text,
    image: null,
    quotes: Array.from({ length: quotes }, (_, q) => {
      const paragraph = paragraphs[3 + q * 4] ?? '';
      return quoteOf(source, text, paragraph.slice(0, paragraph.indexOf('.', 12) + 1), {
        speakerName: `Witness ${index + 1}-${q + 1}`,
        ...(language === 'en'
          ? {}
          : { translation: { text: SENTENCES.en[0], language: 'en', translator: 'T-1' } }),
      });
    }),
  };
}

function pictureExhibit(index: number, { width, height }: Size): Exhibit {
  const bytes = picture(width, height, index);
  const source = sourceOf(index + 1, `Photograph ${index + 1}`, null);
  source.original = {
    ...source.original,
    name: `photograph-${index + 1}.png`,
    mediaType: 'image/png',
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  return {
    number: index + 1,
    source,
    text: null,
    image: { bytes, mediaType: 'image/png' },
    quotes: [],
  };
}

/** A PNG of coloured bands, different for each seed. */
export function picture(width: number, height: number, seed: number): Uint8Array {
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * (width * 3 + 1) + 1 + x * 3;
      rows[at] = ((x >> 2) + seed * 17) & 0xff;
      rows[at + 1] = ((y >> 2) + seed * 31) & 0xff;
      rows[at + 2] = (((x * y) >> 10) + seed * 7) & 0xff;
    }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', head),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

export function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc(body), body.length + 4);
  return out;
}

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}
