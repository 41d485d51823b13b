/** Texts of parts of pictures that must not leave. */
export const covered = {
  'cover.add': 'Cover a part',
  'cover.about':
    'Draw over what must not leave: a face, a number plate, a name on a sign. It stays to be seen here. In dossiers, packages and exports with a profile it is black, and the original stays behind.',
  'cover.count': {
    one: 'One part must not leave',
    other: '{count} parts must not leave',
  },
  'cover.edit': 'Cover parts…',
  'cover.keys': 'Arrow keys move it, with Shift they change its size, Delete takes it away.',
  'cover.none': 'All of the picture may leave.',
  'cover.onPage': 'Page {page}',
  'cover.place': 'Part {number}: {x} % from the left, {y} % from the top, {width} by {height} %',
  'cover.reason': 'Why part {number} must not leave',
  'cover.reasonPlaceholder': 'Why? This is printed.',
  'cover.remove': 'Show part {number} again',
  'cover.save': 'Save',
  'cover.title': 'What must not leave',
  'cover.words':
    'Words that were read by machine under a covered part do not leave either. Quotes of them stop a dossier.',
  'failure.not-coverable':
    'Only parts of pictures can be covered, on pages that they have. A PDF leaves as it is, or not at all.',
  'failure.quote-covered':
    'A quote in exhibit {exhibit} tells of what is covered in its picture, or may. Take it out of the dossier, or show that part of the picture again.',
  'failure.parts-protected': {
    one: 'Parts of one picture must not leave, and would. Nothing was written.',
    other: 'Parts of {count} pictures must not leave, and would. Nothing was written.',
  },
  'command.covered': {
    one: '{shelfmark}: one part is covered in what leaves.',
    other: '{shelfmark}: {count} parts are covered in what leaves.',
  },
  'command.uncovered': '{shelfmark}: nothing is covered.',
  'command.coveredPart': '{number}: {place}  {reason}',
  'export.parts': {
    one: 'Parts of one picture must not leave, and without a profile they would. Choose a profile, and they are black. Or, knowing what it is, type “{word}”.',
    other:
      'Parts of {count} pictures must not leave, and without a profile they would. Choose a profile, and they are black. Or, knowing what they are, type “{word}”.',
  },
  'export.despiteParts': 'Export with these parts…',
  'compare.save.parts':
    'The text of a picture is in it of which parts must not leave. Knowing what stands in it, type “{word}” to save it nevertheless.',
  'compare.save.despiteParts': 'Save with these words…',
  'leave.coveredParts': {
    one: '{count} part of a picture is covered in black.',
    other: '{count} parts of pictures are covered in black.',
  },
} as const;
