import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createMarkdownRenderer } from 'vitepress'
import { docs } from '../places.mjs'
import { tabs } from '../markdown/tabs.mjs'

const md = await createMarkdownRenderer(docs, { config: (it) => it.use(tabs) })

function fence(info) {
  return '```' + info + '\nx\n```\n'
}

async function groups(...infos) {
  const html = md.render(infos.map(fence).join('\n'), { path: 'page.md' })
  return [...html.matchAll(/class="vp-code-group.*?<div class="blocks">/gs)].map(([group]) =>
    [...group.matchAll(/data-title="([^"]*)"/g)].map(([, title]) => title),
  )
}

test('Java and Kotlin that follow each other are tabs', async () => {
  assert.deepEqual(await groups('java', 'kotlin'), [['Java', 'Kotlin']])
})

test('pairs that follow each other are groups of their own', async () => {
  assert.deepEqual(await groups('java', 'kotlin', 'java', 'kotlin'), [
    ['Java', 'Kotlin'],
    ['Java', 'Kotlin'],
  ])
})

test('titles make tabs, whatever the languages', async () => {
  const titles = ['Kotlin - SDK 2.x', 'Java - SDK 2.x', 'Kotlin - SDK 1.x', 'Java - SDK 1.x']
  assert.deepEqual(await groups(...titles.map((title) => `${title.split(' ')[0].toLowerCase()} [${title}]`)), [titles])
  assert.deepEqual(await groups('xml [Maven]', 'groovy [Gradle]'), [['Maven', 'Gradle']])
})

test('blocks of one language, single blocks and blocks without a title stay as they are', async () => {
  assert.deepEqual(await groups('java', 'java'), [])
  assert.deepEqual(await groups('kotlin'), [])
  assert.deepEqual(await groups('xml', 'sh'), [])
  assert.deepEqual(await groups('java', 'sh', 'kotlin'), [])
})

test('a second block of a language begins the next group', async () => {
  assert.deepEqual(await groups('java', 'java', 'kotlin'), [['Java', 'Kotlin']])
})

test('text between blocks keeps them apart', async () => {
  const html = md.render(`${fence('java')}\nand\n\n${fence('kotlin')}`, { path: 'page.md' })
  assert.doesNotMatch(html, /vp-code-group/)
})

test('the code of each tab stays its own, the first one shows', async () => {
  const html = md.render('```java\nint one;\n```\n```kotlin\nval two\n```\n', { path: 'page.md' })
  assert.match(html, /language-java[^"]* active/)
  assert.match(html, /language-kotlin[^"]*"/)
  assert.doesNotMatch(html, /language-kotlin[^"]* active/)
})

test('in a list, too', async () => {
  const html = md.render('- so:\n\n  ```java\n  x\n  ```\n  ```kotlin\n  x\n  ```\n', { path: 'page.md' })
  assert.match(html, /<li>[\s\S]*vp-code-group[\s\S]*<\/li>/)
})
