/** Texts of time stamps. */
export const stamps = {
  'stamp.add': 'Add a time stamp…',
  'stamp.added': 'The time stamp is kept.',
  'stamp.again': 'Check again',
  'stamp.block': 'It stands in Bitcoin’s block {height}, says the proof.',
  'stamp.blockUnchecked':
    'Whether block {height} has this Merkle root, and when it was made: {root}. Compare it on another computer.',
  'stamp.checked': 'Checked',
  'stamp.checking': 'Checking time stamps',
  'stamp.digestFits': 'The digest in it is that of what it is of.',
  'stamp.issued': {
    one: 'The certificate was issued by {issuer}; {count} further certificate in the token leads on.',
    other:
      'The certificate was issued by {issuer}; {count} further certificates in the token lead on.',
  },
  'stamp.kind.opentimestamps': 'OpenTimestamps',
  'stamp.kind.rfc3161': 'RFC 3161',
  'stamp.none':
    'No time stamp is kept yet. One is made of the head or of a file, outside of Kuferak.',
  'stamp.notChecked': 'Not checked',
  'stamp.notForStamping': 'But the certificate does not say that it is for time stamps.',
  'stamp.notValidThen': 'But the certificate was not valid at that moment.',
  'stamp.ofHead': 'Head of the log, line {line}',
  'stamp.ofGone': 'A source that is not here any more',
  'stamp.ofSource': 'Original of {shelfmark}',
  'stamp.pathRight': 'Its operations were done again and lead to the Merkle root that is named.',
  'stamp.pending': 'A promise of the calendar, without a date yet: {calendars}',
  'stamp.pendingUnchecked':
    'Whether it has come into a block of Bitcoin: complete the proof on another computer (ots upgrade), and add it again.',
  'stamp.remove': 'Remove the time stamp',
  'stamp.removed': 'The time stamp is removed.',
  'stamp.says': '{at}, says {authority}.',
  'stamp.saysNobody': '{at}, says an authority that does not show its certificate.',
  'stamp.signatureHolds':
    'The signature over the digest and the moment was made with the key of this certificate.',
  'stamp.signatureUnchecked':
    'The signature: the certificate is not in the time stamp, or its algorithm is not known here. Ask for it with the certificate (openssl ts -query -cert).',
  'stamp.state.damaged': 'It cannot be read as it was any more.',
  'stamp.state.differs': 'What it is of is not any more what was stamped.',
  'stamp.state.holds': 'It fits what is here.',
  'stamp.state.subject-missing': 'What it is of is not here any more.',
  'stamp.text':
    'Obtained elsewhere: that somebody had a head of this log, or an original, at a moment.',
  'stamp.title': 'Time stamps',
  'stamp.trustUnchecked':
    'Whether the authority can be trusted (its chain to a root), and whether its certificate was withdrawn: that needs the network.',
} as const;
