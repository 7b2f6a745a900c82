import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sound } from './broken/sound-rulebook.ts'
import { fileCharactersMax } from './bundle.ts'
import { loadRulebook, readBundle } from './folder.ts'

describe('a folder', () => {
  let folder = ''

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kairos-rulebook-'))
    for (const [path, text] of Object.entries(sound)) write(path, text)
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  function write(path: string, content: string | Uint8Array): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }

  it('is the same rulebook as its bundle', () => {
    expect(readBundle(folder)).toEqual({ bundle: sound, faults: [] })
    expect(loadRulebook(folder).rulebook?.rules.size).toBe(4)
  })

  it('may hold other things beside: schemas, notes, hidden files', () => {
    write('schema/codes.schema.json', '{}')
    write('schema/odd.yaml', 'x: [')
    write('.git/config.yaml', 'x: [')
    write('README.md', '# ours')
    expect(readBundle(folder)).toEqual({ bundle: sound, faults: [] })
  })

  it.each([
    ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x00]), 'not-text'],
    ['a text beyond the limit', '#'.repeat(fileCharactersMax * 3 + 1), 'too-big'],
  ])('with %s is refused by name', (_, content, code) => {
    write('policy/sources.yaml', content)
    const { rulebook, faults } = loadRulebook(folder)
    expect(rulebook).toBeNull()
    expect(faults).toMatchObject([{ file: 'policy/sources.yaml', line: 1, column: 1, code }])
  })

  it('that is not there is an error of the file system', () => {
    expect(() => loadRulebook(join(folder, 'none'))).toThrow(/ENOENT/)
  })
})
