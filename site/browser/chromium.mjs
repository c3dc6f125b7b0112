// Drives the machine's Chromium through its chromedriver, by the WebDriver protocol.
import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

function onPath(names) {
  for (const name of names) {
    for (const directory of (process.env.PATH ?? '').split(delimiter)) {
      try {
        accessSync(join(directory, name), constants.X_OK)
        return join(directory, name)
      } catch {
        // not in this one
      }
    }
  }
  return null
}

/** Both programs, or null if one of them is missing. */
export function findChromium() {
  const browser = onPath(['chromium', 'chromium-browser', 'google-chrome'])
  const driver = onPath(['chromedriver'])
  return browser && driver ? { browser, driver } : null
}

const options = [
  '--headless=new',
  // Neither as root nor in a container is there what the sandbox needs; the pages are our own.
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Waits for the line in which the driver says on which port it listens. */
function portOf(process) {
  return new Promise((resolve, reject) => {
    let printed = ''
    process.stdout.on('data', (text) => {
      printed += text
      const port = printed.match(/on port (\d+)\.\s/)?.[1]
      if (port) {
        resolve(port)
      }
    })
    process.on('exit', () => reject(new Error(`chromedriver ended: ${printed}`)))
    process.on('error', reject)
  })
}

export class Window {
  #process
  #session

  constructor(process, session) {
    this.#process = process
    this.#session = session
  }

  static async open({ browser, driver }) {
    const process = spawn(driver, ['--port=0'], { stdio: ['ignore', 'pipe', 'inherit'] })
    const server = `http://127.0.0.1:${await portOf(process)}`
    const capabilities = { alwaysMatch: { 'goog:chromeOptions': { binary: browser, args: options } } }
    try {
      const { sessionId } = await call('POST', `${server}/session`, { capabilities })
      return new Window(process, `${server}/session/${sessionId}`)
    } catch (error) {
      process.kill()
      throw error
    }
  }

  devtools(cmd, params) {
    return call('POST', `${this.#session}/goog/cdp/execute`, { cmd, params })
  }

  /** Not by the window's own size: no window is as narrow as a phone. */
  async show({ width, height = 900, dark }) {
    await this.devtools('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false })
    await this.devtools('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }],
    })
  }

  go(url) {
    return call('POST', `${this.#session}/url`, { url })
  }

  /** What a function returns on the page. It must not use anything from here. */
  evaluate(script, ...args) {
    return call('POST', `${this.#session}/execute/sync`, { script: `return (${script}).apply(null, arguments)`, args })
  }

  async screenshot() {
    return Buffer.from(await call('GET', `${this.#session}/screenshot`), 'base64')
  }

  async close() {
    await call('DELETE', this.#session).catch(() => {})
    this.#process.kill()
  }
}

async function call(method, url, body) {
  const response = await fetch(url, { method, body: body && JSON.stringify(body) })
  const { value } = await response.json()
  if (!response.ok) {
    throw new Error(`${value.error}: ${value.message}`)
  }
  return value
}
