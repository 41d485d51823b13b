/** Cover, contents, the statement of method, and the compiler's own account. */
export const front = String.raw`
#let cover = {
  set page(header: none)
  v(16mm)
  text(font: sans, size: 10pt, weight: 600, fill: accent, tracking: 0.4pt, W.dossier)
  v(1mm)
  {
    let long = D.title.t.len()
    set par(leading: 0.5em)
    let size = if long > 900 { 9pt } else if long > 400 { 11pt } else if long > 160 { 16pt } else if long > 70 { 22pt } else { 28pt }
    block(width: 100%, text(size: size, phrase(D.title)))
  }
  v(3mm)
  line(length: 26mm, stroke: 1.6pt + accent)
  v(6mm)
  if D.handling != none {
    block(
      width: 100%,
      stroke: (left: 2.4pt + ink),
      inset: (left: 4mm, y: 1.5mm),
      text(font: sans, size: 9.5pt, weight: 600, phrase(D.handling)),
    )
    v(4mm)
  }
  facts(D.facts + ((label: W.pages, values: (), pages: true),))
  v(1fr)
  block(width: 100%, breakable: false, {
    facts(D.colophon)
    v(3mm)
    text(font: sans, size: 7pt, fill: soft, D.colophonNote)
  })
}

#let contents = {
  heading(level: 1, outlined: false, bookmarked: true, W.contents)
  show outline.entry: it => {
    set text(top-edge: 9pt, bottom-edge: -2.5pt)
    let key = key-of(it.element)
    let exhibit = exhibit-titles.at(key, default: none)
    let section = section-titles.at(key, default: none)
    let number = align(right, text(font: sans, size: 8.5pt, number-width: "tabular", it.page()))
    let row(left, right) = link(it.element.location(), grid(
      columns: (24mm, 1fr, 10mm),
      column-gutter: 2mm,
      left, right, number,
    ))
    if it.level == 1 {
      block(above: 5mm, below: 2.4mm, width: 100%, sticky: true, link(it.element.location(), grid(
        columns: (1fr, 10mm),
        text(font: sans, size: 9pt, weight: 600, it.element.body),
        text(weight: 600, number),
      )))
    } else {
      set par(leading: 1pt)
      block(above: 0.6mm, below: 0pt, width: 100%, inset: (bottom: 0.8mm), stroke: (bottom: 0.3pt + hair), if exhibit != none {
        row(text(font: sans, size: 8.5pt, fill: accent, exhibit.label), text(size: 9pt, phrase(exhibit.title)))
      } else if section != none {
        link(it.element.location(), grid(columns: (1fr, 10mm), column-gutter: 2mm, text(size: 9pt, phrase(section)), number))
      } else {
        link(it.element.location(), grid(columns: (1fr, 10mm), column-gutter: 2mm, text(size: 9pt, it.element.body), number))
      })
    }
  }
  outline(title: none, depth: 2)
}

#let method = {
  heading(level: 1, W.method)
  for paragraph in D.method { par(paragraph) }
  block(width: 100%, above: 5mm, inset: 4mm, stroke: 0.4pt + hair, {
    set text(size: 9.5pt)
    W.markSampleBefore
    opening("1.1")
    hit(W.markSample)
    closing("1.1")
    W.markSampleAfter
  })
}

#let written(node) = {
  if node.kind == "paragraph" or node.kind == "heading" {
    let right-to-left = node.dir == "rtl"
    in-language(node.lang, {
      set text(dir: if right-to-left { rtl } else { ltr })
      if node.kind == "paragraph" { block(width: 100%, runs(node.runs)) } else {
        heading(level: calc.min(4, 2 + node.level), outlined: false, bookmarked: false, runs(node.runs))
      }
    })
  } else if node.kind == "list" {
    let items = node.items.map(item => item.map(written).join())
    if node.start == none { list(..items) } else { enum(start: node.start, ..items) }
  } else if node.kind == "quote" {
    block(width: 100%, inset: (left: 5mm), stroke: (left: 0.8pt + hair), node.body.map(written).join())
  } else if node.kind == "code" {
    block(width: 100%, text(font: mono, size: 8pt, show-text(node.t)))
  } else { hairline }
}

#let reference(target, body) = {
  set text(font: sans, size: 7.8pt, fill: accent)
  link(label(target), {
    body
    context [ · ] + W.onPage.replace("{page}", page-of(target))
  })
}

#let translation(value) = block(width: 100%, above: 4.5mm, below: 4.5mm, inset: (left: 4mm, y: 1mm), stroke: (left: (paint: soft, thickness: 0.8pt, dash: "densely-dotted")), {
  block(below: 2mm, text(font: sans, size: 7.5pt, weight: 600, fill: soft, value.heading))
  text(size: 0.95em, style: "italic", block(width: 100%, phrase(value.text)))
})

// A short quote stays together, and is not set again where only the room above it changes. In bytes of UTF-8, of which a
// line that ends counts as many as may stand in it.
#let kept-together = 700
#let length-of(text) = text.len() + 80 * text.split("\n").len()
#let may-break-quote(section) = {
  let said = ()
  if section.words != none { said.push(section.words) }
  if section.translation != none { said.push(section.translation.text) }
  if section.seen != none { said.push(section.seen.text) }
  said.map(phrase => length-of(phrase.t)).sum(default: 0) > kept-together
}

#let account-quote(section) = block(width: 100%, breakable: may-break-quote(section), above: 5mm, below: 5mm, inset: (left: 5mm), stroke: (left: 1.6pt + accent), {
  if section.words != none { block(width: 100%, below: 2.6mm, text(size: 10.5pt, phrase(section.words))) }
  if section.detail != none { detail(section.detail) }
  if section.seen != none { block(above: 2.2mm, width: 100%, {
    text(font: sans, size: 7.5pt, weight: 600, fill: soft, section.seen.label + h(2mm))
    text(size: 9.5pt, inline-phrase(section.seen.text))
  }) }
  if section.translation != none { translation(section.translation) }
  block(above: 2.6mm, {
    if section.by != none {
      text(size: 8.6pt, weight: 600, inline-phrase(section.by))
      if section.attribution != none { text(font: sans, size: 7.8pt, fill: soft, ", " + section.attribution) }
      linebreak()
    } else if section.attribution != none {
      text(font: sans, size: 7.8pt, fill: soft, section.attribution)
      linebreak()
    }
    reference("exhibit-" + str(section.exhibit), section.reference)
  })
})

#let chronology-row(row) = (
  text(font: sans, size: 8pt, {
    text(weight: 600, row.date)
    block(above: 1.2mm, text(size: 7pt, fill: soft, row.of + if row.rough != none { ", " + row.rough }))
  }),
  {
    if row.question != none { block(below: 1.2mm, text(font: sans, size: 7.5pt, fill: soft, phrase(row.question))) }
    if row.words == none { text(font: sans, size: 7.5pt, fill: soft, W.chronologyPicture) } else {
      text(size: 9pt, style: if row.title { "italic" } else { "normal" }, phrase(row.words))
    }
    if row.by != none { block(above: 1.4mm, text(size: 8pt, weight: 600, phrase(row.by))) }
  },
  {
    set text(font: sans, size: 7.5pt, fill: accent)
    link(label("exhibit-" + str(row.exhibit)), row.reference)
  },
)

#let chronology(rows) = {
  set par(leading: 0.5em)
  table(
    columns: (34mm, 1fr, 30mm),
    inset: (left: 0mm, right: 2.5mm, y: 1.7mm),
    stroke: ruled,
    align: (_, _) => top + start,
    table.header(..(W.chronologyWhen, W.chronologyWhat, W.chronologyProof).map(head-cell)),
    ..rows.map(chronology-row).flatten(),
  )
}

#let account = if D.sections.len() > 0 {
  heading(level: 1, W.account)
  for section in D.sections {
    if section.kind == "heading" {
      show heading.where(level: 2): section-heading(phrase(section.text))
      [#heading(level: 2, show-text(section.shortText.t))#label(section.key)]
    } else if section.kind == "text" { section.body.map(written).join() } else if section.kind == "quote" {
      account-quote(section)
    } else if section.kind == "source" {
      block(width: 100%, breakable: false, above: 4mm, below: 4mm, inset: (left: 5mm), stroke: (left: 1.6pt + accent), {
        block(below: 2mm, width: 100%, phrase(section.title))
        reference("exhibit-" + str(section.exhibit), section.reference)
      })
    } else if section.kind == "chronology" {
      chronology(section.rows)
    } else if section.kind == "claim" {
      block(width: 100%, above: 4mm, below: 4mm, inset: (left: 5mm), stroke: (left: 1.6pt + accent), {
        block(below: 2mm, width: 100%, phrase(section.question))
        block(below: 2mm, width: 100%, facts(section.facts))
        reference("claim-" + str(section.number), section.reference)
      })
    } else {
      block(width: 100%, above: 4mm, below: 4mm, inset: (left: 5mm), stroke: (left: 1.6pt + accent), {
        block(below: 1.2mm, width: 100%, text(font: sans, size: 8pt, weight: 600)[A#h(2mm)] + inline-phrase(section.a))
        block(below: 2mm, width: 100%, text(font: sans, size: 8pt, weight: 600)[B#h(2mm)] + inline-phrase(section.b))
        reference("comparison-" + str(section.number), section.reference)
      })
    }
  }
}
`;
