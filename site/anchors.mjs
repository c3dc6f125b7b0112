// VitePress finds links to pages that are not there; this finds links to places on a page that are not there.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

function pages(directory) {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => join(directory, file))
}

/** @param outDir the built site, still without the API's pages */
export function checkAnchors(outDir) {
  const texts = new Map(pages(outDir).map((page) => [page, readFileSync(page, 'utf8')]))
  const dead = []
  for (const [page, text] of texts) {
    for (const [, path, hash] of text.matchAll(/<a [^>]*href="([^"#:]*)#([^"]+)"/g)) {
      const target = path === '' ? page : path.startsWith('/') ? join(outDir, path) : join(dirname(page), path)
      const found = texts.get(target.endsWith('/') ? join(target, 'index.html') : target)
      if (!found?.includes(` id="${decodeURIComponent(hash)}"`)) {
        dead.push(`${relative(outDir, page)}: ${path}#${hash}`)
      }
    }
  }
  if (dead.length > 0) {
    throw new Error(`Links to places that are not there:\n${dead.join('\n')}`)
  }
}
