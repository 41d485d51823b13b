/** Programs that tests read PDFs with, a validator, and a model for Russian: on Debian as root they are installed, elsewhere their absence is said. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Program and the Debian package that holds it. */
const wanted: Readonly<Record<string, string>> = {
  pdfinfo: 'poppler-utils',
  qpdf: 'qpdf',
  openssl: 'openssl',
  age: 'age',
  java: 'default-jre-headless',
  exiftool: 'libimage-exiftool-perl',
  'xvfb-run': 'xvfb',
  xauth: 'xauth',
};

/** Files, and the package that holds each: a model for reading by machine that no package of the application holds, and a validator of PDF/A with what it needs. */
const files: Readonly<Record<string, string>> = {
  '/usr/share/tesseract-ocr/5/tessdata/rus.traineddata': 'tesseract-ocr-rus',
  '/usr/share/java/preflight.jar': 'libpdfbox2-java',
  '/usr/share/java/javax.activation.jar': 'libactivation-java',
  '/usr/share/java/jaxb-api.jar': 'libjaxb-api-java',
};

const isThere = (program: string) =>
  spawnSync(process.platform === 'win32' ? 'where' : 'which', [program], { stdio: 'ignore' })
    .status === 0;

export function ensureDebianTools(): void {
  const missing = [
    ...Object.entries(wanted).filter(([program]) => !isThere(program)),
    ...Object.entries(files).filter(([path]) => !existsSync(path)),
  ];
  const packages = [...new Set(missing.map(([, holder]) => holder))];
  if (packages.length === 0) return;
  const debian = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (!debian) {
    process.stdout.write(
      `Some tests read what was made with other programs; install ${packages.join(', ')}.\n`,
    );
    return;
  }
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env: environment });
  const { status } = spawnSync('apt-get', ['install', '-y', '-qq', ...packages], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: environment,
  });
  if (status !== 0) process.stdout.write(`Could not install ${packages.join(', ')}.\n`);
}
