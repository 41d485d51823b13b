/** How a source is looked at: its picture, its words, or what is known of it. */
export type View = 'picture' | 'text' | 'details';
