// Looks at each page of the built site in a real browser, on a desktop and on a phone, in light and in dark.
// With SCREENSHOTS=directory, what it sees of some pages goes there.
import assert from 'node:assert/strict'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { made } from '../places.mjs'
import { findChromium, Window } from './chromium.mjs'
import { look } from './look.mjs'
import { serve } from './server.mjs'

const dist = join(made, 'dist')
const screens = [
  { name: 'desktop', width: 1280 },
  { name: 'phone', width: 375 },
].flatMap((screen) => [false, true].map((dark) => ({ ...screen, dark })))
const pictured = ['index.html', 'why.html', 'comparison.html', 'optimistic-locking.html', 'architecture.html', 'errors.html']

const chromium = findChromium()
const without = 'No Chromium with its chromedriver on the PATH: nobody has looked at the pages. On Debian: apt-get install chromium chromium-driver'
if (!chromium) {
  console.log(`== ${without}`)
}

function pages() {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html') && !/^(pictures|javadoc)[/\\]|^404/.test(file))
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
}

let site
let window

before(async () => {
  if (chromium) {
    site = await serve(dist)
    window = await Window.open(chromium)
  }
})

after(async () => {
  await window?.close()
  site?.server.close()
})

const options = { skip: chromium ? false : without }

async function picture(page, { name, dark }) {
  const directory = process.env.SCREENSHOTS
  if (directory && pictured.includes(page)) {
    mkdirSync(directory, { recursive: true })
    const file = `${page.replace('.html', '')}-${name}-${dark ? 'dark' : 'light'}.png`
    writeFileSync(join(directory, file), await window.screenshot())
  }
}

test('each page fits its window and draws its diagrams', options, async () => {
  const wrong = []
  for (const page of pages()) {
    await window.show(screens[0])
    await window.go(`${site.address}/${page}`)
    for (const screen of screens) {
      await window.show(screen)
      const found = await window.evaluate(look)
      wrong.push(...found.map((it) => `${page}, ${screen.name}, ${screen.dark ? 'dark' : 'light'}: ${it}`))
      await picture(page, screen)
    }
  }
  assert.deepEqual([...new Set(wrong)], [])
})

test('dark pages are dark', options, async () => {
  const backgroundOf = async (dark) => {
    await window.show({ width: 1280, dark })
    // Each time anew: a page that is open follows the change only when its scripts have run.
    await window.go(`${site.address}/optimistic-locking.html`)
    return window.evaluate(() => getComputedStyle(document.body).backgroundColor)
  }
  assert.notEqual(await backgroundOf(false), await backgroundOf(true))
})

// The test of the test: what it is there for must not pass.
test('a page that is too wide, and a diagram that is not drawn, are found', options, async () => {
  await window.show({ width: 375, dark: false })
  await window.go(`${site.address}/optimistic-locking.html`)
  await window.evaluate(() => {
    const page = document.querySelector('.vp-doc')
    page.insertAdjacentHTML('beforeend', '<p style="width: 600px">wide</p><pre class="language-mermaid">flowchart TD</pre>')
    page.insertAdjacentHTML('beforeend', '<table><tr><td>without a frame</td></tr></table>')
    document.querySelector('.diagram').textContent = ''
  })
  const wrong = (await window.evaluate(look)).join('\n')
  assert.match(wrong, /<p> "wide" ends at \d+ in a window of 3\d\d/)
  assert.match(wrong, /shows a diagram as its source/)
  assert.match(wrong, /has a diagram that is not drawn/)
  assert.match(wrong, /"without a frame" has no frame to scroll in/)
})
