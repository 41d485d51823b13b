/** What a drawn picture is: a page for Chromium, and its size. */
export interface Picture {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Image pixels for each CSS pixel. */
  readonly scale: number;
  readonly html: string;
}

/** A page that shows one drawing without a margin. */
export function drawingPage(width: number, height: number, svg: string): Picture {
  const html = `<!DOCTYPE html><meta charset="utf-8"><style>*{margin:0}svg{display:block}</style>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${svg}</svg>`;
  return { width, height, scale: 1, html };
}
