/** Takes names out of a written text as it is printed, whose letters stand in several runs: half in bold, half in a link, over the end of a paragraph. */
import type { Redactor } from '../redact/index.ts';
import type { Run, Written } from './print.ts';

/** Between paragraphs. */
const APART = '\n\n';

/** Answers, for the letters of each next run, what is left of them. */
type Left = (letters: string) => string;

/** All of it at once: a name can begin in one paragraph and end in the next. */
export function redactWritten(body: readonly Written[], redactor: Redactor): readonly Written[] {
  const blocks = lettersIn(body);
  const edited = redactor.edit(blocks.map((runs) => runs.join('')).join(APART));
  if (!edited.changed) return body;
  let block = 0;
  let at = 0;
  const left: Left = (letters) => {
    const from = edited.end(at);
    at += letters.length;
    return edited.text.slice(from, edited.end(at));
  };
  const eachBlock = <T>(rewrite: () => T): T => {
    if (block++ > 0) at += APART.length;
    return rewrite();
  };
  const write = (nodes: readonly Written[]): readonly Written[] =>
    nodes.map((node) => {
      switch (node.kind) {
        case 'paragraph':
        case 'heading':
          return eachBlock(() => ({ ...node, runs: node.runs.map((run) => rewritten(run, left)) }));
        case 'list':
          return { ...node, items: node.items.map(write) };
        case 'quote':
          return { ...node, body: write(node.body) };
        case 'code':
          return eachBlock(() => ({ ...node, t: left(node.t) }));
        case 'rule':
          return node;
      }
    });
  return write(body);
}

/** The mark stands in the run in which the name began. */
function rewritten(run: Run, left: Left): Run {
  if (typeof run === 'string') return left(run);
  return 't' in run ? { ...run, t: left(run.t) } : run;
}

function lettersIn(body: readonly Written[]): readonly (readonly string[])[] {
  return body.flatMap((node) => {
    switch (node.kind) {
      case 'paragraph':
      case 'heading':
        return [node.runs.map(lettersOf)];
      case 'list':
        return node.items.flatMap(lettersIn);
      case 'quote':
        return lettersIn(node.body);
      case 'code':
        return [[node.t]];
      case 'rule':
        return [];
    }
  });
}

function lettersOf(run: Run): string {
  return typeof run === 'string' ? run : 't' in run ? run.t : '';
}
