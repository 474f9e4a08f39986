/**
 * The one layout of our PDF files, in Typst. Everything that is said comes in as data (`sys.inputs.document`, JSON) and is set as text, so that nothing
 * in it can be taken for markup.
 */
export const TEMPLATE = `
#let d = json(bytes(sys.inputs.document))
#set document(title: d.title, date: auto)
#set page(
  paper: "a4",
  margin: (x: 20mm, top: 22mm, bottom: 22mm),
  footer: context align(right, text(size: 9pt, [#d.page.label #counter(page).display() #d.page.of #counter(page).final().first()])),
)
#set text(lang: "sv", region: "SE", size: 10.5pt, fill: rgb("#1c2530"))
#set par(leading: 0.7em, spacing: 1.1em)
#show heading: set text(fill: rgb("#14513f"))
#show heading.where(level: 1): set text(size: 20pt)
#show heading.where(level: 2): set text(size: 14pt)
#show heading.where(level: 2): set block(above: 1.6em, below: 0.8em)
#show table.cell.where(y: 0): set text(weight: "bold")
#set table(stroke: (x, y) => (bottom: 0.5pt + rgb("#c9ced4")), inset: (x: 4pt, y: 5pt))

#heading(level: 1, d.title)
#text(size: 12pt, d.lead)

#for block in d.blocks {
  if block.kind == "heading" { heading(level: 2, block.text) }
  else if block.kind == "paragraph" { par(block.text) }
  else if block.kind == "blank" {
    std.block(breakable: false, width: 100%, {
      if block.label != "" { text(size: 9.5pt, block.label) }
      for _ in range(block.lines) { std.block(height: 8mm, width: 100%, above: 0pt, below: 0pt, stroke: (bottom: 0.5pt + rgb("#8a939c"))) }
    })
  }
  else {
    set text(size: 9pt)
    table(
      columns: block.widths.map(width => width * 1fr),
      table.header(..block.columns),
      ..if block.at("tall", default: false) { block.rows.flatten().map(cell => std.block(height: 8mm, cell)) } else { block.rows.flatten() },
    )
  }
}
`;
