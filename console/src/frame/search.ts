/** What stands behind the `?` of an address may be anything: what a view does not understand it leaves out. */

type Search = Readonly<Record<string, unknown>>
type Texts<K extends string> = { readonly [name in K]?: string | undefined }

const charactersMax = 500

/** These parameters, each a text or absent. */
export const texts =
  <const K extends string>(...names: readonly K[]) =>
  (search: Search): Texts<K> => {
    const given = names.flatMap(name => {
      const value = search[name]
      const text = typeof value === 'string' || typeof value === 'number' ? `${value}` : ''
      return text === '' || text.length > charactersMax ? [] : [[name, text]]
    })
    return Object.fromEntries(given) as Texts<K>
  }
