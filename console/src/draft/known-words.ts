/** What a file may name that stands in another: rules, messages, ladders, codes. */
import { contentOf, type Texts } from './book.ts'
import { valueAt } from './yaml-edit.ts'

const keysAt = (files: Texts, path: string, key: string): string[] => {
  const held = valueAt(contentOf(files, path), [key])
  return typeof held === 'object' && held !== null ? Object.keys(held) : []
}

const idsAt = (files: Texts, path: string, key: string): string[] => {
  const held = valueAt(contentOf(files, path), [key])
  return Array.isArray(held)
    ? held.flatMap(entry => [valueAt(entry, ['id'])].filter(id => typeof id === 'string'))
    : []
}

export function wordsOf(files: Texts): Readonly<Record<string, readonly string[]>> {
  const paths = Object.keys(files)
  const rules = paths
    .filter(path => path.startsWith('touchpoints/'))
    .flatMap(path => idsAt(files, path, 'rules'))
  const codes = keysAt(files, 'codes.yaml', 'codes')
  return {
    rules,
    supersedes: rules,
    'instead-of': rules,
    template: paths
      .filter(path => path.startsWith('wording/zh-CN/'))
      .flatMap(path => keysAt(files, path, 'templates')),
    ladder: keysAt(files, 'policy/planning.yaml', 'ladders'),
    cancel: codes,
  }
}
