/**
 * The two names of a page's address: the app's (`app://archive/x`) and the one that Chromium is shown (`https://archive.app.invalid/x`).
 *
 * Chromium cannot be taught a new standard scheme from outside, and only secure origins have the web's full set of features. `.invalid`
 * is reserved (RFC 2606) and resolves nowhere; besides, no request leaves the host.
 */

/** Stands for an empty host, as in `app:///x`. */
const NO_HOST = 'no-host';

export interface Privileges {
  readonly standard?: boolean;
  readonly secure?: boolean;
  readonly bypassCSP?: boolean;
  readonly allowServiceWorkers?: boolean;
  readonly supportFetchAPI?: boolean;
  readonly corsEnabled?: boolean;
  readonly stream?: boolean;
  readonly codeCache?: boolean;
}

const privileged = new Map<string, Privileges>();

/** Remembers a scheme's privileges. */
export function registerScheme(scheme: string, privileges: Privileges): void {
  privileged.set(scheme, privileges);
}

/** The schemes registered as privileged, with what they may. */
export function registeredSchemes(): ReadonlyMap<string, Privileges> {
  return privileged;
}

/** A scheme as a DNS label: a scheme may hold `+` and `.`, which a label cannot. */
function label(scheme: string): string {
  return scheme.replaceAll('+', '--p--').replaceAll('.', '--d--');
}

function unlabel(text: string): string {
  return text.replaceAll('--p--', '+').replaceAll('--d--', '.');
}

/** For each registered scheme the name that stands for it in shown addresses. */
export type SchemeLabels = Readonly<Record<string, string>>;

/**
 * The shown form of `address`, if its scheme is in `labels`, else the address as it is.
 * The function stands alone, because its source text also runs inside pages.
 */
export function showAddress(address: string, labels: SchemeLabels): string {
  const match = /^([a-z][a-z0-9+.-]*):(?:\/\/)?([^/?#]*)([^]*)$/i.exec(address.trim());
  const name = match?.[1]?.toLowerCase();
  if (match === null || name === undefined || !Object.hasOwn(labels, name)) return address;
  const host = match[2] === undefined || match[2] === '' ? 'no-host' : match[2].toLowerCase();
  const rest = match[3] ?? '';
  return `https://${host}.${labels[name] ?? ''}.invalid${rest.startsWith('/') ? '' : '/'}${rest}`;
}

export type ShowAddress = typeof showAddress;

/** The labels of all registered schemes. */
export function schemeLabels(): SchemeLabels {
  return Object.fromEntries([...privileged.keys()].map((scheme) => [scheme, label(scheme)]));
}

/** The address to show to Chromium. Addresses of schemes that are not privileged stay as they are. */
export function toShown(address: string): string {
  return showAddress(address, schemeLabels());
}

const shown = /^https:\/\/([^/?#:]+)\.([a-z][a-z0-9-]*)\.invalid(?=[/?#:]|$)([^]*)$/i;

/** The app's own address behind one that Chromium mentions. Addresses that are not ours stay as they are. */
export function toOwn(address: string): string {
  const match = shown.exec(address);
  const scheme = match?.[2] === undefined ? undefined : unlabel(match[2].toLowerCase());
  if (match === null || scheme === undefined || !privileged.has(scheme)) return address;
  return `${scheme}://${match[1] === NO_HOST ? '' : (match[1] ?? '')}${match[3] ?? ''}`;
}

/** Replaces every shown address in a text (such as a message of the DevTools protocol) by the app's own. */
export function ownInText(text: string): string {
  if (!text.includes('.invalid')) return text;
  return text.replace(/https:\/\/[a-z0-9.-]+\.invalid(?=[/?#:"'`\\\s]|$)/gi, (found) =>
    toOwn(found),
  );
}

/** Replaces every address of the app's own, with a host, in a text by the one that Chromium is shown. */
export function shownInText(text: string): string {
  let result = text;
  for (const scheme of privileged.keys()) {
    if (!result.includes(`${scheme}://`)) continue;
    const escaped = scheme.replace(/[.+]/g, '\\$&');
    const pattern = new RegExp(
      `(?<![\\w+.-])${escaped}:\\/\\/[a-z0-9.-]+(?=[/?#"'\`\\\\\\s]|$)`,
      'gi',
    );
    result = result.replace(pattern, (found) => toShown(found).replace(/\/$/, ''));
  }
  return result;
}

/** The scheme of an address in lower case, without the colon; empty when there is none. */
export function schemeOf(address: string): string {
  return /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase() ?? '';
}

/** The origin of an address as Electron gives it: `app://archive` for our schemes, else the URL's, `null` for opaque ones. */
export function originOf(address: string): string {
  const scheme = schemeOf(address);
  if (privileged.has(scheme)) return /^[^:]+:\/\/[^/?#]*/.exec(address)?.[0] ?? 'null';
  return URL.canParse(address) ? new URL(address).origin : 'null';
}

function shownSource(source: string): string[] {
  const scheme = schemeOf(source);
  if (!privileged.has(scheme)) return [];
  if (source === `${scheme}:`) return [`https://*.${label(scheme)}.invalid`];
  return [toShown(source).replace(/\/$/, '')];
}

/** A content security policy that means the same for the shown addresses as the given one means for the app's own. */
export function shownPolicy(policy: string): string {
  return policy
    .split(/([;,\s]+)/)
    .map((part) => [part, ...shownSource(part)].join(' '))
    .join('');
}
