/** What was written onto a page: the values of form fields and free text. Remarks beside the text are only counted. */
import type { PDFDocumentProxy } from './open.ts';

type Page = Awaited<ReturnType<PDFDocumentProxy['getPage']>>;

/** Lines of letters in a rectangle, both in the page's own units. */
export interface Written {
  readonly lines: readonly string[];
  readonly left: number;
  readonly bottom: number;
  readonly top: number;
  readonly right: number;
  /** Size of the letters; `null` where they fit themselves into the rectangle. */
  readonly size: number | null;
}

export interface Annotations {
  readonly written: readonly Written[];
  readonly remarks: boolean;
}

interface Annotation {
  readonly subtype?: unknown;
  readonly rect?: unknown;
  readonly hidden?: unknown;
  readonly password?: unknown;
  readonly fieldType?: unknown;
  readonly fieldValue?: unknown;
  readonly contentsObj?: { readonly str?: unknown };
  readonly defaultAppearanceData?: { readonly fontSize?: unknown };
}

const REMARKS = new Set(['Text', 'Highlight', 'Underline', 'StrikeOut', 'Squiggly', 'Caret']);

export async function annotationsOf(page: Page): Promise<Annotations> {
  const all = (await page.getAnnotations()) as readonly Annotation[];
  const remarks = all.some(
    ({ subtype, contentsObj }) =>
      REMARKS.has(String(subtype)) && (textOf(contentsObj?.str)?.trim() ?? '') !== '',
  );
  return { written: all.flatMap((annotation) => toWritten(annotation) ?? []), remarks };
}

function toWritten(annotation: Annotation): Written | null {
  const text = valueOf(annotation);
  if (text === null || text.trim() === '' || annotation.hidden === true) return null;
  const rectangle = Array.isArray(annotation.rect) ? (annotation.rect as unknown[]) : [];
  const [left, bottom, right, top] = rectangle;
  if (typeof left !== 'number' || typeof bottom !== 'number') return null;
  if (typeof right !== 'number' || typeof top !== 'number') return null;
  const size = annotation.defaultAppearanceData?.fontSize;
  return {
    lines: text.split(/\r\n?|\n/),
    left,
    bottom,
    right,
    top,
    size: typeof size === 'number' && size > 0 ? size : null,
  };
}

function valueOf({ subtype, fieldType, fieldValue, password, contentsObj }: Annotation) {
  if (subtype === 'FreeText') return textOf(contentsObj?.str);
  if (subtype !== 'Widget' || password === true) return null;
  if (fieldType !== 'Tx' && fieldType !== 'Ch') return null;
  const values = (Array.isArray(fieldValue) ? fieldValue : [fieldValue]) as unknown[];
  return values.filter((value) => typeof value === 'string').join('\n');
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
