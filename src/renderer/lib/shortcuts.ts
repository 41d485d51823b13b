/** The one table of shortcuts. Handling, tooltips and the list of keys are all made from it. */
import type { MessageKey } from '../../messages/translate.ts';
import { chordOf, typing } from './keymap.ts';

type Scope =
  | 'everywhere'
  | 'library'
  | 'search'
  | 'reader'
  | 'picture'
  | 'quote'
  | 'compare'
  | 'claims'
  | 'dossiers';

export interface Shortcut {
  readonly scope: Scope;
  readonly chord: string;
  readonly label: MessageKey;
}

export const shortcuts = {
  search: { scope: 'everywhere', chord: 'mod+k', label: 'shortcut.search' },
  searchScreen: { scope: 'everywhere', chord: 'mod+shift+f', label: 'screen.search' },
  library: { scope: 'everywhere', chord: 'mod+1', label: 'screen.library' },
  read: { scope: 'everywhere', chord: 'mod+2', label: 'screen.read' },
  compare: { scope: 'everywhere', chord: 'mod+3', label: 'screen.compare' },
  claims: { scope: 'everywhere', chord: 'mod+4', label: 'screen.claims' },
  dossiers: { scope: 'everywhere', chord: 'mod+5', label: 'screen.dossiers' },
  log: { scope: 'everywhere', chord: 'mod+6', label: 'screen.log' },
  settings: { scope: 'everywhere', chord: 'mod+7', label: 'screen.settings' },
  timeline: { scope: 'everywhere', chord: 'mod+8', label: 'screen.timeline' },
  import: { scope: 'everywhere', chord: 'mod+i', label: 'shortcut.import' },
  undo: { scope: 'everywhere', chord: 'mod+z', label: 'shortcut.undo' },
  redo: { scope: 'everywhere', chord: 'mod+shift+z', label: 'shortcut.redo' },
  star: { scope: 'everywhere', chord: 'mod+d', label: 'shortcut.star' },
  readOn: { scope: 'everywhere', chord: 'mod+shift+d', label: 'shortcut.readOn' },
  back: { scope: 'everywhere', chord: 'alt+ArrowLeft', label: 'shortcut.back' },
  forward: { scope: 'everywhere', chord: 'alt+ArrowRight', label: 'shortcut.forward' },
  lock: { scope: 'everywhere', chord: 'mod+l', label: 'shortcut.lock' },
  keys: { scope: 'everywhere', chord: 'mod+/', label: 'shortcut.keys' },
  filter: { scope: 'library', chord: 'mod+f', label: 'shortcut.filter' },
  deleteSource: { scope: 'library', chord: 'Delete', label: 'deleting.do' },
  several: { scope: 'library', chord: 'mod+shift+a', label: 'shortcut.several' },
  allResults: { scope: 'search', chord: 'mod+Enter', label: 'shortcut.allResults' },
  query: { scope: 'search', chord: 'mod+f', label: 'shortcut.query' },
  queryHelp: { scope: 'search', chord: 'F1', label: 'shortcut.queryHelp' },
  saveSearch: { scope: 'search', chord: 'mod+s', label: 'shortcut.saveSearch' },
  alike: { scope: 'search', chord: 'm', label: 'shortcut.alike' },
  quote: { scope: 'reader', chord: 'q', label: 'shortcut.quote' },
  copy: { scope: 'reader', chord: 'c', label: 'shortcut.copy' },
  sentence: { scope: 'reader', chord: 's', label: 'shortcut.sentence' },
  sentenceBefore: { scope: 'reader', chord: 'a', label: 'shortcut.sentenceBefore' },
  extend: { scope: 'reader', chord: 'shift+s', label: 'shortcut.extend' },
  nextQuote: { scope: 'reader', chord: 'j', label: 'shortcut.nextQuote' },
  previousQuote: { scope: 'reader', chord: 'k', label: 'shortcut.previousQuote' },
  nextSuggestion: { scope: 'reader', chord: 'g', label: 'shortcut.nextSuggestion' },
  whereElse: { scope: 'reader', chord: 'w', label: 'shortcut.whereElse' },
  nextSource: { scope: 'reader', chord: 'alt+ArrowDown', label: 'shortcut.nextSource' },
  previousSource: { scope: 'reader', chord: 'alt+ArrowUp', label: 'shortcut.previousSource' },
  original: { scope: 'reader', chord: 'o', label: 'shortcut.original' },
  find: { scope: 'reader', chord: 'mod+f', label: 'shortcut.find' },
  zoomIn: { scope: 'picture', chord: 'plus', label: 'picture.larger' },
  zoomOut: { scope: 'picture', chord: 'minus', label: 'picture.smaller' },
  zoomFit: { scope: 'picture', chord: '0', label: 'picture.fit' },
  zoomFull: { scope: 'picture', chord: '1', label: 'picture.full' },
  turnLeft: { scope: 'picture', chord: '[', label: 'picture.turnLeft' },
  turnRight: { scope: 'picture', chord: ']', label: 'picture.turnRight' },
  regionRectangle: { scope: 'picture', chord: 'r', label: 'region.rectangle' },
  regionOutline: { scope: 'picture', chord: 'p', label: 'region.outline' },
  nextDifference: { scope: 'compare', chord: 'F8', label: 'shortcut.nextDifference' },
  previousDifference: { scope: 'compare', chord: 'shift+F8', label: 'shortcut.previousDifference' },
  onlyDifferences: { scope: 'compare', chord: 'o', label: 'shortcut.onlyDifferences' },
  swap: { scope: 'compare', chord: 'x', label: 'shortcut.swap' },
  quoteBeside: { scope: 'compare', chord: 'q', label: 'shortcut.quoteBeside' },
  sentenceBeside: { scope: 'compare', chord: 's', label: 'shortcut.sentence' },
  sentenceBeforeBeside: { scope: 'compare', chord: 'a', label: 'shortcut.sentenceBefore' },
  extendBeside: { scope: 'compare', chord: 'shift+s', label: 'shortcut.extend' },
  whereElseBeside: { scope: 'compare', chord: 'w', label: 'shortcut.whereElseBeside' },
  tellSame: { scope: 'compare', chord: 'p', label: 'shortcut.tellSame' },
  tellOther: { scope: 'compare', chord: 'shift+p', label: 'shortcut.tellOther' },
  loupe: { scope: 'compare', chord: 'l', label: 'compare.loupe' },
  blink: { scope: 'compare', chord: 'b', label: 'compare.blink' },
  otherPane: { scope: 'compare', chord: 'F6', label: 'shortcut.otherPane' },
  nextRow: { scope: 'claims', chord: 'j', label: 'shortcut.nextRow' },
  previousRow: { scope: 'claims', chord: 'k', label: 'shortcut.previousRow' },
  sectionUp: { scope: 'dossiers', chord: 'alt+ArrowUp', label: 'shortcut.sectionUp' },
  sectionDown: { scope: 'dossiers', chord: 'alt+ArrowDown', label: 'shortcut.sectionDown' },
  strong: { scope: 'dossiers', chord: 'mod+b', label: 'mark.strong' },
  em: { scope: 'dossiers', chord: 'mod+i', label: 'mark.em' },
} as const satisfies Record<string, Shortcut>;

