/** What the keys do with pages or a picture that can be made larger and turned. */
import type { PictureView } from './picture-view.svelte.ts';

export function viewKeys(view: PictureView) {
  return {
    zoomIn: () => {
      view.step(1);
    },
    zoomOut: () => {
      view.step(-1);
    },
    zoomFit: () => {
      view.fit();
    },
    zoomFull: () => {
      view.full();
    },
    turnLeft: () => {
      view.turnBy(-1);
    },
    turnRight: () => {
      view.turnBy(1);
    },
  };
}
