/** Where else wording stands. It never says who took it from whom. */
export const wording = {
  'command.wordingFound': {
    one: '{count} other source has wording of these {words} words.',
    other: '{count} other sources have wording of these {words} words.',
  },
  'command.wordingUnread': {
    one: 'The text of {count} source could not be read, so it was not looked into.',
    other: 'The texts of {count} sources could not be read, so they were not looked into.',
  },
  'command.wordingGroup': '{count} sources are one text in the main.',
  'command.wordingGroupWith': '{count} sources, {shelfmark} among them, are one text in the main.',
  'command.wordingEarliest': 'The earliest date has: {first}.',
  'command.wordingUndated': 'None of them has a date of publication.',
  'command.wordingWithoutDate': { one: '{count} has no date.', other: '{count} have no date.' },

  'wording.relation.version': 'another version of this page',
  'wording.relation.container': 'one came out of the other',
} as const;
