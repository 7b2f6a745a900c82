/** `ingest FILE…`: facts from NDJSON files, resumable, with progress. */
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Command } from 'commander'
import { HttpInbox } from '../../intake/http-inbox.ts'
import { type FileProgress, type FileReport, ingestFile } from '../../intake/file.ts'
import { KeptPositions } from '../../intake/kept-positions.ts'
import type { Inbox } from '../../engine/inbox.ts'
import { readKey, serverUrl } from '../client.ts'
import { CommandError, exitCodes } from '../exit.ts'
import { progressBar } from '../progress.ts'
import { serve } from '../serve.ts'
import { examples } from './books.ts'
import { contextOf, type Context } from './context.ts'

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
      '\nA run that was stopped goes on where it was. Refused lines are in FILE.refused.ndjson with their reasons.',
    )
    .action(async (files: string[], _: object, command: Command) => {
      const context = contextOf(command, env)
      const { inbox, close } = await openInbox(context)
      const reports: FileReport[] = []
      try {
        for (const path of files) reports.push(await ingestOne(context, inbox, path))
      } finally {
        await close()
      }
      context.show(reports, all => all.map((report, n) => reportText(files[n] ?? '', report)).join('\n'))
      if (reports.some(report => report.ended !== 'complete' || report.tally.refused > 0)) {
        throw new CommandError(exitCodes.failed, '')
      }
    })
}

/** A running server's, or an engine of our own for as long as it takes. */
async function openInbox(context: Context): Promise<{ inbox: Inbox; close: () => Promise<void> }> {
  const url = serverUrl(context.config)
  if (url !== null) {
    return {
      inbox: new HttpInbox({ address: url, key: readKey(context.config) }),
      close: () => Promise.resolve(),
    }
  }
  const running = await serve({ ...context.config, port: 0 }, context.log)
  return { inbox: running.live.inbox, close: () => running.stop() }
}

async function ingestOne(context: Context, inbox: Inbox, path: string): Promise<FileReport> {
  const bar = progressBar(path, context.json)
  const wait = (ms: number): Promise<void> => sleep(ms)
  const positions = new KeptPositions(join(context.config.dataFolder, 'positions'))
  try {
    return await ingestFile({
      path,
      inbox,
      positions,
      patience: { wait, pausesMaxMs },
      onProgress: ({ bytes, bytesTotal, lines }: FileProgress) => bar.at(bytes, bytesTotal, `${lines} lines`),
    })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw code === 'ENOENT'
      ? new CommandError(exitCodes.usage, `${path}: no such file`)
      : new Error(message, { cause: error })
  } finally {
    bar.end()
  }
}

function reportText(path: string, { ended, lines, tally, resumedAt, refusedPath }: FileReport): string {
  const counts = Object.entries(tally).map(([state, count]) => `${state} ${count}`)
  const resumed = resumedAt > 0 ? `, resumed at byte ${resumedAt}` : ''
  const refused = refusedPath === null ? '' : `\n  refused lines and why: ${refusedPath}`
  const again = ended === 'complete' ? '' : `\n  ${ended}: run the same command again to go on`
  return `${path}: ${lines} lines${resumed}: ${counts.join(', ')}${refused}${again}`
}
