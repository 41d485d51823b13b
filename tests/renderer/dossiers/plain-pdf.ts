/** A line that begins so has a picture below it. */
export const PICTURE = 'Picture';

/** A small true PDF: some pages, a line of text on each. */
export function plainPdf(lines: readonly string[]): Uint8Array {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const kids = lines.map((_, index) => `${4 + index * 2} 0 R`).join(' ');
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${lines.length} >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  for (const [index, line] of lines.entries()) {
    const safe = line.replace(/[^\x20-\x7e]/g, '?').replace(/[()\\]/g, '\\$&');
    const bars = Array.from(
      { length: 24 },
      (_, at) => `0.8 g 72 ${680 - at * 22} ${300 + ((at * 53 + index * 31) % 150)} 7 re f`,
    ).join('\n');
    const content = `BT /F1 22 Tf 72 740 Td (${safe}) Tj ET\n${bars}${line.startsWith(PICTURE) ? DOT : ''}`;
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + index * 2} 0 R ` +
        '/Resources << /Font << /F1 3 0 R >> >> >>',
    );
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  let file = '%PDF-1.4\n';
  const places = objects.map((body, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const at of places) file += `${String(at).padStart(10, '0')} 00000 n \n`;
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}

/** One pixel, a hundred points wide. */
const DOT = '\nq 100 0 0 100 72 100 cm BI /W 1 /H 1 /CS /G /BPC 8 ID 5 EI Q';
