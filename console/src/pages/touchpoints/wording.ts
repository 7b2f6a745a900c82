/** The texts of a touchpoint as the rulebook has them, with their placeholders: read out of its YAML for the eye, not for a machine. */

export interface Wording {
  readonly id: string
  readonly text: string
}

/** The file of a touchpoint, e.g. `wording/en/08-low-balance.yaml`. */
export function wordingFile(
  files: Readonly<Record<string, string>>,
  touchpoint: string,
  language: string,
): string | undefined {
  const name = new RegExp(`^wording/${language}/(\\d+-)?${touchpoint}\\.yaml$`)
  return Object.keys(files).find(path => name.test(path))
}

/** Templates stand under their own key, two spaces in, their fields four, the lines of a folded text six. */
export function wordingIn(yaml: string): readonly Wording[] {
  const found: Wording[] = []
  let id = ''
  let isText = false
  let isTemplates = false
  for (const line of yaml.split('\n')) {
    if (/^\S/.test(line) && !line.startsWith('#')) isTemplates = line.startsWith('templates:')
    if (!isTemplates) continue
    const template = /^ {2}([a-z0-9-]+):\s*(#.*)?$/.exec(line)
    const field = /^ {4}([a-z-]+):\s*(.*)$/.exec(line)
    if (template) id = template[1]!
    if (template || field) isText = false
    if (field?.[1] === 'text') {
      isText = true
      found.push({ id, text: /^[>|]/.test(field[2]!) ? '' : unquoted(field[2]!) })
    } else if (isText && line.startsWith('      ')) {
      const last = found.pop()!
      found.push({ id, text: `${last.text} ${line.trim()}`.trim() })
    }
  }
  return found
}

const unquoted = (text: string): string => text.replace(/^(['"])(.*)\1$/, '$2').replaceAll("''", "'")
