// The reference of the API: Javadoc of the Java modules, Dokka's pages of the Kotlin module.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './places.mjs'

const javadoc = 'org.apache.maven.plugins:maven-javadoc-plugin:3.12.0:aggregate'
const modules = ['tempest-core', 'tempest-sdk2', 'tempest-sdk1', 'tempest-testing']

const parts = [{ text: 'Javadoc', from: join(root, 'target/reports/apidocs'), to: 'javadoc' }]

function maven(...args) {
  const wrapper = process.platform === 'win32' ? 'mvnw.cmd' : './mvnw'
  const { status, error } = spawnSync(wrapper, ['-B', '-ntp', '-q', ...args], { cwd: root, stdio: 'inherit' })
  if (error || status !== 0) {
    console.error('The API reference could not be made.')
    process.exit(status || 1)
  }
}

function hasJdk() {
  const home = process.env.JAVA_HOME
  return !spawnSync(home ? join(home, 'bin/javac') : 'javac', ['-version'], { stdio: 'ignore' }).error
}

export function makeApi() {
  if (!hasJdk()) {
    console.log('No JDK was found: the site comes without the API reference.')
    return
  }
  maven('-pl', ['.', ...modules].join(','), 'compile', javadoc, '-DexcludePackageNames=*.internal', '-Dnotimestamp', '-Dquiet')
}

function present() {
  return parts.filter(({ from }) => existsSync(join(from, 'index.html')))
}

/** What the navigation shows: only what has been made. */
export function apiPages() {
  return present().map(({ text, to }) => ({ text, link: `/${to}/index.html` }))
}

export function copyApi(outDir) {
  for (const { from, to } of present()) {
    cpSync(from, join(outDir, to), { recursive: true })
  }
}
