import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vitepress'
import { apiPages, copyApi } from '../api.mjs'
import { checkAnchors } from '../anchors.mjs'
import { frontmatterOf } from '../front.mjs'
import { anchor } from '../markdown/links.mjs'
import { pageRules } from '../markdown/rules.mjs'
import * as places from '../places.mjs'
import { sidebarOf } from '../sidebar.mjs'

const index = readFileSync(join(places.docs, 'README.md'), 'utf8')

// The pages lie outside this folder, from where Vite would not find what they are compiled against.
const resolvesFromHere = {
  name: 'resolves-from-here',
  enforce: 'pre',
  resolveId(source, importer, options) {
    return importer?.startsWith(places.docs) && /^[a-z@]/.test(source)
      ? this.resolve(source, join(places.site, 'package.json'), { ...options, skipSelf: true })
      : null
  },
}

export default defineConfig({
  title: 'Tempest for Java',
  description: 'Typed views of single-table designs on Amazon DynamoDB',
  lang: 'en',
  srcDir: '../docs',
  outDir: 'target/dist',
  cacheDir: 'target/cache',
  rewrites: { 'README.md': 'index.md' },
  vite: { plugins: [resolvesFromHere] },
  markdown: {
    anchor: { slugify: anchor },
    toc: { slugify: anchor },
    headers: { slugify: anchor },
    config: pageRules,
  },
  transformPageData: (page) => {
    Object.assign(page.frontmatter, frontmatterOf(page.relativePath))
  },
  themeConfig: {
    sidebar: sidebarOf(index),
    nav: [
      { text: 'Why', link: '/why' },
      { text: 'Start', link: '/getting-started' },
      ...apiPages().map(({ text, link }) => ({ text, link, target: '_blank' })),
      { text: 'Repository', link: places.repository },
    ],
    outline: [2, 3],
    search: { provider: 'local' },
  },
  buildEnd: ({ outDir }) => {
    checkAnchors(outDir)
    copyApi(outDir)
    cpSync(join(places.docs, 'pictures'), join(outDir, 'pictures'), { recursive: true })
  },
})
