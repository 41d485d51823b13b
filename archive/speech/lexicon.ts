/**
 * Words that go with direct speech, in English, Russian, Belarusian, Ukrainian, Polish and Arabic. They are asked of one
 * word, or of the piece of a sentence beside a quotation, in small letters; the languages share one list, since
 * a text may be in two.
 */

const whole = (...sources: string[]) => new RegExp(`^(?:${sources.join('|')})$`, 'u');
const anywhere = (...sources: string[]) =>
  new RegExp(`(?<!\\p{L})(?:${sources.join('|')})(?!\\p{L})`, 'u');

/** One word that says that somebody speaks or writes. */
export const SPEAKS = whole(
  // English
  'sa(?:id|ys?|ying)|told|tells?|add(?:ed|s)|stat(?:ed|es)|expla(?:ined|ins)|not(?:ed|es)|insist(?:ed|s)',
  'recall(?:ed|s)|repl(?:ied|ies)|answer(?:ed|s)|ask(?:ed|s)|wrote|writes?|claim(?:ed|s)|declar(?:ed|es)',
  'announc(?:ed|es)|admit(?:ted|s)|warn(?:ed|s)|argu(?:ed|es)|testif(?:ied|ies)|shout(?:ed|s)|whisper(?:ed|s)',
  'continu(?:ed|es)|conclud(?:ed|es)|report(?:ed|s)|confirm(?:ed|s)|stress(?:ed|es)|remark(?:ed|s)|call(?:ed|s)',
  'describ(?:ed|es)|complain(?:ed|s)|remember(?:ed|s)|cried|cries|promis(?:ed|es)|observ(?:ed|es)|repeat(?:ed|s)',
  'demand(?:ed|s)|urg(?:ed|es)|read|reads|dismissed|shrugged|laughed|sighed|nodded|interrupted|protested|quoted|objected|chant(?:ed|s)|yell(?:ed|s)|murmured|muttered|put it|agreed?|responded|reads',
  // Russian
  '(?:рас)?сказа(?:л[аои]?|ть|н[аоы]?)|(?:рас)?сказыва(?:ет|ют|л[аи]?)|говор(?:ит|ят|ил[аи]?|ится)|заяв(?:ил[аи]?|ля(?:ет|ют))',
  'ответ(?:ил[аи]?)|отвеча(?:ет|ют|л[аи]?)|(?:пере)?спрос(?:ил[аи]?)|спрашива(?:ет|ют|л[аи]?)|добав(?:ил[аи]?|ля(?:ет|ют))',
  '(?:по|объ)ясн(?:ил[аи]?|я(?:ет|ют))|отмет(?:ил[аи]?)|отмеча(?:ет|ют|ется)|подч[её]рк(?:нул[аи]?|ива(?:ет|ют))',
  'вспомн(?:ил[аи]?)|вспомина(?:ет|ют|л[аи]?)|(?:на)?писа(?:л[аи]?)|пиш(?:ет|ут)|утвержда(?:ет|ют|л[аи]?)',
  'сообщ(?:ил[аи]?|а(?:ет|ют|л[аи]?|ется))|призна(?:л[аи]?|л(?:ся|ась|ись)|[её]т(?:ся)?)|возраз(?:ил[аи]?)|крикнул[аи]?|крича(?:л[аи]?|т)',
  'шепнул[аи]?|прошептал[аи]?|продолж(?:ил[аи]?|а(?:ет|ют|л[аи]?))|уточн(?:ил[аи]?|я(?:ет|ют))|замет(?:ил[аи]?)|замеча(?:ет|ют)',
  'призва(?:л[аи]?)|потребова(?:л[аи]?)|назва(?:л[аи]?)|пожалова(?:л(?:ся|ась|ись))|повтор(?:ил[аи]?|я(?:ет|ют|л[аи]?))',
  'предупред(?:ил[аи]?)|считает|считают|подтверд(?:ил[аи]?)|воскликнул[аи]?|произн[её]с(?:л[аи])?|показал[аи]?|пообещал[аи]?|вздохнул[аи]?|усмехнул(?:ся|ась)|говорится|настаива(?:ет|л[аи]?)|скандировал[аи]?|соглас(?:ил(?:ся|ась|ись))',
  // Belarusian
  '(?:рас|с)?каза(?:ў|л[аі]|на)|расказва(?:е|ў|л[аі]|юць)|каж(?:а|уць)|гавор(?:ыць|аць|ыцца)|гавары(?:ў|л[аі])|заяв(?:іў|іл[аі]|ля(?:е|юць))',
  'адказ(?:аў|ал[аі]|ва(?:е|ў|л[аі]|юць))|(?:за|пера)?пыта(?:ў|л[аі]|е|ўся|л[аі]ся|юць|ецца)|спыта(?:ў|л[аі]|ўся|л[аі]ся)|распа(?:вёў|вял[аі]|вяда(?:е|юць|ў|л[аі]))',
  'дада(?:ў|л[аі]|е|юць)|(?:рас|па)?тлумач(?:ыў|ыл[аі]|ыць|аць)|адзнач(?:ыў|ыл[аі]|а(?:е|юць|ецца))|падкрэсл(?:іў|іл[аі]|ва(?:е|юць))',
  'пр[ыі]гад(?:аў|ал[аі]|ва(?:е|ў|л[аі]|юць))|[уз]?[зў]?гад(?:аў|ал[аі]|ва(?:е|ў|л[аі]|юць))|успамін(?:ае|аў|ал[аі]|аюць)|успомні(?:ў|л[аі])|(?:на)?піса(?:ў|л[аі])|піш(?:а|уць)',
  'сцвярджа(?:е|ў|л[аі]|юць|ецца)|паведам(?:іў|іл[аі]|ля(?:е|юць|ецца))|прызна(?:ў|л[аі]|е|ўся|л[аі]ся|ецца)|запярэчы(?:ў|л[аі])',
  'крыкну(?:ў|л[аі])|крыча(?:ў|л[аі])|шапну(?:ў|л[аі])|прашапта(?:ў|л[аі])|прац[яі]гну(?:ў|л[аі])|працягва(?:е|ў|л[аі]|юць)|удакладн(?:іў|іл[аі]|яе)',
  'заўваж(?:ыў|ыл[аі]|ае)|заклік(?:аў|ал[аі]|ае)|запатрабава(?:ў|л[аі])|назва(?:ў|л[аі])|паўтар(?:ыў|ыл[аі]|ае|аў|ал[аі])|папярэдз(?:іў|іл[аі])|лічыць|мяркуе|пацвердз(?:іў|іл[аі])|паабяца(?:ў|л[аі])|скардзі(?:ўся|лася|ліся)|уздыхну(?:ў|л[аі])|вымаві(?:ў|л[аі])|прамові(?:ў|л[аі])|гаворыцца|ідзецца|скандавал[аі]?|скандаваў|сканды?равал[аі]?|пагадзі(?:ўся|лася)|зазначыў|зазначыла',
  // Ukrainian
  '(?:роз)?сказа(?:в|л[аи])|каза(?:в|л[аи])|каж(?:е|уть)|говор(?:ить|ять|ив|ил[аи]|иться)|заяв(?:ив|ил[аи]|ля(?:є|ють))|відпов(?:ів|іл[аи]|іда(?:є|в|л[аи]|ють))',
  '(?:за|пере|с)?пита(?:в|л[аи]|є|ють)|розпов(?:ів|іл[аи]|іда(?:є|в|л[аи]|ють))|дода(?:в|л[аи]|є|ють)|поясн(?:ив|ил[аи]|ю(?:є|ють)|юв|ювал[аи])',
  'зазнач(?:ив|ил[аи]|а(?:є|ють|ється))|наголо(?:сив|сил[аи]|шу(?:є|ють))|підкресл(?:ив|ил[аи]|ю(?:є|ють))|(?:з|при)гад(?:ав|ал[аи]|у(?:є|вав|вал[аи]|ють))|спомина(?:є|в|л[аи])',
  '(?:на)?писа(?:в|л[аи])|пиш(?:е|уть)|ствердж(?:ує|ував|увал[аи]|ують)|повідом(?:ив|ил[аи]|ля(?:є|ють|ється))|визна(?:в|л[аи]|є)|зізна(?:вся|лася|ється)|заперечи(?:в|л[аи])',
  'вигукну(?:в|л[аи])|крикну(?:в|л[аи])|крича(?:в|л[аи])|прошепоті(?:в|л[аи])|шепну(?:в|л[аи])|продовж(?:ив|ил[аи]|ує|ував|увал[аи])|уточн(?:ив|ил[аи]|ює)|зауваж(?:ив|ил[аи]|ує)',
  'заклик(?:ав|ал[аи]|ає)|вимага(?:в|л[аи]|є)|назва(?:в|л[аи])|повтор(?:ив|ил[аи]|ює)|поперед(?:ив|ил[аи]|жає)|вважає|підтверд(?:ив|ил[аи]|жує)|пообіця(?:в|л[аи])|скаржи(?:вся|лася)|зітхну(?:в|л[аи])|мовив|мовила|промови(?:в|л[аи])|свідчи(?:в|л[аи]|ть)|скандува(?:в|л[аи])|погоди(?:вся|лася)|[йі]деться|переказу(?:є|вав|вала)',
  // Polish
  '(?:po)?wiedzia(?:ł|ła|eli|ły|no)|mówi(?:ł|ła|li|ły|ą)?|rzek(?:ł|ła|li)|oświadcz(?:ył|yła|yli|yło|a|ają)|odpowied(?:ział|ziała|zieli)|odpowiada(?:ł|ła|ją)?|odpar(?:ł|ła|li)',
  '(?:za)?pyta(?:ł|ła|li|ją)?|spyta(?:ł|ła)|opowiada(?:ł|ła|li|ją)?|opowiedzia(?:ł|ła|eli)|doda(?:ł|ła|li|je|ją)|dodawa(?:ł|ła)|wyjaśni(?:ł|ła|li|a|ają)|(?:wy)?tłumacz(?:ył|yła|yli|y|ą)',
  'zaznacz(?:ył|yła|yli|a)|podkreśl(?:ił|iła|ili|a|ają)|wspomina(?:ł|ła|li|ją)?|wspomnia(?:ł|ła)|przypomn(?:iał|iała)|(?:na)?pisa(?:ł|ła|li)|pisz(?:e|ą)|twierdz(?:ił|iła|ili|i|ą)|stwierdz(?:ił|iła|ili|a)',
  '(?:po)?informowa(?:ł|ła|li)|informuje|przyzna(?:ł|ła|li|je|ją)|krzykn(?:ął|ęła)|krzycza(?:ł|ła|eli)|zawoła(?:ł|ła)|szepn(?:ął|ęła)|wyszepta(?:ł|ła)|kontynu(?:ował|owała|uje)|uściśli(?:ł|ła)|sprecyzowa(?:ł|ła)',
  'zauważy(?:ł|ła)|zauważa|wezwa(?:ł|ła|li)|nazwa(?:ł|ła|li)|powtórzy(?:ł|ła)|powtarza(?:ł|ła)?|ostrzeg(?:ł|ła|a)|relacjon(?:ował|owała|uje)|zezna(?:ł|ła|li|je)|przekon(?:ywał|ywała|uje)|uważa|zapewni(?:ł|ła|a)|zażąda(?:ł|ła)|potwierdzi(?:ł|ła)|obieca(?:ł|ła)|westchn(?:ął|ęła)|ocenia|oceni(?:ł|ła)|czytamy|brzmi|skandowa(?:ł|ła|li|ły)|zgodzi(?:ł|ła)',
  // Arabic, with what is written in one with the verb
  '[وف]?(?:قال(?:ت|وا|ا)?|[يتن]قول(?:ون)?|[أا]ضاف(?:ت|وا)?|[يت]ضيف|ذكر(?:ت|وا)?|[يت]ذكر|صر[ّ]?ح(?:ت)?|[أا]ك[ّ]?د(?:ت|وا)?|[يت]ؤكد|[أا]وضح(?:ت)?|س[أا]ل(?:ت|ه|ها|ته|تها|نا)?|[أا]جاب(?:ت)?|رد[ّ]?(?:ت)?|كتب(?:ت)?|[يت]كتب|[أا]علن(?:ت)?|رو[ىت]|[يت]روي|شهد(?:ت)?|وصف(?:ت|ه|ها|ته|تها)?|تابع(?:ت)?|[أا]شار(?:ت)?|نقل(?:ت)?|همس(?:ت)?|صاح(?:ت)?|صرخ(?:ت)?|استدرك(?:ت)?|علق[ّ]?(?:ت)?|حذ[ّ]?ر(?:ت)?|ختم(?:ت)?|كرر(?:ت)?|تساءل(?:ت)?|[أا]فاد(?:ت)?|اعترف(?:ت)?|تذك[ّ]?ر(?:ت)?|تتذكر|يتذكر|شرح(?:ت)?|[يت]شرح|اعتبر(?:ت)?|زعم(?:ت)?|واصل(?:ت)?|هتف(?:ت|وا)?|ردد(?:ت|وا)?)',
);

