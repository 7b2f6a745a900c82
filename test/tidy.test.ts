/** The shape of the tree, kept by a test: order of folders, purity of the core, sizes and names. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  allowedNames,
  bannedNames,
  free,
  type Layer,
  layers,
  linesMax,
  linesMedianMax,
  linesP90Max,
  tables,
  worldly,
} from './tidy/layers.ts'
import { codeOnly, importsOf, type Source, sources } from './tidy/tree.ts'

const inside = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`)
const product = sources.filter(source => !source.isTest && !free.some(folder => inside(source.path, folder)))

describe('folders import only from themselves and those above', () => {
  it('every source belongs to a layer', () => {
    expect(product.filter(({ path }) => layerOf(path) === undefined).map(({ path }) => path)).toEqual([])
  })

  it('no import goes down or sideways', () => {
    expect(product.flatMap(strayImports)).toEqual([])
  })

  it('examples of what it refuses', () => {
    const source = (path: string, target: string): Source => ({
      path,
      text: `import x from '${target}'`,
      lines: 1,
      isTest: false,
    })
    expect(strayImports(source('src/core/decide.ts', 'node:fs'))).toHaveLength(1)
    expect(strayImports(source('src/core/decide.ts', '../store/journal.ts'))).toHaveLength(1)
    expect(strayImports(source('src/core/decide.ts', 'pg'))).toHaveLength(1)
    expect(strayImports(source('operator/life.ts', '../src/core/decide.ts'))).toHaveLength(1)
    expect(strayImports(source('operator/life.ts', '../src/core/event/facts.ts'))).toHaveLength(0)
  })
})

describe('what runs is installed with it', () => {
  it('every package that the product imports is one of its dependencies', () => {
    const { dependencies } = JSON.parse(
      readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
    ) as { dependencies: Record<string, string> }
    const running = product.filter(({ path }) => /^(src|operator|packages)\//.test(path))
    const missing = running.flatMap(source =>
      importsOf(source)
        .filter(isOfNpm)
        .map(packageOf)
        .filter(name => !(name in dependencies))
        .map(name => `${source.path} → ${name}`),
    )
    expect(missing).toEqual([])
    expect(running.flatMap(importsOf).map(packageOf)).toEqual(expect.arrayContaining(['fastify', 'pg']))
  })
})

const layerOf = (path: string): Layer | undefined => layers.find(({ folder }) => inside(path, folder))

function strayImports(source: Source): string[] {
  const layer = layerOf(source.path)
  if (layer === undefined) return []
  return importsOf(source)
    .filter(target => !mayImport(layer, target))
    .map(target => `${source.path} → ${target}`)
}

function mayImport(layer: Layer, target: string): boolean {
  if (target.startsWith('node:')) return layer.node
  const own = [layer.folder, ...layer.from]
  if (own.some(folder => inside(target, folder))) return true
  if (/^(src|operator|packages|console|test|bench)\//.test(target)) return false
  return layer.npm === null || layer.npm.includes(packageOf(target))
}

const isOfNpm = (target: string): boolean =>
  !target.startsWith('node:') && !/^(src|operator|packages)\//.test(target)

const packageOf = (target: string): string => target.split('/', target.startsWith('@') ? 2 : 1).join('/')

describe('the core is pure', () => {
  const forbidden =
    /\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\(|\bprocess\b|\bglobalThis\b|\bawait\b|\bsetTimeout\b/
  it('no clock, no chance, no environment, no waiting', () => {
    const pure = product.filter(({ path }) => inside(path, 'src/core'))
    expect(pure.length).toBeGreaterThan(20)
    expect(pure.filter(({ text }) => forbidden.test(codeOnly(text))).map(({ path }) => path)).toEqual([])
  })

  it('elsewhere the clock, chance and environment are passed in too', () => {
    const reads = /\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\(|\bprocess\.env\b/
    const others = product.filter(({ path }) => !worldly.some(place => path.startsWith(place)))
    expect(others.filter(({ text }) => reads.test(codeOnly(text))).map(({ path }) => path)).toEqual([])
  })
})

describe('sizes', () => {
  const sized = product.filter(({ path }) => !tables.includes(path))
  const sorted = sized.map(({ lines }) => lines).sort((a, b) => a - b)
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0

  it(`no file is over ${linesMax} lines`, () => {
    expect(
      sized.filter(({ lines }) => lines > linesMax).map(({ path, lines }) => `${path} ${lines}`),
    ).toEqual([])
  })
  it(`the median is at most ${linesMedianMax}, nine in ten at most ${linesP90Max}`, () => {
    expect(at(0.5)).toBeLessThanOrEqual(linesMedianMax)
    expect(at(0.9)).toBeLessThanOrEqual(linesP90Max)
  })
})

describe('names', () => {
  it('files are kebab-case and say what they are', () => {
    const bad = product.filter(
      ({ path }) =>
        !isGoodName(
          path
            .split('/')
            .at(-1)
            ?.replace(/(\.config)?\.tsx?$/, '') ?? '',
        ),
    )
    expect(bad.map(({ path }) => path)).toEqual([])
  })
})

function isGoodName(name: string): boolean {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) return false
  if (allowedNames.includes(name)) return true
  return !bannedNames.includes(name.split('-').at(-1) ?? '')
}
