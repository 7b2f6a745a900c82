import type { Routes } from '../api.ts'
import { actorOf } from '../api.ts'
import { ok } from '../answers.ts'
import { given } from '../refusal.ts'
import { speaker } from '../spoken.ts'
import { alarmPage, alarmsQuery } from '../shapes/alarm.ts'

const tags = ['operation']

export const alarmRoutes: Routes = (api, { desk, noteText }) => {
  api.route({
    method: 'GET',
    url: '/alarms',
    config: { scope: 'read' },
    schema: {
      tags,
      operationId: 'listAlarms',
      summary: 'What staff should look at',
      querystring: alarmsQuery,
      response: ok(alarmPage),
    },
    handler: async request => {
      const { items, next } = await given(desk.listAlarms(request.query, actorOf(request)))
      return { items: items.map(speaker(noteText, request)), next }
    },
  })
}
