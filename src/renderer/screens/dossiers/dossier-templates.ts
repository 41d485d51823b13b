/** What a new dossier may begin with: headings in an order that its readers expect, and room for words under them. */
import type { MessageKey } from '../../../messages/translate.ts';

type Words = Extract<MessageKey, `template.${string}`>;

export interface DossierTemplate {
  readonly name: Words;
  readonly text: Words;
  /** Printed on every page, until it is changed. */
  readonly handling: Words | null;
  /** Headings; each with a text section under it, unless exhibits are to stand there. */
  readonly parts: readonly {
    readonly heading: Words;
    readonly words: boolean;
    /** An empty chronology stands under it, to be filled. */
    readonly chronology?: true;
  }[];
}

export const dossierTemplates: readonly DossierTemplate[] = [
  {
    name: 'template.evidence',
    text: 'template.evidenceText',
    handling: 'template.evidenceHandling',
    parts: [
      { heading: 'template.summary', words: true },
      { heading: 'template.events', words: true },
      { heading: 'template.evidenceOf', words: false },
      { heading: 'template.contradictions', words: false },
      { heading: 'template.gaps', words: true },
    ],
  },
  {
    name: 'template.press',
    text: 'template.pressText',
    handling: null,
    parts: [
      { heading: 'template.inShort', words: true },
      { heading: 'template.figures', words: false },
      { heading: 'template.words', words: false },
      { heading: 'template.background', words: true },
      { heading: 'template.contact', words: true },
    ],
  },
  {
    name: 'template.chronology',
    text: 'template.chronologyText',
    handling: null,
    parts: [
      { heading: 'template.scope', words: true },
      { heading: 'template.before', words: true },
      { heading: 'template.line', words: false, chronology: true },
      { heading: 'template.days', words: true },
      { heading: 'template.after', words: true },
      { heading: 'template.sources', words: false },
    ],
  },
  {
    name: 'template.witness',
    text: 'template.witnessText',
    handling: 'template.witnessHandling',
    parts: [
      { heading: 'template.account', words: true },
      { heading: 'template.statement', words: false },
      { heading: 'template.supports', words: false },
      { heading: 'template.differs', words: false },
      { heading: 'template.consent', words: true },
    ],
  },
];
