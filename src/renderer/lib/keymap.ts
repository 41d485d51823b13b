/**
 * Shortcuts that work on any keyboard layout: a key is known by its letter when that is Latin, else by its place.
 * Never Ctrl+Alt+letter: that is AltGr on Polish keyboards.
 */
export function keyOf(event: KeyboardEvent): string {
  if (event.isComposing || event.getModifierState('AltGraph')) return '';
  if (/^[a-z0-9]$/i.test(event.key)) return event.key.toLowerCase();
  const place = /^(?:Key([A-Z])|Digit(\d))$/.exec(event.code);
  if (event.key.length === 1 && place) return (place[1] ?? place[2] ?? '').toLowerCase();
  return event.key;
}

/** `mod+shift+l`; `mod` is Ctrl, and Command on a Mac. */
export function chordOf(event: KeyboardEvent): string {
  const key = keyOf(event);
  if (key === '') return '';
  const mod = event.ctrlKey || event.metaKey;
  return `${mod ? 'mod+' : ''}${event.altKey ? 'alt+' : ''}${event.shiftKey ? 'shift+' : ''}${key}`;
}

/** Whether typing goes into a field just now, so that single letters are letters. */
export function typing(event: KeyboardEvent): boolean {
  const at = event.target;
  if (!(at instanceof HTMLElement)) return false;
  return at.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(at.tagName);
}
