/**
 * Reads what Telegram Desktop exports as JSON: one chat as a text with a block a message; an export of all chats
 * as a container whose parts are the chats, each with its own bytes.
 */
import { z } from 'zod';
import {
  answers,
  attached,
  changed,
  type ChatMessage,
  passedOn,
  writeChat,
} from '../chat/write-chat.ts';
import type { Hint, NoteCode, SourceDraft } from '../draft.ts';
import { itemSpans, jsonStart, memberStart } from '../json/spans.ts';
import { languageOf } from '../language.ts';
import type { Part, Unpacked } from '../parts.ts';
import { Readings } from '../readings.ts';
import { textOf } from '../text-of.ts';
import { chooseTitle, cleanLine } from '../title.ts';
import { keepAsFile } from './file.ts';

const METHOD = { name: 'kuferak-telegram', version: '1' };

export function readTelegram(bytes: Uint8Array, hint: Hint, mediaType: string): Unpacked {
  const json = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = jsonStart(json);
  if (memberStart(json, start, 'messages') !== -1)
    return { draft: readChat(json, hint, mediaType), parts: null };
  return { draft: keepAsFile(hint, mediaType, []), parts: chatsOf(json, start) };
}

function* chatsOf(json: Buffer, start: number): Generator<Part> {
  let number = 0;
  for (const group of ['chats', 'left_chats']) {
    const list = memberStart(json, memberStart(json, start, group), 'list');
    for (const span of itemSpans(json, list)) {
      const bytes = new Uint8Array(json.subarray(span.start, span.end));
      yield { name: `${group}/${++number}.json`, bytes, hint: { as: 'telegram' } };
    }
  }
}

/** What is looked at; whatever else an export holds is left where it is. */
const Words = z.union([z.string(), z.number()]).transform(String).catch('');
const Text = z.union([z.string(), z.array(z.union([z.string(), z.looseObject({ text: Words })]))]);
const Message = z.looseObject({
  id: Words,
  type: Words,
  date: Words,
  date_unixtime: Words,
  edited: Words,
  edited_unixtime: Words,
  from: Words,
  actor: Words,
  action: Words,
  title: Words,
  members: z.array(Words).catch([]),
  forwarded_from: Words,
  reply_to_message_id: Words,
  media_type: Words,
  photo: Words,
  file: Words,
  location_information: z.looseObject({ latitude: Words, longitude: Words }).nullable().catch(null),
  poll: z
    .looseObject({ question: Words, answers: z.array(z.looseObject({ text: Words })).catch([]) })
    .nullable()
    .catch(null),
  text: Text.catch(''),
});
type Message = z.infer<typeof Message>;

/** Message by message: one that is broken, or a file that is cut off, costs no other. */
function readChat(json: Buffer, hint: Hint, mediaType: string): SourceDraft {
  const start = jsonStart(json);
  const name = stringAt(json, memberStart(json, start, 'name'));
  const type = stringAt(json, memberStart(json, start, 'type'));
  const id = stringAt(json, memberStart(json, start, 'id'));
  const messages: Message[] = [];
  for (const span of itemSpans(json, memberStart(json, start, 'messages'))) {
    const message = Message.safeParse(parsed(json.toString('utf8', span.start, span.end)));
    if (message.success) messages.push(message.data);
  }
  const readings = new Readings();
  readings.add('address', hint.address, hint.by ?? 'given');
  readings.add('title', name, 'telegram:name');
  readings.add('identifier', id === '' ? '' : `${type} ${id}`, 'telegram:id');
  const title = chooseTitle([name, type], hint.name);
  const written = writeChat(title, messages.map(toMessage));
  const notes: NoteCode[] = [];
  if (!json.subarray(-64).toString('latin1').trimEnd().endsWith('}')) notes.push('cut-off');
  if (written === null) notes.push('text-too-long');
  else if (messages.length === 0) notes.push('no-text');
  const text = written === null ? null : textOf(written, readings);
  // Names and times at the heads would outweigh short messages in another language.
  const said = messages.slice(0, 2_000).map(wordsOf).join('\n');
  return {
    kind: 'chat',
    title,
    mediaType,
    text: text && { ...text, language: languageOf(said) },
    textMethod: METHOD,
    encoding: null,
    image: null,
    metadata: readings.toMetadata([]),
    saved: null,
    notes,
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** A short value that stands at `at`; empty when none does. */
function stringAt(json: Buffer, at: number): string {
  if (at === -1) return '';
  const value = parsed(
    /^(?:"(?:[^"\\]|\\.)*"|-?\d+)/.exec(json.toString('utf8', at, at + 4_000))?.[0] ?? '',
  );
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function toMessage(message: Message): ChatMessage {
  const { id, from, actor, action, title, members, poll } = message;
  const marks: string[] = [];
  if (message.reply_to_message_id !== '') marks.push(answers(message.reply_to_message_id));
  if (message.forwarded_from !== '') marks.push(passedOn(line(message.forwarded_from)));
  if (message.edited !== '') marks.push(changed(momentOf(message.edited, message.edited_unixtime)));
  if (message.photo !== '') marks.push(attached('photo', line(message.photo)));
  if (message.file !== '') marks.push(attached(message.media_type || 'file', line(message.file)));
  const place = message.location_information;
  if (place) marks.push(`⌖ ${place.latitude}, ${place.longitude}`);
  const event = action === '' ? '' : [action, title, ...members].filter(Boolean).join(' · ');
  const asked = poll
    ? [poll.question, ...poll.answers.map(({ text }) => `– ${text}`)].join('\n')
    : '';
  return {
    number: id,
    sender: line(from || actor),
    at: momentOf(message.date, message.date_unixtime),
    text: [event, wordsOf(message), asked].filter(Boolean).join('\n'),
    marks,
  };
}

function wordsOf({ text }: Message): string {
  if (typeof text === 'string') return text;
  return text.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
}

const line = (text: string) => cleanLine(text, 300);

/**
 * The export says local time without a zone, and the moment in seconds: together they tell the zone of the
 * computer that made it.
 */
function momentOf(local: string, unix: string): string {
  const there = Date.parse(`${local}Z`);
  const moment = Number(unix) * 1_000;
  const shown = local.replace('T', ' ');
  if (unix === '' || Number.isNaN(there) || Number.isNaN(moment)) return line(shown);
  const minutes = Math.round((there - moment) / 60_000);
  if (Math.abs(minutes) > 15 * 60) return line(shown);
  const sign = minutes < 0 ? '-' : '+';
  const two = (value: number) => String(Math.trunc(value)).padStart(2, '0');
  return `${shown} ${sign}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
}
