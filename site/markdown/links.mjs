// Links that are right in the repository become links that are right on the site.
import { existsSync, statSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

/**
 * The address of a link on the site.
 *
 * @param href as the page has it, relative to the page
 * @param page the page's file
 * @param places where the pages and the repository are
 */
export function onSite(href, page, { docs, root, repository, branch }) {
  if (/^([a-z][a-z0-9+.-]*:|#|\/)/i.test(href)) {
    return href
  }
  const [path, hash] = href.split(/(?=#)/)
  const target = join(dirname(page), decodeURI(path))
  if (target === join(docs, 'README.md')) {
    return relative(dirname(page), join(docs, 'index.md')).split(sep).join('/') + (hash ?? '')
  }
  if (!relative(docs, target).startsWith('..')) {
    return href
  }
  if (!existsSync(target) || relative(root, target).startsWith('..')) {
    throw new Error(`${relative(root, page)} links to ${href}, which is not there.`)
  }
  const kind = statSync(target).isDirectory() ? 'tree' : 'blob'
  return `${repository}/${kind}/${branch}/${relative(root, target).split(sep).join('/')}${hash ?? ''}`
}

export function links(md, places) {
  md.core.ruler.after('inline', 'links', (state) => {
    for (const token of state.tokens) {
      for (const child of token.children ?? []) {
        const href = child.type === 'link_open' && child.attrGet('href')
        if (href) {
          // A page of its own beside those of the site, which knows nothing of it.
          if (/^[^:]*\.html$/.test(href)) {
            child.attrSet('target', '_blank')
          }
          child.attrSet('href', onSite(href, state.env.realPath ?? state.env.path, places))
        }
      }
    }
  })
}

/** The anchor of a heading, by the rule of GitHub, so that a link works in both places. */
export function anchor(heading) {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')
}
