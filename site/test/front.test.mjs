import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { exampleOf, frontmatterOf, rowsOf } from '../front.mjs'
import { docs, root } from '../places.mjs'

test('the example comes from the README, and is short', () => {
  const example = exampleOf(readFileSync(join(root, 'README.md'), 'utf8'))
  assert.equal(example.match(/^```java$/gm).length, 2)
  assert.ok(example.split('\n').filter((line) => line.trim() !== '').length <= 36)
})

test('rows are taken from the first table by their names', () => {
  const page = '# A\n\n| | x | y |\n| --- | --- | --- |\n| one | 1 | 2 |\n| two | 3 | 4 |\n\n| three |\n| --- |\n'
  assert.equal(rowsOf(page, ['two']), '| | x | y |\n| --- | --- | --- |\n| two | 3 | 4 |')
  assert.throws(() => rowsOf(page, ['three']), /no row "three"/)
})

test('the front page is the index, and links lead to pages', () => {
  const { hero, features } = frontmatterOf('index.md')
  for (const { link } of [...hero.actions, ...features]) {
    const [file, anchor] = link.split('#')
    const page = readFileSync(join(docs, `${file}.md`), 'utf8')
    assert.ok(!anchor || page.toLowerCase().includes(`## ${anchor.replaceAll('-', ' ')}`), link)
  }
  assert.deepEqual(frontmatterOf('crud.md'), {})
})
