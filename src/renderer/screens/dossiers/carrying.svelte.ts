/** What is being dragged out of the pane. It stays in the window: nothing of it is put on the drag itself. */
import type { SectionDraft } from './dossier-desk.svelte.ts';

/** A drag needs some data; a type of its own, and empty, tells another program nothing. */
const TYPE = 'application/x-kuferak-section';

export class Carrying {
  draft = $state.raw<SectionDraft | null>(null);

  begin(event: DragEvent, draft: SectionDraft): void {
    if (!event.dataTransfer) return;
    event.dataTransfer.setData(TYPE, '');
    event.dataTransfer.effectAllowed = 'copy';
    this.draft = draft;
  }

  end(): void {
    this.draft = null;
  }
}
