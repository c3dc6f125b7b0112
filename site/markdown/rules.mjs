// All that is done to the pages' Markdown.
import * as places from '../places.mjs'
import { diagrams } from './diagrams.mjs'
import { links } from './links.mjs'
import { tables } from './tables.mjs'
import { tabs } from './tabs.mjs'

export function pageRules(md) {
  md.use(tabs)
  md.use(links, places)
  md.use(diagrams)
  md.use(tables)
}
