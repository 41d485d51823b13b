/** The annexes: comparisons, claim tables, custody, how to check, what was redacted, and what could not be printed. */
export const annex = String.raw`

#let comparison(value) = {
  [#heading(level: 2, value.heading)#label("comparison-" + str(value.number))]
  let side(letter, side) = {
    text(font: sans, size: 8pt, weight: 600, fill: accent, letter + "  " + side.label)
    block(above: 1.6mm, width: 100%, text(size: 9pt, phrase(side.title)))
  }
  set par(leading: 0.55em)
  let cell(value) = if value == none { text(fill: soft)[—] } else { text(size: 9pt, run-phrase(value)) }
  table(
    columns: (1fr, 29mm, 1fr),
    inset: (left: 0mm, right: 3mm, y: 2mm),
    stroke: ruled,
    align: (_, _) => top + start,
    table.header(side("A", value.a), table.cell(align: center, text(font: sans, size: 7.5pt, weight: 600, fill: soft, W.legend)), side("B", value.b)),
    ..value
      .rows
      .map(row => if row.left != none { (table.cell(colspan: 3, align: center, text(font: sans, size: 7.5pt, fill: soft, row.left)),) } else { (
        cell(row.a),
        table.cell(align: center, {
          text(font: sans, size: 10pt, weight: 600, fill: accent, row.sign)
          linebreak()
          text(font: sans, size: 7pt, fill: soft, row.verdict)
          for reason in row.reasons { block(above: 1.2mm, text(font: sans, size: 6.8pt, fill: soft, phrase(reason))) }
        }),
        cell(row.b),
      ) })
      .flatten(),
  )
}

#let comparisons = if D.comparisons.len() > 0 {
  heading(level: 1, W.comparisons)
  par(text(size: 9pt, W.comparisonsIntro))
  block(above: 4mm, width: 100%, inset: 3mm, stroke: 0.4pt + hair, grid(
    columns: D.legend.map(_ => auto),
    column-gutter: 6mm,
    ..D.legend.map(entry => text(font: sans, size: 8pt, text(weight: 600, fill: accent, entry.sign) + h(1.5mm) + entry.verdict)),
  ) + block(above: 2.4mm, text(font: sans, size: 8pt, D.wordLegend.map(entry => box(inset: (right: 6mm), run(entry))).join())))
  for value in D.comparisons { comparison(value) }
}

#let claim-row(row, doubted) = (
  text(font: sans, size: 9pt, weight: 600, fill: accent, {
    if doubted { [? ] }
    if row.number == none { [—] } else { row.number }
    if row.unit != none { block(above: 1.2mm, text(size: 7pt, weight: 400, fill: soft, phrase(row.unit))) }
  }),
  {
    text(size: 9pt, phrase(row.written))
    for doubt in row.doubts { block(above: 1.4mm, text(font: sans, size: 7pt, fill: soft, doubt)) }
    if row.why != none { block(above: 1.2mm, text(size: 8pt, style: "italic", phrase(row.why))) }
  },
  if row.by == none { text(font: sans, size: 7.5pt, fill: soft, W.claimNobody) } else { text(size: 8.6pt, phrase(row.by)) },
  text(font: sans, size: 7.2pt, {
    row.told
    if row.period != none { block(above: 1.2mm, text(fill: soft, row.period)) }
  }),
  text(font: sans, size: 9pt, weight: 600, if row.origin == none { [] } else { row.origin }),
  {
    set text(font: sans, size: 7.5pt, fill: accent)
    if row.exhibit == none { row.reference } else { link(label("exhibit-" + str(row.exhibit)), row.reference) }
  },
)

#let claim-rows(rows, doubted) = table(
  columns: (22mm, 1fr, 30mm, 32mm, 12mm, 22mm),
  inset: (left: 0mm, right: 2.5mm, y: 1.7mm),
  stroke: ruled,
  align: (_, _) => top + start,
  table.header(..(W.claimValue, W.claimWritten, W.claimBy, W.claimWhen, W.claimOrigin, W.claimProof).map(head-cell)),
  ..rows.map(row => claim-row(row, doubted)).flatten(),
)

#let claim(value) = {
  [#heading(level: 2, value.heading)#label("claim-" + str(value.number))]
  block(width: 100%, below: 3mm, text(size: 11pt, weight: 600, phrase(value.question)))
  block(width: 100%, below: 3mm, facts(value.facts))
  if value.note != none { annotated({
    block(below: 1.6mm, text(font: sans, size: 7.5pt, weight: 600, fill: soft, W.note))
    text(size: 9pt, phrase(value.note))
  }) }
  set par(leading: 0.5em)
  if value.rows.len() == 0 { par(text(size: 9pt, W.claimNoRows)) } else { claim-rows(value.rows, false) }
  if value.doubted.len() > 0 {
    small-heading(W.claimDoubted)
    claim-rows(value.doubted, true)
  }
  if value.origins.len() > 0 {
    small-heading(W.claimOrigin)
    for origin in value.origins { block(above: 1.4mm, text(size: 8.6pt, text(font: sans, weight: 600, origin.letter + h(2mm)) + inline-phrase(origin.name))) }
  }
}

#let claims = if D.claims.len() > 0 {
  heading(level: 1, W.claims)
  par(text(size: 9pt, W.claimsIntro))
  block(above: 4mm, width: 100%, inset: 3mm, stroke: 0.4pt + hair, {
    for entry in D.claimLegend { box(inset: (right: 6mm), text(font: sans, size: 8pt, text(weight: 600, fill: accent, entry.sign) + h(1.5mm) + entry.meaning)) }
  })
  for value in D.claims { claim(value) }
}

#let custody = {
  heading(level: 1, W.custody)
  par(text(size: 9pt, W.custodyIntro))
  block(above: 5mm, below: 6mm, width: 100%, facts(D.custody.facts))
  if D.custody.lines.len() == 0 { par(W.nothingHere) } else {
    set par(leading: 0.45em)
    set text(size: 8.2pt)
    table(
      columns: (13mm, 34mm, 1fr, 34mm),
      inset: (left: 0mm, right: 3mm, y: 1.5mm),
      stroke: ruled,
      align: top + left,
      table.header(..(W.lineNumber, W.lineAt, W.lineAction + " · " + W.lineAbout, W.lineHash).map(head-cell)),
      ..D
        .custody
        .lines
        .map(line => (
          text(font: sans, size: 7.5pt, str(line.number)),
          text(font: sans, size: 7.5pt, line.at),
          {
            text(font: sans, size: 7.8pt, line.action)
            if line.about != "" { text(font: sans, size: 7.8pt, fill: accent, "  " + show-text(line.about)) }
            if line.facts != "" { block(above: 1.2mm, text(font: mono, size: 5.8pt, fill: soft, show-text(line.facts))) }
          },
          text(font: mono, size: 6.6pt, line.hash),
        ))
        .flatten(),
    )
  }
}

#let check = {
  heading(level: 1, W.check)
  par(W.checkIntro)
  enum(
    spacing: 4.5mm,
    numbering: number => text(font: sans, weight: 600, fill: accent, str(number)),
    ..D.check.steps.map(step => {
      strong(step.title)
      [ ]
      step.text
      if step.commands.len() > 0 {
        block(above: 2.5mm, inset: (x: 3mm, y: 2mm), width: 100%, fill: rgb("#f3f6f5"), text(font: mono, size: 7.8pt, step.commands.join(linebreak())))
      }
    }),
  )
  heading(level: 2, W.limits)
  list(spacing: 2.6mm, ..D.check.limits)
}

#let redactions = if D.redactions.len() > 0 {
  heading(level: 1, W.redactions)
  par(text(size: 9pt, W.redactionsIntro))
  set par(leading: 0.5em)
  table(
    columns: (38mm, 1fr, 1fr),
    inset: (left: 0mm, right: 3mm, y: 1.6mm),
    stroke: ruled,
    align: top + left,
    table.header(..(W.redactionMark, W.redactionReason, W.redactionPlaces).map(head-cell)),
    ..D.redactions.map(entry => (
      text(size: 9pt, weight: 600, show-text(entry.mark)),
      text(font: sans, size: 8pt, show-text(entry.reason)),
      text(font: sans, size: 8pt, show-text(entry.places)),
    )).flatten(),
  )
}

#let replaced = if D.replaced.len() > 0 {
  heading(level: 1, W.replaced)
  par(text(size: 9pt, W.replacedIntro))
  table(
    columns: (auto, auto),
    column-gutter: 12mm,
    inset: (x: 0pt, y: 1.4mm),
    stroke: ruled,
    table.header(head-cell(W.replacedCode), head-cell(W.replacedCount)),
    ..D.replaced.map(entry => (text(font: mono, size: 8pt, entry.code), text(font: sans, size: 8pt, entry.count))).flatten(),
  )
}
`;
