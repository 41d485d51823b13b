/** RTF cut into its tokens: groups, control words, bytes and text. */

export type Token =
  | { readonly kind: 'open' | 'close' }
  | { readonly kind: 'word'; readonly name: string; readonly number: number | null }
  /** One letter after a backslash that is no word: `~`, `*`, `_` … */
  | { readonly kind: 'sign'; readonly sign: string }
  /** Bytes of text in the code page of the moment. */
  | { readonly kind: 'bytes'; readonly bytes: string };

const WORD = /\\([a-zA-Z]{1,40})(-?\d{1,10})? ?/y;
const HEX = /\\'([0-9a-fA-F]{2})/y;
const PLAIN = /[^\\{}\r\n]+/y;

/** `text` holds one byte in each unit. Line ends between tokens mean nothing. */
export function* tokensOf(text: string): Generator<Token> {
  let at = 0;
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  while (at < text.length) {
    const letter = text.charAt(at);
    if (letter === '{' || letter === '}') {
      at++;
      yield { kind: letter === '{' ? 'open' : 'close' };
    } else if (letter === '\r' || letter === '\n') at++;
    else if (letter !== '\\') yield { kind: 'bytes', bytes: match(PLAIN)?.[0] ?? '' };
    else {
      const hex = match(HEX);
      if (hex) {
        yield { kind: 'bytes', bytes: String.fromCharCode(Number.parseInt(hex[1] ?? '', 16)) };
        continue;
      }
      const word = match(WORD);
      if (word) {
        const [, name = '', digits] = word;
        const number = digits === undefined ? null : Number(digits);
        // Raw bytes follow, which may look like anything.
        if (name === 'bin' && number !== null && number > 0) at += number;
        else yield { kind: 'word', name, number };
      } else {
        yield { kind: 'sign', sign: text.charAt(at + 1) };
        at += 2;
      }
    }
  }
}
