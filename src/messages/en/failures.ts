/** One plain sentence for each failure code: what happened, what is safe, what to do. */
export const failures = {
  'failure.wrong-passphrase': 'The passphrase is wrong. Nothing has been changed.',
  'failure.passphrase-empty': 'A passphrase is needed.',
  'failure.passphrase-too-long': 'That passphrase is too long.',
  'failure.passphrase-weak':
    'That passphrase is too easy to guess. Take six random words, or the one suggested.',
  'failure.share-wrong':
    'Share {share} is not right: a word in it was mistyped. Nothing has been changed.',
  'failure.shares-mixed': 'These shares do not belong together. Nothing has been changed.',
  'failure.shares-missing': '{needed} shares are needed; {have} were given.',
  'failure.shares-impossible': 'At least 2 and at most 16 shares, and no more needed than made.',
  'failure.rekey-under-way':
    'The archive is being given new keys already. Wait until that has ended.',
  'failure.no-archive': 'That folder is not a Kuferak archive. Nothing has been changed.',
  'failure.folder-missing': 'There is no such folder.',
  'failure.folder-not-empty': 'That folder is not empty. Choose an empty one for a new archive.',
  'failure.creation-unfinished':
    'The archive in that folder was never finished. Choose another folder, or remove this one.',
  'failure.damaged':
    'Part of the archive is damaged. Nothing has been changed; “kuferak verify” says what is touched.',
  'failure.too-new':
    'The archive was made by a newer version of Kuferak. Open it with that version.',
  'failure.in-use': 'The archive is open in another window or program. Close it there first.',
  'failure.unreadable': 'It cannot be read: this account may not open it, or it is not a file.',
  'failure.unwritable': 'It cannot be written: this account may not write there.',
  'failure.disk-full':
    'The disk is full. What was saved before is safe; free some space and try again.',
  'failure.too-many-files':
    'The system allows no more open files. Close other programs and try again.',
  'failure.rolled-back':
    'The archive is older than when it was last open here. Somebody may have put an old copy in its place.',
  'failure.no-slot': 'There is no room for another way to open the archive. Remove one first.',
  'failure.last-slot': 'That is the only way to open the archive, so it stays.',
  'failure.unsupported':
    'This system lacks the cryptography that an archive needs. Nothing has been changed.',
  'failure.read-only': 'The archive is open for reading only, so nothing can be changed.',
  'failure.disk-waits':
    'The disk does not take anything just now, so this was not saved. Try again when the note above is gone.',
  'failure.too-large': 'That is too large for one item.',
  'failure.io': 'The disk reported an error. What was saved before is safe.',
  'failure.closed': 'The archive is locked.',
  'failure.locked': 'The archive is locked.',
  'failure.cancelled': 'It was cancelled.',
  'failure.internal':
    'Something went wrong in Kuferak itself ({id}). What was saved before is safe.',
  'failure.invalid-input': 'That request was not understood.',
  'failure.ticket-expired': 'Choose the file or folder again.',
  'failure.empty': 'The file is empty.',
  'failure.source-missing': 'There is no such source.',
  'failure.source-in-use':
    'The source or a quote of it stands in a dossier, or proves a row of a claim. Nothing was deleted.',
  'failure.quote-missing': 'There is no such quote.',
  'failure.quote-in-use': 'The quote stands in a dossier. Nothing was deleted.',
  'failure.tag-missing': 'There is no such tag.',
  'failure.tag-exists':
    'There is a tag with that name already; capital and small letters make no difference.',
  'failure.tag-cycle': 'A tag cannot stand below itself.',
  'failure.entity-missing': 'There is no such person, organisation or place.',
  'failure.same-entity': 'That is the same name twice. Choose the other one.',
  'failure.kinds-differ':
    'One is of another kind than the other: a person and a place, say. Nothing was changed.',
  'failure.entity-in-use':
    'Somebody of this name is quoted, or answers in a claim, or a dossier says what becomes of the name. It stays as long as that is so.',
  'failure.entity-protected':
    'This name must not be named. Once it is deleted, nothing would keep it out of a dossier. Change its protection first.',
  'failure.spelling-missing': 'It has no such spelling.',
  'failure.no-spelling-left': 'One spelling has to stay. To keep nothing of it, change its name.',
  'failure.speaks-not':
    'Not every one of these quotes and rows is by that name. Nothing was changed.',
  'failure.name-ambiguous': 'More than one name fits. Give its identifier.',
  'failure.passage-differs':
    'The words differ from the source at that place, so the quote was not saved.',
  'failure.no-picture': 'A part of a picture can only be quoted from a picture.',
  'failure.region-outside': 'That part does not lie in the picture.',
  'failure.region-empty': 'That part has no extent. Draw it larger.',
  'failure.region-crossed':
    'The outline crosses itself or encloses nothing, so it would not be certain what is meant. Draw it again.',
  'failure.passage-missing': 'Those words do not stand in the source.',
  'failure.passage-ambiguous':
    'Those words stand in the source more than once. Give more of the passage.',
  'failure.encoding-unknown': 'No such encoding is known, or the file has none to choose.',
  'failure.text-changed':
    'The text was replaced by another one meanwhile. Nothing was changed; open it again.',
  'failure.nothing-changed': 'The text is the same as before, so nothing was changed.',
  'failure.too-many-texts':
    'The source has too many earlier texts to keep another one. Nothing was changed.',
  'failure.no-text': 'That source has no readable text.',
  'failure.too-few-words':
    'Fewer than {count} words stand in many texts by chance. Choose more of them, or search for them.',
  'failure.ocr-language-missing':
    'The model of that language is not on this computer, so nothing was read.',
  'failure.models-missing':
    'No whole model lies in that folder. The files are called rus.traineddata, bel.traineddata and so on.',
  'failure.ocr-nothing': 'No word was found in the picture.',
  'failure.ocr-failed': 'The text could not be read by machine. The picture itself is unchanged.',
  'failure.version-circle': 'A source cannot be an earlier version of itself.',
  'failure.not-a-picture': 'Only pictures and PDFs with pages without text can be read by machine.',
  'failure.image-damaged': 'The picture is damaged: it cannot be decoded.',
  'failure.image-too-large': 'The picture has more pixels than are decoded for this.',
  'failure.document-damaged': 'Its pages cannot be drawn, so nothing was read.',
  'failure.needs-password': 'It opens with a password only.',
  'failure.reading-timed-out':
    'Reading took too long and was stopped. What was not read stays as it is.',
  'failure.reading-out-of-memory':
    'Reading needed too much memory and was stopped. What was not read stays as it is.',
  'failure.quotes-would-move':
    'Passages that are quoted do not stand in the new text in the same words, so the old text stays.',
  'failure.search-exists': 'There is a saved search of that name.',
  'failure.search-missing': 'There is no such saved search.',
  'failure.query-invalid': 'The search cannot be understood.',
  'failure.dossier-missing': 'There is no such dossier.',
  'failure.dossier-empty': 'The dossier has nothing in it yet.',
  'failure.quotes-sensitive': {
    one: '{count} quote in it is marked as not to leave the archive, so nothing was made. Take it out of the dossier or the claim, or take the mark off it.',
    other:
      '{count} quotes in it are marked as not to leave the archive, so nothing was made. Take them out of the dossier or the claim, or take the mark off them.',
  },
  'failure.quote-proves-claim': 'A row of a claim rests on this quote. Nothing was deleted.',
  'failure.claim-missing': 'That claim is no longer there.',
  'failure.claim-in-use': 'A dossier prints this claim. Take it out of the dossier first.',
  'failure.claim-full': 'A claim holds no more than that. Begin another one.',
  'failure.row-missing': 'That row is no longer there.',
  'failure.words-not-in-quote':
    'The value must stand in the quote word for word, and whole: not “8” out of “80”.',
  'failure.same-source': 'These are two facts of one source. Only facts of two sources are paired.',
  'failure.too-many-pairings':
    'So much was decided about these two sources already that no more is kept.',
  'failure.pairing-missing': 'That decision is no longer there.',
  'failure.names-protected':
    'What would leave names somebody who must not be named. Nothing was written.',
  'failure.source-has-parts':
    'Other sources came out of this one; its original is where they came from. Nothing was deleted.',
  'failure.source-in-trash': 'Its source is in the trash. Put that back first.',
  'failure.trash-missing': 'That is not in the trash any more.',
  'failure.too-much-at-once':
    'That is too much for one deletion. Delete some of what came out of it first.',
  'failure.holds-no-parts': 'It holds nothing that could be chosen: it is taken in as it is.',
  'failure.no-part-matches': 'Nothing in it has these words in its title, its address or its name.',
  'failure.part-missing': 'There is no such part in it.',
  'failure.parts-of-other-bytes':
    'The file is not as it was when its parts were listed. List them again, and choose anew.',
  'failure.part-encrypted': 'It is locked with a password. Unpack it, and add what is in it.',
  'failure.part-damaged': 'This part is damaged or cut off. What it lies in is kept untouched.',
  'failure.part-too-compressed':
    'It would unpack to far more than it could rightly hold, so it was left packed.',
  'failure.part-too-large': 'This part is too large. What it lies in is kept untouched.',
  'failure.part-method-unknown': 'It is packed in a way that is not read yet.',
  'failure.checks-not-made':
    'What these files say of each other could not be checked: it took too long, or too much. They were taken in all the same.',
  'failure.too-many-parts': 'There was more than one import takes in. Add the rest separately.',
  'failure.link-not-followed': 'A link to another place. Add what it leads to itself.',
  'failure.reading-failed': 'It could not be read to its end; the rest was left where it is.',
  'failure.image-unreadable': 'A picture in the dossier cannot be read. Nothing was written.',
  'failure.image-unreadable.exhibit':
    'The picture {shelfmark}, exhibit {exhibit} of the dossier, cannot be read. Nothing was written.',
  'failure.typesetting-failed': 'The PDF could not be made. Nothing was written.',
  'failure.font-missing':
    'A font for the PDF is missing from this installation. Nothing was written.',
  'failure.recipient-invalid':
    'That is no age key. It begins with “age1”, and its holder has to give it to you. Nothing was written.',
  'failure.package-too-large':
    'The files are too many bytes for one zip. Save the package as a folder, or leave originals out. Nothing was written.',
  'failure.package-unsound':
    'What was written could not be read back as it was meant, so it was removed. Try another disk.',
  'failure.target-exists': 'There is something with that name already. Choose another name.',
  'failure.target-unwritable': 'Nothing can be written there. Choose another place.',
  'failure.target-inside-archive': 'Choose a place outside the archive’s own folder.',
  'notice.tail-set-aside':
    'The last change before a crash was not whole and was set aside. Everything that was confirmed is there.',
  'notice.key-copy-mended':
    'One of the two copies of the key file was damaged and was written again.',
  'notice.head-copy-mended': 'One of the two copies of the head was damaged and was written again.',
  'notice.anchor-missing':
    'This archive was not open here before, so an older copy in its place could not be noticed. Compare the four words.',
  'finding.blob-missing': 'A file of this item is gone',
  'finding.blob-damaged': 'A file of this item is damaged',
  'finding.file-missing': 'A file of the archive is gone',
  'finding.file-damaged': 'A file of the archive is damaged',
  'finding.changes-missing': 'Changes that cannot be read any more, by number',
  'finding.original-unreadable': 'The original cannot be read',
  'finding.original-differs': 'The original is not what was collected',
  'finding.text-unreadable': 'The readable text cannot be read; the original can be read out again',
  'finding.log-broken': 'The log was changed at these lines',
  'finding.quote-without-source': 'A quote whose source is gone',
  'finding.speaker-missing': 'A quote whose speaker is gone',
  'finding.tag-missing': 'A quote with a tag that is gone',
  'finding.claim-reference-missing': 'A claim with a row whose quote or speaker is gone',
  'finding.pairing-without-source': 'A decision about facts of a source that is gone',
  'finding.collection-reference-missing': 'A collection with a source that is gone',
  'failure.collection-exists': 'There is a collection of that name.',
  'failure.collection-missing': 'There is no such collection.',
  'failure.collection-full': 'A collection holds no more than that. Begin another one.',
  'finding.dossier-reference-missing': 'A dossier with a part that is gone',
  'failure.profile-missing': 'There is no profile of that name.',
  'failure.stamp-unreadable':
    'That is no time stamp (RFC 3161 or OpenTimestamps), or it is damaged. Nothing was kept.',
  'failure.stamp-algorithm':
    'The time stamp is of a digest that is too weak or not known here. SHA-256, SHA-384 and SHA-512 are taken.',
  'failure.stamp-broken':
    'The signature of the time stamp does not fit what it says, so it proves nothing. It was not kept.',
  'failure.stamp-fits-nothing':
    'The time stamp is of something else: no head of this log and no original here has that digest.',
  'failure.stamp-there': 'That time stamp is kept already.',
  'failure.stamps-differ': 'Not every time stamp fits what is here.',
  'failure.stamp-missing': 'There is no such time stamp.',
  'finding.stamp-differs': 'A time stamp is of something else than what is here now',
  'finding.stamp-damaged': 'A time stamp cannot be read any more',
  'finding.stamp-subject-missing': 'A time stamp is of a source that is not here any more',
  'failure.other': 'It did not work ({code}). What was saved before is safe.',
} as const;
