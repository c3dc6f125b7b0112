import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { anchor, links, onSite } from '../markdown/links.mjs'
import { docs, root } from '../places.mjs'

const places = { docs, root, repository: 'https://example.org/it', branch: 'main' }
const page = join(docs, 'crud.md')
const decision = join(docs, 'decisions/write-tokens.md')

test('links between pages stay as they are', () => {
  assert.equal(onSite('paging.md#offsets', page, places), 'paging.md#offsets')
  assert.equal(onSite('../crud.md', decision, places), '../crud.md')
  assert.equal(onSite('#save', page, places), '#save')
  assert.equal(onSite('https://example.com/a', page, places), 'https://example.com/a')
})

test('the index is the home page', () => {
  assert.equal(onSite('README.md', page, places), 'index.md')
  assert.equal(onSite('../README.md#decisions', decision, places), '../index.md#decisions')
})

test('other files are in the repository', () => {
  assert.equal(onSite('../LICENSE', page, places), 'https://example.org/it/blob/main/LICENSE')
  assert.equal(onSite('../README.md#use-it', page, places), 'https://example.org/it/blob/main/README.md#use-it')
  assert.equal(onSite('../samples', page, places), 'https://example.org/it/tree/main/samples')
  assert.equal(onSite('../../LICENSE', decision, places), 'https://example.org/it/blob/main/LICENSE')
})

test('a file that is not there is an error', () => {
  assert.throws(() => onSite('../no-such-file', page, places), /docs\/crud\.md links to \.\.\/no-such-file/)
  assert.throws(() => onSite('../../outside', page, places), /which is not there/)
})

test('pages that are not made of Markdown open beside the site', () => {
  const rules = {}
  links({ core: { ruler: { after: (before, name, rule) => (rules[name] = rule) } } }, places)
  const targetOf = (href) => {
    const attributes = { href }
    const child = {
      type: 'link_open',
      attrGet: (name) => attributes[name],
      attrSet: (name, value) => (attributes[name] = value),
    }
    rules.links({ tokens: [{ children: [child] }], env: { path: page } })
    return attributes.target
  }

  assert.equal(targetOf('pictures/music-library.html'), '_blank')
  assert.equal(targetOf('paging.md'), undefined)
})

test('anchors are those of GitHub', () => {
  assert.equal(anchor("From Cash App's Tempest"), 'from-cash-apps-tempest')
  assert.equal(anchor('`save`, and `load(key, true)`'), 'save-and-loadkey-true')
  assert.equal(anchor('Two  words, ½ unit'), 'two--words-½-unit')
})
