/** The keys that were pressed, as one name for each, on whatever keyboard. */

/** Signs that are told by what they type, wherever they stand. A chord is parted by `+`, so that one has a name. */
const SIGNS: Readonly<Partial<Record<string, string>>> = { '+': 'plus', '=': 'plus', '-': 'minus' };
/** What stands there on keyboards that have them. */
const BRACKETS: Readonly<Partial<Record<string, string>>> = { BracketLeft: '[', BracketRight: ']' };

/**
 * Shortcuts that work on any keyboard layout: a key is known by its letter when that is Latin, else by its place.
 * Never Ctrl+Alt+letter: that is AltGr on Polish keyboards.
 */
export function keyOf(event: KeyboardEvent): string {
  if (event.isComposing || event.getModifierState('AltGraph')) return '';
  const sign = SIGNS[event.key];
  if (sign !== undefined) return sign;
  if (/^[a-z0-9]$/i.test(event.key)) return event.key.toLowerCase();
  const place = /^(?:Key([A-Z])|Digit(\d))$/.exec(event.code);
  if (event.key.length === 1 && place) return (place[1] ?? place[2] ?? '').toLowerCase();
  if (event.key.length === 1 && event.code in BRACKETS) return BRACKETS[event.code] ?? '';
  return event.key;
}

/** `mod+shift+l`; `mod` is Ctrl, and Command on a Mac. */
export function chordOf(event: KeyboardEvent): string {
  const key = keyOf(event);
  if (key === '') return '';
  const mod = event.ctrlKey || event.metaKey;
  // Where a sign needs Shift differs by layout.
  const shift = event.shiftKey && !(event.key in SIGNS);
  return `${mod ? 'mod+' : ''}${event.altKey ? 'alt+' : ''}${shift ? 'shift+' : ''}${key}`;
}

/** Whether typing goes into a field just now, so that single letters are letters. */
export function typing(event: KeyboardEvent): boolean {
  const at = event.target;
  if (!(at instanceof HTMLElement)) return false;
  return at.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(at.tagName);
}
