// The sidebar is the documentation's index: its headings, and of each table or list below them the link that a row begins with.

/** @param index the text of docs/README.md */
export function sidebarOf(index) {
  const groups = []
  for (const line of index.split('\n')) {
    const heading = line.match(/^## +(.+)$/)
    const entry = line.match(/^(?:\||-) *\[([^\]]+)\]\(([^)#:]+)\.md\)/)
    if (heading) {
      groups.push({ text: heading[1], items: [] })
    } else if (entry && groups.length > 0) {
      groups.at(-1).items.push({ text: entry[1], link: `/${entry[2]}` })
    }
  }
  return groups.filter((group) => group.items.length > 0)
}
