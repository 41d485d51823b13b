/** What is being dragged out of the pane. */
import { beginOwnDrag } from '../../lib/own-drag.ts';
import type { SectionDraft } from './dossier-desk.svelte.ts';

export class Carrying {
  draft = $state.raw<SectionDraft | null>(null);

  begin(event: DragEvent, draft: SectionDraft): void {
    beginOwnDrag(event, 'copy');
    this.draft = draft;
  }

  end(): void {
    this.draft = null;
  }
}
