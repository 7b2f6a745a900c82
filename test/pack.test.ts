/** What `npm pack` makes is all that is needed: installed in an empty folder, it plays a month behind its console. */
import { execFile } from 'node:child_process'
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Shown } from '../src/main/demo/show.ts'
import { checkout, Place } from './command-line/kairos.ts'
import { serve } from './command-line/server.ts'

class Home extends Place {
  override get program(): string {
    return this.path('node_modules', '.bin', 'kairos')
  }
}

const home = new Home()
afterAll(() => home.remove())

const { version } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')) as { version: string }
const run = promisify(execFile)

/** npm keeps its cache where whoever runs the tests has it. */
async function npm(folder: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await run('npm', args, { cwd: folder, maxBuffer: 2 ** 24 })
  return stdout
}

beforeAll(async () => {
  // From here on it stands alone: the same day of the registry as the checkout, and nothing else of it.
  copyFileSync(join(checkout, '.npmrc'), home.path('.npmrc'))
  writeFileSync(home.path('package.json'), '{ "private": true }\n')
  const [packed] = JSON.parse(
    await npm(checkout, 'pack', '--json', '--silent', '--pack-destination', home.folder),
  ) as [{ filename: string }]
  await npm(home.folder, 'install', '--prefer-offline', home.path(packed.filename))
}, 240_000)

describe('the package, installed in an empty folder', () => {
  const there = (path: string): boolean => existsSync(home.path('node_modules', path))

  it('holds what it runs on, and neither sources nor tests nor what only builds it', () => {
    const kept = ['dist/console/index.html', 'rulebook', 'src/store/migrations', 'README.md']
    expect(kept.filter(path => !there(`kairos/${path}`))).toEqual([])
    const left = ['src/main', 'operator', 'test', 'console', 'data']
    expect(left.filter(path => there(`kairos/${path}`))).toEqual([])
    expect(there('vite')).toBe(false)
  })

  it('holds what runs in a thread or a process of its own', () => {
    const source = join(checkout, 'src')
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
      name => name.endsWith('.ts') && !name.endsWith('.test.ts'),
    )
    const aside = files.flatMap(name => {
      const [, file] =
        /new URL\(`\.\/([\w-]+)\$\{extname/.exec(readFileSync(join(source, name), 'utf8')) ?? []
      return file === undefined ? [] : [join('dist/program/src', dirname(name), `${file}.js`)]
    })
    expect(aside.length).toBeGreaterThan(3)
    expect(aside.filter(path => !there(`kairos/${path}`))).toEqual([])
  })

  it('its command teaches by --help and says its version', async () => {
    const { stdout, stderr } = await run(home.program, ['--help'], { env: home.env })
    expect(stderr).toBe('')
    expect(stdout).toContain('kairos demo')
    expect(await home.run('--version')).toMatchObject({ code: 0, out: `${version}\n` })
  })

  it('plays a month whose books balance', async () => {
    const { books, facts } = await home.json<Shown>('demo', '--exit', '--customers', '60')
    expect(books).toMatchObject({ holds: true, differences: [] })
    expect(facts).toBeGreaterThan(100)
  }, 120_000)

  it('serves the console that came along', async () => {
    const { started, url } = await serve(home)
    const page = await fetch(`${url}/console/`)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('/console/assets/')
    expect(await started.stopped()).toMatchObject({ code: 0 })
  }, 120_000)
})