/** Phrases after which the name of who said it stands. */
export const ACCORDING = anywhere(
  'according to|in the words of|as told by',
  'по словам|со слов|по сообщению|как (?:сообщил[аи]?|сказал[аи]?|рассказал[аи]?)',
  'паводле(?: слоў| словаў)?|са слоў|са словаў|па словах',
  'за словами|зі слів|за повідомленням|за свідченням',
  'według|wedle|zdaniem|jak (?:mówi|podaje|twierdzi)|słowami|słów',
  '[وف]?بحسب|حسب|[وف]?وفق[اً]*|على حد قول|على حد تعبير|نقلا[ً]? عن',
);

/** Words for what carries letters and is not speech: banners, inscriptions, names of things. */
export const CARRIES = anywhere(
  'banners?|placards?|posters?|signs?|slogans?|inscriptions?|graffiti|headlines?|titled|entitled|labelled|marked|stamped|article|clause|song|book|film|novel|known as|nicknamed|so-called|dubbed|operation',
  'плакат\\p{L}*|транспарант\\p{L}*|лозунг\\p{L}*|надпис\\p{L}*|стать(?:я|и|е|ю|ей)|так называем\\p{L}*|под названием|фильм\\p{L}*|книг\\p{L}*|песн\\p{L}*|по прозвищу',
  'банер\\p{L}*|надпіс\\p{L}*|артыкул\\p{L}*|так зван\\p{L}*|пад назвай|фільм\\p{L}*|кніг\\p{L}*|песн\\p{L}*|па мянушцы|празва\\p{L}*',
  'гасл\\p{L}*|напис(?:ом|у|и|ами)?|стат(?:тя|ті|тею)|так зван\\p{L}*|під назвою|книг\\p{L}*|пісн\\p{L}*|на прізвисько',
  'transparen\\p{L}*|plakat\\p{L}*|hasł\\p{L}*|napis\\p{L}*|artykuł\\p{L}*|tak zwan\\p{L}*|tzw|pod nazwą|pod tytułem|film\\p{L}*|książk\\p{L}*|zwan\\p{L}*',
  'لافت\\p{L}*|شعار\\p{L}*|ملصق\\p{L}*|المادة|ما يسمى|بعنوان|المسمى|المسماة|كتاب|فيلم|عملية|الملقب\\p{L}*',
);

