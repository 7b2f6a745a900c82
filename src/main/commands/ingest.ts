/** `ingest FILE…`: facts from NDJSON files, resumable, with progress. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Command } from 'commander'
import { realClock } from '../../engine/clock.ts'
import type { Inbox } from '../../engine/inbox.ts'
import { type FileProgress, type FileReport, ingestFile } from '../../intake/file.ts'
import { HttpInbox } from '../../intake/http-inbox.ts'
import { KeptPositions } from '../../intake/kept-positions.ts'
import { keyFileOf, livingServer, readKey } from '../client.ts'
import { CommandError, exitCodes } from '../exit.ts'
import { installationId } from '../installation.ts'
import { progressBar } from '../progress.ts'
import { serve } from '../serve.ts'
import { askedToEnd, type Ending } from '../signals.ts'
import { contextOf, type Context } from './context.ts'
import { examples } from './teaching.ts'

/** How long one file waits in all for an engine that is behind. */
const pausesMaxMs = 600_000

export function ingestCommand(program: Command, env: Context['env']): void {
  program
    .command('ingest <files...>')
    .description(
      'take in NDJSON files of CloudEvents, live: old facts update state, what is past its use is withheld',
    )
    .addHelpText('after', examples('ingest facts.ndjson', 'ingest --json day-*.ndjson'))
    .addHelpText(
      'after',
      '\nA run that was stopped goes on where it was. Refused lines are in FILE.refused.ndjson with their reasons: mend\nthem and take them in as a file of their own. Without a server an engine runs for as long as it takes.',
    )
    .action(async (files: string[], _: object, command: Command) => {
      const context = contextOf(command, env)
      for (const path of files) requireFile(path)
      const ending = askedToEnd()
      const intake = await openIntake(context)
      const reports: Told[] = []
      try {
        for (const path of files) {
          if (!ending.signal.aborted) reports.push(await ingestOne(context, { intake, path, ending }))
        }
      } finally {
        await intake.close()
      }
      context.show(reports, all => all.map(reportText).join('\n'))
      const isWhole = reports.length === files.length
      if (!isWhole || reports.some(report => report.ended !== 'complete' || report.tally.refused > 0))
        throw new CommandError(exitCodes.failed, '')
    })
}

/** All of them are looked for before the first is taken in. */
function requireFile(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) throw new CommandError(exitCodes.usage, `${path}: no such file`)
  if (!found.isFile()) throw new CommandError(exitCodes.usage, `${path} is not a file`)
}

/** A running server's, or an engine of our own for as long as it takes. */
async function openIntake({ config, keyFile, log }: Context): Promise<Intake> {
  const server = await livingServer(config)
  if (server !== null) {
    const key = readKey(keyFileOf(config, keyFile).path)
    const inbox = new HttpInbox({ address: server.url, key })
    return { inbox, installation: server.installation, close: () => Promise.resolve() }
  }
  const running = await serve({ ...config, port: 0 }, log, { isPolite: true })
  const installation = installationId(running.installation.install)
  return { inbox: running.live.inbox, installation, close: () => running.stop() }
}

interface Intake {
  readonly inbox: Inbox
  /** Positions in files belong to it: what another database has taken in is not in this one. */
  readonly installation: string
  close(): Promise<void>
}

interface One {
  readonly intake: Intake
  readonly path: string
  readonly ending: Ending
}

async function ingestOne(context: Context, { intake, path, ending }: One): Promise<Told> {
  const bar = progressBar({ title: path, quiet: context.json, clock: realClock })
  const { inbox, installation } = intake
  const positions = new KeptPositions(join(context.config.dataFolder, 'positions', installation))
  try {
    const report = await ingestFile({
      path,
      inbox,
      positions,
      patience: { wait: ms => sleep(ms), pausesMaxMs },
      onProgress: ({ bytes, bytesTotal, lines }: FileProgress) => bar.at(bytes, bytesTotal, `${lines} lines`),
      stop: ending.signal,
    })
    return { path, ...report }
  } catch (error) {
    // What the server says to it, and would say again.
    if (inbox instanceof HttpInbox) throw new CommandError(exitCodes.server, (error as Error).message)
    throw error
  } finally {
    bar.end()
  }
}

type Told = FileReport & { readonly path: string }

function reportText({ path, ended, bytesTotal, lines, tally, resumedAt, refusedPath }: Told): string {
  const counts = Object.entries(tally).map(([state, count]) => `${state} ${count}`)
  const before = resumedAt === bytesTotal ? 'all of it taken in before' : `gone on from byte ${resumedAt}`
  const resumed = resumedAt > 0 ? ` (${before})` : ''
  const refused = refusedPath === null ? '' : `\n  refused lines and why: ${refusedPath}`
  const again = ended === 'complete' ? '' : `\n  ${ended}: run the same command again to go on`
  return `${path}: ${lines} lines${resumed}: ${counts.join(', ')}${refused}${again}`
}
