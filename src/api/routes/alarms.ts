import type { Routes } from '../api.ts'
import { actorOf } from '../api.ts'
import { ok } from '../answers.ts'
import { given } from '../refusal.ts'
import { alarmPage, alarmsQuery } from '../shapes/alarm.ts'

const tags = ['operation']

export const alarmRoutes: Routes = (api, { desk }) => {
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
    handler: request => given(desk.listAlarms(request.query, actorOf(request))),
  })
}
