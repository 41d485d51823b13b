/** How much every element of a page holds: letters, letters in links, and prose. */
import { isBlock, isSilent } from './tags.ts';

export interface Part {
  /** Letters of the element and of all that is in it; blanks are not counted. */
  readonly letters: number;
  /** Of these, the letters in links. */
  readonly linked: number;
  /** Letters in runs that are long enough to be sentences and are not made of links. */
  readonly prose: number;
  /** Runs of text, each between two edges of blocks. */
  readonly runs: number;
}

/** Letters from which a run of text counts as prose. */
const PROSE = 60;
const DEPTH = 1_000;

interface Sum {
  letters: number;
  linked: number;
  prose: number;
  runs: number;
}

interface Run {
  letters: number;
  linked: number;
}

/** Weighs the elements under `root` that are not dropped. */
export function weigh(root: Element, dropped: ReadonlySet<Element>): ReadonlyMap<Element, Part> {
  const parts = new Map<Element, Part>();
  const visit = (element: Element, run: Run, inLink: boolean, depth: number): Sum => {
    const sum: Sum = { letters: 0, linked: 0, prose: 0, runs: 0 };
    let open = run;
    const end = () => {
      if (open.letters === 0) return;
      sum.runs++;
      if (open.letters >= PROSE && open.linked * 2 < open.letters) sum.prose += open.letters;
      open.letters = 0;
      open.linked = 0;
    };
    for (let node = element.firstChild; node !== null; node = node.nextSibling) {
      if (node.nodeType === 3) {
        const letters = countLetters(node.nodeValue ?? '');
        sum.letters += letters;
        open.letters += letters;
        if (!inLink) continue;
        sum.linked += letters;
        open.linked += letters;
        continue;
      }
      if (node.nodeType !== 1) continue;
      const child = node as Element;
      if (isSilent(child.tagName) || dropped.has(child) || depth > DEPTH) continue;
      const block = isBlock(child.tagName);
      if (block) end();
      const inside = block ? { letters: 0, linked: 0 } : open;
      const below = visit(child, inside, inLink || child.tagName === 'A', depth + 1);
      sum.letters += below.letters;
      sum.linked += below.linked;
      sum.prose += below.prose;
      sum.runs += below.runs;
    }
    if (isBlock(element.tagName)) {
      open = run;
      end();
    }
    parts.set(element, sum);
    return sum;
  };
  visit(root, { letters: 0, linked: 0 }, false, 0);
  return parts;
}

function countLetters(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x20) letters++;
  return letters;
}
