/**
 * A saved page as it looked, without anything alive in it: no scripts, no forms, no frames, nothing that leads or loads
 * from elsewhere. What is shown goes into a frame that lets none of it happen anyway; here it is taken out besides.
 */
import type { Hint } from '../draft.ts';
import { decode } from '../encoding.ts';
import { mimeParts, type MimePart } from '../mime/mime-parts.ts';
import { limits } from '../../model/index.ts';
import { markupOfMhtml } from '../formats/mhtml.ts';
import { localName } from './local-address.ts';
import type { ShownBeside } from './page-files.ts';
import { parsePage } from './parse.ts';

const GONE =
  'script, noscript, template, link, meta, base, iframe, frame, frameset, object, embed, applet, portal, fencedframe, audio, video, track, param, foreignObject, animate, set, animateMotion, animateTransform';
/** Pictures that may stand in a page as data. SVG is not among them: it can hold scripts. */
const PICTURE = /^data:image\/(?:png|jpeg|gif|webp);base64,[a-z0-9+/=\s]*$/i;
const FONT = /^data:(?:font\/[a-z0-9-]+|application\/(?:x-)?font-[a-z0-9-]+);/i;
const LEADING: ReadonlySet<string> = new Set([
  'href',
  'xlink:href',
  'src',
  'srcset',
  'srcdoc',
  'imagesrcset',
  'poster',
  'background',
  'action',
  'formaction',
  'ping',
  'data',
  'longdesc',
  'manifest',
  'target',
  'cite',
  'lowsrc',
  'dynsrc',
]);

/** What a name in the page stands for: a picture as data, or nothing. */
type Find = (address: string) => string | undefined;

/** `null` when there is no page in the bytes. `beside` is what was kept of the folder beside it. */
export function appearanceOf(
  bytes: Uint8Array,
  hint: Hint,
  mhtml: boolean,
  beside: readonly ShownBeside[],
): string | null {
  const parts = mhtml ? mimeParts(bytes) : [];
  const markup = mhtml ? markupOfMhtml(bytes, hint) : decode(bytes, hint.encoding, true).text;
  if (markup === null) return null;
  const document = parsePage(markup);
  const within = picturesIn(parts);
  const kept = new Beside(beside);
  const find: Find = (address) => within.get(address) ?? kept.picture(address, []);
  for (const style of document.querySelectorAll('style'))
    style.textContent = stillStyle(style.textContent, find);
  for (const link of document.querySelectorAll('link')) bringStyle(link, kept);
  for (const element of document.querySelectorAll(GONE)) element.remove();
  for (const element of document.querySelectorAll('*')) still(element, find);
  return `<!doctype html>${document.documentElement.outerHTML}`;
}

/** A style that lay beside the page is put in the place of the link to it. */
function bringStyle(link: Element, kept: Beside): void {
  const kinds = (link.getAttribute('rel') ?? '').toLowerCase().split(/\s+/);
  const address = link.getAttribute('href');
  if (address === null || !kinds.includes('stylesheet') || kinds.includes('alternate')) return;
  const css = kept.style(address);
  if (css === undefined) return;
  const style = link.ownerDocument.createElement('style');
  const media = link.getAttribute('media');
  if (media !== null) style.setAttribute('media', media);
  style.textContent = css;
  link.replaceWith(style);
}

function still(element: Element, find: Find): void {
  // Nothing in it takes the keys.
  if (/^(?:input|button|select|textarea|fieldset)$/i.test(element.tagName))
    element.setAttribute('disabled', '');
  for (const { name, value } of [...element.attributes]) {
    const key = name.toLowerCase();
    if (key === 'tabindex' || key === 'autofocus' || key === 'contenteditable')
      element.removeAttribute(name);
    else if (key === 'style') element.setAttribute(name, stillStyle(value, find));
    else if (key.startsWith('on')) element.removeAttribute(name);
    else if (LEADING.has(key)) lead(element, name, value, find);
  }
}

/** A picture that came along stays; a place in the drawing itself too; where a link led is told, and it leads nowhere. */
function lead(element: Element, name: string, value: string, find: Find): void {
  const picture = /^(?:img|image|input)$/i.test(element.tagName) && /(?:src|href)$/i.test(name);
  const shown = picture ? (PICTURE.test(value.trim()) ? value : find(value.trim())) : undefined;
  if (shown !== undefined) {
    element.setAttribute(name, shown);
    return;
  }
  if (/href$/i.test(name) && value.startsWith('#') && /^use$/i.test(element.tagName)) return;
  element.removeAttribute(name);
  if (name === 'href' && /^a$/i.test(element.tagName)) element.setAttribute('title', value);
}

/**
 * Addresses in a style, apart from pictures and fonts that stand in it or came along. Escapes could hide one: they go. An
 * angle bracket could end the style.
 */
function stillStyle(css: string, find: Find): string {
  return css
    .replaceAll(/\\(?:[0-9a-f]{1,6}\s?|[\s\S])/gi, '')
    .replaceAll(/@import[^;]*(?:;|$)/gi, '')
    .replaceAll(/(?:-webkit-)?(?:image-set|image|cross-fade|src)\(/gi, 'none(')
    .replaceAll(/url\(\s*(['"]?)([\s\S]*?)\1\s*\)/gi, (found, _quote, address: string) => {
      if (PICTURE.test(address.trim()) || FONT.test(address.trim())) return found;
      const shown = find(address.trim());
      return shown === undefined ? 'none' : `url("${shown}")`;
    })
    .replaceAll('<', '\\3c ');
}

/** What was kept of the folder beside the page, by the names by which its files call each other. */
class Beside {
  readonly #files: ReadonlyMap<string, ShownBeside>;
  /** One picture may be called for very often. */
  #left = 4 * limits.pageFilesBytes;

  constructor(files: readonly ShownBeside[]) {
    this.#files = new Map(files.map((file) => [file.name.normalize('NFC'), file]));
  }

  picture(address: string, folder: readonly string[]): string | undefined {
    const file = this.#file(address, folder);
    if (!file || file.mediaType === 'text/css' || file.bytes.length > this.#left) return undefined;
    this.#left -= file.bytes.length;
    return dataOf(file.mediaType, file.bytes);
  }

  style(address: string): string | undefined {
    const file = this.#file(address, []);
    if (file?.mediaType !== 'text/css') return undefined;
    const folder = file.name.split('/').slice(0, -1);
    const { text } = decode(file.bytes, undefined, false);
    return stillStyle(text, (inner) => this.picture(inner, folder));
  }

  #file(address: string, folder: readonly string[]): ShownBeside | undefined {
    const name = localName(address, folder);
    return name === null ? undefined : this.#files.get(name);
  }
}

const dataOf = (mediaType: string, bytes: Uint8Array) =>
  `data:${mediaType};base64,${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64')}`;

/** Pictures of a page that was saved as one file, as data, by the names under which it calls them. */
function picturesIn(parts: readonly MimePart[]): Map<string, string> {
  const pictures = new Map<string, string>();
  let left: number = limits.parsedBytes;
  for (const part of parts) {
    const type = /^\s*(image\/(?:png|jpeg|gif|webp))\b/i.exec(part.head.get('content-type') ?? '');
    if (!type?.[1]) continue;
    const bytes = part.body();
    left -= bytes.length;
    if (left < 0) break;
    const data = dataOf(type[1].toLowerCase(), bytes);
    const location = part.head.get('content-location');
    const id = part.head.get('content-id')?.replace(/^<|>$/g, '');
    if (location !== undefined) pictures.set(location.trim(), data);
    if (id !== undefined) pictures.set(`cid:${id}`, data);
  }
  return pictures;
}
