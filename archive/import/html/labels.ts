/** Lines by which pages lead away from the article: "read also", "share", "advertisement", in the languages we meet. */

const LABELS = new RegExp(
  `^[\\s\\p{P}\\p{S}]*(?:${[
    'advertisement|sponsored|read (?:more|also|next|on)|see also|more (?:on this|from|stories)|related (?:articles?|posts?|stories|news|content|links|topics)|you (?:may|might) also (?:like|be interested)|recommended(?: for you)?|share (?:this|on)|sign up|subscribe (?:now|to)|never miss|follow us|table of contents',
    'anzeige|werbung|lesen sie (?:auch|mehr|hier)|mehr (?:zum thema|themen|dazu|infos|informationen)|das könnte (?:dich|sie|dir|ihnen)|auch interessant|ähnliche (?:beiträge|artikel|themen)|weitere (?:informationen|infos|artikel|themen|beiträge|links)|zum (?:weiterlesen|thema)|teilen|inhaltsverzeichnis|externer inhalt|über (?:den autor|die autorin)|empfehlungen|passend dazu|siehe auch|quelle',
    'publicidad|lea? (?:también|además|más)|te puede interesar|le puede interesar|leia (?:mais|também)|lire aussi|à lire aussi|vous aimerez aussi|sur le même sujet|publicité|continua a leggere|leggi anche',
    'reklama|czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również)|przeczytaj (?:też|także)|powiązane|udostępnij|podobne artykuły',
    'реклама|читайте (?:также|ещё|еще|больше|далее)|читай также|по теме|материалы по теме|смотрите также|поделиться|подпис(?:ывайтесь|аться)|чытайце (?:таксама|яшчэ|далей)|падзяліцца|глядзіце таксама|читайте також|дивіться також|поділитися|підпис(?:уйтесь|атися)',
    'اقرأ أيضا|اقرأ أيضًا|إقرأ أيضا|شارك|إعلان|مواضيع ذات صلة|المزيد',
  ].join('|')})(?=$|[\\s\\p{P}\\p{S}])`,
  'iu',
);

/** Letters of a line that can be a label. */
const SHORT = 60;
/** Letters of a label that goes on with a link. */
const WITH_LINK = 200;

/** Whether the element is such a line: short, or made of a label and a link. */
export function isLabel(element: Element): boolean {
  const text = element.textContent.trim();
  if (text.length > WITH_LINK || !LABELS.test(text)) return false;
  return text.length <= SHORT || element.querySelector('a') !== null;
}
