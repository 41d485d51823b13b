/** Texts of what proves a file: digests, time stamps and signatures that came along, and time stamps that were added. */
export const proofs = {
  'proof.title': 'Proofs',
  'proof.sum': '{agrees} good, {differs} bad, {missing} not to be checked.',
  'proof.all': 'Show all {count}',
  'proof.limits': 'What this does not prove',
  'proof.stampAdded': 'Time stamp, added {date}',

  'proof.digest.agrees': 'The digest in {name} ({tool}) fits.',
  'proof.digest.differs':
    'The digest in {name} ({tool}) does not fit: a file was changed, or left out.',
  'proof.digest.missing':
    'The digest in {name} ({tool}): the file that it speaks of is not there, or could not be read.',
  'proof.digest.claim':
    'Whoever can change a file can change a digest beside it, unless a signature or a time stamp holds the digest.',

  'proof.record.agrees': 'The digest of its record in the web archive ({name}) fits.',
  'proof.record.differs': 'The digest of its record in the web archive ({name}) does not fit.',
  'proof.record.missing':
    'The digest of its record in the web archive ({name}) is of a kind that is not known here.',

  'proof.openpgp.agrees': 'The OpenPGP signature {name} is good.',
  'proof.openpgp.differs':
    'The OpenPGP signature {name} is bad: the file or the signature was changed after it was signed.',
  'proof.openpgp.key': 'Key {fingerprint}.',
  'proof.openpgp.own':
    'The key is the package’s own: this proves only that whoever held it made both. Compare its fingerprint with one that you know from elsewhere.',
  'proof.openpgp.at': 'Signed {at}, by its own clock.',
  'proof.openpgp.noKey': 'The OpenPGP signature {name}: no key in the package made it.',
  'proof.openpgp.unreadable': 'The OpenPGP signature {name}: it cannot be read.',
  'proof.openpgp.unsupported':
    'The OpenPGP signature {name}: it is of a kind that is too weak, or not known here.',
  'proof.openpgp.gone':
    'The OpenPGP signature {name}: the file that it is of is not there, or could not be read.',
  'proof.openpgp.tooMuch': 'The OpenPGP signature {name}: the files are too large together.',

  'proof.stamp.of': 'The time stamp {name} fits its file, and names {at}.',
  'proof.stamp.block':
    'The time stamp {name} fits its file, and leads to Bitcoin’s block {height}.',
  'proof.stamp.blockUnchecked':
    'Whether the block holds it, and when it was made, needs the network.',
  'proof.stamp.pending':
    'The time stamp {name} fits its file, and is a calendar’s promise without a date yet.',
  'proof.stamp.unsigned':
    'The time stamp {name} fits its file; its signature could not be checked without its certificate.',
  'proof.stamp.gone': 'The time stamp {name}: no file here is what it is of.',
  'proof.stamp.differs': 'The time stamp {name} fits no file here, or its signature is broken.',
  'proof.stamp.unreadable': 'The time stamp {name}: it cannot be read.',

  'proof.wacz.agrees': 'The signature of the web archive fits ({name}).',
  'proof.wacz.differs': 'The signature of the web archive does not fit ({name}).',
  'proof.wacz.missing':
    'The signature of the web archive ({name}) is of a kind that is not known here.',

  'proof.attestation': 'The word of a telephone’s maker ({name}): only its maker can check it.',
  'proof.other.agrees': '{name} agrees.',
  'proof.other.differs': '{name} does not agree.',
  'proof.other.missing': '{name} cannot be checked.',
} as const;
