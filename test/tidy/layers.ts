/**
 * The architecture as a table: each part of the tree may import from the parts named beside it and from
 * itself, nothing else. `npm` lists the packages a part may use; null = any that package.json has.
 */
export interface Layer {
  readonly folder: string
  readonly from: readonly string[]
  readonly npm: readonly string[] | null
  /** May it use node's own modules? */
  readonly node: boolean
}

const core = 'src/core'
const engineSide = [core, 'src/rulebook', 'src/store', 'src/channels', 'packages']

export const layers: readonly Layer[] = [
  { folder: 'packages', from: [], npm: [], node: true },
  {
    folder: core,
    from: [],
    npm: ['zod', 'liquidjs', 'temporal-polyfill', '@marcbachmann/cel-js'],
    node: false,
  },
  { folder: 'src/rulebook', from: [core], npm: null, node: true },
  { folder: 'src/store', from: [core, 'src/rulebook'], npm: null, node: true },
  { folder: 'src/channels', from: [core, 'src/rulebook', 'src/store', 'packages'], npm: null, node: true },
  { folder: 'src/engine', from: engineSide, npm: null, node: true },
  { folder: 'src/intake', from: [...engineSide, 'src/engine'], npm: null, node: true },
  { folder: 'src/api', from: [...engineSide, 'src/engine', 'src/intake'], npm: null, node: true },
  {
    folder: 'operator',
    from: ['packages', 'src/core/event', 'src/core/units.ts'],
    npm: ['zod', 'temporal-polyfill'],
    node: true,
  },
  {
    folder: 'src/main',
    from: [...engineSide, 'src/engine', 'src/intake', 'src/api', 'operator'],
    npm: null,
    node: true,
  },
  // Runs in a browser and knows the rest by its API alone; around it stand the scripts that build it.
  { folder: 'console/src', from: [], npm: null, node: false },
  { folder: 'console', from: [], npm: null, node: true },
]

/** Tests may reach everything: they cross folders by their nature. */
export const free = ['test', 'bench', 'compare']

/** Not as names of files, alone or as the last part. */
export const bannedNames = [
  'manager',
  'service',
  'handler',
  'helper',
  'helpers',
  'util',
  'utils',
  'common',
  'data',
  'info',
  'base',
  'impl',
  'misc',
  'types',
  'lib',
  'interfaces',
  'consts',
  'constants',
]

/** Telecom senses of a banned word. */
export const allowedNames = ['data-usage', 'data-service']

/** Only these may read the clock, chance or the environment. */
export const worldly = ['src/main/', 'src/engine/clock.ts']

export const linesMax = 400
export const linesMedianMax = 80
export const linesP90Max = 250
/** Tables of data, exempt from sizes by name. */
export const tables: readonly string[] = []
