/**
 * How an agreement looks on paper, in Typst: a title page, its contents, the text, tables. Everything that is
 * said comes in as data and is set as text, so that nothing in it can be taken for markup.
 */
export const TEMPLATE = `
#let d = json(bytes(sys.inputs.document))
#let ink = rgb("#1c2530")
#let muted = rgb("#566270")
#let pine = rgb("#14513f")
#let line-colour = rgb("#c9ced4")

#set document(title: d.title, date: auto)
#set text(font: "Libertinus Serif", lang: "sv", region: "SE", size: 11pt, fill: ink, number-width: "tabular")
#set par(leading: 0.72em, spacing: 1.15em)
#let margins = (x: 24mm, top: 26mm, bottom: 24mm)
#set page(
  paper: "a4",
  margin: margins,
  header: context if counter(page).get().first() > 1 {
    set text(size: 9pt, fill: muted)
    block(width: 100%, stroke: (bottom: 0.5pt + line-colour), inset: (bottom: 5pt), d.running)
  },
  footer: context align(right, text(size: 9pt, fill: muted, [#d.page.label #counter(page).display() #d.page.of #counter(page).final().first()])),
)
#show title: set text(size: 25pt, fill: pine, hyphenate: false)
#show heading: set text(fill: pine, hyphenate: false)
#show heading.where(level: 1): set text(size: 18pt)
#show heading.where(level: 1): set block(above: 1.8em, below: 0.9em)
#show heading.where(level: 2): set text(size: 14pt)
#show heading.where(level: 2): set block(above: 1.6em, below: 0.8em)
#show heading.where(level: 3): set text(size: 12pt)
#show heading.where(level: 4): set text(size: 11pt, style: "italic")
#show table.cell.where(y: 0): set text(weight: "bold")
#set table(stroke: (x, y) => (bottom: if y == 0 { 1pt + pine } else { 0.5pt + line-colour }), inset: (x: 4pt, y: 5pt), align: left)
#set list(marker: [–], indent: 4pt, spacing: 0.85em)
#show outline.entry.where(level: 1): set block(above: 0.95em)

#let fact-list(facts) = for fact in facts {
  block(above: 1.5em, breakable: false, {
    text(size: 9.5pt, fill: muted, fact.label)
    for value in fact.values { block(above: 0.6em, value) }
  })
}

#let table-of(block) = {
  set text(size: 9pt, hyphenate: true)
  set par(leading: 0.6em)
  table(
    columns: block.widths.map(width => width * 1fr),
    table.header(..block.columns),
    ..block.rows.flatten(),
  )
}

#v(22mm)
#text(size: 12pt, fill: muted, d.kind)
#block(above: 1.2em, below: 2em, {
  set par(leading: 0.5em)
  title(d.title)
})
#if d.notice != none {
  block(width: 100%, stroke: (left: 3pt + rgb("#8a5300")), inset: (left: 10pt, y: 6pt), below: 2em, {
    par(strong(d.notice.heading))
    par(d.notice.text)
  })
}
#fact-list(d.facts)
#pagebreak()

#outline(title: d.contents, depth: 2, indent: 1.2em)

#for block in d.blocks {
  if block.kind == "heading" {
    if block.onNewPage { pagebreak(weak: true) }
    heading(level: block.level, block.text)
  } else if block.kind == "paragraph" { par(block.text) }
  else if block.kind == "note" { text(size: 9.5pt, fill: muted, par(block.text)) }
  else if block.kind == "list" { list(..block.items) }
  else if block.kind == "facts" { fact-list(block.facts) }
  else { table-of(block) }
}
`;
