/**
 * A saved page as it looked, without anything alive in it: no scripts, no forms, no frames, nothing that leads or loads
 * from elsewhere. What is shown goes into a frame that lets none of it happen anyway; here it is taken out besides.
 */
import type { Hint } from '../draft.ts';
import { decode } from '../encoding.ts';
import { mimeParts, type MimePart } from '../mime/mime-parts.ts';
import { limits } from '../../model/index.ts';
import { markupOfMhtml } from '../formats/mhtml.ts';
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

/** `null` when there is no page in the bytes. */
export function appearanceOf(bytes: Uint8Array, hint: Hint, mhtml: boolean): string | null {
  const parts = mhtml ? mimeParts(bytes) : [];
  const markup = mhtml ? markupOfMhtml(bytes, hint) : decode(bytes, hint.encoding, true).text;
  if (markup === null) return null;
  const document = parsePage(markup);
  const pictures = picturesIn(parts);
  for (const element of document.querySelectorAll(GONE)) element.remove();
  for (const element of document.querySelectorAll('*')) still(element, pictures);
  for (const style of document.querySelectorAll('style'))
    style.textContent = stillStyle(style.textContent);
  return `<!doctype html>${document.documentElement.outerHTML}`;
}

function still(element: Element, pictures: ReadonlyMap<string, string>): void {
  // Nothing in it takes the keys.
  if (/^(?:input|button|select|textarea|fieldset)$/i.test(element.tagName))
    element.setAttribute('disabled', '');
  for (const { name, value } of [...element.attributes]) {
    const key = name.toLowerCase();
    if (key === 'tabindex' || key === 'autofocus' || key === 'contenteditable')
      element.removeAttribute(name);
    else if (key === 'style') element.setAttribute(name, stillStyle(value));
    else if (key.startsWith('on')) element.removeAttribute(name);
    else if (LEADING.has(key)) lead(element, name, value, pictures);
  }
}

/** A picture that came along stays; a place in the drawing itself too; where a link led is told, and it leads nowhere. */
function lead(
  element: Element,
  name: string,
  value: string,
  pictures: ReadonlyMap<string, string>,
): void {
  const shown = PICTURE.test(value.trim()) ? value : pictures.get(value.trim());
  const picture = /^(?:img|image|input)$/i.test(element.tagName);
  if (picture && shown !== undefined && /(?:src|href)$/i.test(name)) {
    element.setAttribute(name, shown);
    return;
  }
  if (/href$/i.test(name) && value.startsWith('#') && /^use$/i.test(element.tagName)) return;
  element.removeAttribute(name);
  if (name === 'href' && /^a$/i.test(element.tagName)) element.setAttribute('title', value);
}

/** Addresses in a style, apart from pictures and fonts that stand in it. Escapes could hide one: they go. */
function stillStyle(css: string): string {
  return css
    .replaceAll(/\\(?:[0-9a-f]{1,6}\s?|[\s\S])/gi, '')
    .replaceAll(/@import[^;]*(?:;|$)/gi, '')
    .replaceAll(/(?:-webkit-)?(?:image-set|image|cross-fade|src)\(/gi, 'none(')
    .replaceAll(/url\(\s*(['"]?)([\s\S]*?)\1\s*\)/gi, (found, _quote, address: string) =>
      PICTURE.test(address.trim()) || FONT.test(address.trim()) ? found : 'none',
    );
}

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
    const data = `data:${type[1].toLowerCase()};base64,${Buffer.from(bytes).toString('base64')}`;
    const location = part.head.get('content-location');
    const id = part.head.get('content-id')?.replace(/^<|>$/g, '');
    if (location !== undefined) pictures.set(location.trim(), data);
    if (id !== undefined) pictures.set(`cid:${id}`, data);
  }
  return pictures;
}
