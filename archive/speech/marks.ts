/** The passages of a block that stand between quotation marks, whatever marks they are: the outermost ones alone. */

export interface Marked {
  /** The words between the marks. */
  readonly start: number;
  readonly end: number;
  /** Where the opening mark stands, and where what follows the closing one begins. */
  readonly from: number;
  readonly to: number;
  /** The opening mark. */
  readonly mark: string;
  /** Goes on to the end of its block: closed in a later one, or never. */
  readonly open: boolean;
}

const CLOSES: Readonly<Record<string, string>> = {
  '«': '»',
  '»': '«',
  '„': '“”"',
  '“': '”',
  '”': '”',
  '‹': '›',
  '‘': '’',
  '‚': '‘’',
  '"': '"',
};
/** Marks within marks beyond which nobody follows. */
const DEEPEST = 8;
const LETTER = /[\p{L}\p{N}]/u;
const BEFORE_OPENING = /[\s([{«„“‹‘—–\-/:]/u;

const isLetter = (text: string, at: number) => LETTER.test(text.charAt(at));
const beginsHere = (text: string, at: number, from: number) =>
  at === from || BEFORE_OPENING.test(text.charAt(at - 1));

/** Whether the mark at `at` opens something when nothing is open. */
function opens(text: string, at: number, from: number, to: number): boolean {
  const next = at + 1 < to ? text.charAt(at + 1) : ' ';
  switch (text.charAt(at)) {
    case '«':
    case '„':
    case '‹':
    case '‚':
    case '“':
      return /\S/u.test(next);
    case '»':
    case '”':
    case '‘':
    case '"':
      // After a letter or a digit it is an apostrophe, or inches.
      return beginsHere(text, at, from) && /[^\s.,;:!?)]/u.test(next);
    default:
      return false;
  }
}

/** Whether the mark at `at` closes what `opener` opened. */
function closes(text: string, at: number, opener: string, lastCurly: number): boolean {
  const mark = text.charAt(at);
  if (opener === '“' && mark === '“') return lastCurly < at;
  if (!(CLOSES[opener] ?? '').includes(mark)) return false;
  // An apostrophe inside a word closes nothing.
  return mark !== '’' || !isLetter(text, at + 1);
}

/** The passages between `from` and `to`, in order. Takes time linear in the block. */
export function marksIn(text: string, from: number, to: number): Marked[] {
  const found: Marked[] = [];
  const stack: string[] = [];
  const lastCurly = text.slice(from, to).lastIndexOf('”') + from;
  let outer = -1;
  for (let at = from; at < to; at++) {
    const mark = text.charAt(at);
    if (!(mark in CLOSES) && mark !== '’' && mark !== '›') continue;
    const level = stack.findLastIndex((opener) => closes(text, at, opener, lastCurly));
    if (level >= 0) {
      stack.length = level;
      if (level === 0) found.push(marked(text, outer, at, at + 1, false));
    } else if (stack.length < DEEPEST && opens(text, at, from, to)) {
      if (stack.length === 0) outer = at;
      stack.push(mark);
    }
  }
  if (stack.length > 0) found.push(marked(text, outer, to, to, true));
  return found;
}

function marked(text: string, from: number, end: number, to: number, open: boolean): Marked {
  let start = from + 1;
  while (start < end && /\s/u.test(text.charAt(start))) start++;
  while (end > start && /\s/u.test(text.charAt(end - 1))) end--;
  return { start, end, from, to, mark: text.charAt(from), open };
}