/** Pronouns that stand for who speaks, as a subject. */
export const PRONOUN = whole(
  'he|she|they|who',
  'он|она|они|тот|та',
  'ён|яна|яны|той',
  'він|вона|вони|той',
  'on|ona|oni|one|ten',
  '[وف]?(?:هو|هي|هم)',
);

/** A sentence with one of these goes on about who was spoken of before. */
export const POINTS_BACK = whole(
  'he|she|him|her|his|hers|they',
  'он|она|его|её|ее|ему|ей|им|ней|него',
  'ён|яна|яго|яе|яму|ёй|ім|іх',
  'він|вона|його|її|йому|їй|ним|неї|нього',
  'on|ona|jego|jej|ją|go|mu|jemu|nią|nim',
  '[وف]?(?:هو|هي)',
);

/** Endings of a name to whom something is said. */
export const ADDRESSED = /(?:emu|owi|ові|еві|аму|яму|ому|ему|[\u0400-\u04ff]{2}[ую])$/u;

/** Words after which a name is not the subject. */
export const BEFORE_OBJECT = whole(
  'of|in|at|from|to|by|near|with|for|about|on|into|after|before|against|under|over|between|behind|outside|inside|via|per',
  'в|во|на|из|от|до|с|со|у|к|ко|о|об|обо|по|за|под|над|при|для|про|через|между|около|возле|против|после',
  'ў|з|са|ад|да|каля|пра|аб|праз|паміж|ля|супраць|пасля|дзеля',
  'в|із|від|біля|щодо|про|через|між|проти|після|до|під|поблизу',
  'w|we|z|ze|od|do|na|u|o|po|pod|nad|przy|dla|przez|między|obok|przeciw|wobec|koło|przeciwko',
  'في|من|إلى|الى|على|عن|مع|عند|بين|قرب|ضد|بعد|قبل|أمام|خلال|منذ|حول',
);

