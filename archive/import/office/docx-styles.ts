/** What the styles of a Word document make of a paragraph. */
import type { BlockKind } from '../../model/index.ts';
import { childOf, childrenOf, type XmlElement } from '../package/xml.ts';

export interface ParagraphStyle {
  readonly kind: BlockKind;
  readonly level?: number;
}

/** Styles based on styles. */
const DEPTH = 20;

export class DocxStyles {
  readonly #byId: ReadonlyMap<string, XmlElement>;

  constructor(root: XmlElement | null) {
    const styles = root ? childrenOf(root, 'w:style') : [];
    this.#byId = new Map(styles.map((style) => [style.attributes.get('w:styleId') ?? '', style]));
  }

  /** Of a paragraph with these properties, if it has any. */
  of(properties: XmlElement | undefined): ParagraphStyle {
    const style = this.#chain(valueOf(properties, 'w:pStyle'));
    for (const from of [properties, ...style.map((one) => childOf(one, 'w:pPr'))]) {
      const outline = Number(valueOf(from, 'w:outlineLvl') ?? 9);
      if (outline < 9) return { kind: 'heading', level: Math.min(6, outline + 1) };
    }
    for (const one of style) {
      const named = byName(valueOf(one, 'w:name') ?? '');
      if (named) return named;
    }
    const listed = [properties, ...style.map((one) => childOf(one, 'w:pPr'))]
      .map((from) => from && childOf(from, 'w:numPr'))
      .find((numbering) => numbering !== undefined);
    const number = valueOf(listed, 'w:numId');
    return { kind: listed && number !== '0' ? 'list-item' : 'paragraph' };
  }

  #chain(id: string | undefined): XmlElement[] {
    const chain: XmlElement[] = [];
    let next = id;
    while (next !== undefined && chain.length < DEPTH) {
      const style = this.#byId.get(next);
      if (!style) break;
      chain.push(style);
      next = valueOf(style, 'w:basedOn');
    }
    return chain;
  }
}

/** Built-in styles keep their English names in every language. */
function byName(name: string): ParagraphStyle | null {
  const plain = name.toLowerCase();
  const level = /^heading ([1-9])$/.exec(plain)?.[1];
  if (level !== undefined) return { kind: 'heading', level: Math.min(6, Number(level)) };
  if (plain === 'title') return { kind: 'heading', level: 1 };
  if (plain === 'subtitle') return { kind: 'heading', level: 2 };
  if (/^(?:intense )?quote$|^block ?text$/.test(plain)) return { kind: 'block-quote' };
  if (plain === 'caption' || plain === 'image caption' || plain === 'table caption')
    return { kind: 'caption' };
  if (/^list(?: bullet| number)(?: \d)?$/.test(plain)) return { kind: 'list-item' };
  return null;
}

/** `w:val` of the child of that name. */
export function valueOf(element: XmlElement | undefined, name: string): string | undefined {
  return element && childOf(element, name)?.attributes.get('w:val');
}
