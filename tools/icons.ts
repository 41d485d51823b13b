/** Writes `src/renderer/lib/ui/icons.ts`: the outlines of the Lucide icons that the window uses, and no others. */
import { readFileSync, writeFileSync } from 'node:fs';

const used = `a-large-small archive arrow-down arrow-left arrow-left-right arrow-right arrow-up arrow-up-down bold book-open-text bookmark
  braces building check chevron-down chevron-left chevron-right chevron-up circle-alert circle-check circle-dashed
  circle-question-mark clipboard-check clock columns-2 compass copy corner-down-left diamond download ear ellipsis
  equal equal-not eye eye-off file file-down file-plus file-text folder-open folder-output folder-plus globe
  grip-vertical hard-drive hash heading image images import info italic key-round keyboard library link list list-checks list-filter list-ordered loader-circle lock mail map-pin
  maximize messages-square minus monitor moon newspaper package palette pause pencil pilcrow play plus printer
  qr-code quote rotate-ccw-square rotate-cw rotate-cw-square scale scan-text scroll-text search settings-2 shield-check square-dashed stamp star sun table tag text-cursor
  text-quote text-search trash triangle-alert undo-2 unlink user-round users
  vector-square x zoom-in zoom-out`;

type Node = readonly [tag: string, attributes: Readonly<Record<string, string>>];

const root = new URL('../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const nodes = JSON.parse(read('node_modules/lucide-static/icon-nodes.json')) as Record<
  string,
  readonly Node[]
>;

/** Every shape as path data. */
function outline([tag, attributes]: Node): string {
  const number = (name: string) => Number(attributes[name] ?? 0);
  if (tag === 'path') return attributes.d ?? '';
  if (tag === 'line') return `M${number('x1')} ${number('y1')}L${number('x2')} ${number('y2')}`;
  if (tag === 'polyline' || tag === 'polygon')
    return `M${attributes.points ?? ''}${tag === 'polygon' ? 'z' : ''}`;
  if (tag === 'circle' || tag === 'ellipse') {
    const [x, y] = [number('cx'), number('cy')];
    const [rx, ry] = [number('r') || number('rx'), number('r') || number('ry')];
    return `M${x - rx} ${y}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0z`;
  }
  if (tag !== 'rect') throw new Error(`no outline for <${tag}>`);
  const [x, y, width, height] = [number('x'), number('y'), number('width'), number('height')];
  const r = number('rx');
  const corner = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  return (
    `M${x + r} ${y}h${width - 2 * r}${corner(r, r)}v${height - 2 * r}${corner(-r, r)}` +
    `h${2 * r - width}${corner(-r, -r)}v${2 * r - height}${corner(r, -r)}z`
  );
}

const lines = used.split(/\s+/).map((name) => {
  const shapes = nodes[name];
  if (!shapes) throw new Error(`Lucide has no icon named ${name}`);
  return `  '${name}': [${shapes.map((shape) => `'${outline(shape)}'`).join(', ')}],`;
});

const licence = read('node_modules/lucide-static/LICENSE').trim().split('\n');
writeFileSync(
  new URL('src/renderer/lib/ui/icons.ts', root),
  `/** Outlines on a 24 × 24 grid. Written by \`tools/icons.ts\` from Lucide; do not edit.\n *\n` +
    licence.map((line) => ` * ${line}`.trimEnd()).join('\n') +
    `\n */\nexport const icons = {\n${lines.join('\n')}\n} as const;\n\nexport type IconName = keyof typeof icons;\n`,
);
