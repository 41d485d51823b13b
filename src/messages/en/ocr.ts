/** Texts of reading by machine. */
export const ocr = {
  'ocr.again': 'Read again',
  'ocr.cancel': 'Do not read',
  'ocr.choose': 'Languages of the text',
  'ocr.chooseText': 'Few are better: each one more makes it slower and less sure.',
  'ocr.failed': 'Not read: {reason}',
  'ocr.goOn': 'Go on',
  'ocr.job': 'Reading by machine',
  'ocr.layer': 'Words in the picture',
  'ocr.missing': 'No model on this computer for: {languages}. The settings say where to get one.',
  'ocr.models': 'Reading by machine',
  'ocr.modelsChoose': 'Choose a folder of models…',
  'ocr.modelsEmpty': 'The folder {name} has no whole model any more.',
  'ocr.modelsForget': 'Do not use the folder',
  'ocr.modelsIn': 'The folder {name} has: {languages}.',
  'ocr.modelsNeeded':
    'Missing: {languages}. A model is a file such as rus.traineddata, made by the Tesseract project (tessdata_fast or tessdata_best). On Debian and Ubuntu it comes with packages such as tesseract-ocr-rus, and is found by itself; anywhere else, bring the file on a stick and choose the folder it lies in. Nothing is ever fetched.',
  'ocr.modelsReady': 'Ready: {languages}.',
  'ocr.offer': {
    one: '{count} source is a picture of a text, or has pages that are. It can be read by machine.',
    other:
      '{count} sources are pictures of texts, or have pages that are. They can be read by machine.',
  },
  'ocr.pause': 'Pause',
  'ocr.paused': 'Reading is paused.',
  'ocr.readPages': {
    one: 'Read the text of {count} page',
    other: 'Read the text of {count} pages',
  },
  'ocr.readPicture': 'Read text from this picture',
  'ocr.readSeveral': { one: 'Read {count} source', other: 'Read {count} sources' },
  'ocr.sure': 'Read by machine, {confidence} % sure ({languages}). Compare with the picture.',
  'ocr.surePages': {
    one: '{count} page read by machine, {confidence} % sure ({languages}). Compare with the original.',
    other:
      '{count} pages read by machine, {confidence} % sure ({languages}). Compare with the original.',
  },
  'ocr.title': 'Text of the picture',
  'ocr.waiting': 'Its text is being read, or waits for its turn.',
  'picture.view': 'Picture',
} as const;
