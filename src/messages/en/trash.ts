/** Texts of deleting, of the trash, and of what goes for good. */
export const trash = {
  'trash.title': 'Trash',
  'trash.count': { one: 'Trash: {count} thing', other: 'Trash: {count} things' },
  'trash.about': {
    one: 'What was deleted stands here whole for {count} day, with its quotes and its places in dossiers and claims.',
    other:
      'What was deleted stands here whole for {count} days, with its quotes and its places in dossiers and claims.',
  },
  'trash.empty': 'Nothing is in the trash.',
  'trash.loading': 'Looking into the trash…',
  'trash.moved': '{shelfmark} is in the trash.',
  'trash.movedWithParts': {
    one: '{shelfmark} and {count} source that came out of it are in the trash.',
    other: '{shelfmark} and {count} sources that came out of it are in the trash.',
  },
  'trash.movedQuote': 'The quote is in the trash.',
  'trash.list': 'In the trash',
  'trash.deleted': 'deleted {date}',
  'trash.goes': 'goes {date}',
  'trash.goesNow': 'goes when the archive is opened next',
  'trash.quotes': { one: '{count} quote', other: '{count} quotes' },
  'trash.places': {
    one: '{count} place in a dossier or claim',
    other: '{count} places in dossiers and claims',
  },
  'trash.parts': {
    one: 'and {count} that came out of it',
    other: 'and {count} that came out of it',
  },
  'trash.quoteOf': 'Quote in {shelfmark}',
  'trash.quoteAlone': 'Quote, its source is not here',
  'trash.region': 'A part of a picture',
  'trash.restore': 'Put back',
  'trash.restoreOne': 'Put back: {name}',
  'twin.text': {
    one: 'The same file lies in the trash as {shelfmark}, with {count} quote. It was taken in anew, without it.',
    other:
      'The same file lies in the trash as {shelfmark}, with {count} quotes. It was taken in anew, without them.',
  },
  'twin.textBare': 'The same file lies in the trash as {shelfmark}. It was taken in anew.',
  'twin.do': 'Put {shelfmark} back instead',
  'twin.back': '{shelfmark} is back. What was taken in anew is in the trash in its place.',
  'twin.backBeside':
    '{shelfmark} is back. What was taken in anew is in use already and stays beside it.',
  'command.twin':
    'To have {shelfmark} back instead: kuferak import with --put-back, or kuferak trash --restore {shelfmark} and kuferak remove {other}.',
  'trash.restored': '{name} is back.',
  'trash.restoredLost': {
    one: '{name} is back. {count} place in a dossier or claim is not there any more.',
    other: '{name} is back. {count} places in dossiers and claims are not there any more.',
  },
  'trash.theQuote': 'The quote',

  'destroy.button': 'Delete for good…',
  'destroy.buttonOne': 'Delete for good… {name}',
  'destroy.all': 'Empty the trash…',
  'destroy.titleOne': 'Delete {name} for good?',
  'destroy.titleAll': {
    one: 'Delete {count} thing for good?',
    other: 'Delete {count} things for good?',
  },
  'destroy.text':
    'It cannot be brought back by anybody: not by undo, not with the passphrase. Its original, its texts and pictures, its quotes and what was decided about them leave the files of the archive.',
  'destroy.stays':
    'What stays: a line in the log with its digest, the time, who did it and why. And what is not in this folder: backups, exports, and what a solid-state disk keeps of overwritten files, which is ciphertext.',
  'destroy.held':
    'What it came out of still holds its bytes: {shelfmarks}. Delete that too, if they must not stay.',
  'destroy.why': 'Why',
  'destroy.whyHint': 'It stands in the log for good: name nobody in it.',
  'destroy.whyMissing': 'Say why.',
  'destroy.do': 'Delete for good',
  'destroy.working': 'Deleting…',
  'destroy.done': {
    one: '{count} thing is gone for good.',
    other: '{count} things are gone for good.',
  },
  'destroy.later':
    'It is deleted. Something of it is left in the files until the archive is opened next.',

  'deleting.source': 'Move {shelfmark} to the trash?',
  'deleting.quote': 'Move the quote to the trash?',
  'deleting.along': 'This goes with it, and comes back with it when it is put back:',
  'deleting.quotes': { one: '{count} quote', other: '{count} quotes' },
  'deleting.parts': {
    one: '{count} source that came out of it',
    other: '{count} sources that came out of it',
  },
  'deleting.dossiers': {
    one: 'its place in {count} dossier:',
    other: 'its places in {count} dossiers:',
  },
  'deleting.claims': {
    one: 'the rows that it proves in {count} claim:',
    other: 'the rows that it proves in {count} claims:',
  },
  'deleting.do': 'Move to the trash',
} as const;
