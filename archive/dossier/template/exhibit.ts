/** The exhibits: their list, and for each its provenance, picture, quotes and text. */
export const exhibit = String.raw`
#let exhibit-list = {
  heading(level: 1, W.exhibits)
  par(text(size: 9pt, W.exhibitListIntro))
  v(2mm)
  set par(leading: 0.45em)
  for exhibit in D.exhibits {
    block(width: 100%, breakable: false, above: 0pt, below: 0pt, inset: (y: 1.9mm), stroke: (top: 0.3pt + hair), link(label("exhibit-" + str(exhibit.number)), grid(
      columns: (20mm, 1fr, 10mm),
      column-gutter: 3mm,
      {
        text(font: sans, size: 8pt, weight: 600, fill: accent, exhibit.label)
        linebreak()
        text(font: mono, size: 7pt, exhibit.shelfmark)
      },
      {
        block(below: 2.1mm, text(size: 9pt, phrase(exhibit.shortTitle)))
        block(below: 1.9mm, text(font: sans, size: 7.2pt, fill: soft, exhibit.dates))
        text(font: mono, size: 6.4pt, exhibit.sha256)
      },
      align(right, text(font: sans, size: 8pt, context page-of("exhibit-" + str(exhibit.number)))),
    )))
  }
}

// A paragraph of the material, with its number in the margin.
#let material(item) = {
  let right-to-left = item.dir == "rtl"
  in-language(item.lang, {
    set text(dir: rtl, size: right-to-left-size) if right-to-left
    set text(dir: ltr) if not right-to-left
    let body = runs(item.runs, right-to-left: right-to-left)
    let inset = (left: 0mm, right: 0mm)
    if item.kind == "heading" { body = text(weight: 600, size: if item.at("level", default: 3) < 3 { 11pt } else { 10pt }, body) }
    if item.kind == "block-quote" { inset = (left: 6mm, right: 6mm) }
    if item.kind == "list-item" { inset = if right-to-left { (left: 0mm, right: 5mm) } else { (left: 5mm, right: 0mm) } }
    if item.kind == "caption" or item.kind == "footnote" { body = text(size: 8.6pt, body) }
    if item.kind == "preformatted" { body = text(font: mono, size: 8pt, body) }
    block(width: 100%, inset: inset, sticky: item.kind == "heading", {
      if "number" in item {
        place(right, dx: -100% - 2.5mm - inset.left, dy: 1.2pt, text(
          font: sans,
          size: 6.4pt,
          fill: soft,
          dir: ltr,
          lang: words-language,
          "¶ " + str(item.number),
        ))
      }
      if item.kind == "list-item" { place(if right-to-left { right } else { left }, dx: if right-to-left { 4mm } else { -4mm }, [•]) }
      body
    })
  })
}

#let small-heading(body) = block(above: 6.5mm, below: 3mm, sticky: true, width: 100%, {
  text(font: sans, size: 8pt, weight: 600, fill: ink, body)
})

#let annotated(body) = block(width: 100%, above: 3.5mm, below: 3mm, inset: (left: 4mm, y: 1mm), stroke: (left: 0.8pt + hair), body)

#let quote(value) = {
  block(above: 6.5mm, below: 3mm, sticky: true, width: 100%, {
    text(font: sans, size: 8.5pt, weight: 600, fill: accent, W.quote + " " + value.label)
    h(3mm)
    box(width: 1fr, baseline: -1.1mm, line(length: 100%, stroke: 0.6pt + accent))
  })
  if value.context != none { for item in value.context { material(item) } }
  if value.detail != none { detail(value.detail) }
  if value.words != none {
    block(width: 100%, {
      let right-to-left = value.words.dir == "rtl"
      in-language(value.words.lang, {
        set text(dir: rtl, size: right-to-left-size) if right-to-left
        set text(dir: ltr) if not right-to-left
        opening(value.label, right-to-left: right-to-left)
        hit(show-text(value.words.t))
        closing(value.label, right-to-left: right-to-left)
      })
    })
  }
  if value.notice != none { block(text(font: sans, size: 7.8pt, fill: soft, value.notice)) }
  if value.translation != none { translation(value.translation) }
  block(above: 3.5mm, width: 100%, short-facts(value.facts))
  if value.note != none {
    annotated({
      block(below: 1.6mm, text(font: sans, size: 7.5pt, weight: 600, fill: soft, W.note))
      text(size: 9pt, block(width: 100%, phrase(value.note)))
    })
  }
}

#let picture(value) = layout(space => {
  let width = calc.min(space.width, 150mm * value.width / value.height, value.width * 1pt)
  let height = width * value.height / value.width
  block(width: 100%, breakable: false, {
    box(width: width, height: height, stroke: 0.4pt + hair, {
      place(top + left, turned(value.orientation, width, height, value.file, value.alternative))
      for region in value.regions {
        for drawn in (2.6pt + white, 1.3pt + accent) {
          if region.corners.len() > 0 {
            place(top + left, polygon(
              stroke: drawn,
              ..region.corners.map(((x, y)) => (x * width, y * height)),
            ))
          } else {
            place(top + left, dx: region.x * width, dy: region.y * height, rect(
              width: region.width * width,
              height: region.height * height,
              stroke: drawn,
            ))
          }
        }
        place(top + left, dx: region.x * width, dy: region.y * height, box(fill: white, stroke: 0.8pt + accent, inset: 1.6pt, text(font: sans, size: 7pt, weight: 600, fill: accent, region.label)))
      }
    })
    v(-1mm)
    text(font: sans, size: 7.5pt, fill: soft, show-text(value.caption))
  })
})

// In one block, which is not set again when only its header and footer change; a page may begin between two of them.
#let exhibit-part(..parts) = block(width: 100%, parts.pos().join())

#let exhibit-head(exhibit) = {
  [#heading(level: 2, exhibit.label + ". " + exhibit.shortTitle.t.replace(may-break, ""))#label("exhibit-" + str(exhibit.number))]
  facts(exhibit.facts)
  if exhibit.note != none {
    annotated({
      block(below: 1.6mm, text(font: sans, size: 7.5pt, weight: 600, fill: soft, W.note))
      text(size: 9pt, block(width: 100%, phrase(exhibit.note)))
    })
  }
}

#let exhibit-body(exhibit) = {
  if exhibit.picture != none {
    small-heading(W.picture)
    picture(exhibit.picture)
  }
  if exhibit.quotes.len() > 0 {
    heading(level: 3, outlined: false, bookmarked: false, W.quotes)
    for value in exhibit.quotes { quote(value) }
  }
  if exhibit.whole != none {
    if exhibit.whole.blocks.len() > 0 {
      heading(level: 3, outlined: false, bookmarked: false, exhibit.whole.heading)
      for item in exhibit.whole.blocks { material(item) }
    } else {
      block(above: 5mm, text(font: sans, size: 8.5pt, exhibit.whole.heading))
    }
  }
}

#let printed-exhibit(exhibit) = {
  set page(header: running-header(exhibit))
  show heading.where(level: 2): exhibit-heading(exhibit)
  if exhibit.picture != none and exhibit.picture.graphic {
    exhibit-part(exhibit-head(exhibit), annotated(text(font: sans, size: 9pt, weight: 600, W.graphicNotice)))
    pagebreak()
    exhibit-part(exhibit-body(exhibit))
  } else { exhibit-part(exhibit-head(exhibit), exhibit-body(exhibit)) }
}
`;
