// Where things are: the one place to change if they move.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const site = dirname(fileURLToPath(import.meta.url))
export const root = dirname(site)
export const docs = join(root, 'docs')
/** What is made here; nothing of it is committed. */
export const made = join(site, 'target')

/** Where readers find the files that pages link to but that are no pages; stands in until the repository has an address. */
export const repository = 'https://example.org/tempest'
export const branch = 'main'
