/** Opens PDF bytes with a worker of our own origin. The window's policy lets no other script run. */
import type { PDFDocumentProxy, PDFWorker } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

interface TrustedUrls {
  readonly createScriptURL: (url: string) => string;
}
interface TrustedTypes {
  readonly createPolicy: (name: string, rules: TrustedUrls) => TrustedUrls;
}

let opening: Promise<{
  getDocument: typeof import('pdfjs-dist').getDocument;
  worker: PDFWorker;
}> | null = null;

/** The one address that a worker may be made from. */
function trustedWorkerUrl(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('kuferak-worker', { createScriptURL: () => workerUrl });
  return policy ? policy.createScriptURL(workerUrl) : workerUrl;
}

async function start() {
  const { getDocument, PDFWorker: Maker } = await import('pdfjs-dist');
  const port = new Worker(trustedWorkerUrl(), { type: 'module' });
  return { getDocument, worker: Maker.create({ port }) };
}

/**
 * Takes the bytes over. Nothing is fetched: fonts are those in the file, pictures are decoded without WebAssembly.
 * Throws when they are no PDF that can be shown.
 */
export async function openPdf(data: Uint8Array): Promise<PDFDocumentProxy> {
  opening ??= start();
  const { getDocument, worker } = await opening;
  return getDocument({
    data,
    worker,
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    enableXfa: false,
    // Says nothing of what it reads.
    verbosity: 0,
  }).promise;
}
