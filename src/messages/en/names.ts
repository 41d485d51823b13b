/** Texts of what is done with names: two made one, one made two, deleting. */
export const names = {
  'names.actions': 'This name as a whole',
  'names.delete': 'Delete',
  'names.deleted': 'The name was deleted.',
  'names.merge': 'Is the same as…',
  'names.split': 'Is two…',
  'names.uses': {
    one: 'Speaks in {count} quote',
    other: 'Speaks in {count} quotes',
  },
  'names.answers': {
    one: 'and answers in {count} row of a claim',
    other: 'and answers in {count} rows of claims',
  },

  'merge.title': 'Two names that are one',
  'merge.with': 'The other name',
  'merge.find': 'Find the other name',
  'merge.none': 'There is no other name.',
  'merge.stays': 'Which of the two stays',
  'merge.becomes': 'The other name and all its spellings become spellings of it.',
  'merge.moves': {
    one: '{count} quote comes along.',
    other: '{count} quotes come along.',
  },
  'merge.dossiers':
    'In dossiers that hide one of them, both are hidden. A pseudonym that was printed stays taken.',
  'merge.protection': 'It is protected as the stricter of the two:',
  'merge.kinds': 'One is {one}, the other {other}. They are one all the same.',
  'merge.kind.person': 'a person',
  'merge.kind.organisation': 'an organisation',
  'merge.kind.place': 'a place',
  'merge.do': 'Make one name',
  'merge.done': 'The two names are one.',

  'split.title': 'One name that is two',
  'split.name': 'Name of the other one',
  'split.nameMissing': 'Give it a name, or choose a spelling.',
  'split.spellings': 'Spellings that go to it',
  'split.quotes': 'Quotes that go to it',
  'split.rows': 'Rows of claims that go to it',
  'split.protection': 'It is protected as this one is, and hidden where this one is hidden.',
  'split.keepOne': 'One spelling has to stay.',
  'split.do': 'Make two names',
  'split.done': 'There are two names now.',
} as const;
