/** The markup of what stands right below the root of a well-formed XML text, as it was written. */

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<![^>]*>|<(\/?)[^\s/>!?](?:[^"'>]|"[^"]*"|'[^']*')*>/g;

/** In their order, as many as the root has children. */
export function childTexts(xml: string): string[] {
  const texts: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: token, 1: closes, index } of xml.matchAll(TOKEN)) {
    if (closes === undefined) continue;
    const empty = token.endsWith('/>');
    if (closes === '/') depth -= 1;
    else if (depth === 1) start = index;
    if (depth === 1 && (closes === '/' || empty))
      texts.push(xml.slice(start, index + token.length));
    if (closes === '' && !empty) depth += 1;
  }
  return texts;
}
