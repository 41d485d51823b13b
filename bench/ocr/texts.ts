/** What is rendered and read: our own invented accounts, in six languages. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OcrLanguage } from '../../archive/model/index.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'tests', 'fixtures', 'compare');
/** Paragraphs of one page. */
const PAGE = 12;

interface Side {
  readonly language: string;
  readonly paragraphs: readonly string[];
}

/** Pages of different paragraphs in one language. */
export function pagesIn(language: OcrLanguage, count: number): string[][] {
  const paragraphs = [
    ...new Set(
      sides()
        .filter((side) => side.language === language)
        .flatMap((side) => side.paragraphs),
    ),
  ];
  return Array.from({ length: count }, (_, page) =>
    paragraphs.slice(page * PAGE, (page + 1) * PAGE),
  ).filter(({ length }) => length > 0);
}

function sides(): Side[] {
  return ['judged', 'tuning'].flatMap((part) =>
    readdirSync(join(FOLDER, part))
      .filter((name) => name.endsWith('.json'))
      .sort()
      .flatMap((name) => {
        const { a, b } = JSON.parse(readFileSync(join(FOLDER, part, name), 'utf8')) as {
          a: Side;
          b: Side;
        };
        return [a, b];
      }),
  );
}
