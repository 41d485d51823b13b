/** The colour of a tag as a CSS value; tags without one are grey. */
export function tagColour(colour: number | null, without = 'var(--ink-3)'): string {
  return colour === null ? without : `var(--tag-${colour})`;
}
