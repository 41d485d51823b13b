/** A conversation as a text: one block a message, with its number, sender and time at its head. */
import { DocumentWriter, type Written } from '../document-writer.ts';

export interface ChatMessage {
  /** As the messenger counts it; empty where it does not. */
  readonly number: string;
  readonly sender: string;
  /** With its zone, if it has one. */
  readonly at: string;
  readonly text: string;
  /** What it answers, where it was passed on from, when it was changed, what is attached: by signs, not by words. */
  readonly marks: readonly string[];
}

/** `null` when the text outgrows the limits. */
export function writeChat(title: string, messages: Iterable<ChatMessage>): Written | null {
  const writer = new DocumentWriter();
  writer.open('heading', 1);
  writer.write(title);
  for (const { number, sender, at, text, marks } of messages) {
    if (writer.overflow) return null;
    writer.open('paragraph');
    writer.mark('strong');
    writer.write([number === '' ? '' : `[${number}]`, sender].filter(Boolean).join(' '));
    writer.unmark();
    const told = [at, ...marks].filter((part) => part !== '');
    if (told.length > 0) writer.write(`, ${told.join(' ')}`);
    // A blank line would end the block, and with it the message.
    for (const line of text.split(/\r\n?|\n/).filter((one) => one.trim() !== '')) {
      writer.breakLine();
      writer.write(line);
    }
  }
  const written = writer.finish();
  return writer.overflow ? null : written;
}

/** What a message answers, by its number. */
export const answers = (number: string) => `↩ [${number}]`;
/** Where it was passed on from. */
export const passedOn = (from: string) => `⇐ ${from}`;
export const changed = (at: string) => `✎ ${at}`;
export const attached = (kind: string, name: string) => `📎 ${kind}: ${name}`;
