// Mermaid's fences become SVG when the site is built: no script, and nothing that a browser has to fetch.
// The colours are those of style.css, for light and dark.
import { renderMermaidSVG } from 'beautiful-mermaid'
import { sequence } from './sequence.mjs'

/** The SVG of a diagram. It has no style of its own, which a page of VitePress could not hold. */
export function draw(source) {
  const svg = drawn(source)
  // Smaller than this, nobody could read it: then it scrolls in its frame.
  const least = Math.ceil(Number(svg.match(/ width="([\d.]+)"/)[1]) * 0.7)
  return svg.replace('<svg', `<svg style="min-width: ${least}px"`)
}

function drawn(source) {
  if (source.trimStart().startsWith('sequenceDiagram')) {
    return sequence(source.trim())
  }
  return renderMermaidSVG(source, { transparent: true, padding: 2 })
    .replace(/<style>.*?<\/style>/gs, '')
    .replace(/(<svg[^>]*?) style="[^"]*"/, '$1 class="flowchart"')
    .replace(/ font-family="[^"]*"/g, '')
    .replace(/\n\s*/g, '')
}

export function diagrams(md) {
  const fence = md.renderer.rules.fence
  md.renderer.rules.fence = (tokens, at, ...rest) =>
    tokens[at].info.trim() === 'mermaid'
      ? `<figure class="diagram" v-pre>${draw(tokens[at].content)}</figure>\n`
      : fence(tokens, at, ...rest)
}
