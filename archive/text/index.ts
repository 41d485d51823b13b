/** Words, their forms and their sounds: what search, comparison, import and dossier share about written language. */
export { bonesOf, heardEnds, isArticle, type Side, sideOf } from './bones.ts';
export { type Alphabet, eachStemLength, endingWeight, isEnding, soundStems } from './endings.ts';
export { foldWord, isPlain, withoutPossessive, writtenForm } from './fold.ts';
export { lookOf } from './look-alike.ts';
export { directionOf, scriptOf, type Script } from './script.ts';
export {
  type Abjad,
  COMPARED,
  encodeSound,
  letterCode,
  LetterPattern,
  SoundPattern,
  soundSimilarity,
} from './similarity.ts';
export { skeleton } from './skeleton.ts';
export { SLIP } from './slip-costs.ts';
export { sharings } from './slip-sharing.ts';
export { SlipPattern } from './slips.ts';
export { sounds } from './sounds.ts';
export { stem } from './stem.ts';
export { vowelsAgree } from './vowels-agree.ts';
export { eachWord, wordsOf } from './words.ts';
