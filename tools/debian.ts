/** Programs that tests read PDFs with: on Debian as root they are installed, elsewhere their absence is said. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Program and the Debian package that holds it. */
const wanted: Readonly<Record<string, string>> = {
  pdfinfo: 'poppler-utils',
  qpdf: 'qpdf',
  exiftool: 'libimage-exiftool-perl',
  'xvfb-run': 'xvfb',
  xauth: 'xauth',
};

const isThere = (program: string) =>
  spawnSync(process.platform === 'win32' ? 'where' : 'which', [program], { stdio: 'ignore' })
    .status === 0;

export function ensureDebianTools(): void {
  const missing = Object.keys(wanted).filter((program) => !isThere(program));
  if (missing.length === 0) return;
  const packages = [...new Set(missing.map((program) => wanted[program] ?? ''))];
  const debian = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (!debian) {
    process.stdout.write(
      `Some tests read PDFs and pictures with other programs; install ${packages.join(', ')}.\n`,
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
