/** Begins a drag that stays in the window: what is dragged is known here, and nothing of it is put on the drag itself. */

/** A drag needs some data; a type of its own, and empty, tells another program nothing and puts nothing into its texts. */
const TYPE = 'application/x-kuferak';

export function beginOwnDrag({ dataTransfer }: DragEvent, effect: 'copy' | 'move'): void {
  if (!dataTransfer) return;
  dataTransfer.setData(TYPE, '');
  dataTransfer.effectAllowed = effect;
}
