// Draws a Mermaid sequence diagram as SVG: participants, messages, lost messages and notes, which is what the pages use.
// Labels are broken into lines, so that a diagram of three participants can be read on a phone.

const gap = 172 // between two lifelines
const margin = 64
const line = 16
const charactersOfLabel = 25
const charactersOfNote = 18
const head = 30

const arrow = /^(\w+)\s*(--|-)(>>|x|\))\s*(\w+)\s*:\s*(.+)$/

/** @returns {{participants: {id: string, label: string}[], steps: object[]}} */
export function parse(source) {
  const participants = []
  const steps = []
  const at = (id) => {
    const known = participants.findIndex((participant) => participant.id === id)
    return known >= 0 ? known : participants.push({ id, label: id }) - 1
  }
  for (const text of source.split('\n').slice(1).map((it) => it.trim())) {
    const participant = text.match(/^(?:participant|actor)\s+(\w+)(?:\s+as\s+(.+))?$/)
    const note = text.match(/^Note over (\w+)\s*:\s*(.+)$/i)
    const message = text.match(arrow)
    if (participant) {
      participants[at(participant[1])].label = participant[2] ?? participant[1]
    } else if (note) {
      steps.push({ kind: 'note', at: at(note[1]), text: note[2] })
    } else if (message) {
      const [, from, stroke, end, to, label] = message
      steps.push({ kind: 'message', from: at(from), to: at(to), dashed: stroke === '--', lost: end === 'x', text: label })
    } else if (text !== '' && !text.startsWith('%%')) {
      throw new Error(`Not understood in a sequence diagram: ${text}`)
    }
  }
  return { participants, steps }
}

export function linesOf(text, most) {
  const lines = ['']
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== '' && last.length + 1 + word.length > most) {
      lines.push(word)
    } else {
      lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
    }
  }
  return lines
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function label(lines, x, y, kind) {
  return lines
    .map((text, n) => `<text class="${kind}" x="${x}" y="${y + n * line}" text-anchor="middle">${escaped(text)}</text>`)
    .join('')
}

function messageAt(step, x, top) {
  const lines = linesOf(step.text, charactersOfLabel * Math.abs(step.to - step.from))
  const from = x(step.from)
  const direction = Math.sign(step.to - step.from)
  const to = step.lost ? (from + x(step.to)) / 2 : x(step.to) - direction
  const y = top + lines.length * line + 4
  const end = step.lost
    ? `<path class="lost" d="M${to - 5} ${y - 5}l10 10m0 -10l-10 10"/>`
    : `<path class="arrow" d="M${to} ${y}l${-9 * direction} -4.5v9z"/>`
  const stroke = step.dashed ? 'dashed' : 'solid'
  return {
    svg: label(lines, (from + x(step.to)) / 2, top + 12, 'label') + `<path class="${stroke}" d="M${from} ${y}H${to}"/>${end}`,
    bottom: y + 16,
  }
}

function noteAt(step, x, top) {
  const lines = linesOf(step.text, charactersOfNote)
  const width = Math.max(...lines.map((text) => text.length)) * 6.9 + 16
  const height = lines.length * line + 10
  return {
    svg:
      `<rect class="note" x="${x(step.at) - width / 2}" y="${top}" width="${width}" height="${height}" rx="4"/>` +
      label(lines, x(step.at), top + 18, 'noted'),
    bottom: top + height + 14,
  }
}

export function sequence(source) {
  const { participants, steps } = parse(source)
  const x = (n) => margin + n * gap
  let y = head + 18
  const drawn = steps.map((step) => {
    const { svg, bottom } = step.kind === 'note' ? noteAt(step, x, y) : messageAt(step, x, y)
    y = bottom
    return svg
  })
  const heads = participants.map(({ label: name }, n) => {
    const width = name.length * 7.6 + 24
    return (
      `<path class="life" d="M${x(n)} ${head}V${y}"/>` +
      `<rect class="box" x="${x(n) - width / 2}" y="1" width="${width}" height="${head - 1}" rx="5"/>` +
      label([name], x(n), 20, 'name')
    )
  })
  const width = 2 * margin + (participants.length - 1) * gap
  return `<svg class="sequence" viewBox="0 0 ${width} ${y}" width="${width}" height="${y}">${heads.join('')}${drawn.join('')}</svg>`
}
