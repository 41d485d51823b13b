/**
 * Serves our own page and the pictures it shows, from our own scheme. Nothing else can be had from it: no file
 * outside the bundle, no bytes while the archive is locked.
 */
import { protocol } from 'electron';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { Archive } from '../../archive/index.ts';
import { shownPictures, SourceId } from '../../archive/model/index.ts';
import { CONTENT_SECURITY_POLICY, PAGE_POLICY } from './policies.ts';
import { ORIGIN, SCHEME } from './origin.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.ttf': 'font/ttf',
};

/** Media types that a picture may be shown as. SVG is not among them: it can hold scripts. */
const PICTURES: ReadonlySet<string> = new Set(shownPictures);

const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;

/** Before the application is ready. */
export function claimScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
    },
  ]);
}

export function serveApp(
  register: (scheme: string, handler: (request: Request) => Promise<Response>) => void,
  bundle: string,
  archive: () => Archive | null,
): void {
  register(SCHEME, async (request) => {
    const url = new URL(request.url);
    if (request.method !== 'GET' || `${url.protocol}//${url.host}` !== ORIGIN) return nothing();
    const page = /^\/page\/([a-z0-9_]{1,40})$/.exec(url.pathname);
    if (page) return servePage(archive(), page[1] ?? '');
    const document = /^\/pdf\/([a-z0-9_]{1,40})$/.exec(url.pathname);
    if (document) return servePdf(archive(), document[1] ?? '');
    const picture = /^\/blob\/([a-z0-9_]{1,40})(\/thumbnail|\/page\/([1-9]\d{0,4}))?$/.exec(
      url.pathname,
    );
    if (!picture) return serveFile(bundle, url.pathname);
    const size = picture[2] === '/thumbnail' ? 'thumbnail' : 'full';
    return servePicture(archive(), picture[1] ?? '', size, Number(picture[3] ?? 1));
  });
}

async function serveFile(bundle: string, pathname: string): Promise<Response> {
  const path = normalize(
    join(bundle, decodeURIComponent(pathname === '/' ? '/index.html' : pathname)),
  );
  const type = TYPES[extname(path)];
  if (!path.startsWith(bundle + sep) || type === undefined) return nothing();
  try {
    return new Response(new Uint8Array(await readFile(path)), {
      headers: { ...HEADERS, 'content-type': type },
    });
  } catch {
    return nothing();
  }
}

async function servePicture(
  archive: Archive | null,
  id: string,
  size: 'thumbnail' | 'full',
  page: number,
): Promise<Response> {
  const source = SourceId.safeParse(id);
  if (!archive || !source.success) return nothing();
  const picture = await archive.picture(source.data, size, page);
  if (!picture.ok || !PICTURES.has(picture.value.mediaType)) return nothing();
  return new Response(new Uint8Array(picture.value.bytes), {
    headers: {
      ...HEADERS,
      'content-type': picture.value.mediaType,
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
}

/** A saved page as it looked, for a frame of its own. */
async function servePage(archive: Archive | null, id: string): Promise<Response> {
  const source = SourceId.safeParse(id);
  if (!archive || !source.success) return nothing();
  const page = await archive.appearance(source.data);
  if (!page.ok) return nothing();
  return new Response(page.value, {
    headers: {
      ...HEADERS,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': PAGE_POLICY,
      'x-dns-prefetch-control': 'off',
    },
  });
}

/** A PDF, for the window's own drawing of its pages; never as a page of its own. */
async function servePdf(archive: Archive | null, id: string): Promise<Response> {
  const source = SourceId.safeParse(id);
  if (!archive || !source.success) return nothing();
  const records = await archive.records();
  const found = records.ok
    ? records.value.sources.find((known) => known.id === source.data)
    : undefined;
  if (found?.original.mediaType !== 'application/pdf') return nothing();
  const bytes = await archive.original(found.id);
  if (!bytes.ok) return nothing();
  return new Response(new Uint8Array(bytes.value), {
    headers: {
      ...HEADERS,
      'content-type': 'application/octet-stream',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
}

function nothing(): Response {
  return new Response(null, { status: 404, headers: HEADERS });
}
