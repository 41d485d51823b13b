/** Electron's options for printing to PDF, in Chromium's terms. */
import type { Protocol } from '../devtools-types.ts';

/** Width and height in inches, as Electron has them. */
const sizes: Readonly<Record<string, readonly [number, number]>> = {
  A0: [33.1, 46.8],
  A1: [23.4, 33.1],
  A2: [16.54, 23.4],
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Legal: [8.5, 14],
  Letter: [8.5, 11],
  Tabloid: [11, 17],
  Ledger: [17, 11],
};

export interface PrintOptions {
  readonly landscape?: boolean;
  readonly displayHeaderFooter?: boolean;
  readonly printBackground?: boolean;
  readonly scale?: number;
  readonly pageSize?: string | { readonly width: number; readonly height: number };
  readonly margins?: {
    readonly top?: number;
    readonly bottom?: number;
    readonly left?: number;
    readonly right?: number;
  };
  readonly pageRanges?: string;
  readonly headerTemplate?: string;
  readonly footerTemplate?: string;
  readonly preferCSSPageSize?: boolean;
  readonly generateTaggedPDF?: boolean;
  readonly generateDocumentOutline?: boolean;
}

/** Throws for page sizes that Electron would not know. */
export function printParameters(options: PrintOptions): Protocol.Page.printToPDFParameters {
  const { pageSize = 'Letter', margins, ...same } = options;
  const size =
    typeof pageSize === 'string' ? sizes[pageSize] : ([pageSize.width, pageSize.height] as const);
  if (size === undefined) throw new Error(`Invalid pageSize ${JSON.stringify(pageSize)}`);
  return {
    ...same,
    paperWidth: size[0],
    paperHeight: size[1],
    marginTop: margins?.top ?? 0.4,
    marginBottom: margins?.bottom ?? 0.4,
    marginLeft: margins?.left ?? 0.4,
    marginRight: margins?.right ?? 0.4,
  };
}
