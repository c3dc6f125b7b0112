// The front page: its words, the README's example, and the rows of the comparison that the others have nothing for.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createMarkdownRenderer } from 'vitepress'
import { docs, root } from './places.mjs'

const strongest = [
  'whole model checked at start',
  'recognises its own write after a lost response',
  'test kit',
]

const front = {
  layout: 'home',
  hero: {
    name: 'Tempest for Java',
    text: 'One DynamoDB table, a type for each item',
    tagline:
      'A typesafe client for single-table designs, in Java and Kotlin. The model is checked before the first request, and your tests run a DynamoDB in their own JVM.',
    actions: [
      { theme: 'brand', text: 'Ten-minute start', link: '/getting-started' },
      { theme: 'alt', text: 'Why Tempest', link: '/why' },
      { theme: 'alt', text: 'Comparison', link: '/comparison' },
    ],
  },
  features: [
    {
      title: 'Wrong models do not start',
      details: 'Keys, prefixes, indexes and types of the whole database are checked when it is created. One message names the class, the property and the remedy.',
      link: '/data-modelling#what-is-checked',
    },
    {
      title: 'No write is lost',
      details: 'Versions, updates in one call, and writers that recognise their own write when the response was lost.',
      link: '/optimistic-locking',
    },
    {
      title: 'Keys and expressions without strings',
      details: 'Prefixes and composed keys are declared once. Conditions, filters and patches name properties, and the compiler checks them.',
      link: '/expressions',
    },
    {
      title: 'DynamoDB inside your tests',
      details: 'An engine in memory, in Java alone: no Docker, no port, no account. Tests move its clock and make its network fail.',
      link: '/testing',
    },
  ],
}

/** What VitePress is to show for a page, beside the page itself. */
export function frontmatterOf(page) {
  if (page === 'index.md') {
    return front
  }
  // The widest table of the pages: it gets the room of the outline.
  return page === 'comparison.md' ? { aside: false } : {}
}

/** The first two Java blocks of the README: its example. */
export function exampleOf(readme) {
  return [...readme.matchAll(/^```java\n([\s\S]*?)^```$/gm)].slice(0, 2).map(([block]) => block).join('\n\n')
}

/** The first table of the comparison, with some of its rows only. */
export function rowsOf(comparison, names) {
  const [head, rule, ...rows] = comparison.match(/(?:^\|.*\n)+/m)[0].trim().split('\n')
  const chosen = names.map((name) => {
    const row = rows.find((it) => it.startsWith(`| ${name} |`))
    if (!row) {
      throw new Error(`The comparison has no row "${name}".`)
    }
    return row
  })
  return [head, rule, ...chosen].join('\n')
}

const page = (file) => readFileSync(join(root, file), 'utf8')

/** The parts between the hero and the index, as HTML. */
export async function frontParts(plugins) {
  const md = await createMarkdownRenderer(docs, { config: plugins })
  const env = { path: join(docs, 'README.md'), relativePath: 'README.md', cleanUrls: false }
  return {
    example: md.render(exampleOf(page('README.md')), { ...env }),
    comparison: md.render(rowsOf(page('docs/comparison.md'), strongest), { ...env }),
  }
}
