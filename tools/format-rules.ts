/** Holds the rules of the format to the tests: each rule is named by a test, and no name stands for nothing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const RULE = /^- \*\*([A-Z]\d+)\*\*/gm;

/** What is wrong, one sentence each; empty when all is well. `root` is the project's folder. */
export function brokenFormatRules(root: string): string[] {
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const under = (folder: string) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => read(join(folder, path)))
      .join('\n');
  const rules = namesIn(read('archive/FORMAT.md'), RULE);
  const tests = ['crypto', 'format', 'vault'].map((room) => under(join('tests/archive', room)));
  const tested = new Set(namesIn(tests.join('\n'), /\[([A-Z]\d+)\]/g));
  const rooms = ['crypto', 'format', 'vault'].map((room) => under(join('archive', room)));
  const thrown = namesIn(rooms.join('\n'), /DamageError\('([^']+)'\)/g);
  const twice = rules.filter((rule, at) => rules.indexOf(rule) !== at);
  return [
    ...twice.map((rule) => `${rule} stands twice in FORMAT.md`),
    ...rules.filter((rule) => !tested.has(rule)).map((rule) => `${rule} is named by no test`),
    ...[...new Set([...tested, ...thrown])]
      .filter((rule) => !rules.includes(rule))
      .map((rule) => `${rule} is no rule of FORMAT.md`),
  ];
}

function namesIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, name]) => (name === undefined ? [] : [name]));
}

if (import.meta.main) {
  const broken = brokenFormatRules(join(import.meta.dirname, '..'));
  for (const sentence of broken) process.stderr.write(`${sentence}\n`);
  process.exitCode = broken.length > 0 ? 1 : 0;
}