export type ShortcutName = keyof typeof shortcuts;
type Handlers = Partial<Record<ShortcutName, () => void>>;

/** What the keys do just now. The handlers registered last are asked first. */
export class Keys {
  #layers: Handlers[] = [];

  /** Answers the function that ends it. */
  register(handlers: Handlers): () => void {
    this.#layers = [handlers, ...this.#layers];
    return () => {
      this.#layers = this.#layers.filter((layer) => layer !== handlers);
    };
  }

  /** Does what the keys of that name would do now. */
  run(name: ShortcutName): void {
    for (const layer of this.#layers) {
      const act = layer[name];
      if (act) {
        act();
        return;
      }
    }
  }

  handle(event: KeyboardEvent): void {
    if (event.defaultPrevented) return;
    const chord = chordOf(event);
    const modified = /^(?:mod|alt)\+/.test(chord);
    if (!modified && document.querySelector('dialog[open]')) return;
    // A key without a letter types nothing.
    if (!modified && typing(event) && !/F\d+$/.test(chord)) return;
    // A field keeps its own undo.
    if (typing(event) && (chord === 'mod+z' || chord === 'mod+shift+z')) return;
    for (const layer of this.#layers) {
      for (const [name, run] of Object.entries(layer)) {
        if (shortcuts[name as ShortcutName].chord !== chord) continue;
        event.preventDefault();
        run();
        return;
      }
    }
  }
}

const names: Readonly<Record<string, string>> = {
  Enter: 'Enter',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  plus: '+',
  minus: '−',
  alt: 'Alt',
  shift: 'Shift',
};

/** `Ctrl K`, as it is printed on the keys. */
export function keyLabel(name: ShortcutName): string {
  const mac = navigator.userAgent.includes('Mac');
  return shortcuts[name].chord
    .split('+')
    .map((part) => (part === 'mod' ? (mac ? '⌘' : 'Ctrl') : (names[part] ?? part.toUpperCase())))
    .join(' ');
}

/** `Control+Shift+F`, as assistive programs are told of it. */
export const ariaKeys = (name: ShortcutName): string =>
  shortcuts[name].chord
    .split('+')
    .map((part) => (part === 'mod' ? 'Control' : part.charAt(0).toUpperCase() + part.slice(1)))
    .join('+');
