/** Which methods an address takes, for 405: fastify itself answers 404 to a wrong method. */

export interface KnownRoute {
  readonly method: string
  readonly url: string
  /** What its config says; undefined for a route that is closed to everybody. */
  readonly scope: string | undefined
}

export class RouteTable {
  readonly all: KnownRoute[] = []

  add(route: KnownRoute): void {
    this.all.push(route)
  }

  /** Sorted, without repetition; empty when nothing is there. */
  methodsAt(url: string): readonly string[] {
    const segments = url.split('?', 1)[0]!.split('/')
    const matching = this.all.filter(route => matches(route.url.split('/'), segments))
    return [...new Set(matching.map(route => route.method))].toSorted()
  }
}

const matches = (pattern: readonly string[], segments: readonly string[]): boolean =>
  pattern.length === segments.length &&
  pattern.every((part, at) => (part.startsWith(':') ? segments[at] !== '' : part === segments[at]))
