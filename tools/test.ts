/**
 * The whole check, quick things first: layout, lint, types, the format's rules, unit and component tests, the build,
 * and the application's own tests in its window. Closes on a count of tests passed and failed.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureChromium } from './chromium.ts';
import { ensureDebianTools } from './debian.ts';

interface Stage {
  readonly name: string;
  readonly command: readonly string[];
  /** File with a report in JSON from which tests are counted; a stage without one counts as one test. */
  readonly report?: string;
}

const RESULTS = 'test-results';
const unitReport = `${RESULTS}/unit.json`;
const windowReport = `${RESULTS}/e2e.json`;

const stages: readonly Stage[] = [
  { name: 'layout', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'types', command: ['tsc', '-b'] },
  {
    name: 'types in components',
    command: [
      'svelte-check',
      '--tsconfig',
      './tsconfig.renderer.json',
      '--fail-on-warnings',
      '--output',
      'machine',
    ],
  },
  {
    name: 'lint',
    command: [
      'eslint',
      '--cache',
      '--cache-location',
      'node_modules/.cache/eslint/',
      '--max-warnings',
      '0',
      '.',
    ],
  },
  { name: 'unused code', command: ['knip', '--no-progress'] },
  { name: 'rules of the format', command: ['node', 'tools/format-rules.ts'] },
  { name: 'build', command: ['electron-vite', 'build', '--logLevel', 'warn'] },
  {
    name: 'unit and component tests',
    command: [
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${unitReport}`,
    ],
    report: unitReport,
  },
  { name: 'tests in the window', command: ['playwright', 'test'], report: windowReport },
];

function run(command: readonly string[]): Promise<boolean> {
  const [program = '', ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit', shell: process.platform === 'win32' });
    child.once('error', () => {
      resolve(false);
    });
    child.once('exit', (code) => {
      resolve(code === 0);
    });
  });
}

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Vitest and Playwright each write their own kind of report. */
function countIn(path: string, succeeded: boolean): Count {
  const lost = { passed: 0, failed: 1, skipped: 0 };
  try {
    const report = JSON.parse(readFileSync(path, 'utf8')) as {
      numPassedTests?: number;
      numFailedTests?: number;
      numPendingTests?: number;
      stats?: { expected: number; unexpected: number; flaky: number; skipped: number };
    };
    const { stats } = report;
    const count = stats
      ? { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }
      : {
          passed: report.numPassedTests ?? 0,
          failed: report.numFailedTests ?? 0,
          skipped: report.numPendingTests ?? 0,
        };
    const quiet = count.passed === 0 || (!succeeded && count.failed === 0);
    return quiet ? { ...count, failed: count.failed + 1 } : count;
  } catch {
    return lost;
  }
}

const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  ensureChromium();
  ensureDebianTools();
  const only = process.argv.slice(2);
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { name, command, report } of stages) {
    if (only.length > 0 && !only.some((part) => name.includes(part))) continue;
    const began = Date.now();
    say(`\n▸ ${name}`);
    const succeeded = await run(command);
    const count = report
      ? countIn(report, succeeded)
      : { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 };
    total.passed += count.passed;
    total.failed += count.failed;
    total.skipped += count.skipped;
    say(`${succeeded ? '✓' : '✗'} ${name} (${Math.round((Date.now() - began) / 1000)} s)`);
    if (!succeeded && name === 'build') break;
  }
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  say(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
  return total.failed === 0 ? 0 : 1;
}

process.exitCode = await main();
