/** Takes names out of a paragraph whose letters stand in several runs: half in bold, or half inside a mark. */
import type { Redactor } from '../redact/index.ts';
import type { Run, Written } from './print.ts';

export function redactWritten(body: readonly Written[], redactor: Redactor): readonly Written[] {
  return body.map((node) => {
    switch (node.kind) {
      case 'paragraph':
      case 'heading':
        return { ...node, runs: redactRuns(node.runs, redactor) };
      case 'list':
        return { ...node, items: node.items.map((item) => redactWritten(item, redactor)) };
      case 'quote':
        return { ...node, body: redactWritten(node.body, redactor) };
      case 'code':
        return { ...node, t: redactor.text(node.t) };
      case 'rule':
        return node;
    }
  });
}

/** The mark stands in the run in which the name began. */
export function redactRuns(runs: readonly Run[], redactor: Redactor): readonly Run[] {
  const edited = redactor.edit(runs.map(lettersOf).join(''));
  if (!edited.changed) return runs;
  let at = 0;
  return runs.map((run) => {
    const from = edited.end(at);
    at += lettersOf(run).length;
    const t = edited.text.slice(from, edited.end(at));
    return typeof run === 'string' ? t : 't' in run ? { ...run, t } : run;
  });
}

function lettersOf(run: Run): string {
  return typeof run === 'string' ? run : 't' in run ? run.t : '';
}
