/** What a call of the face answers, for rooms whose work answers with codes that are wider than its own. */
import type { Archive } from '../../face/index.ts';

export type Answer<Name extends keyof Archive> = Awaited<ReturnType<Archive[Name]>>;
