/**
 * Walks the real application through the main job on the sample case: slowly where there is a display, unseen where
 * there is none. Leaves screenshots and the finished PDF in `demo-output/`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Walk } from '../tests/helpers/walk.ts';
import { answerDialogs, makePlaces, openWindow, removePlaces } from '../tests/helpers/window.ts';
import { electronEnv } from './electron.ts';

const project = resolve(import.meta.dirname, '..');
const output = join(project, 'demo-output');
const files = join(project, 'sample', 'files');
const passphrase = 'seven words that nobody else will ever guess';
const watched =
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

const say = (line: string) => process.stdout.write(`${line}\n`);
/** Time to look, where somebody is looking. */
const look = (seconds = 1.2) =>
  new Promise((resume) => setTimeout(resume, watched ? seconds * 1_000 : 150));

function build(): void {
  const { status } = spawnSync('electron-vite', ['build', '--logLevel', 'warn'], {
    cwd: project,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('The application could not be built.');
}

async function main(): Promise<void> {
  const { sentence } = await electronEnv({ download: true });
  say(sentence);
  build();
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  const places = await makePlaces();
  try {
    await walkThrough(places);
  } finally {
    await removePlaces(places);
  }
  say(`\nScreenshots and the dossier are in ${output}`);
}

async function walkThrough(places: Awaited<ReturnType<typeof makePlaces>>): Promise<void> {
  const { app, page } = await openWindow(places);
  const walk = new Walk(page);
  let count = 0;
  const shot = async (name: string, line: string) => {
    await look();
    await page.screenshot({
      path: join(output, `${String(++count).padStart(2, '0')}-${name}.png`),
    });
    say(`${String(count).padStart(2)}  ${line}`);
  };
  const pdf = join(output, 'dossier.pdf');
  await answerDialogs(app, { open: [places.archive], save: pdf });

  await walk.atDoors();
  await shot('doors', 'The window opens. Nothing tells what is kept here.');
  await walk.create('Night of the choir', passphrase);
  await shot('empty', 'A new archive, encrypted under a passphrase.');
  await walk.drop(
    [
      'harbour-light-2026-03-10.html',
      'harbour-light-2026-04-02.html',
      'volnaja-prystan-ablava.html',
      'marfa-alakhbar-arba-kalimat.html',
      'svidetel-3.txt',
      'notice-on-door.jpg',
    ].map((name) => join(files, name)),
  );
  await shot('import', 'Saved pages, a statement and a photograph are dropped in.');
  await walk.takeIn('B-19');
  await shot('report', 'Each file is reported: taken, there already, or why not.');
  await walk.doneWithReport();
  await shot('library', 'The library.');
  await walk.read(/Police check choir rehearsal/);
  await shot('reader', 'The reader: numbered paragraphs, quotes in the margin.');
  await walk.quote('He was later treated for an injury to his right wrist', {
    speaker: 'Yulian Zhaleika',
    tags: ['injury'],
    note: 'The certificate from the clinic is still to come.',
  });
  await shot('quote', 'A sentence is saved as a quote, word for word, with speaker, tag and note.');
  await walk.search('Жалейко');
  await look(0.6);
  await shot(
    'search',
    'A name in another alphabet, with another ending, finds it again, and says why.',
  );
  await page.keyboard.press('Escape');
  await walk.compare('Police check choir', 'Thirty-one');
  await shot(
    'compare',
    'Two captures of one page: what was cut, what was softened, which figure changed.',
  );
  await walk.makeDossier('What happened to the choir', 'He was later treated');
  await shot('dossier', 'A dossier; the preview is the PDF itself.');
  await walk.savePdf();
  await shot('saved', 'The PDF is saved, with its digest.');
  await walk.go('Log');
  await shot('log', 'Everything that was done, each line chained to the one before.');
  await walk.lock();
  await shot('locked', 'Locked. The thread that held the keys is gone.');
  await walk.unlock(passphrase);
  await walk.atDesk();
  await walk.read(/Police check choir rehearsal/);
  await shot('again', 'Opened again: everything is there.');
  await walk.lock();
  await app.close();
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'The demonstration failed.'}\n`);
  process.exitCode = 1;
}
