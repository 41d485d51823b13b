/** How two lines of one paragraph meet: with a blank, as one word, or at a hyphen that stays. */
export type Joint = 'blank' | 'word' | 'hyphen';

const LAST = /(\p{L}*\p{Ll}|\p{Lu}{2,})([-\u2010\u00ad]?)$/u;
const NEXT = /^(\p{Ll}\p{L}*|\p{Lu}{2,})/u;
const COMPOUND = /\p{L}+(?:[-\u2010]\p{L}+)+/gu;

/** The words of a document, against which the halves of a broken word are held. */
export class Vocabulary {
  readonly #words = new Set<string>();
  readonly #compounds = new Set<string>();

  /** Takes in a line without its first and last word: they may be halves. */
  note(line: string): void {
    const inner = line.replace(/^\s*\S+/, '').replace(/\S+\s*$/, '');
    for (const [word] of inner.matchAll(/\p{L}+/gu)) this.#words.add(word.toLowerCase());
    for (const [word] of inner.matchAll(COMPOUND)) this.#compounds.add(plain(word));
  }

  joint(before: string, after: string): Joint {
    const [, first = '', hyphen = ''] = LAST.exec(before) ?? [];
    const [, second = ''] = NEXT.exec(after) ?? [];
    if (isSmall(first) === isSmall(second) && first !== '' && second !== '')
      return this.#jointOf(first.toLowerCase(), hyphen, second.toLowerCase());
    return /\p{L}[-\u2010]$/u.test(before) && /^\p{L}/u.test(after) ? 'hyphen' : 'blank';
  }

  /**
   * A hyphen at the end of a line goes when the document knows the word without it, and stays when it knows the word
   * with it, or both halves as words of their own. A half that stands nowhere alone is a half: the hyphen goes. Some
   * PDFs tell the hyphen as a letter that shows nothing, and it is lost: then only a known word is put together.
   */
  #jointOf(first: string, hyphen: string, second: string): Joint {
    if (hyphen === '\u00ad') return 'word';
    const known = this.#words.has(first + second);
    const halves = [first, second].filter((half) => this.#words.has(half)).length;
    if (hyphen === '') return known && halves === 0 ? 'word' : 'blank';
    if (known) return 'word';
    if (this.#compounds.has(`${first}-${second}`)) return 'hyphen';
    return halves === 2 ? 'hyphen' : 'word';
  }
}

const isSmall = (word: string) => /^\p{L}*\p{Ll}$/u.test(word);

const plain = (word: string) => word.toLowerCase().replaceAll('\u2010', '-');
