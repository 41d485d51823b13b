/** Texts of the pane out of which things are put into a dossier. */
export const inserting = {
  'insert.chronology': 'Chronologies',
  'insert.claim': 'Claims',
  'insert.comparison': 'Comparisons',
  'insert.dates': 'All dates: {role}',
  'insert.done': '{kind} put in at place {at} of {count}.',
  'insert.drag': 'Drag it between the sections',
  'insert.kinds': 'What to put in',
  'insert.lines': { one: '{count} line', other: '{count} lines' },
  'insert.nothing': 'The archive has none yet.',
  'insert.pair': '{a} ↔ {b}',
  'insert.picture': 'Pictures',
  'insert.put': 'Put in: {name}',
  'insert.quote': 'Quotes',
  'insert.source': 'Sources',
  'insert.title': 'To put in',
} as const;
