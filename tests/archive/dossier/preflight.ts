/**
 * Reads a PDF with the Preflight of Apache PDFBox, which knows PDF/A-1b and nothing later. A dossier is PDF/A-3: what
 * this standard allows and the first did not is left out of the answer, and so is what that reader does not follow.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CLASSES = [
  ...['preflight', 'pdfbox2', 'fontbox2', 'xmpbox'],
  ...['commons-logging', 'jaxb-api', 'javax.activation'],
]
  .map((jar) => `/usr/share/java/${jar}.jar`)
  .join(':');

const NOT_OF_THE_FIRST = [
  // PDF/A-1 knows colour profiles up to the second version, PDF/A-2 and 3 the fourth.
  /^2\.1\.6 : Invalid graphics object, Invalid version of the ICCProfile/,
  /^7\.11\.2 : Error on MetaData, part must be 1/,
  // A name of a place may lead to an object by its number; Preflight wants the place there itself.
  /^1\.2\.3 : Body Syntax error, Error: can't convert to Destination COSObject/,
];

/** What is wrong with it, each once. */
export function preflight(pdf: Uint8Array): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-'));
  try {
    const file = join(folder, 'dossier.pdf');
    writeFileSync(file, pdf);
    const said = run(file);
    if (!said.includes('valid PDF/A-1b file')) throw new Error('Preflight could not be run');
    const found = said.split('\n').filter((line) => /^\d+(?:\.\d+)* : /.test(line));
    const wrong = found.filter((line) => !NOT_OF_THE_FIRST.some((known) => known.test(line)));
    return [...new Set(wrong.map((line) => line.replace(/ on page \d+$/, '')))];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** It ends with a failure whenever it finds anything. */
function run(file: string): string {
  const program = ['-cp', CLASSES, 'org.apache.pdfbox.preflight.Validator_A1b', file];
  try {
    return execFileSync('java', program, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout?: string; readonly stderr?: string };
    return `${stdout ?? ''}\n${stderr ?? ''}`;
  }
}
