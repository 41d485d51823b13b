/** Writes XML 1.0: what may not stand in it is replaced by U+FFFD, so that a hostile text cannot break a document. */
const FORBIDDEN =
  // eslint-disable-next-line no-control-regex -- these are the characters that XML 1.0 does not allow
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

export function escapeText(text: string): string {
  return text.replace(FORBIDDEN, '\uFFFD').replace(/[&<>\r]/g, (sign) => ESCAPES[sign] ?? sign);
}

export function escapeAttribute(text: string): string {
  return text
    .replace(FORBIDDEN, '\uFFFD')
    .replace(/[&<>"\n\r\t]/g, (sign) => ESCAPES[sign] ?? sign);
}

/** `children` are finished elements; `text` is escaped here. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly string[] = [],
  text = '',
): string {
  const given = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escapeAttribute(value)}"`,
  );
  const inside = escapeText(text) + children.join('');
  const open = `<${name}${given.join('')}`;
  return inside === '' ? `${open}/>` : `${open}>${inside}</${name}>`;
}

export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root}\n`;
}
