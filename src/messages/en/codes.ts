/** Texts of the codebook as a whole: merging, splitting, deleting, tagging many, tables. */
export const codes = {
  'log.action.tag.merge': 'Tag merged into another',
  'log.action.tag.split': 'Uses of a tag moved to another',
  'log.action.tag.many': 'Tags put on many, or taken off',
  'log.action.codes.export': 'Table of the codebook saved',

  'failure.tag-itself': 'That is the same tag. Choose another one.',
  'failure.tag-below':
    'A tag cannot be merged into one that stands below it. Move that one up first, or merge the other way round.',
  'failure.tag-in-use': {
    one: '{count} item has this tag. Nothing was changed: merge it into another, or say that it may be taken off.',
    other:
      '{count} items have this tag. Nothing was changed: merge it into another, or say that it may be taken off.',
  },
  'failure.tag-has-children':
    'Other tags stand below this one. Move them or merge it into another first.',
  'failure.tag-not-there': 'None of what was chosen has that tag any more.',
  'failure.memo-missing': 'That memo is no longer there.',
  'failure.nothing-to-tag': 'All of it has these tags already, so nothing was changed.',
  'failure.change-too-large':
    'That touches more than one change can hold. Nothing was changed; do it in parts.',

  'command.tagMerged': 'Merged into {name}.',
  'command.tagDeleted': {
    one: 'Deleted, and taken off {count} item.',
    other: 'Deleted, and taken off {count} items.',
  },
  'command.tagged': { one: '{count} item was changed.', other: '{count} items were changed.' },
  'command.codesLeft': {
    one: '{count} more tag is used and left out; --most takes more in.',
    other: '{count} more tags are used and left out; --most takes more in.',
  },
  'dialog.saveCodes.csv': 'Save as a table',
  'dialog.saveCodes.svg': 'Save as a picture',
} as const;
