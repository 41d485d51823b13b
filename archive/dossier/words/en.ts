/** The fixed wording of a dossier in English. */
import type { Words } from './words.ts';

const number = new Intl.NumberFormat('en');
const rules = new Intl.PluralRules('en');

function plural(count: number, one: string, other: string): string {
  return `${number.format(count)} ${rules.select(count) === 'one' ? one : other}`;
}

const exhibits = (count: number) => plural(count, 'exhibit', 'exhibits');
const quotes = (count: number) => plural(count, 'quote', 'quotes');

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

function languageName(tag: string): string {
  if (tag === 'und') return 'a language not stated';
  return languageNames.of(tag) ?? tag;
}

export const en: Words = {
  language: 'en',
  template: {
    dossier: 'Dossier',
    contents: 'Contents',
    method: 'How this dossier was made',
    account: 'Account',
    exhibits: 'Exhibits',
    exhibitListIntro:
      'In the order in which they are first used. The digest is the SHA-256 of the original file as it was collected.',
    comparisons: 'Annex: comparisons',
    comparisonsIntro:
      'Passages of two exhibits side by side. A sign and a word say how they stand to each other; differences are shown and not resolved. The pairs were found by program: they are an aid to reading and no finding.',
    claims: 'Annex: claim tables',
    claimsIntro:
      'What each source answers to one question. A row rests on a quote, named in the last column: the value stands in it word for word as printed under “As written”; the figure is how the compiler read it. Rows stand in order of time. Which rows go back to one origin, and which are in doubt, was said by the compiler; rows in doubt stand apart and are not counted.',
    claimValue: 'Value',
    claimWritten: 'As written',
    claimBy: 'Said by',
    claimWhen: 'Told · speaks of',
    claimOrigin: 'Origin',
    claimProof: 'Quote',
    claimDoubted: 'In doubt',
    claimNobody: 'nobody named',
    claimNoRows: 'No row is certain.',
    chronologyWhen: 'When',
    chronologyWhat: 'What',
    chronologyProof: 'Exhibit',
    chronologyPicture: 'a part of a picture, shown in the exhibit',
    custody: 'Annex: chain of custody',
    custodyIntro:
      'The lines of the archive’s activity log that concern what is printed here. Each line of the log holds the hash of the line before it, so that none can be changed, removed or put in between without changing every later hash. Times are in UTC. Hashes are shown by their first sixteen digits.',
    check: 'Annex: how to check this',
    checkIntro:
      'None of these steps needs the program that made this dossier. Ask whoever gave it to you for the original files.',
    limits: 'What a hash does not prove',
    redactions: 'Annex: redactions',
    redactionsIntro:
      'Names were replaced, and parts of pictures covered, before this document was set; the originals hold them unchanged. What stands in square brackets is ours. The same mark always means the same person, organisation or place, except a mark that only says that something was withheld. Digests and line hashes are of the unredacted records.',
    redactionMark: 'Mark',
    redactionReason: 'Reason',
    redactionPlaces: 'Where, and how often',
    replaced: 'Annex: characters that could not be printed',
    replacedIntro:
      'These characters stand in the material but cannot be shown by the fonts of this document, or would change the order of the text around them. In the print, a missing letter or sign is replaced by \ufffd, a control character by its code in ‹ ›. The original files hold them unchanged.',
    replacedCode: 'Character',
    replacedCount: 'Times',
    pages: 'Pages',
    pageOf: 'Page {page} of {pages}',
    onPage: 'page {page}',
    quotes: 'Quotes',
    quote: 'Quote',
    picture: 'Picture',
    graphicNotice:
      'The next page shows a picture that was marked as graphic by those who collected it.',
    quoteBegins: 'Quote {label} begins',
    quoteEnds: 'Quote {label} ends',
    leftOut: '[…]',
    markSampleBefore: 'A quoted passage is marked where it stands in the source: ',
    markSample: 'between brackets, underlined, on a tint',
    markSampleAfter:
      ', with its number before it. What stands outside the brackets is context. The sign […] is ours: text was left out there.',
    note: 'Note by the compiler',
    legend: 'Relation',
    lineNumber: 'No.',
    lineAt: 'Time (UTC)',
    lineAction: 'What was done',
    lineAbout: 'Concerns',
    lineHash: 'Hash of the line',
    nothingHere: 'There is nothing here.',
  },
  withheld: 'withheld',
  notKnown: 'not known',
  zoneNotStated: 'zone not stated',
  cover: {
    matter: 'Matter',
    version: 'Version',
    author: 'Prepared by',
    madeAt: 'Made at',
    extent: 'Extent',
    handling: 'Handling',
    id: 'Dossier',
    content: 'Content digest',
    contentMeaning:
      'SHA-256 of what this document was set from. It tells editions apart; it is not the digest of this file. Its first twelve digits stand on every page.',
    log: 'Log head',
    writtenAs: 'Written as',
    standard: 'PDF/A-3a; validate before relying on it',
    setWith: (version) => `Set with Kuferak ${version}.`,
    extentOf: (exhibitCount, quoteCount) => `${exhibits(exhibitCount)}, ${quotes(quoteCount)}`,
    logOf: (lines) => `after ${plural(lines, 'line', 'lines')}`,
  },
  method: ({
    exhibits: exhibitCount,
    quotes: quoteCount,
    whole,
    pictures,
    comparisons,
    claims,
    chronologies,
    redacted,
  }) => [
    `This dossier holds ${exhibits(exhibitCount)} and ${quotes(quoteCount)} from an archive kept offline. Its compiler chose them; what was searched, how it was chosen and what was left out is for the account to say. ${
      whole === 0
        ? 'No exhibit is printed whole.'
        : `${plural(whole, 'exhibit is', 'exhibits are')} printed whole, of the others only the quoted passages with the paragraphs around them.`
    }`,
    'The archive keeps each file as it was collected and never changes it. Its SHA-256 was computed when it was added and is printed with each exhibit. What is printed as text was read out of that file by the method named there; where print and file differ, the file holds.',
    'A quote is word for word: the archive takes a passage only if it stands in the source’s text exactly so. Who said it, how it is attributed, its date, tags, check status and confidence were set by the compiler. Translations are marked as such, name their translator where one is stated, and are not part of the source.',
    'Three dates are kept apart: when the material says it was published, when it was captured, and when it was added to the archive. “Not known” means that nobody stated it; “withheld” means that it is known and was kept back, as a rule to protect a person. Nothing was filled in by guess.',
    ...(redacted
      ? [
          'Names were redacted by program before printing: whole names in every spelling and script that the archive knows of them, and single words of persons’ names. A quote in which a name was replaced says so, and is otherwise word for word. The annex lists each mark with its reason. Words in pictures are not redacted.',
        ]
      : []),
    ...(pictures === 0
      ? []
      : [
          'Pictures are printed without the data that cameras and programs write into them (device, time, position, preview) and without colour profiles. A printed picture is therefore not the file whose digest is given; that file is in the archive. Where the format cannot be printed, a picture made from the original is shown and said to be one. Pictures are printed with up to 300 dots to an inch: one with much more is made smaller, which its caption says, and parts that are quoted are cut out of the whole picture first.',
        ]),
    ...(comparisons === 0
      ? []
      : [
          'Comparisons were computed by program from the texts of both exhibits and are shown whole in their annex, with what differs and what stands on one side only. Where the compiler paired or parted two facts, that is said.',
        ]),
    ...(chronologies === 0
      ? []
      : [
          'A chronology holds what the compiler chose, in order of the dates as far as they are known. Each line says of what it is the date: published is not happened. A date of which only the month or the year is known stands before the days of that month or year; that it stands there says nothing of the day.',
        ]),
    ...(claims === 0
      ? []
      : [
          'Claim tables were put together by the compiler: which rows are in them, how a value is read as a figure, what is in doubt, and what goes back to one origin. The program checked that each value stands in its quote; least, most and the number of origins it counted from the rows.',
        ]),
  ],
  kinds: {
    page: 'Web page',
    text: 'Text',
    image: 'Picture',
    file: 'File',
    mail: 'Mail',
    chat: 'Conversation',
    reference: 'Reference',
  },
  exhibit: {
    label: (n) => `Exhibit ${n}`,
    publisher: 'Publisher',
    authors: 'Author',
    published: 'Published',
    event: 'Event',
    captured: 'Captured',
    added: 'Added to archive',
    address: 'Address',
    collectedBy: 'Collected by',
    place: 'Place of capture',
    howCollected: 'How collected',
    device: 'Device',
    consent: 'Consent',
    sha256: 'SHA-256 of original',
    madeSha256: 'SHA-256 of picture',
    file: 'Original file',
    fileOf: (name, size, mediaType) => `${name} · ${size} · ${mediaType}`,
    bytes: (count) => plural(count, 'byte', 'bytes'),
    derived: 'Text read by',
    byMachine: (confidence) => `: read by machine, ${confidence} % sure`,
    derivedOf: (method, version, encoding, guessed) =>
      `${method} ${version}${encoding === null ? '' : `, from ${encoding}${guessed ? ' (guessed)' : ''}`}`,
    licence: 'Licence',
    datesOf: (published, captured) => `published ${published} · captured ${captured}`,
    whole: (words) => `The whole text, ${plural(words, 'word', 'words')}`,
    pictureOf: (label, title) => `Picture, ${label}: ${title}`,
    captionOf: (label, name) => `${label}. ${name}, printed without its metadata.`,
    madeCaptionOf: (label, name, pages) =>
      `${label}. Shown is a picture made from ${pages > 1 ? `the first of ${pages} pages of ` : ''}the original, ${name}, whose format cannot be printed. It has a digest of its own, given above beside that of the original.`,
    scaledCaptionOf: (label, name) =>
      `${label}. ${name}, printed with fewer pixels and without its metadata. What is printed has a digest of its own, given above beside that of the original.`,
    coveredCaptionOf: (label, name) =>
      `${label}. Shown is a picture made from the original, ${name}, without its metadata. It has a digest of its own, given above beside that of the original.`,
    coveredParts: (count) =>
      count === 1
        ? 'One part of it is covered in black, by us; what lay under it is not in this file.'
        : `${count} parts of it are covered in black, by us; what lay under them is not in this file.`,
    covered:
      'It is graphic, and covered: in its place stand its mean shades of grey, in large squares.',
    cutShort: 'The file as collected ends before its picture does; the missing part is shown grey.',
    regionsOf: (labels) =>
      `${labels.length === 1 ? 'The frame shows the region' : 'The frames show the regions'} quoted as ${labels.join(', ')}.`,
    noText: 'No readable text was derived from this file; it is named here by its digest.',
  },
  quote: {
    speaker: 'Speaker',
    noSpeaker: 'nobody named',
    attribution: 'Attribution',
    attributions: {
      said: 'said in the source',
      'according-to': 'reported: according to the source',
      inferred: 'inferred by the compiler',
    },
    saidOn: 'Said on',
    tags: 'Tags',
    check: 'Check',
    checks: {
      unchecked: 'not yet checked against the original',
      checked: 'checked against the original',
      doubtful: 'doubtful',
    },
    confidence: 'Confidence',
    confidences: {
      low: 'low: the compiler holds the attribution or what is said for uncertain',
      medium: 'medium',
      high: 'high: the compiler has little doubt of the attribution and of what is said',
    },
    paragraph: 'Place',
    region: 'Region',
    regionOf: (left, top, width, height) =>
      `a part of the picture: from ${left} % of its width and ${top} % of its height, ${width} % wide, ${height} % high`,
    regionAt: (place, page, outline) =>
      `${page === 1 ? '' : `page ${page}: `}${place}${outline ? '; of it, what lies in the outline: the rest is left white' : ''}`,
    seen: 'What is seen',
    detailOf: (label) => `Detail of the picture, quote ${label}`,
    printedWhole: 'Marked below in the whole text.',
    redaction: 'Redaction',
    redacted:
      'names in this quote or its translation were replaced; what stands in square brackets is ours',
    passageDiffers:
      'The text was read out of the file anew since the passage was quoted, and the passage does not stand at its place in the new reading. It is printed as it was quoted, without context.',
    translationOf: (language, translator, status) =>
      `Translation into ${languageName(language)}${translator === null ? '' : ` by ${translator}`}, ${status === 'checked' ? 'checked' : 'not checked'}${translator === null ? '; translator not stated' : ''}`,
    reference: (exhibit, quote, shelfmark) => `Exhibit ${exhibit}, quote ${quote} · ${shelfmark}`,
  },
  reference: {
    source: (exhibit, shelfmark) => `Exhibit ${exhibit}, printed whole · ${shelfmark}`,
    comparison: (n) => `Comparison ${n}`,
    claim: (n) => `Claim table ${n}`,
  },
  claim: {
    unit: 'Unit',
    period: 'Speaks of',
    extent: 'Rows',
    extentOf: (rows, doubted) =>
      `${plural(rows, 'row', 'rows')}${doubted === 0 ? '' : `, and ${doubted} in doubt`}`,
    range: 'Least … most',
    origins: 'Origins',
    originsOf: (count, ifAgreed) =>
      ifAgreed === count
        ? `${plural(count, 'origin', 'origins')}, as far as is known`
        : `${plural(count, 'origin', 'origins')} as the compiler says; ${ifAgreed}, if rows whose sources share wording, or whose speaker and figure are the same, are held for one`,
    since: (date) => `since ${date}`,
    until: (date) => `until ${date}`,
    doubts: {
      'by-hand': 'doubted by the compiler',
      'quote-doubtful': 'its quote is marked as doubtful',
      'words-gone': 'these words do not stand in the quote any more',
    },
    signs: {
      about: 'about',
      'at-least': 'at least',
      'at-most': 'at most',
      range: 'from … to',
      origin: 'rows with the same letter go back to one origin',
      doubt: 'in doubt, and not counted',
    },
  },
  chronology: {
    dates: {
      event: 'happened',
      said: 'said',
      claim: 'spoken of',
      published: 'published',
      collected: 'captured',
      added: 'added to the archive',
    },
    yearOnly: 'month and day not known',
    monthOnly: 'day not known',
  },
  verdicts: {
    same: 'same',
    match: 'corresponds',
    differs: 'differs',
    'only-a': 'only in A',
    'only-b': 'only in B',
  },
  wordMarks: {
    gone: 'only in A',
    new: 'only in B',
    shared: 'word for word in both',
  },
  movedVerdict: (verdict) => `${verdict}, moved`,
  sameCounted: (count) =>
    count === 1
      ? 'One passage that is the same word for word'
      : `${count} passages that are the same word for word`,
  byHand: 'paired by hand',
  actions: {
    'archive.create': 'Archive created',
    'archive.upgrade': 'Records brought up to date',
    'archive.rekey': 'Archive given new keys',
    'archive.salvage': 'Archive salvaged from a damaged one',
    'source.import': 'Source taken in',
    'source.choose': 'Parts chosen out of a container',
    'source.complete': 'Pictures or proofs added that came along later',
    'source.edit': 'Source’s description edited',
    'source.correct': 'Text corrected by hand',
    'source.restore-text': 'Earlier text put back',
    'quote.carry': 'Quotes carried over from an earlier version',
    'quote.place': 'Place of a quote set',
    'source.read-again': 'Text read again from the original',
    'source.delete': 'Source moved to the trash',
    'trash.restore': 'Put back out of the trash',
    'trash.destroy': 'Deleted for good',
    'trash.forget': 'Files of what was deleted removed',
    'source.check': 'Originals read again and compared with their digests',
    'source.ocr': 'Text read by machine',
    'source.derive': 'Small pictures made, and what pictures look like noted',
    'ocr.ask': 'Reading by machine asked for',
    'ocr.pause': 'Reading by machine paused',
    'ocr.cancel': 'Reading by machine cancelled',
    'quote.add': 'Quote added',
    'quote.edit': 'Quote edited',
    'quote.delete': 'Quote moved to the trash',
    'tag.add': 'Tag added',
    'tag.edit': 'Tag edited',
    'tag.delete': 'Tag deleted',
    'tag.merge': 'Tag merged into another',
    'tag.split': 'Uses of a tag moved to another',
    'tag.many': 'Tags put on many things, or taken off',
    'entity.add': 'Entity added',
    'entity.edit': 'Entity edited',
    'entity.delete': 'Entity deleted',
    'entity.merge': 'Two entities made one',
    'entity.split': 'One entity made two',
    'dossier.add': 'Dossier added',
    'dossier.edit': 'Dossier edited',
    'dossier.delete': 'Dossier deleted',
    'dossier.export': 'Dossier exported',
    'archive.actor': 'Actor named',
    'archive.signing-key': 'Signing key made',
    'profile.save': 'Profile of collecting saved',
    'profile.delete': 'Profile of collecting deleted',
    'stamp.add': 'Time stamp kept',
    'stamp.delete': 'Time stamp removed',
    'search.save': 'Search saved',
    'search.edit': 'Saved search edited',
    'search.delete': 'Saved search deleted',
    'gathering.add': 'Collection added',
    'gathering.edit': 'Collection edited',
    'gathering.delete': 'Collection deleted',
    'claim.add': 'Claim added',
    'claim.edit': 'Claim edited',
    'claim.delete': 'Claim deleted',
    'claim.row-add': 'Rows added to a claim',
    'claim.row-edit': 'Row of a claim edited',
    'claim.row-delete': 'Row of a claim removed',
    'claim.trace': 'Origin of rows said',
    'pair.make': 'Facts paired by hand',
    'pair.break': 'Facts parted by hand',
    'pair.forget': 'Decision about facts taken back',
    'names.export': 'Report on names exported',
    'archive.export': 'Archive exported',
    'comparison.export': 'Comparison saved',
    'codes.export': 'Table of the codebook saved',
    'claims.export': 'Claims saved as a table',
    'timeline.export': 'Timeline saved',
    'wording.export': 'Shared wording told as a table',
    'archive.verify': 'Archive verified',
    'change.undo': 'Change undone',
    'change.redo': 'Change redone',
  },
  custody: {
    head: 'Log head',
    length: 'Length of log',
    printed: 'Printed here',
    lines: (count) => plural(count, 'line', 'lines'),
  },
  redaction: {
    marks: {
      withheld: 'withheld',
      kinds: { person: 'Person', organisation: 'Organisation', place: 'Place' },
    },
    coveredWords: 'covered',
    coveredWordsReason:
      'Words that lie under a covered part of a picture, or of which it is not known where in it they stand.',
    coveredPart: 'Black in a picture',
    coveredReason: (reason) => `Must not leave: ${reason}`,
    coveredNoReason: 'Must not leave; why was not noted.',
    cover: 'Cover',
    custody: 'Chain of custody',
    reasons: {
      undecided: 'Whether it may be named is not decided.',
      public: 'Names of this level are not printed here, although they are public.',
      consented: 'Names of this level are not printed here, although there is consent.',
      'must-not-be-named': 'It must not be named.',
    },
    chosen: 'The compiler chose so for this dossier.',
    part: 'A part of a name, or an address with one, was left out.',
  },
  furtherReplaced: (kinds) => `and ${plural(kinds, 'other', 'others')}`,
  steps: [
    {
      title: 'Get the originals.',
      text: 'Ask for the original file of each exhibit that matters to you. It is known by its name and size in the provenance block and, beyond doubt, by its SHA-256.',
      commands: [],
    },
    {
      title: 'Compute the SHA-256 of each file.',
      text: 'Every system has a tool for it: the first line is for Linux, the second for macOS, the third for Windows (PowerShell).',
      commands: ['sha256sum FILE', 'shasum -a 256 FILE', 'Get-FileHash -Algorithm SHA256 FILE'],
    },
    {
      title: 'Compare all 64 digits',
      text: 'with those printed in the exhibit’s provenance block. One different digit means a different file.',
      commands: [],
    },
    {
      title: 'Read the quote in the original.',
      text: 'Open the file in a program of your choice, search for the words of the quote, and read what stands around it. Compare dates and publisher with what the file says of itself.',
      commands: [],
    },
    {
      title: 'Check this document and the log.',
      text: 'Compute the SHA-256 of this PDF and ask the holder of the archive for the log line “Dossier exported”, which holds the digest of the file that left. Ask that the whole log be verified up to the head printed in the custody annex.',
      commands: ['sha256sum DOSSIER.pdf', 'qpdf --check DOSSIER.pdf'],
    },
  ],
  limits: [
    'That what the file says is true.',
    'Who made the file, or that the person named as its author did.',
    'When it was made or published: only that these very bytes existed when the digest was written down.',
    'That it was complete, or not altered, before it was collected.',
    'That the log was not rewritten as a whole by whoever holds the archive: for that, its head must have been given to somebody else earlier.',
  ],
};