/** Words with a capital that are no names: days and months of English, and what begins sentences. */
export const NO_NAME = whole(
  'col|gen|lt|capt|sgt|maj|rev|sen|gov|prof|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|i',
  'the|a|an|in|on|at|but|and|when|while|then|later|after|before|yet|as|his|her|their|its|it|this|that|these|those|there|here|one|two|for|from|to|by|with|no|not|all|some|another|both|only|even|still|now|mr|mrs|ms|dr|what|why|how|where|who|whose|we|you|our|my|your|if|so|asked|according',
  'но|и|а|в|на|когда|потом|затем|после|до|это|этот|эта|его|её|ее|их|там|тут|здесь|по|со|как|так|все|всё|мы|вы|я|что|почему|где|кто|у|к|из|от|за|один|одна|другой|вчера|сегодня|позже|еще|ещё|уже|по-прежнему|при|для|только|сам|сама',
  'але|і|й|у|калі|потым|затым|пасля|да|гэта|гэты|гэтая|яго|яе|іх|там|тут|па|са|як|так|усе|усё|мы|вы|што|чаму|дзе|хто|з|ад|за|адзін|адна|іншы|учора|сёння|пазней|яшчэ|ужо|пры|для|толькі|сам|сама|паводле',
  'але|і|й|у|в|коли|потім|після|до|це|цей|ця|його|її|їх|там|тут|за|зі|як|так|усі|все|ми|ви|що|чому|де|хто|з|від|один|одна|інший|вчора|сьогодні|пізніше|ще|вже|при|для|лише|тільки|сам|сама',
  'ale|i|a|w|we|na|kiedy|gdy|potem|później|po|przed|to|ten|ta|jego|jej|ich|tam|tu|tutaj|z|ze|jak|tak|wszyscy|my|wy|co|dlaczego|gdzie|kto|od|za|jeden|jedna|inny|wczoraj|dziś|jeszcze|już|przy|dla|tylko|sam|sama|według|zdaniem|pan|pani|nie|że',
);

/** Words of a name that have no capital. */
export const PARTICLE = whole('de|da|van|von|der|den|al|el|ibn|bin|la|le|di');
