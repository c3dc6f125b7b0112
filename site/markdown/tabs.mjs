// Fences that follow each other and show the same thing in several languages become the tabs of one group.

const languages = { java: 'Java', kotlin: 'Kotlin' }

/** What a fence's tab is called: its title, as in ```kotlin [SDK 1.x], or its language; null for a fence that stands alone. */
function label(token) {
  if (token.type !== 'fence') {
    return null
  }
  const title = token.info.match(/\[(.+)\]/)?.[1]
  return title ?? languages[token.info.trim()] ?? null
}

/** The fences from a place on that make a group: no two of them bear the same label. */
function groupAt(tokens, start) {
  const labels = []
  for (let i = start; i < tokens.length && tokens[i].level === tokens[start].level; i++) {
    const next = label(tokens[i])
    if (next === null || labels.includes(next)) {
      break
    }
    labels.push(next)
  }
  return labels
}

export function tabs(md) {
  md.core.ruler.after('block', 'tabs', (state) => {
    let authors = 0 // depth of groups that the page's author made
    for (let i = 0; i < state.tokens.length; i++) {
      const token = state.tokens[i]
      if (token.type.startsWith('container_code-group')) {
        authors += token.nesting
      }
      const labels = authors > 0 ? [] : groupAt(state.tokens, i)
      if (labels.length < 2) {
        continue
      }
      const fences = state.tokens.slice(i, i + labels.length)
      fences.forEach((fence, n) => {
        fence.info = `${fence.info.trim().split(/[\s[]/)[0]} [${labels[n]}]`
      })
      const open = new state.Token('container_code-group_open', 'div', 1)
      const close = new state.Token('container_code-group_close', 'div', -1)
      for (const edge of [open, close]) {
        edge.block = true
        edge.level = token.level
      }
      state.tokens.splice(i, fences.length, open, ...fences, close)
      i += fences.length + 1
    }
  })
}
