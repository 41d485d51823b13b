/** Makes a folder of mixed files to be taken in: saved pages, PDFs, Word documents, pictures, a quarter of each. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDocx, paragraph, run } from '../../tests/archive/import/made-documents.ts';
import { exifSegment, jpegSegment, makeJpeg } from '../../tests/archive/import/made-images.ts';
import { typesetPdf } from '../../tests/archive/import/made-pdfs.ts';

const SENTENCES = [
  'The harbour police of Lastavitsk entered the old cannery and took away everybody who sang there.',
  'Relatives waited at the gate of the school until the morning, and nobody told them anything.',
  'Паліцыя прыйшла ў стары кансервавы завод увечары дзявятага сакавіка і забрала ўсіх, хто там спяваў.',
  'Сваякі чакалі ля брамы школы да раніцы, і ніхто не сказаў ім, куды павезлі спевакоў.',
  'Полиция пришла на старый консервный завод вечером и увела всех, кто там пел.',
  'Паром из Острели не ходил до полудня, и сторож гавани закрыл ворота.',
  'The ferry of Ostrel stopped on Monday, after the harbour office had closed its gate.',
  'A guard said that he had heard nothing that night, although the lamp of the lighthouse was out.',
];
/** Bytes of one picture without its header. */
const PICTURE = 300_000;

/** Answers how many bytes were written. No two files are alike. */
export function makeBatch(folder: string, files: number): number {
  mkdirSync(folder, { recursive: true });
  const makers = [makePage, makePdf, makeStatement, makePicture];
  let bytes = 0;
  for (let number = 0; number < files; number++) {
    const { name, content } = (makers[number % makers.length] ?? makePage)(number);
    writeFileSync(join(folder, name), content);
    bytes += content.length;
  }
  return bytes;
}

/** So many sentences from a place of their own. */
function prose(number: number, sentences: number): string {
  return Array.from({ length: sentences }, (_, index) => {
    const sentence = SENTENCES[(number * 7 + index * 3 + (index >> 3)) % SENTENCES.length] ?? '';
    return index % 5 === 4 ? `${sentence} (${number}, ${index})` : sentence;
  }).join(' ');
}

const named = (number: number, extension: string) =>
  `${String(number).padStart(5, '0')}.${extension}`;

function makePage(number: number) {
  const paragraphs = Array.from({ length: 14 }, (_, at) => `<p>${prose(number + at, 5)}</p>`);
  const links = Array.from({ length: 120 }, (_, at) => `<li><a href="/${at}">Read ${at}</a></li>`);
  const content = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Report ${number} | The Lake Post</title>
<meta property="article:published_time" content="2026-03-10T08:12:00+03:00"><link rel="canonical" href="https://post.example/${number}">
<style>${'.a{color:red}'.repeat(800)}</style><script>${'var a=1;'.repeat(2_000)}</script></head>
<body><nav><ul>${links.join('')}</ul></nav><article><h1>Report ${number}</h1>${paragraphs.join('')}</article><footer>Imprint</footer></body></html>`;
  return { name: named(number, 'html'), content: Buffer.from(content) };
}

function makePdf(number: number) {
  const pages = Array.from({ length: 6 }, (_, at) => `== Part ${at}\n${prose(number + at, 12)}`);
  const content = typesetPdf(
    `#set page(header: [Report of the lawyers], footer: context counter(page).display())\n= Report ${number}\n${pages.join('\n\n')}`,
  );
  return { name: named(number, 'pdf'), content };
}

function makeStatement(number: number) {
  const paragraphs = Array.from({ length: 30 }, (_, at) => paragraph(run(prose(number + at, 4))));
  const content = makeDocx(
    paragraph(run(`Statement ${number}`), '<w:pStyle w:val="1"/>') + paragraphs.join(''),
  );
  return { name: named(number, 'docx'), content };
}

function makePicture(number: number) {
  const noise = Buffer.alloc(60_000, `picture ${number} `);
  const segments = Array.from({ length: PICTURE / noise.length }, () => jpegSegment(0xe7, noise));
  const content = makeJpeg(4_000, 3_000, [
    exifSegment([[0x0110, 'Lindera Pocket 3']], [[0x9003, '2026:03:10 12:26:41']]),
    ...segments,
  ]);
  return { name: named(number, 'jpg'), content };
}
