/** Texts of the timeline, and of chronologies in a dossier. */
export const timeline = {
  'screen.timeline': 'Timeline',
  'timeline.find': 'Words, name or date',
  'timeline.by': 'Grouped by',
  'timeline.by.year': 'Year',
  'timeline.by.month': 'Month',
  'timeline.by.day': 'Day',
  'timeline.dates': 'Which dates',
  'timeline.rough': 'no more is known',
  'timeline.empty': 'Nothing has a date yet',
  'timeline.role.event': 'happened',
  'timeline.role.said': 'said',
  'timeline.role.claim': 'a claim speaks of it',
  'timeline.role.published': 'published',
  'timeline.role.collected': 'captured',
  'timeline.role.added': 'added here',

  'pick.chronology': 'Add lines to the chronology',
  'pick.chronologyNone':
    'Nothing has a date yet. Give sources the date of the event, and quotes the date when they were said.',
  'section.chronology': 'Chronology',
  'section.add.chronology': 'Chronology',
  'section.chronologyAdd': 'Add lines…',
  'section.chronologyEmpty': 'No line yet. Nothing of it is printed.',
  'section.chronologyRemove': 'Take out: {date}',
  'section.chronologyUndated': 'no date now',
  'template.line': 'What happened when',
} as const;
