/** A toolbar as one stop of the Tab key: arrows lead from button to button, and Tab comes back to the last one. */
import type { Attachment } from 'svelte/attachments';
import { placeByKey } from './arrow-keys.ts';

/**
 * For an element with the role `toolbar`. Its buttons may come, go, be disabled and stand in groups: the stop stays with
 * its button, and goes to the one that has its place when it cannot be pressed any more.
 */
export const oneTabStop: Attachment<HTMLElement> = (bar) => {
  let buttons: readonly HTMLButtonElement[] = [];
  let at = 0;

  function stopAt(place: number): void {
    at = place;
    for (const [index, button] of buttons.entries()) button.tabIndex = index === at ? 0 : -1;
  }

  function renew(): void {
    const stop = buttons[at];
    buttons = [...bar.querySelectorAll<HTMLButtonElement>('button:enabled')];
    const place = stop ? buttons.indexOf(stop) : -1;
    stopAt(place === -1 ? Math.max(0, Math.min(at, buttons.length - 1)) : place);
  }

  function onfocusin({ target }: FocusEvent): void {
    const place = buttons.findIndex((button) => button === target);
    if (place !== -1) stopAt(place);
  }

  function onkeydown(event: KeyboardEvent): void {
    const to = placeByKey(event, { at, count: buttons.length, as: 'row' });
    if (to === null) return;
    event.preventDefault();
    buttons[to]?.focus();
  }

  renew();
  const changing = new MutationObserver(renew);
  changing.observe(bar, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  bar.addEventListener('focusin', onfocusin);
  bar.addEventListener('keydown', onkeydown);
  return () => {
    changing.disconnect();
    bar.removeEventListener('focusin', onfocusin);
    bar.removeEventListener('keydown', onkeydown);
  };
};
