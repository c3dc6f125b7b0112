import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sidebarOf } from '../sidebar.mjs'

test('headings group the links with which rows and list items begin', () => {
  const index = `# Title

Begin with [this](begin.md).

## Pages

| page | about |
| --- | --- |
| [One](one.md) | see [elsewhere](two.md) |
| [Two](sub/two.md) | |

## Nothing

## Decisions

- [Why](decisions/why.md)
- not a page: [it](https://example.org)
`
  assert.deepEqual(sidebarOf(index), [
    { text: 'Pages', items: [{ text: 'One', link: '/one' }, { text: 'Two', link: '/sub/two' }] },
    { text: 'Decisions', items: [{ text: 'Why', link: '/decisions/why' }] },
  ])
})
