/**
 * Reads one mail: what its head says as readings and at the beginning of the text, its words, and what is attached
 * as parts. A mail inside of it is a part like any other, so that each has its own digests.
 */
import PostalMime, { type Address, decodeWords, type Email } from 'postal-mime';
import { DocumentWriter, type Written } from '../document-writer.ts';
import type { Hint, NoteCode } from '../draft.ts';
import { writeMarkup } from '../html/whole.ts';
import { languageOf } from '../language.ts';
import { type MimePart, mimeParts } from '../mime/mime-parts.ts';
import type { FoundPart, Part, Unpacked } from '../parts.ts';
import { Readings } from '../readings.ts';
import { textOf } from '../text-of.ts';
import { chooseTitle, cleanLine } from '../title.ts';

const METHOD = { name: 'kuferak-mail', version: '1' };
/** Recipients and attachments that are named in the text and among the readings. */
const NAMED = 200;

export async function readMail(
  bytes: Uint8Array,
  hint: Hint,
  mediaType: string,
): Promise<Unpacked> {
  const mail = await PostalMime.parse(bytes, {
    forceRfc822Attachments: true,
    maxRfc822NestingDepth: 0,
  });
  const attached = attachedTo(mail, bytes);
  const readings = new Readings();
  readings.add('address', hint.address, hint.by ?? 'given');
  readHead(mail, readings);
  for (const { name } of attached.slice(0, NAMED)) readings.add('attachment', name, 'mail');
  const body = bodyOf(mail);
  const written = write(mail, body, attached);
  const notes: NoteCode[] = [];
  if (body.includes('\ufffd')) notes.push('characters-unreadable');
  if (written === null) notes.push('text-too-long');
  else if (body.trim() === '' && attached.length === 0) notes.push('no-text');
  const text = written === null ? null : textOf(written, readings);
  return {
    draft: {
      kind: 'mail',
      title: chooseTitle([mail.subject ?? null], hint.name),
      mediaType,
      // The names in the head would outweigh a short letter in another language.
      text: text && { ...text, language: body.trim() === '' ? text.language : languageOf(body) },
      textMethod: METHOD,
      encoding: null,
      image: null,
      metadata: readings.toMetadata(namesOf(mail)),
      saved: null,
      notes,
    },
    parts: attached.length === 0 ? null : each(attached),
  };
}

function readHead(mail: Email, readings: Readings): void {
  readings.add('title', mail.subject, 'mail:Subject');
  readings.add('author', mail.from && spoken(mail.from), 'mail:From');
  if (mail.sender) readings.add('author', spoken(mail.sender), 'mail:Sender');
  for (const [field, list] of [
    ['To', mail.to],
    ['Cc', mail.cc],
    ['Bcc', mail.bcc],
  ] as const)
    for (const address of (list ?? []).slice(0, NAMED))
      readings.add('recipient', spoken(address), `mail:${field}`);
  readings.add('published', headerOf(mail, 'date'), 'mail:Date');
  readings.add('identifier', mail.messageId, 'mail:Message-ID');
  readings.add('software', headerOf(mail, 'x-mailer') ?? headerOf(mail, 'user-agent'), 'mail');
}

/** As it was written: the parser turns dates to UTC. */
function headerOf(mail: Email, name: string): string | undefined {
  const value = mail.headers.find(({ key }) => key === name)?.value;
  return value === undefined ? undefined : decodeWords(value);
}

function spoken(address: Address): string {
  if (address.group) return `${address.name}: ${address.group.map(spoken).join(', ')}`;
  const { name, address: at } = address;
  return name === '' || name === at ? at : `${name} <${at}>`;
}

/** The sender's name; the bare address says less and is among the readings. */
function namesOf({ from }: Email): string[] {
  const name = cleanLine(from?.name ?? '', 200);
  return name === '' || name.includes('@') ? [] : [name];
}

/**
 * The plain text, unless it holds less than half of what the page in the mail does: many a plain part only says
 * that the mail should be looked at elsewhere.
 */
function bodyOf({ text = '', html }: Email): string {
  if (html === undefined) return text;
  const writer = new DocumentWriter();
  writeMarkup(writer, html);
  const page = writer.finish().text;
  return lettersIn(text) * 2 >= lettersIn(page) ? text : page;
}

const lettersIn = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** The names of the head are those of the format: they are the same in every language. */
function write(
  mail: Email,
  body: string,
  attached: readonly { readonly name: string }[],
): Written | null {
  const writer = new DocumentWriter();
  writer.open('heading', 1);
  writer.write(mail.subject ?? '');
  const lines: (readonly [string, string])[] = [
    ['From', mail.from ? spoken(mail.from) : ''],
    ['To', (mail.to ?? []).slice(0, NAMED).map(spoken).join(', ')],
    ['Cc', (mail.cc ?? []).slice(0, NAMED).map(spoken).join(', ')],
    ['Date', headerOf(mail, 'date') ?? ''],
  ];
  for (const [name, value] of lines) {
    if (value === '') continue;
    writer.open('paragraph');
    writer.write(`${name}: ${value}`);
  }
  const markup = body === mail.text ? undefined : mail.html;
  writer.close();
  if (markup === undefined) {
    writer.open('paragraph');
    writer.writeExactly(body);
  } else writeMarkup(writer, markup);
  for (const { name } of attached.slice(0, NAMED)) {
    writer.open('caption');
    writer.write(`Attachment: ${name}`);
  }
  const written = writer.finish();
  return writer.overflow ? null : written;
}

/**
 * What is attached, with the names that the library reads and the bytes that stand in the mail: the library turns
 * the line ends of texts, and of mails in mails, into others, and their digests with them.
 */
function attachedTo({ attachments }: Email, bytes: Uint8Array): FoundPart[] {
  const own = mimeParts(bytes).filter((part) => !isBody(part));
  const fits =
    own.length === attachments.length &&
    own.every((part, at) => typeOf(part) === attachments[at]?.mimeType);
  return attachments.map(({ filename, mimeType, content }, at) => {
    const theirs =
      typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
    return {
      name: filename ?? `part-${at + 1}${ENDINGS[mimeType] ?? ''}`,
      bytes: (fits ? own[at]?.body() : undefined) ?? theirs,
      hint: mimeType === 'message/rfc822' ? { as: 'mail' } : {},
    };
  });
}

/** Words that are shown, as the library tells them from what is attached. */
function isBody(part: MimePart): boolean {
  const disposition = part.head.get('content-disposition') ?? '';
  return /^text\/(?:plain|html)$/.test(typeOf(part)) && !/^\s*attachment\b/i.test(disposition);
}

function typeOf({ head }: MimePart): string {
  const [type = ''] = (head.get('content-type') ?? 'text/plain').split(';');
  return type.trim().toLowerCase();
}

/** For parts without a name: so that a person sees what they are. */
const ENDINGS: Readonly<Record<string, string>> = {
  'message/rfc822': '.eml',
  'text/plain': '.txt',
  'text/html': '.html',
  'text/calendar': '.ics',
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'application/pdf': '.pdf',
};

function* each(parts: readonly Part[]): Generator<Part> {
  yield* parts;
}
