/** Every bound on what a stranger's file or a caller can make us do, in one place. */
export const limits = {
  /** Bytes of one original taken in. */
  originalBytes: 2 * 1024 ** 3,
  /** Bytes of HTML or text that are parsed; larger files are kept, without a readable text. */
  parsedBytes: 16 * 1024 ** 2,
  /** Bytes of a PDF, an office document or a book that are parsed. */
  documentBytes: 128 * 1024 ** 2,
  /** Pages of one document that are read. */
  pages: 5_000,
  /** Points of one page's side: what PDF allows at the most. */
  pageLength: 14_400,
  /** Pieces of text on one page that are put in order; a page with more is a drawing. */
  pagePieces: 50_000,
  /** Stretches of text whose place on their page is kept, in one document. */
  layoutRuns: 500_000,
  /** Files in one zipped document. */
  zipEntries: 20_000,
  /** Bytes of one file that is unpacked from a zipped document, and of all of them. */
  unpackedBytes: 64 * 1024 ** 2,
  unpackedTotal: 256 * 1024 ** 2,
  /** Times its packed size that a file may unpack to, above `unpackedFree` bytes. */
  unpackedRatio: 200,
  unpackedFree: 1024 ** 2,
  /** Elements of one XML file that is read, and how deep they may stand in each other. */
  xmlNodes: 2_000_000,
  xmlDepth: 256,
  /** UTF-16 units of one readable text. */
  textLength: 8_000_000,
  /** Blocks of one readable text, and spans of it. */
  textParts: 200_000,
  /** UTF-16 units of a title, a name, a tag. */
  shortText: 1_000,
  /** UTF-16 units of a key that a package is sealed for; those of after quantum computers are long. */
  sealKey: 4_000,
  /** UTF-16 units of a note, a definition, a written section. */
  longText: 200_000,
  /** UTF-16 units of one quote. */
  quoteLength: 100_000,
  /** Corners of the outline of a part of a picture. */
  outlineCorners: 200,
  /** UTF-16 units of context kept before and after a quote. */
  contextLength: 64,
  /** Words of a text that are paired with those of another derivation of it. */
  pairedWords: 1_000_000,
  /** Earlier derivations of a source's text that can be gone back to. */
  formerTexts: 500,
  /** Members of one list inside a record. */
  listLength: 2_000,
  /** Sources and quotes that are tagged in one go, and bytes of all records that one such change holds: less than a frame. */
  taggedAtOnce: 20_000,
  changeBytes: 56 * 1024 ** 2,
  /** Tags of one table of the codebook, and sources of one. */
  codeTableTags: 200,
  codeTableSources: 2_000,
  /** Rows of one claim, and those that are added in one go. */
  claimRows: 1_000,
  claimRowsAtOnce: 100,
  /** Sources of one claim whose texts are looked through for shared wording. */
  claimSources: 100,
  /** Sources told that share wording with one, passages told of each, and UTF-16 units told of a passage. */
  reuseSources: 500,
  reusePassages: 30,
  reuseExcerpt: 1_000,
  /** Of them, those that are looked through for wording that they have in common without the one that is asked for. */
  reuseGrouped: 1_000,
  /** Decisions about one pair of texts. */
  pairings: 2_000,
  /** Those kept, or taken back, as one. */
  pairingsAtOnce: 100,
  /** UTF-16 units of a search query. */
  queryLength: 10_000,
  /** Results that one search leads to, and those of them that are told at a time. */
  searchResults: 100_000,
  resultsAtOnce: 1_000,
  /** Names looked up in one go. */
  namesAtOnce: 10_000,
  /** Sources that are looked through for the mentions of one name, and mentions told of each. */
  mentionSources: 10_000,
  mentionsPerSource: 500,
  /** Of those in the records beside the texts: told in all. */
  mentionsBeside: 2_000,
  /** Forms that may be a hidden name, told of one place of what leaves. */
  possibleNames: 1_000,
  /** UTF-16 units of a list of names, as it was typed or as it stood in a file. */
  nameList: 2_000_000,
  /** Words of a query that are looked for; of a longer one the rarest. */
  queryWords: 24,
  /** UTF-16 units by which a word is known to the index. */
  indexedWord: 64,
  /** Matches that one result tells. */
  matchesPerResult: 200,
  /** Files in one import. */
  importFiles: 10_000,
  /** Parts of one picture that are covered in what leaves. */
  coveredRegions: 200,
  /** Pixels of one image that are decoded. */
  imagePixels: 120_000_000,
  /** Bytes of one image whose metadata are read; of larger ones only the measures. */
  imageBytes: 256 * 1024 ** 2,
  /** Bytes of memory that one picture may take while it is decoded, and the milliseconds. */
  pictureMemory: 1_536 * 1024 ** 2,
  pictureMilliseconds: 60_000,
  /** Pixels along the longer side of the small pictures that stand in lists … */
  thumbnailSide: 320,
  /** … and of those that are shown in the place of what a window cannot show. */
  previewSide: 4_096,
  /** Dots to an inch with which pictures are printed at most; with up to so many times as many they are left as they are. */
  printedDotsPerInch: 300,
  printedSurplus: 1.5,
  /** Bytes of a picture without loss that is printed with fewer pixels; a larger one is written with some loss. */
  printedLossless: 2 * 1024 ** 2,
  /** Bytes of such pictures that an open archive keeps for the next preview. */
  printedKept: 48 * 1024 ** 2,
  /** Pixels of one picture, and of one page made a picture, that are read by machine. */
  ocrPixels: 60_000_000,
  /** Dots to an inch of a page that is made a picture to be read. */
  ocrResolution: 300,
  /** Pages of one document that are read by machine. */
  ocrPages: 1_000,
  /** Milliseconds that one page may take to be read by machine. */
  ocrMilliseconds: 300_000,
  /** Bytes of one model by which a language is read by machine. */
  modelBytes: 64 * 1024 ** 2,
  /** Milliseconds that one file may take to be read. */
  importMilliseconds: 60_000,
  /** Milliseconds that a PDF may take: thousands of pages are read one after the other. */
  pdfMilliseconds: 300_000,
  /** Megabytes of heap that the import worker may use. */
  importHeapMegabytes: 1_024,
  /** Containers (mails, zips, web archives …) that are opened inside of one another. */
  containerDepth: 6,
  /** Parts that one given file is taken apart into, at all depths together. */
  containerParts: 20_000,
  /** Bytes of all these parts together. */
  containerBytes: 16 * 1024 ** 3,
  /** Bytes of one part. */
  partBytes: 1024 ** 3,
  /** How many times as large as its packed form a part, or all parts together, may be … */
  partRatio: 200,
  /** … when it is larger than so many bytes. Small things may be packed as tightly as they like. */
  partFreeBytes: 32 * 1024 ** 2,
  /** Bytes of parts that are fetched before the first of them is taken in. */
  partsAhead: 16 * 1024 ** 2,
  /** Pictures and styles kept with a saved page beside which they lay, bytes of one, and of all of them. */
  pageFiles: 500,
  pageFileBytes: 16 * 1024 ** 2,
  pageFilesBytes: 64 * 1024 ** 2,
  /** Bytes of one mail that is taken apart. */
  mailBytes: 256 * 1024 ** 2,
  /** Originals, and bytes of them, that one slice of re-checking in the background reads; one original at the least. */
  recheckOriginals: 100,
  recheckBytes: 64 * 1024 ** 2,
  /** UTF-8 bytes of a passphrase. */
  passphraseBytes: 100 * 1024,
  /** Bytes of one file in an archive's folder that is read: the largest original, and what sealing adds. */
  vaultFileBytes: 3 * 1024 ** 3,
  /** Milliseconds that a blob which no record names is kept. */
  blobGraceMilliseconds: 7 * 24 * 60 * 60 * 1_000,
  /** Sources in one collection. */
  gathered: 20_000,
  /** Steps of undo that are kept from one session to the next, and UTF-16 units of their JSON; of redo as many. */
  undoSteps: 1_000,
  undoUnits: 8 * 1024 ** 2,
  /** Milliseconds that something is kept in the trash, and sources that go there in one go. */
  trashMilliseconds: 30 * 24 * 60 * 60 * 1_000,
  trashedSources: 1_000,
  /** UTF-16 units of the words of quotes that go there in one go. */
  trashedUnits: 8_000_000,
  /** UTF-16 units of a paragraph that is compared as one passage; longer ones are compared by sentences. */
  passageLength: 2_000,
  /** Edits looked for in the word diff of two matched passages; beyond it they are shown as wholly changed. */
  diffEdits: 1_000,
  /** Bytes of a time stamp, and operations of one that are done again. */
  stampBytes: 1024 ** 2,
  stampOperations: 10_000,
  /** Bytes of an armoured OpenPGP key and of a signature, and how many of each are looked at in one package, or file. */
  keyBytes: 256 * 1024,
  signatureBytes: 64 * 1024,
  keys: 16,
  signatures: 4,
  /** Bytes of the files of a folder that are read to check what a tool of the field says of them, and the milliseconds. */
  packageBytes: 64 * 1024 ** 3,
  packageMilliseconds: 1_800_000,
  /** Bytes of the files of a dossier's package that are put into one zip, which is made in memory. */
  zippedPackageBytes: 1024 ** 3,
  /** Milliseconds that a dossier may take to be set. */
  dossierMilliseconds: 300_000,
  /** Milliseconds after the last preview for which its press stays. */
  previewsMilliseconds: 60_000,
  /** Megabytes of each half of a press's short-lived objects: what the typesetter takes beside them is much more. */
  pressYoungMegabytes: 2,
  /** Bytes of a coded picture from which on a press only names it when it gave it away before. */
  pressNamedBytes: 32 * 1024,
  /** Bytes of a finished file that a press gives away in one message. */
  pressPieceBytes: 2 * 1024 ** 2,
} as const;
