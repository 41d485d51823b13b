/** Exported conversations: a block a message, with sender and time at its head. */
import { afterAll, describe, expect, test } from 'vitest';
import { letters, Opener } from './opened.ts';

const opener = new Opener();
afterAll(() => opener.close());

const chat = {
  name: 'Canteen shift',
  type: 'private_group',
  id: 4_471,
  messages: [
    {
      id: 1,
      type: 'service',
      date: '2026-04-09T20:00:00',
      date_unixtime: '1775754000',
      actor: 'Alesia',
      actor_id: 'user1',
      action: 'create_group',
      title: 'Canteen shift',
      members: ['Marek'],
      text: '',
    },
    {
      id: 2,
      type: 'message',
      date: '2026-04-09T21:14:03',
      date_unixtime: '1775758443',
      from: 'Alesia',
      from_id: 'user1',
      text: 'They shut the gate.\n\nBefore six.',
    },
    {
      id: 3,
      type: 'message',
      date: '2026-04-09T21:15:00',
      date_unixtime: '1775758500',
      from: 'Marek',
      from_id: 'user2',
      reply_to_message_id: 2,
      photo: 'photos/photo_1.jpg',
      text: [{ type: 'bold', text: 'Here' }, ' is the notice.'],
    },
    {
      id: 4,
      type: 'message',
      date: '2026-04-09T21:16:00',
      from: null,
      forwarded_from: 'Harbour desk',
      text: 'Night shift stays in.',
    },
    'not a message',
  ],
};
const blocksOf = (
  text: { text: string; blocks: readonly { start: number; end: number }[] } | null,
) => (text?.blocks ?? []).map(({ start, end }) => text?.text.slice(start, end));

describe('a chat as JSON', () => {
  test('has one block a message, with number, sender and time in its zone', async () => {
    const { draft, parts } = await opener.open(JSON.stringify(chat, null, 1), 'x');
    expect(draft).toMatchObject({ kind: 'chat', title: 'Canteen shift', notes: [] });
    expect(parts).toEqual([]);
    expect(blocksOf(draft.text)).toEqual([
      'Canteen shift',
      '[1] Alesia, 2026-04-09 20:00:00 +03:00\ncreate_group · Canteen shift · Marek',
      '[2] Alesia, 2026-04-09 21:14:03 +03:00\nThey shut the gate.\nBefore six.',
      '[3] Marek, 2026-04-09 21:15:00 +03:00 ↩ [2] 📎 photo: photos/photo_1.jpg\nHere is the notice.',
      '[4], 2026-04-09 21:16:00 ⇐ Harbour desk\nNight shift stays in.',
    ]);
    expect(draft.metadata.readings).toContainEqual({
      field: 'identifier',
      value: 'private_group 4471',
      from: 'telegram:id',
    });
  });

  test('cut off it keeps what stands before the cut, and says so', async () => {
    const whole = JSON.stringify(chat);
    const { draft } = await opener.open(whole.slice(0, whole.indexOf('{"id":4,')), 'result.json');
    expect(draft.notes).toEqual(['cut-off']);
    expect(blocksOf(draft.text)).toHaveLength(4);
  });

  test('an export of all chats gives each as a part with its own bytes', async () => {
    const other = { ...chat, name: 'Pier', id: 2, type: 'personal_chat' };
    const json = JSON.stringify({
      about: 'x',
      chats: { about: 'y', list: [chat, other] },
      left_chats: { list: [chat] },
    });
    const { draft, found } = await opener.open(json, 'result.json');
    expect(draft.kind).toBe('file');
    expect(found).toHaveLength(3);
    for (const { bytes } of found) expect(json).toContain(letters(bytes));
    const [, pier] = found;
    expect(pier && (await opener.part(pier)).draft.title).toBe('Pier');
  });
});

test('an export of everything is known by its beginning, however many contacts stand before the chats', async () => {
  const contact = { user_id: 1, first_name: 'Invented', last_name: 'Person', phone_number: '+000' };
  const json = JSON.stringify(
    {
      about: 'Here is the data you requested. Telegram keeps no more than it needs.',
      personal_information: { user_id: 1 },
      contacts: { about: 'x', list: Array.from({ length: 1_000 }, () => contact) },
      chats: { about: 'y', list: [chat] },
    },
    null,
    1,
  );
  expect(json.indexOf('"chats"')).toBeGreaterThan(64 * 1024);
  const { found } = await opener.open(json, 'result.json');
  expect(found.map(({ name }) => name)).toEqual(['chats/1.json']);
});

describe('a chat as HTML', () => {
  const html = `<!DOCTYPE html><html><head><meta charset="utf-8"/></head><body><div class="page_wrap"><div class="page_header"><div class="content"><div class="text bold"> Canteen shift </div></div></div>
<div class="page_body chat_page"><div class="history">
<div class="message service" id="message-1"><div class="body details">9 April 2026</div></div>
<div class="message default clearfix" id="message2"><div class="body"><div class="pull_right date details" title="09.04.2026 21:14:03 UTC+03:00">21:14</div><div class="from_name">Alesia</div><div class="text">They shut the gate.<br>Before <strong>six</strong>.</div></div></div>
<div class="message default clearfix joined" id="message3"><div class="body"><div class="pull_right date details" title="09.04.2026 21:15:00 UTC+03:00">21:15</div><div class="reply_to details">In reply to <a href="#go_to_message2">this message</a></div><div class="media_wrap clearfix"><a class="photo_wrap clearfix pull_left" href="photos/photo_1.jpg"></a></div></div></div>
<div class="message default clearfix" id="message4"><div class="body"><div class="pull_right date details" title="yesterday">x</div><div class="text">Nobody's.</div></div></div>
</div></div></div></body></html>`;

  test('has one block a message; a message without a sender is given to nobody', async () => {
    const { draft } = await opener.open(html, 'x');
    expect(draft).toMatchObject({ kind: 'chat', title: 'Canteen shift' });
    expect(blocksOf(draft.text)).toEqual([
      'Canteen shift',
      '[-1]\n9 April 2026',
      '[2] Alesia, 2026-04-09 21:14:03 +03:00\nThey shut the gate.\nBefore six.',
      '[3] Alesia, 2026-04-09 21:15:00 +03:00 ↩ [2] 📎 photo: photos/photo_1.jpg',
      "[4], yesterday\nNobody's.",
    ]);
  });
});
