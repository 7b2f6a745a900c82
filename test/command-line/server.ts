/** A running `kairos serve`, spoken to by HTTP and by its other commands. */
import { existsSync } from 'node:fs'
import { type Place, type Started, until } from './kairos.ts'

export interface Server {
  readonly started: Started
  readonly url: string
}

/** Starts it on any free port and waits until it answers. */
export async function serve(place: Place, ...args: readonly string[]): Promise<Server> {
  const started = place.start(['serve', '--port', '0', ...args])
  const [, url = ''] = await started.said(/Kairos is at (\S+) /)
  return { started, url }
}

export interface Answer {
  readonly status: number
  readonly body: Record<string, unknown>
}

/** As `curl -H "Authorization: Bearer $(cat data/api-key)"` does it. */
export async function ask(
  { url, place, path }: { readonly url: string; readonly place: Place; readonly path: string },
  body?: unknown,
): Promise<Answer> {
  const headers = {
    authorization: `Bearer ${place.read('data', 'api-key').trim()}`,
    ...(body === undefined ? {} : { 'content-type': 'application/cloudevents+json' }),
  }
  const method = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  const answer = await fetch(`${url}${path}`, { headers, ...method })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

let events = 0

/** A fact of now. */
export const fact = (type: string, subject: string, data: object): Record<string, unknown> => ({
  specversion: '1.0',
  id: `e-${(events += 1)}`,
  source: 'test',
  type,
  subject,
  time: new Date().toISOString(),
  data,
})

/** A customer for long: nothing is told of the opening, which would be said by day only. */
export const opening = (account: string, number: string): Record<string, unknown> =>
  fact('line.opened', `account:${account}`, {
    line: `${account}-1`,
    number,
    brand: 'easyown',
    planId: 'easyown-18',
    payMode: 'prepaid',
    joinedOn: '2024-02-29',
    language: 'en',
    province: 'zhejiang',
    city: 'taizhou',
  })

/** Told at once, at any hour of the day. */
export const query = (number: string): Record<string, unknown> =>
  fact('query.performed', `tel:${number}`, {
    kind: 'call-detail',
    channel: 'app',
    verifiedBy: 'service-password',
  })

export interface Message {
  readonly number: string
  readonly text: string
  readonly attempt: string
}

/** What has left for the handsets. */
export function messages(place: Place, folder = 'data'): readonly Message[] {
  if (!existsSync(place.path(folder, 'log-sms.ndjson'))) return []
  const lines = place
    .read(folder, 'log-sms.ndjson')
    .split('\n')
    .filter(line => line !== '')
  return lines.map(line => JSON.parse(line) as Message)
}

/** Waits until so many messages have left. */
export const left = (place: Place, count: number): Promise<readonly Message[]> =>
  until(`${count} messages`, () => {
    const all = messages(place)
    return all.length >= count ? all : null
  })
