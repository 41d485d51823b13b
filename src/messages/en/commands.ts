/** Texts of the command line, and of dialogs that the system draws. */
export const commands = {
  'command.usage': `Usage: kuferak COMMAND DIR … --passphrase-file F     ('-' reads the passphrase from standard input)

  create  DIR [--name N]
  import  DIR FILE|FOLDER… [--profile NAME] [--collected-by N] [--collected-at T] [--place P] [--method M]
          [--device D] [--consent C] [--sensitivity S] [--url U] [--page-files] [--put-back]
  import  DIR FILE --list                  what a web archive, a zip or a mailbox holds; takes nothing in
  import  DIR FILE --pages 1,3-5 | --pages-matching TEXT  …
                                           takes these out of it; the file itself is kept whole
  profiles DIR [--save NAME [--collected-by N] … | --remove NAME]
  sources DIR [--collection NAME] [--starred] [--status unread|reading|read]
  collections DIR [NAME [--put SOURCE]… [--take SOURCE]… [--note N] | NAME --remove | --add NAME [--note N]]
  mark    DIR SOURCE… [--star | --unstar] [--status unread|reading|read]
  show    DIR SOURCE
  ocr     DIR [SOURCE…] [--lang be,ru] [--models FOLDER]
                                           reads pictures by machine; without sources what is waiting
  reread  DIR SOURCE [--encoding E]        derives the text again; quotes follow it
  correct DIR SOURCE --text FILE | --restore SHA256 | --set FIELD=VALUE…  [--by N] [--reason R]
                                           FIELD: title, authors, publisher, published, modified, event, address, licence
  cover   DIR SOURCE [--region X,Y,W,H]… [--page N] [--reason R] [--by N] [--remove NUMBER]… [--none]
                                           parts of a picture that are black in what leaves, in percent of its width and height
  codes   DIR [--matrix | --by-source] [--most N] [--csv FILE | --svg FILE] [--despite-names]
                                           how often tags are used, where they meet, and in which sources
  tag     DIR SOURCE|QUOTE… [--add T]… [--take-off T]…
  merge-tags DIR TAG INTO                  all uses of a tag, and what was written of it, go over to another
  delete-tag DIR TAG [--take-off]
  quote   DIR SOURCE --exact TEXT [--speaker N [--attributed said|according-to|inferred]] [--said-on D]
          [--tag T]… [--note N] [--sensitive] [--check unchecked|checked|doubtful]
          [--confidence low|medium|high]   how sure you are of the attribution and of what is said
          [--translation TEXT --translation-language L [--translator N] [--translation-checked]]
  quote   DIR SOURCE --region X,Y,W,H | --outline X,Y,X,Y,X,Y… [--page N] [--seen TEXT]  …
                                           a part of a picture, in percent of its width and height
  suggest DIR SOURCE                       direct speech that was not quoted yet, and who probably said it
  carry   DIR SOURCE [--quote ID]… [--exact]   quotes of earlier versions, and where they stand in this one
  search  DIR QUERY [--limit N] [--offset N] [--kind source|quote|image] [--tag T]… [--sort relevance|newest|oldest] [--facets]
  search  DIR --names FILE [--limit N] [--csv]
  search  DIR --like ID [--limit N]
  search  DIR --saved NAME [--limit N] [--offset N] [--facets]     "" lists the saved searches
  compare DIR SOURCE SOURCE [--out FILE [--format csv|annotations] [--despite-names] [--despite-parts] [--for NAME]]
  wording DIR SOURCE [--words TEXT | --at START-END] [--csv [--despite-names] [--despite-parts]]
                                           where else the wording of a source stands, or a passage of it
  claims  DIR [CLAIM] [--csv [--despite-names] [--despite-parts]]   what sources say of a question; without a claim, all of them
  claims  DIR --add QUESTION [--unit U] [--from D] [--to D] [--note N]
  claims  DIR CLAIM --quote ID --written TEXT [--exactly N | --about N | --at-least N | --at-most N | --range N..N]
          [--unit U] [--from D] [--to D] [--said-by N] [--doubt REASON] [--origin N]
  names   DIR [--kind person|organisation|place]   all names, with their protection and how often they are quoted
  names   DIR [--kind K] --out FILE.csv [--despite-names]   the same as a table, with how often all texts name them
  mentions DIR NAME                        where texts, titles, notes and quotes name somebody, in any spelling
  names   DIR NAME --into NAME [--despite-kinds]    makes two names one; the second keeps what it is
  names   DIR NAME --split NEW [--spelling S]… [--quote ID]… [--row ID]…   | --delete
  timeline DIR [--from D] [--to D] [--date-of event|said|claim|published|collected|added]… [--tag T]… [--name N]
          [--source S] [--kind page|text|image|file|mail|chat|reference]… [--naming N] [--csv [--despite-names]]
                                           every date of sources, quotes and claims, in order of time
  version DIR SOURCE EARLIER               says that a source is a later version of another; 'none' takes it back
  remove  DIR SOURCE|QUOTE [--used] [--parts]
                                           moves it to the trash with its quotes; --used also out of dossiers and
                                           claims, --parts with what came out of it
  trash   DIR [--restore NAME | --destroy NAME --reason R | --empty --reason R]
                                           what is in the trash and when it goes; puts it back, or deletes it for
                                           good: out of every file, with a line in the log that says why
  undo    DIR [--redo]                     takes the last change back, also one of an earlier session; or makes it again
  dossier DIR --title T [--matter M] [--author A] [--quote ID]… [--source ID]… [--claim ID]…
          [--chronology [--from D] [--to D] [--date-of R]… [--tag T]… [--name N] [--naming N] [--kind K]…]
          [--profile protect|careful|initials|roles|nobody] [--despite-names] [--for NAME]
          --out FILE.pdf [--made-at T] | --package FOLDER|FILE.zip|FILE.zip.age [--files none|pictures|originals]
          [--seal-for age1… | --seal-passphrase-file F]
  dossier DIR --dossier ID …               one that is there already, with the same ways to leave
  signing-key DIR                          the key by which packages are signed, and its fingerprint
  verify  DIR [--quick | --due DAYS]
  salvage DIR --out NEWDIR
  keys    DIR [--change-passphrase F | --add-passphrase F | --add-recovery | --add-shares K/N | --remove SLOT]
  rekey   DIR [--new-passphrase F]
  log     DIR [--head [--out FILE]]
  stamps  DIR [--add FILE… | --remove ID | --save ID --out FILE]
  actor   DIR [NAME]
  export  DIR --format bagit|qdpx|csv|json --out PATH [--despite-names] [--despite-parts] [--for NAME]
          [--profile protect|careful|initials|roles|nobody | --as DOSSIER] [--files none|pictures|originals]

Lines of the log name who works in the archive: a name or a code, kept in it with "actor", or given for one command
with --actor. It is unknown until somebody says so.

An archive that is older than when it was last open here is refused unless --accept-older is given: a backup that
you put back yourself.

What opens an archive is a passphrase, its 24 recovery words, or enough shares, all read from the same file.
"keys" lists the ways in and changes one of them; "rekey" gives the whole archive new keys and leaves one passphrase.
"salvage" puts what can still be read of a damaged archive into a new one.

A source is named by its identifier or its shelfmark (K-0001). Words such as protect or unread are taken in any case.
How something was collected is a value, or the words unknown or withheld; a profile keeps these under a name.
An edition of a dossier is made again, byte for byte, from a copy of the archive as it was then, with --made-at and the
moment on its cover.
"log --head" prints the text to be time-stamped elsewhere, or writes it as a file with --out.
"stamps" lists the time stamps that were obtained elsewhere, checks them again, and keeps new ones with --add.
--json prints one JSON document. Exit code: 0 done, 1 failed, 2 wrong usage.`,
  'command.unknown': 'There is no command “{name}”.',
  'command.unknownOption': 'There is no option {option} here. There are {known}.',
  'command.unknownWord': '--{option} does not know “{given}”. It knows {known}.',
  'command.madeAtWrong':
    '--made-at takes a moment that has been, in UTC, as it stands in an edition: 2026-11-26T17:40:42Z.',
  'command.needsPassphrase':
    '--passphrase-file says where the passphrase is read from; “-” reads it from standard input.',
  'command.seeHelp': '“kuferak help” tells all commands.',
  'command.bug': 'Something went wrong in Kuferak itself. What was saved before is safe.',
  'command.speakerUnknown': 'unknown',
  'command.speakerBefore': '{name} (?)',
  'command.notice': 'While opening: {code}.',
  'command.readOnly': 'The archive is open for reading only ({code}).',
  'command.created': 'Made. Four words to know this state of the archive by: {words}',
  'command.claimOrigins': {
    one: '{count} origin ({agreed}, if rows that share wording, source or speaker are of one)',
    other: '{count} origins ({agreed}, if rows that share wording, source or speaker are of one)',
  },
  'command.merged':
    '{quotes} quotes, {rows} rows of claims and {dossiers} dossiers are of {id} now.',
  'command.mentionPart': 'only a part of the name',
  'command.mentionShared': 'another name is written so too',
  'command.mentionSpelling': 'not a spelling yet: {written} ({count})',
  'command.mergedStricter': 'Its protection is the stricter of the two: {protection}.',
  'command.progress': '{done} of {total}',
  'command.slot.passphrase':
    'a passphrase (a guess costs {passes} passes over {mebibytes} MiB of memory)',
  'command.slot.recovery': '24 recovery words',
  'command.slot.shares': '{needed} of {made} shares',
  'command.share': 'Share {number} of {made}',
  'command.writeDown':
    'Write this down on paper and keep it away from the computer. It is kept nowhere and cannot be shown again.',
  'command.rekeyed':
    'Everything is under new keys. Other passphrases, recovery words and shares no longer open the archive.',
  'command.rechecked': {
    one: '{count} original was read again.',
    other: '{count} originals were read again.',
  },
  'command.unnamed': {
    one: '{count} file belongs to no item. It goes when it is older than a week.',
    other: '{count} files belong to no item. They go when they are older than a week.',
  },
  'command.trySalvage':
    'The archive cannot be opened. This is what can be said of it; “kuferak salvage” puts what is left into a new one.',
  'command.salvaged':
    'Written: {sources} sources and {quotes} quotes with {files} files, up to change {seq}. Later changes, if there were any, are lost.',
  'command.salvage.damaged': 'Damaged: {role} {number}.',
  'command.salvage.missing': 'Missing: changes {from} to {to}.',
  'command.salvage.withoutFile': '{shelfmark} has lost a file.',
  'command.salvage.recovered':
    '{shelfmark} was taken in again: its original was there, but nothing that was known of it.',
  'command.taken': '{shelfmark}\t{id}\t{name}',
  'command.alreadyThere': '{shelfmark}\t{id}\t{name} (was there already, byte for byte)',
  'command.alreadyThereByAddress': '{shelfmark}\t{id}\t{name} (its address was there already)',
  'command.part': '{number}\t{date}\t{type}\t{bytes}\t{digests}\t{there}\t{title}\t{name}',
  'command.partLost': '{number}\t-\t{name}: {reason}',
  'command.digests.agrees': 'agrees',
  'command.digests.differs': 'DIFFERS',
  'command.digests.missing': 'unchecked',
  'command.partsSum': {
    one: '{count} part, {there} there already. --pages and --pages-matching choose among them.',
    other: '{count} parts, {there} there already. --pages and --pages-matching choose among them.',
  },
  'command.partsCut': 'It holds more than can be listed.',
  'command.importSum': '{taken} taken, {there} there already, {failed} not taken.',
  'command.notTaken': 'not taken\t-\t{name}: {reason}',
  'command.nearText': '{shelfmark}\t{id}\tmuch of its text is that of {other} ({share} %): {title}',
  'command.nearLook': '{shelfmark}\t{id}\tlooks like {other} ({share} %): {title}',
  'command.nearHint':
    'Something much the same was there already. "show" and "compare" look closer, "version" keeps one as a later version of the other, "remove" takes one out.',
  'command.isVersion': '{shelfmark} is a later version of {other}.',
  'command.isNoVersion': '{shelfmark} is no later version of another source.',
  'command.sha256': 'SHA-256 of the original: {digest}',
  'command.quotePart': 'Quote {id}: a part of the picture, {place}: {seen}',
  'command.quoteLine': 'quote {id}: {exact}',
  'command.quoteConfidence': '  confidence {confidence}, {check}',
  'command.derived':
    '{shelfmark} has another text. Quotes: {exact} at their place, {moved} elsewhere, {changed} with other words, {lost} lost.',
  'command.corrected': '{shelfmark} was changed.',
  'command.carried': {
    one: '{count} quote was carried over.',
    other: '{count} quotes were carried over.',
  },
  'command.textMade': 'Text: {method}, {at}, SHA-256 {sha256}',
  'command.pageFile': 'Kept with it: {name}, SHA-256 {sha256}',
  'command.textFormer': 'Earlier text: {method}, {at}, SHA-256 {sha256}',
  'command.contradict': '{field}: {kept}; the file says {claims}',
  'command.claim': '{value} ({from})',
  'command.quoteLost': 'quote {id} has no place in this text: {exact}',
  'command.quoteChanged': 'quote {id} has other words now: {exact} (it was: {was})',
  'command.proof': 'Proof: {says}',
  'command.proofLimit': 'Not proved: {says}',
  'command.checkedOn': 'The original was last compared with its digest on {at}: {result}.',
  'command.checkIntact': 'unchanged',
  'command.checkDiffers': 'NOT AS COLLECTED',
  'placing.exact': 'exact',
  'placing.moved': 'moved',
  'placing.changed': 'other words',
  'placing.lost': 'not there',
  'command.ocrLanguages': 'On this computer these languages can be read: {languages}',
  'command.ocrNot': '{shelfmark}\t{id}\tnot read: {reason}',
  'command.ocrRead': '{shelfmark}\t{id}\tread by machine, {confidence} % sure',
  'command.readByMachine': 'Read by machine ({languages}), {confidence} % sure.',
  'command.noText': '(no readable text)',
  'command.quoted': 'Saved as {id}.',
  'command.logHead': 'Head of the log: {head}',
  'command.headSaved': 'The head of the log is written. It can be time-stamped elsewhere.',
  'command.intact': 'Intact: {files} files of the archive, {originals} originals.',
  'command.compared':
    '{matches} passages match, {shared} are shared word for word; {onlyA} only in the first, {onlyB} only in the second.',
  'command.dossierWritten': 'Written: {pages} pages, SHA-256 {sha256}',
  'command.packageWritten': {
    one: 'Written and read back: {count} file. The PDF has {pages} pages, SHA-256 {sha256}',
    other: 'Written and read back: {count} files. The PDF has {pages} pages, SHA-256 {sha256}',
  },
  'command.packageManifest': 'SHA-256 of the manifest that names all of it: {manifest}',
  'command.packageArchive': 'SHA-256 of the file: {digest}',
  'command.fingerprint': 'Fingerprint of the signing key: {fingerprint}',
  'command.withheld.graphic': 'Exhibit {exhibit}: a graphic picture, so its file did not leave.',
  'command.withheld.names':
    'Exhibit {exhibit}: a name stands in its file that must not leave, so the file did not.',
  'command.withheld.unread':
    'Exhibit {exhibit}: whether a name that must not leave stands in its file cannot be told, so the file did not leave.',
  'command.possible': {
    one: '{count} word in the file may be a hidden name, alone, shortened or in initials. It holds nothing back; --json lists it.',
    other:
      '{count} words in the file may be hidden names, alone, shortened or in initials. They hold nothing back; --json lists them.',
  },
  'command.possibleLeft': {
    one: '{count} word in what was written may be a hidden name, alone, shortened or in initials.',
    other:
      '{count} words in what was written may be hidden names, alone, shortened or in initials.',
  },
  'command.leak.page': {
    one: 'Page {page}: {count} name that must not leave.',
    other: 'Page {page}: {count} names that must not leave.',
  },
  'command.leak.bookmark': {
    one: 'Bookmarks: {count} name that must not leave.',
    other: 'Bookmarks: {count} names that must not leave.',
  },
  'command.leak.document-data': {
    one: 'Data of the document: {count} name that must not leave.',
    other: 'Data of the document: {count} names that must not leave.',
  },
  'command.leak.attachment': {
    one: 'Attached files: {count} name that must not leave.',
    other: 'Attached files: {count} names that must not leave.',
  },
  'command.exported': { one: 'Written: {count} file.', other: 'Written: {count} files.' },
  'command.protectedNamesLeft': {
    one: 'What was written names {count} person or group that must not be named.',
    other: 'What was written names {count} persons or groups that must not be named.',
  },
  'command.heldBack': {
    one: '{count} quote stayed here: it is marked as not to leave.',
    other: '{count} quotes stayed here: they are marked as not to leave.',
  },
  'command.uncheckedLeft': {
    one: '{count} file left as it was collected. Names may be in it.',
    other: '{count} files left as they were collected. Names may be in them.',
  },
  'failure.text-not-utf8': 'The corrected text must be UTF-8.',
  'failure.value-invalid': 'A value has not the right form: dates are written like 2026-04-09.',
  'failure.passphrase-unreadable': 'The file with the passphrase cannot be read.',
  'dialog.chooseStamp': 'Choose a time stamp',
  'dialog.saveHead': 'Save the head of the log',
  'dialog.savePackage': 'Save the package',
  'dialog.saveDossier': 'Save the dossier as PDF',
  'dialog.chooseNewFolder': 'Choose an empty folder for the new archive',
  'dialog.chooseFolder': 'Choose the folder of an archive',
  'dialog.chooseNames': 'Choose a list of names: a text or CSV file',
  'dialog.saveComparison.annotations': 'Save the comparison as annotations',
  'dialog.saveComparison.csv': 'Save the comparison as a table',
  'dialog.saveNameList': 'Save the names as a table',
  'dialog.saveNames': 'Save the report on names',
  'dialog.chooseFiles': 'Choose files to import',
  'dialog.chooseModels': 'Choose a folder with models for reading by machine',
  'dialog.chooseImportFolder': 'Choose a folder to import',
  'failure.sample-missing': 'The sample is missing from this installation.',
  'failure.foreign-sender': 'That request did not come from this window.',
  'dialog.export.bagit': 'Export as a BagIt package',
  'dialog.export.qdpx': 'Export for other research programs',
  'dialog.export.csv': 'Export as tables',
  'dialog.export.json': 'Export as JSON',
} as const;
