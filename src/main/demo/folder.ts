/** Folders of the demo's and the simulation's own, emptied at each run. */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FolderLock } from '../../store/embedded/folder-lock.ts'
import type { Config } from '../config.ts'
import { CommandError, exitCodes } from '../exit.ts'
import { databaseFolder } from '../installation.ts'

export const demoFolder = ({ dataFolder }: Pick<Config, 'dataFolder'>): string => join(dataFolder, 'demo')
export const simulationFolder = ({ dataFolder }: Pick<Config, 'dataFolder'>): string =>
  join(dataFolder, 'simulation')

const marker = 'kairos-demo'

/**
 * Makes the folder, or empties it. One that holds anything else is left alone, and so is one in which another
 * process is at work.
 */
export function freshFolder(config: Pick<Config, 'dataFolder'>): void {
  const { dataFolder: folder } = config
  if (existsSync(folder)) {
    const isOurs = existsSync(join(folder, marker))
    if (!isOurs && readdirSync(folder).length > 0) {
      throw new CommandError(
        exitCodes.setup,
        `${folder} holds something that is not a demo: name another place with --data`,
      )
    }
    const database = databaseFolder(config)
    if (existsSync(database)) FolderLock.take(database).release()
    rmSync(folder, { recursive: true, force: true })
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(join(folder, marker), 'made by kairos demo or simulate; emptied when it runs again\n')
}
