import { siegeSuite } from './siege-suite.ts'

siegeSuite('embedded database', { postgres: () => Promise.resolve(null) })
