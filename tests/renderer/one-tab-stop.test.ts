/** A bar of buttons is one stop of the Tab key, also when its buttons change, and whichever way it is read. */
import { afterEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { oneTabStop } from '../../src/renderer/lib/one-tab-stop.ts';

let detach: ReturnType<typeof oneTabStop>;
afterEach(() => {
  detach?.();
  document.body.replaceChildren();
});

const named = (name: string): HTMLButtonElement => {
  const button = document.createElement('button');
  button.textContent = name;
  return button;
};

/** `before`, a bar with a button for each letter, the last two of them in a group, and `behind`. */
function bar(letters: string, dir: 'ltr' | 'rtl' = 'ltr') {
  const element = document.createElement('div');
  element.setAttribute('role', 'toolbar');
  element.dir = dir;
  const buttons = letters.split('').map(named);
  const group = document.createElement('span');
  group.append(...buttons.slice(-2));
  element.append(...buttons.slice(0, -2), group);
  const before = named('before');
  document.body.append(before, element, named('behind'));
  detach = oneTabStop(element);
  before.focus();
  return { element, group, button: (name: string) => buttons[letters.indexOf(name)] };
}

/** Where the keys lead from `before`, key by key. */
async function led(keys: readonly string[]): Promise<string> {
  const names: string[] = [];
  for (const key of keys) {
    await userEvent.keyboard(key);
    names.push(document.activeElement?.textContent ?? '');
  }
  return names.join(' ');
}

const TAB = '{Tab}';
const BACK = '{Shift>}{Tab}{/Shift}';
const [LEFT, RIGHT, HOME, END] = ['{ArrowLeft}', '{ArrowRight}', '{Home}', '{End}'];

it('is passed by one press of Tab, either way', async () => {
  bar('abcd');
  expect(await led([TAB, TAB, BACK, BACK])).toBe('a behind a before');
});

it('is gone through and round by arrows, with Home and End to its ends, also in a group', async () => {
  bar('abcd');
  const keys = [TAB, RIGHT, RIGHT, RIGHT, RIGHT, LEFT, LEFT, HOME, END];
  expect(await led(keys)).toBe('a b c d a d c a d');
});

it('is gone through the way that it is read', async () => {
  bar('abcd', 'rtl');
  expect(await led([TAB, LEFT, LEFT, RIGHT, END, LEFT])).toBe('a b c b d a');
});

it('leaves the arrows that go up and down, and those with a further key, to others', async () => {
  bar('abcd');
  const others = ['{ArrowDown}', '{ArrowUp}', '{Alt>}{ArrowRight}{/Alt}'];
  expect(await led([TAB, ...others])).toBe('a a a a');
});

it('is come back to at the button that was used last, by key or by mouse', async () => {
  const { button } = bar('abcd');
  expect(await led([TAB, RIGHT, RIGHT, TAB, BACK])).toBe('a b c behind c');
  button('b')?.focus();
  expect(await led([TAB, BACK])).toBe('behind b');
});

it('passes over what is disabled, and takes it in again at its place', async () => {
  const { button } = bar('abcd');
  const [a, c] = [button('a'), button('c')];
  if (!a || !c) throw new Error('the bar has them');
  a.disabled = true;
  c.disabled = true;
  expect(await led([TAB, RIGHT, RIGHT])).toBe('b d b');
  c.disabled = false;
  expect(await led([RIGHT, TAB, BACK])).toBe('c behind c');
});

it('keeps its stop when buttons come before it, and gives it to a neighbour when it goes', async () => {
  const { element, group, button } = bar('abcd');
  expect(await led([TAB, END, TAB])).toBe('a d behind');
  element.prepend(named('new'));
  expect(await led([BACK, TAB])).toBe('d behind');
  button('d')?.remove();
  expect(await led([BACK, RIGHT])).toBe('c new');
  group.remove();
  expect(await led([RIGHT, RIGHT, RIGHT])).toBe('a b new');
});

it('is passed when none of its buttons can be pressed', async () => {
  const { element } = bar('abcd');
  for (const one of element.querySelectorAll('button')) one.disabled = true;
  expect(await led([TAB])).toBe('behind');
});
