/** One thing to look at: how the window begins, and what is done in it before the picture is taken. */
import type { Page } from '@playwright/test';

export interface View {
  readonly name: string;
  /** `?empty`: what tests/renderer/look/main.ts reads of it. */
  readonly query?: string;
  readonly act?: (page: Page) => Promise<void>;
}
