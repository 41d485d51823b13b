/** Every sentence of the catalogue is said somewhere, and every failure that has one can happen. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { failures } from '../../src/messages/en/failures.ts';

const project = join(import.meta.dirname, '../..');
const code = globSync(['{archive,src,tools}/**/*.{ts,svelte}'], { cwd: project })
  .filter((path) => !path.startsWith(join('src', 'messages', 'en')))
  .map((path) => readFileSync(join(project, path), 'utf8'))
  .join('\n');

const all = (pattern: RegExp) => new Set(Array.from(code.matchAll(pattern), ([, words]) => words));
const whole = all(/['"`]([\w.-]+)(?=['"`])/g);
const beginnings = all(/`([\w.-]+)\$\{/g);
const endings = all(/\}(\.[\w-]+)`/g);

/** As a whole, as the beginning of something put together, or as what is said with a known ending. */
function isSaid(words: string): boolean {
  if (whole.has(words)) return true;
  const ending = words.slice(words.lastIndexOf('.'));
  if (endings.has(ending) && whole.has(words.slice(0, -ending.length))) return true;
  return Array.from(words, (_, at) => words.slice(0, at)).some((part) => beginnings.has(part));
}

it('each sentence is said', () => {
  const keys = Object.keys(en);
  expect(keys.length).toBeGreaterThan(1_000);
  expect(keys.filter((key) => !isSaid(key))).toEqual([]);
});

it('each failure and finding is met', () => {
  const codes = Object.keys(failures).map((key) => key.slice(key.indexOf('.') + 1));
  expect(codes.filter((one) => !isSaid(one))).toEqual([]);
});
