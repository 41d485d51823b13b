/** Texts of what opens an archive, and of the disk that fails under it. */
export const keys = {
  'secret.opensWith': 'Open with',
  'secret.current': 'What opens the archive now',
  'secret.currentWrong.passphrase': 'The passphrase is wrong. Nothing has been changed.',
  'secret.currentWrong.words': 'These words do not open this archive. Nothing has been changed.',
  'secret.currentWrong.shares': 'These shares do not open this archive. Nothing has been changed.',
  'secret.way.passphrase': 'Passphrase',
  'secret.way.shares': 'Shares',
  'secret.way.words': 'Recovery words',

  'words.check.all': 'All 24 words are there.',
  'words.check.count': '{count} of {of} words',
  'words.check.none': 'In their order. Numbers, spaces and line breaks do not matter.',
  'words.check.swapped':
    'All 24 are words of the list, but not these 24 in this order: one was misread, or two are swapped.',
  'words.check.tooMany': '{count} words; there must be {of}.',
  'words.check.unknown': 'Word {place}, “{word}”, is not of the list.',
  'words.label': 'The 24 words',
  'words.missing': 'All 24 words are needed.',

  'share.check.count': '{count} of {of} words',
  'share.check.foreign': 'Whole, but it does not belong to share {other}.',
  'share.check.none': 'The 32 words of one sheet, in their order.',
  'share.check.same': 'This is share {other} once more.',
  'share.check.tooMany': '{count} words; a share has {of}.',
  'share.check.whole': 'This share is whole.',
  'share.check.wrong': 'All are words of the list, but a word of this share was misread.',
  'share.add': 'One more share',
  'share.label': 'Share {number}',
  'share.needed': '{needed} shares are needed, {have} so far.',
  'share.neededUnknown': 'The first whole share tells how many are needed.',
  'share.someWrong': 'A share here is not whole yet.',

  'greeting.close': 'I have compared them',
  'greeting.text':
    'Compare these four words with those you saw before you locked it. Other words, without a change of yours, mean another or an older archive.',
  'greeting.title': 'The words of this archive’s history',

  'ways.title': 'Ways to open this archive',
  'ways.about':
    'Each of these opens the whole archive by itself. A copy of the archive that was made earlier still opens with what opened it then.',
  'ways.list': 'What opens it',
  'ways.loading': 'Reading the keys…',
  'ways.kind.passphrase': 'Passphrase',
  'ways.kind.recovery': 'Recovery words',
  'ways.kind.shares': 'Shares',
  'ways.numbered': '{kind}, no. {number}',
  'ways.cost': {
    one: 'Each guess has to fill {memory} MiB of memory {count} time.',
    other: 'Each guess has to fill {memory} MiB of memory {count} times.',
  },
  'ways.hopeless': '24 words picked by chance. Guessing them is hopeless.',
  'ways.sharesText': 'Any {needed} of the {made} shares, put together. Fewer say nothing.',
  'ways.last': 'The only way in, so it stays.',
  'ways.sample':
    'This is the sample. Its passphrase was picked by chance and nobody knows it, so nothing can be changed here.',
  'ways.readOnly': 'The archive is open for reading only, so nothing can be changed here.',
  'ways.working': 'Working out the keys…',
  'ways.done': 'Done',
  'ways.print': 'Print…',
  'ways.printWarning':
    'Kuferak writes nothing to the disk, but the system’s print queue and the printer may keep a copy: use a printer that you trust, on a cable.',

  'ways.change': 'Change the passphrase…',
  'ways.change.title': 'Change the passphrase',
  'ways.change.text':
    'The new passphrase takes the place of the one you type here. Copies made earlier still open with the old one; only new keys for everything help against that.',
  'ways.change.do': 'Change it',
  'ways.change.current': 'The passphrase that is to be changed',
  'ways.changed': 'The passphrase is changed.',
  'ways.add': 'Add a passphrase…',
  'ways.add.title': 'Add a passphrase',
  'ways.add.text':
    'For a second person, or for yourself on another keyboard. It opens everything, as the first does.',
  'ways.add.do': 'Add it',
  'ways.added': 'The passphrase is added.',

  'ways.words': 'Make recovery words…',
  'ways.words.title': 'Recovery words',
  'ways.words.text':
    '24 words that open the archive when the passphrase is forgotten. They are shown once and kept nowhere: write them on paper, and keep the paper away from the computer.',
  'ways.words.do': 'Make the words',
  'ways.words.shown': 'Write these down, in this order. They will not be shown again.',
  'ways.words.written': 'I have written them down',
  'ways.words.check': 'Type two of them from your paper, so that it is known to be right.',
  'ways.words.place': 'Word {place}',
  'ways.words.differs': 'That is not word {place}. Look at the paper again.',
  'ways.words.again': 'Show the words again',
  'ways.words.checked': 'That is right',
  'ways.words.made': 'The recovery words open the archive from now on.',
  'ways.leave':
    'These words open the archive already, and they will never be shown again. If nobody has them, remove them in the list.',
  'ways.leave.back': 'Back to the words',
  'ways.leave.do': 'Close all the same',

  'ways.shares': 'Divide among people…',
  'ways.shares.title': 'Shares',
  'ways.shares.text':
    'A key divided among people who trust each other enough: some of them together open the archive, fewer learn nothing. Each share is a sheet of 32 words, shown once.',
  'ways.shares.made': 'Shares to make',
  'ways.shares.needed': 'Needed to open',
  'ways.shares.do': 'Make the shares',
  'ways.shares.one': 'Share {number} of {made}. Any {needed} of them open the archive.',
  'ways.shares.shown': 'Write it down for one person. It will not be shown again.',
  'ways.shares.next': 'Written down: the next one',
  'ways.shares.last': 'Written down: done',
  'ways.shares.ready': {
    one: '{count} share is made.',
    other: '{count} shares are made. Give each to its person, and keep none of them together.',
  },

  'ways.remove': 'Remove…',
  'ways.remove.name': 'Remove: {name}',
  'ways.remove.title': 'Remove a way in',
  'ways.remove.text':
    '“{name}” will not open the archive any more. Copies made earlier still open with it.',
  'ways.remove.itself':
    'If this is the passphrase you type here, make sure that you have another way in.',
  'ways.remove.do': 'Remove it',
  'ways.removed': 'It does not open the archive any more.',

  'ways.rekey': 'New keys for everything…',
  'ways.rekey.title': 'New keys for everything',
  'ways.rekey.what':
    'Every file of the archive is sealed anew under keys that nobody has seen. Do it when somebody may know a passphrase, the words or the shares, or had this computer in their hands while the archive was open.',
  'ways.rekey.undoes':
    'All other passphrases, all recovery words and all shares stop working; make them anew afterwards.',
  'ways.rekey.cannot':
    'It cannot reach copies made before: whoever has one, and what opened it then, can still read what was in it.',
  'ways.rekey.new': 'The new passphrase',
  'ways.rekey.do': 'Make new keys',
  'ways.rekey.begun': 'From now on only the new passphrase opens the archive.',
  'ways.rekey.job': 'New keys',
  'ways.rekey.running': 'Everything is being sealed anew.',
  'ways.rekey.runningOf': 'Everything is being sealed anew: {done} of {total}.',
  'ways.rekey.paused':
    'Not everything is sealed anew yet: whoever has the old keys can still read the rest. It goes on at the next unlock.',
  'ways.rekey.goOn': 'You can work meanwhile. A lock only pauses it.',
  'ways.rekey.pause': 'Pause',
  'ways.rekey.resume': 'Go on',
  'ways.rekey.ended': 'Everything is sealed under the new keys.',
  'ways.rekey.damaged':
    'Some files cannot be read, so they could not be sealed anew, and the old key stays for them. “Check everything” in the log says which.',

  'kept.add': 'Whoever knows this passphrase can read everything.',
  'kept.change':
    'The old passphrase will not open it any more, and nobody can bring this one back.',
  'kept.rekey':
    'From the next moment this is the only way in: not we, not anybody can bring it back.',

  'offer.title': 'Recovery words for this archive',
  'offer.skip': 'Not now',
  'offer.skipText':
    'Without them, a forgotten passphrase means that everything in the archive is lost. You can make them later: Settings, Keys.',

  'sheet.words': '24 words, in this order',
  'sheet.share': 'Share {number} of {made}',
  'sheet.shareText':
    'Any {needed} of the {made} shares are needed together. 32 words, in this order.',
  'sheet.keep': 'Whoever has these words can open what they belong to. Keep them apart from it.',
  'sheet.keepShare': 'Keep this apart from the other shares.',
  'sheet.place': 'Place',
  'sheet.date': 'Date',
  'sheet.person': 'Given to',

  'disk.full': 'The disk is full.',
  'disk.failed': 'The disk reported an error.',
  'disk.waiting': {
    one: '{count} change waits in memory. Free some space and try again; locking gives it up.',
    other: '{count} changes wait in memory. Free some space and try again; locking gives them up.',
  },
  'disk.nothing': 'Nothing can be saved until that is over. What was saved before is safe.',
  'disk.still': 'It is still so.',
  'disk.giveUp': 'Give up these changes',
  'disk.giveUp.title': 'Give up these changes?',
  'disk.giveUp.text': {
    one: '{count} change will be gone. Everything that was saved before stays.',
    other: '{count} changes will be gone. Everything that was saved before stays.',
  },
  'disk.over': 'Everything is saved.',
  'disk.formWaits': 'This waits in memory until the disk takes it.',
  'disk.foot': { one: '{count} change waits', other: '{count} changes wait' },
  'disk.locked': {
    one: '{count} change was waiting for the disk when it was locked. Look whether it is there.',
    other:
      '{count} changes were waiting for the disk when it was locked. Look whether they are there.',
  },
} as const;
