/** Direct speech in a text, and who probably said it. Pure over texts. */
export { findSpeech } from './find-speech.ts';
export type { Mention, Speaker, Speech } from './speech.ts';
