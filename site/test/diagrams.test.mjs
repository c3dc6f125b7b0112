import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { createMarkdownRenderer } from 'vitepress'
import { diagrams, draw } from '../markdown/diagrams.mjs'
import { linesOf, parse } from '../markdown/sequence.mjs'
import { docs } from '../places.mjs'

const conversation = `sequenceDiagram
    participant A as Writer A
    participant D as DynamoDB
    A->>D: save, if a < b
    Note over D: done
    D--xA: the response
`

test('a sequence diagram is read', () => {
  assert.deepEqual(parse(conversation), {
    participants: [
      { id: 'A', label: 'Writer A' },
      { id: 'D', label: 'DynamoDB' },
    ],
    steps: [
      { kind: 'message', from: 0, to: 1, dashed: false, lost: false, text: 'save, if a < b' },
      { kind: 'note', at: 1, text: 'done' },
      { kind: 'message', from: 1, to: 0, dashed: true, lost: true, text: 'the response' },
    ],
  })
})

test('what is not understood is an error, not left out', () => {
  assert.throws(() => parse('sequenceDiagram\n    loop forever'), /Not understood.*loop forever/)
})

test('long labels are broken between words', () => {
  assert.deepEqual(linesOf('save it if the version is 1', 12), ['save it if', 'the version', 'is 1'])
})

test('a fence becomes SVG, with text and without style or address', async () => {
  const md = await createMarkdownRenderer(docs, { config: (it) => it.use(diagrams) })
  const html = md.render('```mermaid\n' + conversation + '```\n', { path: 'page.md' })

  assert.match(html, /<figure class="diagram" v-pre><svg [^>]*class="sequence"/)
  assert.match(html, /save, if a &lt; b/)
  assert.match(html, /class="lost"/)
  assert.doesNotMatch(html, /sequenceDiagram/)
})

test('every diagram of the pages is drawn', () => {
  const pages = readdirSync(docs, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'))
  const sources = pages.flatMap((page) => [
    ...readFileSync(join(docs, page), 'utf8').matchAll(/^```mermaid\n([\s\S]*?)^```$/gm),
  ])
  assert.ok(sources.length >= 4)
  for (const [, source] of sources) {
    const svg = draw(source)
    assert.match(svg, /^<svg[^>]* class="(sequence|flowchart)"/)
    assert.doesNotMatch(svg, /<style|https?:\/\/(?!www\.w3\.org)|@import/)
  }
})
