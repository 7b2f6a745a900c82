/**
 * Where the data files are found that come along: the folder of package.json. In a checkout this file runs from
 * `src/main`; in an installed package, compiled, from `dist/program/src/main`, since Node strips no types there.
 */
import { extname } from 'node:path'

export const packageRoot = new URL(
  extname(import.meta.url) === '.ts' ? '../../' : '../../../../',
  import.meta.url,
)
