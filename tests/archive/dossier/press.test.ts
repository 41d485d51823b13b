/** Pages are set in a process of its own: whatever becomes of it becomes of nobody else. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { makeDossierPdf, Previews, startPress } from '../../../archive/dossier/index.ts';
import type { Press, StartPress } from '../../../archive/dossier/index.ts';
import { quietJob } from '../../../archive/lib/job.ts';
import { must } from '../../helpers/archives.ts';
import { noisePng } from './plain-png.ts';
import { sampleMaterial } from './sample.ts';

const failed = { ok: false, error: { code: 'typesetting-failed' } };
const pages = (made: Awaited<ReturnType<typeof makeDossierPdf>>) => must(made).pages;

let previews: Previews | null = null;
afterEach(() => previews?.close());

interface Watched {
  /** When it has begun with a dossier. */
  readonly begun?: (press: Press, number: number) => void;
  readonly gone?: () => void;
}

function watched({ begun, gone }: Watched): StartPress {
  let started = 0;
  return (heard) => {
    const number = ++started;
    const press = startPress({
      said: (message) => {
        if (message.kind === 'progress' && message.done === 0) begun?.(press, number);
        heard.said(message);
      },
      gone: () => {
        heard.gone();
        gone?.();
      },
    });
    return press;
  };
}

/** The first dies as soon as it has begun; the others are sound. */
const firstDies = (kill: (press: Press) => void) =>
  watched({
    begun: (press, number) => {
      if (number === 1) kill(press);
    },
  });

describe('a press', () => {
  it('that dies while it sets pages is a dossier that could not be made', async () => {
    const start = firstDies(({ kill }) => {
      kill();
    });
    expect(await makeDossierPdf(sampleMaterial(), quietJob, start)).toEqual(failed);
    expect(pages(await makeDossierPdf(sampleMaterial(), quietJob, start))).toBeGreaterThan(3);
  });

  it('that dies under a preview is followed by a sound one', async () => {
    previews = new Previews(
      firstDies(({ kill }) => {
        kill();
      }),
    );
    expect(await previews.make(sampleMaterial())).toEqual(failed);
    expect(pages(await previews.make(sampleMaterial()))).toBeGreaterThan(3);
  });

  it('that dies while nobody waits for it is started anew', async () => {
    let press: Press | undefined;
    const gone = new Promise<void>((resolve) => {
      previews = new Previews(watched({ begun: (one) => (press ??= one), gone: resolve }));
    });
    expect((await previews?.make(sampleMaterial()))?.ok).toBe(true);
    press?.kill();
    await gone;
    expect((await previews?.make(sampleMaterial()))?.ok).toBe(true);
  });

  it('is killed when the dossier is not wanted any more', async () => {
    const stopper = new AbortController();
    const job = { signal: stopper.signal, progress: () => undefined };
    const gone = new Promise<void>((resolve) => {
      const begun = () => {
        stopper.abort();
      };
      void makeDossierPdf(sampleMaterial(), job, watched({ begun, gone: resolve })).then((made) => {
        expect(made).toEqual({ ok: false, error: { code: 'cancelled' } });
      });
    });
    await gone;
  });
});

it('gives a large file away in pieces, none of which holds it all', async () => {
  const pieces: number[] = [];
  const start: StartPress = (heard) =>
    startPress({
      ...heard,
      said: (message) => {
        if (message.kind === 'piece') pieces.push(message.bytes.length);
        heard.said(message);
      },
    });
  const picture = { bytes: noisePng(1_200, 800), mediaType: 'image/png' };
  const { pdf } = must(await makeDossierPdf(sampleMaterial({ picture }), quietJob, start));
  expect(pieces.length).toBeGreaterThan(1);
  expect(Math.max(...pieces)).toBeLessThan(pdf.length);
  expect(pieces.reduce((sum, length) => sum + length, 0)).toBe(pdf.length);
  expect(Buffer.from(pdf).toString('latin1')).toMatch(/^%PDF-.*%%EOF\s*$/s);
});

/** What the system says of the one press that is running. */
describe.runIf(process.platform === 'linux')('the process of a press', () => {
  function pressIn(): number {
    const children = readdirSync('/proc/self/task').flatMap((thread) =>
      readFileSync(`/proc/self/task/${thread}/children`, 'utf8').split(' '),
    );
    return Number(children.find((pid) => pid !== '' && read(pid, 'cmdline').includes('press-')));
  }
  const read = (pid: number | string, what: string) => readFileSync(`/proc/${pid}/${what}`, 'utf8');

  it('may crash, and leaves nothing of its memory', async () => {
    let limits = '';
    const start = firstDies(() => {
      const pid = pressIn();
      limits = read(pid, 'limits');
      process.kill(pid, 'SIGSEGV');
    });
    expect(await makeDossierPdf(sampleMaterial(), quietJob, start)).toEqual(failed);
    expect(limits).toMatch(/^Max core file size +0 +0 /m);
  });

  it('is told nothing by its arguments and its environment', async () => {
    let [told, names]: [string, string[]] = ['', []];
    const start = firstDies(() => {
      const pid = pressIn();
      told = read(pid, 'cmdline') + read(pid, 'environ');
      names = read(pid, 'environ')
        .split('\0')
        .flatMap((line) => line.split('=')[0] ?? []);
    });
    const material = sampleMaterial();
    must(await makeDossierPdf(material, quietJob, start));
    expect(told).toContain('press-process');
    expect(told).not.toContain(material.dossier.title);
    expect(
      names.filter((name) => !/^(?:$|_$|PWD|OLDPWD|MALLOC_|NODE_CHANNEL_)/.test(name)),
    ).toEqual([]);
  });
});
