/** PDFs: typeset by Typst, or put together object by object where a file has to be broken, bare or endless. */
import { createHash } from 'node:crypto';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readFonts } from '../../../archive/dossier/fonts.ts';

const SETUP = `#set text(font: ("Kufr Serif", "Kufri"), size: 11pt)
#set par(justify: true)
`;

/** A PDF of Typst's own markup, in the fonts of the dossier. */
export function typesetPdf(markup: string): Uint8Array {
  const fonts = readFonts();
  if (!fonts.ok) throw new Error(fonts.error.code);
  const compiler = NodeCompiler.create({
    workspace: '/nowhere',
    fontArgs: [{ fontBlobs: fonts.value.map(({ bytes }) => bytes) }],
  });
  const compiled = compiler.compile({ mainFileContent: SETUP + markup });
  if (!compiled.result) throw new Error('the markup is no Typst');
  return new Uint8Array(compiler.pdf(compiled.result));
}

interface Parts {
  /** Content streams, one a page. */
  readonly pages: readonly string[];
  /** More entries of the information dictionary, in PDF's own words. */
  readonly info?: string;
  /** More entries of every page. */
  readonly page?: string;
  /** More objects, numbered from 10 on. */
  readonly objects?: readonly string[];
  /** The password that opens it; RC4 with 40 bits. */
  readonly password?: string;
}

/** A PDF with Helvetica as `F1`, which none of its pages carries in itself. */
export function makePdf({
  pages,
  info = '',
  page = '',
  objects = [],
  password,
}: Parts): Uint8Array {
  const first = 10 + objects.length;
  const id = Buffer.from('0123456789abcdef0123456789abcdef', 'hex');
  const cipher = password === undefined ? null : encryption(password, id);
  const bodies = new Map<number, Buffer>();
  const put = (number: number, text: string) => bodies.set(number, Buffer.from(text, 'latin1'));
  const kids = pages.map((_, index) => `${first + index * 2} 0 R`).join(' ');
  put(1, '<</Type/Catalog/Pages 2 0 R>>');
  put(2, `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`);
  put(3, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>');
  put(4, `<<${info}>>`);
  if (cipher) put(5, cipher.dictionary);
  objects.forEach((object, index) => put(10 + index, object));
  pages.forEach((content, index) => {
    const number = first + index * 2;
    put(
      number,
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${number + 1} 0 R ${page}>>`,
    );
    const plain = Buffer.from(content, 'latin1');
    const stream = cipher ? cipher.seal(plain, number + 1) : plain;
    bodies.set(
      number + 1,
      Buffer.concat([
        Buffer.from(`<</Length ${stream.length}>>\nstream\n`),
        stream,
        Buffer.from('\nendstream'),
      ]),
    );
  });
  return assemble(
    bodies,
    cipher ? `/Encrypt 5 0 R/ID[<${id.toString('hex')}><${id.toString('hex')}>]` : '',
  );
}

function assemble(bodies: ReadonlyMap<number, Buffer>, trailer: string): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  let at = 9;
  const places = new Map<number, number>();
  for (const [number, body] of bodies) {
    const piece = Buffer.concat([
      Buffer.from(`${number} 0 obj\n`),
      body,
      Buffer.from('\nendobj\n'),
    ]);
    places.set(number, at);
    parts.push(piece);
    at += piece.length;
  }
  const size = Math.max(...bodies.keys()) + 1;
  const rows = Array.from({ length: size }, (_, number) => {
    const place = places.get(number);
    return place === undefined
      ? '0000000000 65535 f \n'
      : `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n${rows.join('')}trailer\n<</Size ${size}/Root 1 0 R/Info 4 0 R${trailer}>>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

const PADDING = Buffer.from(
  '28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a',
  'hex',
);

/** PDF 1.7 §7.6.3, revision 2: the password of the owner is that of the user. */
function encryption(password: string, id: Buffer) {
  const padded = Buffer.concat([Buffer.from(password, 'latin1'), PADDING]).subarray(0, 32);
  const md5 = (...parts: Buffer[]) => createHash('md5').update(Buffer.concat(parts)).digest();
  const owner = rc4(md5(padded).subarray(0, 5), padded);
  const rights = Buffer.from([0xfc, 0xff, 0xff, 0xff]);
  const key = md5(padded, owner, rights, id).subarray(0, 5);
  const user = rc4(key, PADDING);
  return {
    dictionary: `<</Filter/Standard/V 1/R 2/P -4/O<${owner.toString('hex')}>/U<${user.toString('hex')}>>>`,
    seal(plain: Buffer, number: number): Buffer {
      const suffix = Buffer.from([number & 255, (number >> 8) & 255, (number >> 16) & 255, 0, 0]);
      return rc4(md5(key, suffix).subarray(0, 10), plain);
    },
  };
}

function rc4(key: Buffer, data: Buffer): Buffer {
  const box = Uint8Array.from({ length: 256 }, (_, index) => index);
  let j = 0;
  const swap = (a: number, b: number) => ([box[a], box[b]] = [box[b] ?? 0, box[a] ?? 0]);
  for (let i = 0; i < 256; i++) {
    j = (j + (box[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let a = 0;
  let b = 0;
  return Buffer.from(data).map((byte) => {
    a = (a + 1) & 255;
    b = (b + (box[a] ?? 0)) & 255;
    swap(a, b);
    return byte ^ (box[((box[a] ?? 0) + (box[b] ?? 0)) & 255] ?? 0);
  }) as Buffer;
}

/** One line of Helvetica at a place counted from the lower left corner. */
export function line(text: string, x: number, y: number, size = 11): string {
  return `BT /F1 ${size} Tf ${x} ${y} Td (${text.replaceAll(/[\\()]/g, '\\$&')}) Tj ET`;
}
