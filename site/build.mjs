// Builds the site, and on request what goes with it:
//   --test   runs the tests of the site's own code first, and looks at each page in a browser after that
//   --api    makes the reference of the Java and Kotlin API; needs a JDK
//   --serve  serves the result
//   --dev    builds nothing, but serves the pages as they are being written
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { makeApi } from './api.mjs'
import { site } from './places.mjs'

const port = process.env.PORT ?? '4173'
const wanted = new Set(process.argv.slice(2))

function run(program, args) {
  const { status, error } = spawnSync(program, args, { cwd: site, stdio: 'inherit' })
  if (error || status !== 0) {
    process.exit(status || 1)
  }
}

function installed() {
  const done = join(site, 'node_modules/.package-lock.json')
  return existsSync(done) && statSync(done).mtimeMs >= statSync(join(site, 'package-lock.json')).mtimeMs
}

function vitepress(...args) {
  run(process.execPath, [join(site, 'node_modules/vitepress/bin/vitepress.js'), ...args])
}

if (!installed()) {
  run('npm', ['ci', '--no-audit', '--no-fund'])
}
if (wanted.has('--test')) {
  run(process.execPath, ['--test', 'test/'])
}
if (wanted.has('--dev')) {
  vitepress('dev', '.', '--port', port)
} else {
  if (wanted.has('--api')) {
    makeApi()
  }
  vitepress('build', '.')
  if (wanted.has('--test')) {
    run(process.execPath, ['--test', '--test-reporter=spec', 'browser/pages.test.mjs'])
  }
  if (wanted.has('--serve')) {
    vitepress('preview', '.', '--port', port)
  }
}
