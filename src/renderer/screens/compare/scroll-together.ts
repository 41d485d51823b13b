/** Which place of one side stands beside which place of the other: straight lines between matched passages. Pure. */

/** Where a passage stands in its pane, in pixels from the top of the whole text. */
export interface Box {
  readonly top: number;
  readonly bottom: number;
}

/** A place on both sides: `[in A, in B]`. */
export type Anchor = readonly [a: number, b: number];

/** The box around several; `null` when none of them is there. */
export function around(
  boxes: readonly (Box | undefined)[],
  indices: readonly number[],
): Box | null {
  let top = Infinity;
  let bottom = -Infinity;
  for (const index of indices) {
    const box = boxes[index];
    if (!box) continue;
    top = Math.min(top, box.top);
    bottom = Math.max(bottom, box.bottom);
  }
  return top <= bottom ? { top, bottom } : null;
}

/**
 * Anchors that rise on both sides, from `[0, 0]` to the two heights. What would lead backwards (a moved passage) is
 * left out.
 */
export function anchorsOf(
  pairs: readonly (readonly [a: Box, b: Box])[],
  heightA: number,
  heightB: number,
): readonly Anchor[] {
  const anchors: Anchor[] = [[0, 0]];
  const sorted = [...pairs].sort(([one], [other]) => one.top - other.top);
  for (const [a, b] of sorted)
    for (const [atA, atB] of [
      [a.top, b.top],
      [a.bottom, b.bottom],
    ] as const) {
      const last = anchors.at(-1) ?? [0, 0];
      if (atA > last[0] && atB > last[1] && atA < heightA && atB < heightB)
        anchors.push([atA, atB]);
    }
  anchors.push([heightA, heightB]);
  return anchors;
}

/** The place beside `at`, from A (0) to B (1) or back. Never runs backwards. */
export function beside(anchors: readonly Anchor[], at: number, from: 0 | 1): number {
  const to = from === 0 ? 1 : 0;
  for (let next = 1; next < anchors.length; next += 1) {
    const low = anchors[next - 1];
    const high = anchors[next];
    if (!low || !high) break;
    if (at > high[from] && next < anchors.length - 1) continue;
    const span = high[from] - low[from];
    const share = span <= 0 ? 0 : Math.min(1, Math.max(0, (at - low[from]) / span));
    return low[to] + share * (high[to] - low[to]);
  }
  return 0;
}

export interface Pane {
  readonly scrollTop: number;
  /** What is seen of it. */
  readonly view: number;
  /** The whole text. */
  readonly height: number;
}

/**
 * Where the other pane has to stand. The line that is held equal wanders from the top of the view to its bottom as one
 * scrolls, so that both texts show their first and their last line.
 */
export function follow(anchors: readonly Anchor[], leader: Pane, other: Pane, from: 0 | 1): number {
  const room = Math.max(0, leader.height - leader.view);
  const share = room === 0 ? 0 : Math.min(1, leader.scrollTop / room);
  const line = beside(anchors, leader.scrollTop + share * leader.view, from);
  const most = Math.max(0, other.height - other.view);
  return Math.min(most, Math.max(0, line - share * other.view));
}
