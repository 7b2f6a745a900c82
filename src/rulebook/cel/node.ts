/** The tree that the library parses a condition into, as the other files here walk it. */
import type { ASTNode } from '@marcbachmann/cel-js'

export type Node = ASTNode

/** The direct parts of a node; the name that a quantifier binds is not one. */
export function partsOf(node: Node): readonly Node[] {
  switch (node.op) {
    case 'value':
    case 'id':
      return []
    case '.':
    case '.?':
      return [node.args[0]]
    case 'call':
      return node.args[1]
    case 'rcall':
      return [node.args[1], ...(isQuantifier(node) ? node.args[2].slice(1) : node.args[2])]
    case 'map':
      return node.args.flat()
    case '!_':
    case '-_':
      return [node.args]
    default:
      return node.args
  }
}

/** `bucket.usedBytes` for a field of a root, `now` for a name alone; null for anything else. */
export function pathOf(node: Node): string | null {
  if (node.op === 'id') return node.args
  return node.op === '.' && node.args[0].op === 'id' ? `${node.args[0].args}.${node.args[1]}` : null
}

export type Quantifier = Extract<Node, { op: 'rcall' }> & {
  readonly args: readonly [string, Node, readonly [Node, Node]]
}

const quantifiers = new Set(['exists', 'all', 'exists_one'])

/** `list.exists(x, …)` and its kin. */
export function isQuantifier(node: Node): node is Quantifier {
  return node.op === 'rcall' && quantifiers.has(node.args[0]) && node.args[2].length === 2
}

/** The name that a quantifier gives to each entry; null where something else stands in its place. */
export function boundName(node: Quantifier): string | null {
  const first = node.args[2][0]
  return first?.op === 'id' ? first.args : null
}

/** CEL's whole numbers are bigint; ours are the plain numbers of the view, so that `limit % 100 == 0` just works. */
export function withPlainNumbers(node: Node): void {
  if (node.op === 'value') {
    if (typeof node.args === 'bigint') (node as { args: unknown }).args = Number(node.args)
    return
  }
  for (const part of partsOf(node)) withPlainNumbers(part)
}
