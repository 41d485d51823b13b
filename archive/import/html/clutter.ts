/** Which parts of a page are not its article by what they are called: navigation, advertising, sharing, comments. */

const list = (words: string) => new Set(words.trim().split(/\s+/));

/** Words of class names and identifiers that name no part of any article. */
const CLUTTER = list(`
  ad ads advert advertisement advertising adsense adslot adbox anzeige anzeigen reklama werbung publicidad sponsor sponsored promo promotion
  nav navi navbar navigation menu submenu breadcrumb breadcrumbs crumbs pagination pager paging pagenav skip skiplink sitemap
  footer seitenfuss fusszeile copyright imprint impressum legal disclaimer
  sidebar sidebars rail navlinks dropdown toolbar topbar
  share shares sharing sharebar sharedaddy social socials addthis addtoany shariff facebook twitter whatsapp telegram follow
  reply replies pingback trackback related relatedposts recommended recommendation recommendations recommend similar outbrain taboola plista
  readmore ligatus crosslinks newsletter subscribe subscription subscriber abo login signin signup register registration donate donation spenden
  lightbox tooltip
  tags tag taglist tagcloud keywords categories category labels
  search searchform print printbutton rss feedback rating ratings vote voting poll survey
  byline author authors authorbox authorinfo autor autoren avatar bio meta metadata postmeta postmetadata entrymeta postdate postinfo infobar date datum timestamp dateline published
  popular trending latest mostread archives calendar noprint button buttons btn icon icons toggle toc
  kontaktbox contactbox appstores callout factbox chamada`);

/** Words that are clutter only where the part is made of links: leads of articles are called so too. */
const LINKED_CLUTTER = list(`
  aside teaser teasers teaserlist more mehr banner gallery slider slides carousel slideshow player playlist header
  box infobox info module links linklist download downloads weitere topics themen topic service partner partners`);

const COMMENTS = list(
  'comment comments commentlist commentform disqus kommentar kommentare respond comentarios commentaires',
);
const CONSENT = list(
  'cookie cookies consent gdpr cookieconsent cookiebar cookiebanner popup modal overlay',
);
const HIDDEN = list(
  'hidden !hidden invisible sr-only visually-hidden visuallyhidden screen-reader-text hidecompletely element-invisible print-only printonly',
);
const ROLES = list(
  'navigation banner complementary contentinfo search menu menubar dialog alertdialog toolbar tablist alert',
);
const TAGS = list('NAV ASIDE MENU SEARCH FOOTER');
/** Parts that are the article, whatever else they are called. */
const CONTENT = list('BODY HTML ARTICLE MAIN BLOCKQUOTE H1 P PRE TABLE TBODY TR TD');

export type Verdict = 'clutter' | 'linked' | 'comments' | 'consent' | 'hidden' | null;

/** By name alone; how large a part may be and still be dropped on its name is for the caller. */
export function judge(element: Element): Verdict {
  const tag = element.tagName;
  if (tag === 'BODY' || tag === 'HTML' || tag === 'ARTICLE' || tag === 'MAIN') return null;
  if (isHidden(element)) return 'hidden';
  if (isNote(element) || (tag === 'FOOTER' && element.closest('blockquote'))) return null;
  if (TAGS.has(tag) || ROLES.has(element.getAttribute('role')?.toLowerCase() ?? ''))
    return 'clutter';
  if (tag === 'BLOCKQUOTE') return null;
  return judgeNames(namesOf(element), tag);
}

/** Footnotes stand in asides and footers, and are the article's own. */
function isNote(element: Element): boolean {
  const names = `${element.getAttribute('role') ?? ''} ${element.getAttribute('class') ?? ''} ${element.id}`;
  return /(?:^|[\s_-])(?:doc-(?:foot|end)notes?|(?:foot|end)notes?|fn|references)(?:$|[\s_:\d-])/i.test(
    names,
  );
}

function judgeNames(names: readonly string[], tag: string): Verdict {
  // What WordPress writes on every post: `category-x` and `tag-y` are its subjects, not its parts.
  if (names.some((name) => /^(?:hentry|type-(?:post|page)|status-publish|post-\d+)$/.test(name)))
    return null;
  let verdict: Verdict = null;
  for (const name of names) {
    if (HIDDEN.has(name)) return 'hidden';
    if (/^(?:has|is|no|with|without|js)[-_]|label[-_]+(?:hidden|above|inline)$/.test(name))
      continue;
    // A modifier such as `section--has-ad` tells what stands in a part, not what it is.
    for (const word of name.replace(/--(?:has-)?ads?$/, '').split(/[^\p{L}]+/u)) {
      if (CONSENT.has(word)) return 'consent';
      if (COMMENTS.has(word)) return 'comments';
      if (CLUTTER.has(word) && !(CONTENT.has(tag) && !isMeta(word))) verdict = 'clutter';
      else if (LINKED_CLUTTER.has(word)) verdict ??= 'linked';
    }
  }
  return verdict;
}

/** Paragraphs are dropped on their name only when it says that they tell of the article. */
const isMeta = (word: string) =>
  /^(?:byline|author|autor|meta|metadata|postmeta|postmetadata|date|datum|timestamp|dateline|published|tags|categories|share|copyright|related|newsletter|ad|ads|anzeige)$/.test(
    word,
  );

/** Class names and identifier in lower case: `relatedPosts post_meta` → `related-posts`, `post_meta`. */
function namesOf(element: Element): string[] {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  if (names === ' ') return [];
  return names
    .slice(0, 600)
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-')
    .toLowerCase()
    .split(/\s+/)
    .filter((name) => name !== '');
}

function isHidden(element: Element): boolean {
  if (element.hasAttribute('hidden')) return true;
  const style = element.getAttribute('style');
  return style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}
