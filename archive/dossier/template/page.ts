/** The page: paper, margins, fonts, and small pieces that all parts of the template use. Typst markup, without any content. */
export const page = String.raw`
#let D = json("dossier.json")
#let W = D.words
// What is asked for in functions stands alone: a function that knew all of the dossier would be another one after each edit.
#let words-language = D.wordsLanguage

#let accent = rgb("#005a56")
#let ink = rgb("#1a1f1e")
#let soft = rgb("#56605e")
#let hair = rgb("#b9c2c0")
#let tint = rgb("#e3eeec")

#let other-scripts = ("Kufri", "Kufr Naskh Arabic", "Kufr Serif Hebrew", "Kufr Sans Georgian", "Kufr Sans Armenian")
#let serif = ("Kufr Serif", ..other-scripts, "Kufr Sans Mono")
#let sans = ("Kufr Sans", ..other-scripts, "Kufr Sans Mono")
#let mono = ("Kufr Sans Mono", "Kufr Sans", ..other-scripts)

// A line may break at this mark, which leaves nothing behind.
#let may-break = "\u{e000}"
#let show-text(value) = if may-break in value { value.split(may-break).join(box()) } else { value }

#let in-language(tag, body) = {
  let parts = tag.split("-")
  let region = parts.slice(1).find(part => part.len() == 2)
  set text(lang: parts.first(), region: region)
  body
}

// Arabic letters are drawn smaller than Latin ones of the same size.
#let right-to-left-size = 1.14em

// A phrase alone in its place: with its own direction.
#let phrase(value) = if value.dir == "rtl" {
  in-language(value.lang, {
    set text(dir: rtl, size: right-to-left-size)
    show-text(value.t)
  })
} else if value.lang == words-language { show-text(value.t) } else { in-language(value.lang, show-text(value.t)) }

// A phrase within a line of ours: kept apart from it, so that neither turns the other about.
#let inline-phrase(value) = if value.dir == "rtl" {
  in-language(value.lang, text(size: right-to-left-size, "\u{2067}" + show-text(value.t) + "\u{2069}"))
} else { phrase(value) }

#let label-style(body) = text(font: sans, size: 7.5pt, fill: soft, body)
#let hairline = line(length: 100%, stroke: 0.4pt + hair)

#let bracket(left: true, alternative: "") = box(
  baseline: 1.6pt,
  image(
    bytes(
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 5 14' width='5' height='14'><path d='"
        + (if left { "M4.5 .7H1V13.3H4.5" } else { "M.5 .7H4V13.3H.5" })
        + "' fill='none' stroke='#005a56' stroke-width='1.5'/></svg>",
    ),
    format: "svg",
    height: 10.5pt,
    alt: alternative,
  ),
)

#let opening(name, right-to-left: false) = {
  box(text(font: sans, size: 6pt, weight: 600, fill: accent, baseline: -3.2pt, lang: words-language, dir: ltr, name))
  h(1pt)
  bracket(left: not right-to-left, alternative: W.quoteBegins.replace("{label}", name))
  h(1.2pt)
}

#let closing(name, right-to-left: false) = {
  h(1.2pt)
  bracket(left: right-to-left, alternative: W.quoteEnds.replace("{label}", name))
}

#let hit(body) = underline(stroke: 0.8pt + accent, offset: 2.6pt, evade: false, highlight(
  fill: tint,
  top-edge: "ascender",
  bottom-edge: "descender",
  body,
))

// Told apart by their lines, not by a colour: of two texts side by side.
#let word-marks = (
  gone: body => strike(stroke: 0.7pt, body),
  "new": body => underline(stroke: 0.9pt, offset: 2pt, evade: false, strong(body)),
  shared: body => underline(stroke: (thickness: 0.8pt, dash: "dotted"), offset: 2pt, evade: false, body),
)

#let left-out = text(font: sans, size: 0.82em, fill: soft, lang: words-language, W.leftOut)

#let run(piece, right-to-left: false) = {
  if type(piece) == str { return show-text(piece) }
  if "open" in piece { return opening(piece.open, right-to-left: right-to-left) }
  if "close" in piece { return closing(piece.close, right-to-left: right-to-left) }
  if "cut" in piece { return [ #left-out ] }
  let body = show-text(piece.t)
  if "code" in piece { body = text(font: mono, size: 0.86em, body) }
  if "em" in piece { body = emph(body) }
  if "strong" in piece { body = strong(body) }
  if "hit" in piece { body = hit(body) }
  if "word" in piece { body = word-marks.at(piece.word)(body) }
  body
}

#let runs(pieces, right-to-left: false) = for piece in pieces { run(piece, right-to-left: right-to-left) }

// A paragraph of runs alone in its place.
#let run-phrase(value) = in-language(value.lang, if value.dir == "rtl" {
  set text(dir: rtl, size: right-to-left-size)
  runs(value.runs, right-to-left: true)
} else { runs(value.runs) })

// Our own words are set apart from those of the material by their letters.
#let fact-value(fact) = {
  let values = fact.values.map(inline-phrase)
  if "pages" in fact { context str(counter(page).final().first()) } else if "mono" in fact {
    text(font: mono, size: 7.4pt, values.join(linebreak()))
  } else if "said" in fact { text(font: sans, size: 8pt, fill: soft, values.join(linebreak())) } else { values.join(linebreak()) }
}

// Lines of equal height whatever font a value needs, so that rows stay level.
#let facts(list, label-width: 33mm) = {
  set text(size: 9pt, top-edge: 9.6pt, bottom-edge: -4pt)
  set par(leading: 0pt, spacing: 0.9pt, hanging-indent: label-width)
  let rule = line(length: 100%, stroke: 0.3pt + hair)
  block(width: 100%, list
    .map(fact => par(box(width: label-width, text(bottom-edge: "baseline", label-style(fact.label))) + fact-value(fact)))
    .join(rule))
}

// The same in running lines.
#let short-facts(list) = {
  set text(size: 9pt, top-edge: 9.6pt, bottom-edge: -4pt)
  set par(leading: 0pt)
  let value(fact) = if fact.values.len() > 1 { fact.values.map(inline-phrase).join(", ") } else { fact-value(fact) }
  set par(spacing: 1mm)
  block(
    width: 100%,
    line(length: 100%, stroke: 0.3pt + hair)
      + list.map(fact => text(weight: 600, label-style(fact.label)) + h(0.8mm) + [ ] + value(fact)).join(h(4mm) + [ ]),
  )
}

// One paragraph, not a grid: what stands on every page is to be cheap.
#let short-handling = D.shortHandling
#let running-header(exhibit) = {
  set text(font: sans, size: 7pt, fill: soft)
  set par(leading: 0.4em)
  if short-handling != none { text(weight: 600, fill: ink, inline-phrase(short-handling)) }
  h(1fr)
  if exhibit == none { W.dossier } else { text(weight: 600, fill: accent, exhibit.label) + [ · ] + exhibit.shelfmark }
  v(-1.5mm)
  line(length: 100%, stroke: 0.4pt + hair)
}

// Pages are counted from the first to the last: the counter of pages would be asked what came before each.
#let page-of(target) = str(locate(label(target)).page())

#let running-footer = {
  set text(font: sans, size: 7pt, fill: soft)
  line(length: 100%, stroke: 0.4pt + hair)
  v(-1.5mm)
  text(font: mono, size: 6.4pt, D.id + "  ·  " + context query(<digest>).first().value)
  h(1fr)
  context W
    .pageOf
    .replace("{page}", str(here().page()))
    .replace("{pages}", str(counter(page).final().first()))
}

// For nothing that comes after it: what is set alike is not set again after an edit.
#{
  set document(
    title: D.documentTitle,
    author: if D.documentAuthor == none { () } else { (D.documentAuthor,) },
    date: datetime(
      year: D.made.year,
      month: D.made.month,
      day: D.made.day,
      hour: D.made.hour,
      minute: D.made.minute,
      second: D.made.second,
    ),
  )
  metadata("document")
}
#set page(
  paper: D.paper,
  margin: (left: 30mm, right: 26mm, top: 30mm, bottom: 27mm),
  header-ascent: 9mm,
  footer-descent: 8mm,
  header: running-header(none),
  footer: running-footer,
)
#set text(font: serif, size: 10pt, fill: ink, lang: words-language, fallback: false, hyphenate: false, number-type: "lining")
#set par(leading: 0.68em, spacing: 1.1em, justify: false)
#set strong(delta: 200)
#set list(indent: 2mm, body-indent: 2.5mm)
#set enum(indent: 2mm, body-indent: 2.5mm)

// EXIF's eight ways to lie: turned and mirrored here, because the file that says so has lost its metadata.
#let turned(orientation, width, height, file, alternative) = {
  let on-side = orientation >= 5
  let body = image(file, width: if on-side { height } else { width }, height: if on-side { width } else { height }, fit: "stretch", alt: alternative)
  let turn(angle) = rotate(angle, reflow: true, body)
  let mirror(body) = scale(x: -100%, reflow: true, body)
  if orientation == 2 { mirror(body) } else if orientation == 3 { turn(180deg) } else if orientation == 4 { mirror(turn(180deg)) } else if orientation == 5 { mirror(turn(90deg)) } else if orientation == 6 { turn(90deg) } else if orientation == 7 { mirror(turn(270deg)) } else if orientation == 8 { turn(270deg) } else { body }
}

// A quoted part of a picture, enlarged at most to three points a pixel.
#let detail(value) = {
  let region = value.region
  let pixels = (width: region.width * value.width, height: region.height * value.height)
  let scale = calc.min(70mm / pixels.width, 55mm / pixels.height, 3pt)
  let (width, height) = (value.width * scale, value.height * scale)
  block(box(
    width: pixels.width * scale,
    height: pixels.height * scale,
    clip: true,
    stroke: 0.8pt + accent,
    place(top + left, dx: -region.x * width, dy: -region.y * height, turned(
      value.orientation,
      width,
      height,
      value.file,
      value.alternative,
    )),
  ))
}

// A heading can be shown otherwise than it is called in bookmarks; in contents its label says which it is.
#let key-of(element) = if element.has("label") { str(element.label) } else { "" }
#let exhibit-titles = D.exhibits.map(exhibit => ("exhibit-" + str(exhibit.number), (label: exhibit.label, title: exhibit.shortTitle))).to-dict()
#let section-titles = D.sections.filter(section => section.kind == "heading").map(section => (section.key, section.shortText)).to-dict()

#show heading.where(level: 1): it => block(width: 100%, below: 7mm, {
  text(font: serif, size: 19pt, weight: 400, it.body)
  v(-2.5mm)
  line(length: 18mm, stroke: 1.2pt + accent)
})
#let section-heading(body) = block(above: 8mm, below: 4mm, sticky: true, {
  set par(leading: 0.5em)
  text(font: serif, size: 13pt, weight: 600, body)
})
#let exhibit-heading(exhibit) = block(width: 100%, below: 6mm, {
  text(font: sans, size: 10pt, weight: 600, fill: accent, exhibit.label)
  h(1fr)
  text(font: sans, size: 8pt, fill: soft, weight: 400, exhibit.kindName + [ · ])
  text(font: mono, size: 8pt, weight: 400, exhibit.shelfmark)
  v(-1.5mm)
  line(length: 100%, stroke: 1pt + accent)
  v(0.5mm)
  let long = exhibit.title.t.len()
  set par(leading: 0.5em)
  text(size: if long > 400 { 9.5pt } else if long > 140 { 12pt } else { 16pt }, weight: 600, block(width: 100%, phrase(exhibit.title)))
})
#show heading.where(level: 2): it => section-heading(it.body)
#show heading.where(level: 3): it => block(above: 6mm, below: 3mm, sticky: true, text(font: sans, size: 9.5pt, weight: 600, fill: ink, it.body))
#show heading.where(level: 4): it => block(above: 5mm, below: 3mm, sticky: true, text(font: serif, size: 10pt, weight: 600, style: "italic", it.body))

#let head-cell(body) = table.cell(text(font: sans, size: 7.5pt, weight: 600, fill: soft, body))
#let ruled(_, row) = if row > 0 { (top: 0.3pt + hair) }
`;
