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

  'tags.newLooks': 'New tag “{name}”, which only looks the same',

  'codebook.view': 'What is shown',
  'codebook.tables': 'Tables',
  'codebook.find': 'Find a tag',
  'codebook.items': { one: 'on {count} item', other: 'on {count} items' },
  'codebook.usedOn': 'Quotes with it: {quotes}. Sources as a whole: {sources}.',
  'codebook.alike': 'Looks like “{name}”, which is another tag. If both mean the same, merge them.',
  'codebook.more': 'Examples, when to use it and when not, memos',
  'codebook.examples': 'Examples',
  'codebook.whenToUse': 'When to use it',
  'codebook.whenNotToUse': 'When not to use it',
  'codebook.memo': 'New memo',
  'codebook.memoHint': 'What you thought about the tag, kept with the date.',
  'codebook.memos': 'Memos, newest first',
  'codebook.addMemo': 'Add memo',
  'codebook.deleteMemo': 'Delete the memo of {date}',
  'codebook.merge': 'Merge…',
  'codebook.mergeTitle': 'Merge “{name}” into another tag',
  'codebook.mergeInto': 'Into',
  'codebook.mergeHint':
    'What happens is one change: it can be undone. The tag itself and those below it cannot be chosen.',
  'codebook.mergeDo': 'Merge',
  'codebook.chooseTag': 'Choose a tag',
  'codebook.chooseOrNew': 'Choose a tag, or type a new one',
  'codebook.goesQuotes': { one: '{count} quote goes over', other: '{count} quotes go over' },
  'codebook.goesSources': {
    one: '{count} source as a whole goes over',
    other: '{count} sources as a whole go over',
  },
  'codebook.goesBelow': {
    one: '{count} tag below it goes over',
    other: '{count} tags below it go over',
  },
  'codebook.goesWritten':
    'What is written of it goes over, and saved searches that ask for it by its name',
  'codebook.merged': '“{from}” is merged into “{into}”.',
  'codebook.split': 'Move uses…',
  'codebook.splitTitle': 'Move uses of “{name}”',
  'codebook.splitTo': 'To',
  'codebook.usesOf': 'Uses of “{name}”',
  'codebook.chosenOf': '{chosen} of {total} chosen',
  'codebook.region': 'part of a picture',
  'codebook.wholeSource': 'the source itself',
  'codebook.unused': 'Nothing has this tag.',
  'codebook.moveDo': { one: 'Move {count}', other: 'Move {count}' },
  'codebook.moved': {
    one: '{count} use was moved to “{name}”.',
    other: '{count} uses were moved to “{name}”.',
  },
  'codebook.delete': 'Delete…',
  'codebook.deleteTitle': 'Delete “{name}”',
  'codebook.deleteText': 'The tag and what is written of it go. It can be undone.',
  'codebook.deleteUsed': {
    one: '{count} item has this tag. Merge it into another to keep that, or let it come off.',
    other: '{count} items have this tag. Merge it into another to keep that, or let it come off.',
  },
  'codebook.deleteDo': 'Delete',
  'codebook.deleteTakeOff': {
    one: 'Delete, and take it off {count} item',
    other: 'Delete, and take it off {count} items',
  },
  'codebook.deleted': '“{name}” is deleted.',
  'pick.all': 'All',
  'pick.noneOf': 'None',

  'codes.kind': 'Which table',
  'codes.kind.matrix': 'Where tags meet',
  'codes.kind.by-source': 'By source',
  'codes.kind.counts': 'How often',
  'codes.about.matrix':
    'How often two tags stand on one quote, or on quotes of one source that overlap. On the diagonal: how many quotes have the tag.',
  'codes.about.by-source':
    'How many quotes of each source have a tag. A dot: the source itself has it.',
  'codes.about.counts': 'How many quotes have a tag, and how many sources as a whole.',
  'codes.most': 'Tags at most',
  'codes.tagsLeft': {
    one: 'Those used most; {count} more that is used is left out.',
    other: 'Those used most; {count} more that are used are left out.',
  },
  'codes.rowsLeft': {
    one: '{count} more source has some of these tags. The saved table has it.',
    other: '{count} more sources have some of these tags. The saved table has up to 2,000.',
  },
  'codes.moreRows': 'Show more sources',
  'codes.none': 'No tag is used yet',
  'codes.noneText': 'Once quotes and sources have tags, it is counted here where these meet.',
  'codes.tag': 'Tag',
  'codes.source': 'Source',
  'codes.quotes': 'Quotes',
  'codes.sources': 'Sources',
  'codes.own': 'the source itself',
  'codes.meet': '{one} and {other}',
  'codes.save': 'Save…',
  'codes.saveTitle': 'Save this table',
  'codes.saveText':
    'Names of tags and titles of sources leave the protection of the archive with it.',
  'codes.format': 'As',
  'codes.format.csv': 'Table (CSV)',
  'codes.format.csvText': 'For spreadsheets and statistics.',
  'codes.format.svg': 'Picture (SVG)',
  'codes.format.svgText': 'For a report or a slide. Opens in any browser.',
  'codes.saveDo': 'Save',
  'codes.saved': 'The table is saved.',
  'codes.named': {
    one: 'It names {count} person or group that must not be named. Nothing was written. Rename the tag or the source, or type “{word}” to let it leave all the same.',
    other:
      'It names {count} persons or groups that must not be named. Nothing was written. Rename the tags or sources, or type “{word}” to let it leave all the same.',
  },
  'codes.despite': 'Save it although they are named',

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
