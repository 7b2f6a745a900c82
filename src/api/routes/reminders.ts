import type { Routes } from '../api.ts'
import { actorOf } from '../api.ts'
import { ok } from '../answers.ts'
import { given } from '../refusal.ts'
import { speaker } from '../spoken.ts'
import * as shape from '../shapes/reminder.ts'

/** A reminder and everything that its decision rested on (G9). */
export const reminderRoutes: Routes = (api, { desk, noteText }) => {
  api.route({
    method: 'GET',
    url: '/reminders/:id',
    config: { scope: 'customers' },
    schema: {
      tags: ['reminders'],
      operationId: 'getReminder',
      summary: 'Why this message was sent, or held back',
      description: 'Reminder ids hold "/": encode it as %2F.',
      params: shape.reminderParams,
      response: ok(shape.reminderView),
    },
    handler: async request => {
      const view = await given(desk.getReminder(request.params, actorOf(request)))
      const say = speaker(noteText, request)
      const steps = view.steps.map(note => say({ note }).note)
      return { ...view, steps, trail: view.trail.map(say) }
    },
  })
  api.route({
    method: 'POST',
    url: '/reminders/:id/resend',
    config: { scope: 'assist' },
    schema: {
      tags: ['reminders'],
      operationId: 'resendReminder',
      summary: 'Send an opened customer once more what they were told',
      description:
        'Neither "once per …" nor the daily cap hold it: at most three times a day. Consents, the allow-list, pauses and whether it is still true are asked as ever. Codes and passwords are never sent again.',
      params: shape.reminderParams,
      body: shape.resendBody,
      response: ok(shape.resent),
    },
    handler: request => given(desk.resendReminder({ ...request.params, ...request.body }, actorOf(request))),
  })
}
