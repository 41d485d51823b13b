/** Reads a page of what Telegram Desktop exports as HTML: a text with a block a message. */
import { answers, attached, type ChatMessage, passedOn, writeChat } from '../chat/write-chat.ts';
import { DocumentWriter } from '../document-writer.ts';
import type { Hint, NoteCode, SourceDraft } from '../draft.ts';
import { decode } from '../encoding.ts';
import { parsePage } from '../html/parse.ts';
import { Walker } from '../html/walk.ts';
import { languageOf } from '../language.ts';
import { Readings } from '../readings.ts';
import { textOf } from '../text-of.ts';
import { chooseTitle, cleanLine } from '../title.ts';

const METHOD = { name: 'kuferak-telegram-html', version: '1' };

export function readTelegramHtml(bytes: Uint8Array, hint: Hint, mediaType: string): SourceDraft {
  const { text: markup, encoding, unreadable } = decode(bytes, hint.encoding, true);
  const document = parsePage(markup);
  const readings = new Readings();
  readings.add('address', hint.address, hint.by ?? 'given');
  const name = document.querySelector('.page_header .text')?.textContent ?? null;
  readings.add('title', name, 'telegram:page_header');
  const title = chooseTitle([name], hint.name);
  const messages = messagesOf(document);
  const written = writeChat(title, messages);
  const notes: NoteCode[] = [];
  if (encoding.guessed) notes.push('encoding-guessed');
  if (unreadable) notes.push('characters-unreadable');
  if (written === null) notes.push('text-too-long');
  else if (messages.length === 0) notes.push('no-text');
  const text = written === null ? null : textOf(written, readings);
  const said = messages
    .slice(0, 2_000)
    .map((message) => message.text)
    .join('\n');
  return {
    kind: 'chat',
    title,
    mediaType,
    text: text && { ...text, language: languageOf(said) },
    textMethod: METHOD,
    encoding,
    image: null,
    metadata: readings.toMetadata([]),
    saved: null,
    notes,
  };
}

function messagesOf(document: Document): ChatMessage[] {
  let sender = '';
  return [...document.querySelectorAll('.history .message')].map((message) => {
    const number = /^message(-?\d+)$/.exec(message.id)?.[1] ?? '';
    if (message.classList.contains('service'))
      return {
        number,
        sender: '',
        at: '',
        text: wordsOf(message.querySelector('.body')),
        marks: [],
      };
    // Of several messages in a row only the first names its sender.
    const body = message.querySelector(':scope > .body') ?? message;
    const from = body.querySelector(':scope > .from_name');
    if (from) sender = line(from.textContent);
    else if (!message.classList.contains('joined')) sender = '';
    const passed = body.querySelector('.forwarded');
    const inner = passed ?? body;
    return {
      number,
      sender,
      at: momentOf(body.querySelector(':scope > .date')?.getAttribute('title') ?? ''),
      text: wordsOf(inner.querySelector(':scope > .text')),
      marks: marksOf(body, passed),
    };
  });
}

function marksOf(body: Element, passed: Element | null): string[] {
  const marks: string[] = [];
  const reply = /message(\d+)/.exec(
    body.querySelector('.reply_to a')?.getAttribute('href') ?? '',
  )?.[1];
  if (reply !== undefined) marks.push(answers(reply));
  const from = passed?.querySelector('.from_name')?.textContent;
  if (from !== undefined) marks.push(passedOn(line(from)));
  for (const link of body.querySelectorAll('.media_wrap a[href]')) {
    const href = link.getAttribute('href') ?? '';
    if (/^[a-z]+:/i.test(href)) continue;
    marks.push(attached(/(\w+)_wrap/.exec(link.className)?.[1] ?? 'file', line(href)));
  }
  return marks;
}

/** In one piece, with line breaks where the message has them. */
function wordsOf(element: Element | null): string {
  if (element === null) return '';
  const writer = new DocumentWriter();
  new Walker(writer, { base: null, dropped: new Set() }).walk(element);
  return writer.finish().text;
}

/** `10.03.2026 14:33:14 UTC+03:00` → `2026-03-10 14:33:14 +03:00`; anything else as it is. */
function momentOf(title: string): string {
  const [, day, month, year, time, zone = ''] =
    /^(\d{2})\.(\d{2})\.(\d{4}) (\d{2}:\d{2}(?::\d{2})?)(?: UTC([+-]\d{2}:\d{2}))?$/.exec(
      title.trim(),
    ) ?? [];
  return year === undefined ? line(title) : `${year}-${month}-${day} ${time} ${zone}`.trim();
}

const line = (text: string) => cleanLine(text, 300);
