/** Written sections: a small part of Markdown becomes paragraphs, emphasis and lists; everything else stays the text that was typed. */
import { marked, type Token, type Tokens } from 'marked';
import { directionOf, type Direction } from './direction.ts';
import type { Printable } from './printable.ts';
import type { Run, Written } from './print.ts';

/** Deeper nesting is printed as it was typed. */
const DEEPEST = 6;

interface Setting {
  readonly printable: Printable;
  readonly lang: string;
  readonly dir: Direction;
}

/** Never fails: what cannot be taken apart is printed as plain paragraphs. */
export function readMarkdown(markdown: string, setting: Setting): readonly Written[] {
  let tokens: readonly Token[];
  try {
    tokens = marked.lexer(markdown, { gfm: true });
  } catch {
    tokens = [];
  }
  const written = tokens.flatMap((token) => writtenOf(token, setting, 0));
  return written.length > 0 || markdown.trim() === '' ? written : asTyped(markdown, setting);
}

function writtenOf(token: Token, setting: Setting, depth: number): readonly Written[] {
  if (depth > DEEPEST) return asTyped(token.raw, setting);
  switch (token.type) {
    case 'space':
    case 'def':
      return token.type === 'def' ? asTyped(token.raw, setting) : [];
    case 'paragraph':
    case 'text':
      return [paragraph(token as Tokens.Paragraph | Tokens.Text, setting)];
    case 'heading': {
      const heading = token as Tokens.Heading;
      return [{ ...paragraph(heading, setting), kind: 'heading', level: heading.depth }];
    }
    case 'list': {
      const list = token as Tokens.List;
      return [
        {
          kind: 'list',
          start: list.ordered ? Number(list.start) || 1 : null,
          items: list.items.map((item) =>
            item.tokens.flatMap((part) => writtenOf(part, setting, depth + 1)),
          ),
        },
      ];
    }
    case 'blockquote':
      return [
        {
          kind: 'quote',
          body: (token as Tokens.Blockquote).tokens.flatMap((part) =>
            writtenOf(part, setting, depth + 1),
          ),
        },
      ];
    case 'code':
      return [{ kind: 'code', t: setting.printable.text((token as Tokens.Code).text) }];
    case 'hr':
      return [{ kind: 'rule' }];
    default:
      return asTyped(token.raw, setting);
  }
}

function paragraph(
  token: { readonly raw: string; readonly text: string; readonly tokens?: Token[] },
  setting: Setting,
): Written & { kind: 'paragraph' } {
  const runs = token.tokens
    ? token.tokens.flatMap((part) => runsOf(part, setting.printable, {}, 0))
    : [setting.printable.text(token.text)];
  return { kind: 'paragraph', ...placed(token.text, setting), runs };
}

function placed(text: string, { lang, dir }: Setting): { dir: Direction; lang: string } {
  const own = directionOf(text, dir);
  return { dir: own, lang: own === dir ? lang : 'und' };
}

interface Style {
  readonly em?: true;
  readonly strong?: true;
  readonly code?: true;
}

function runsOf(token: Token, printable: Printable, style: Style, depth: number): readonly Run[] {
  const inner = (more: Style): readonly Run[] =>
    ((token as Tokens.Generic).tokens ?? []).flatMap((part) =>
      runsOf(part, printable, { ...style, ...more }, depth + 1),
    );
  if (depth > DEEPEST) return [styled(printable.text(token.raw), style)];
  switch (token.type) {
    case 'em':
      return inner({ em: true });
    case 'strong':
      return inner({ strong: true });
    case 'codespan':
      return [styled(printable.text((token as Tokens.Codespan).text), { ...style, code: true })];
    case 'br':
      return [styled('\n', style)];
    case 'escape':
      return [styled(printable.text((token as Tokens.Escape).text), style)];
    case 'link': {
      const link = token as Tokens.Link;
      const address = link.text === link.href ? '' : ` (${link.href})`;
      return [...inner({}), styled(printable.text(address), style)];
    }
    case 'text': {
      const text = token as Tokens.Text;
      return text.tokens ? inner({}) : [styled(printable.text(softened(text.text)), style)];
    }
    default:
      return [styled(printable.text(softened(token.raw)), style)];
  }
}

/** A single line end inside a paragraph is a space. */
function softened(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}

function styled(t: string, style: Style): Run {
  return Object.keys(style).length === 0 ? t : { t, ...style };
}

function asTyped(raw: string, setting: Setting): readonly Written[] {
  return raw
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => ({
      kind: 'paragraph',
      ...placed(part, setting),
      runs: [setting.printable.text(part.trim())],
    }));
}
