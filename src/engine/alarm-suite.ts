/** An alarm of a stop without a warning, and what ends it (G6), on any database, with the real core. */
import { beforeEach, describe, expect, test } from 'vitest'
import { shardOf } from '../core/account/shard.ts'
import { decide } from '../core/decide.ts'
import { everyone, rule, rulebook } from '../core/sample/rulebook.ts'
import { yuan } from '../core/units.ts'
import { listAlarms } from '../store/alarm.ts'
import type { Database } from '../store/database.ts'
import { dueReminders } from '../store/reminder.ts'
import { arrival, item, minute, noon, opening, partsOn } from './small-world-suite.ts'
import type { OutcomeItem } from './turn/item.ts'
import type { TurnParts } from './turn/parts.ts'
import { runTurn } from './turn/turn.ts'

const low = rule({
  id: 'low',
  on: 'balance.crossed',
  class: 'real-time',
  ladder: 'sms',
  warnsOfArrears: true,
})
const rules = rulebook([low], { balance: [{ audience: everyone, atOrBelow: yuan(10) }] })
const surroundings = {
  rulebook: rules,
  versions: new Map([[rules.version, rules]]),
  recalled: new Set<string>(),
  pauses: [],
  channels: new Set(['sms'] as const),
  sendTo: 'everyone',
} as const
const noStops = { all: false, rules: [], versions: [], provinces: [], cities: [] }

export function alarmSuite(name: string, fresh: () => Promise<Database>): void {
  describe(`a stop without a warning on ${name}`, () => {
    let database: Database
    let parts: TurnParts

    beforeEach(async () => {
      database = await fresh()
      parts = await partsOn(database, { decide, surroundingsAt: () => surroundings })
    })

    const open = async (): Promise<readonly string[]> =>
      (await listAlarms(database, { open: true, before: Number.MAX_SAFE_INTEGER, rowsMax: 10 })).map(
        alarm => `${alarm.kind} ${alarm.account}`,
      )

    /** Low at noon and told so, restricted five minutes after that; no word of the warning yet. */
    async function restrict(account: string): Promise<void> {
      const subject = { kind: 'account', account } as const
      const balance = { subject, time: noon, data: { balanceMicroYuan: yuan(9) } }
      await runTurn(parts, [
        item(opening(account)),
        item(arrival('balance.reported', `low-${account}`, balance)),
      ])
      const due = await dueReminders(database, {
        channel: 'sms',
        now: noon,
        rowsMax: 5,
        skip: 0,
        stops: noStops,
      })
      await runTurn(
        parts,
        due.map(reminder => ({ kind: 'due', now: noon, reminder, gateway: 'g' })),
      )
      const data = { standing: 'restricted', reason: 'arrears' }
      const restricted = { subject, time: noon + 5 * minute, data }
      await runTurn(parts, [item(arrival('standing.reported', `stop-${account}`, restricted))])
    }

    const word = async (account: string, at: number): Promise<OutcomeItem> => {
      const [row] = await database.read<{ id: string }>({
        text: 'select id from attempt where account = $1',
        values: [account],
      })
      const found = { shard: shardOf(account), account, attempt: row!.id, stray: null }
      return { kind: 'outcome', now: noon + 10 * minute, outcome: 'delivered', code: '', at, ...found }
    }

    test.each([
      { says: 'is no alarm any more when word comes that the warning was in time', after: 4, left: [] },
      { says: 'stays one when the warning came after it', after: 6, left: ['restricted-unwarned A1'] },
    ])('$says', async ({ after, left }) => {
      await restrict('A1')
      await restrict('A2')
      expect((await open()).toSorted()).toEqual(['restricted-unwarned A1', 'restricted-unwarned A2'])
      await runTurn(parts, [await word('A1', noon + after * minute)])
      expect((await open()).toSorted()).toEqual([...left, 'restricted-unwarned A2'])
    })
  })
}
