/** The stage of a demo, by the API: a server that has none says so. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exampleOf } from './fake-desk.ts'
import { stageScene, stageView } from './shapes/stage.ts'
import type { Stage } from './stage.ts'
import { openTrial, type Trial } from './trial.ts'

const asked: unknown[] = []
const told =
  <T>(answer: T) =>
  async (what?: unknown): Promise<T> => {
    asked.push(what)
    return answer
  }
const scene = exampleOf(stageScene)
const stage: Stage = {
  view: told(exampleOf(stageView)),
  wait: told(exampleOf(stageView)),
  invent: told(scene),
  scene: told(scene),
  turn: told(scene),
  write: told(scene),
  happen: async ({ what, ...of }) => {
    asked.push({ what, ...of })
    return what === 'return-home' ? { refusal: 'wrong-state', detail: 'not abroad' } : scene
  },
}

let demo: Trial
let plain: Trial
beforeAll(async () => {
  demo = await openTrial({ stage })
  plain = await openTrial()
})
afterAll(async () => {
  await demo.api.close()
  await plain.api.close()
})

const ask = (trial: Trial, address: string, payload?: object) =>
  trial.api.inject({
    method: address.split(' ')[0] as 'GET',
    url: address.split(' ')[1]!,
    headers: { ...trial.staff('operator'), 'content-type': 'application/json' },
    ...(payload === undefined ? {} : { payload }),
  })

describe('a server without a stage', () => {
  it.each([
    ['GET /stage', undefined],
    ['POST /stage/customers', { brand: 'gotone', language: 'en' }],
    ['POST /stage/customers/A1/happenings', { what: 'top-up' }],
    ['POST /stage/wait', { until: 'month' }],
  ] as const)('says so: %s', async (address, payload) => {
    const answer = await ask(plain, address, payload)
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'no-stage'])
  })

  it('the session tells whether there is one', async () => {
    expect((await ask(plain, 'GET /session')).json().hasStage).toBe(false)
    expect((await ask(demo, 'GET /session')).json().hasStage).toBe(true)
  })
})

describe('a server with a stage', () => {
  it('asks it for what was asked, and answers with the scene', async () => {
    const path = '/stage/customers/A1'
    const answers = [
      await ask(demo, 'POST /stage/customers', { brand: 'gotone', language: 'en' }),
      await ask(demo, `POST ${path}/happenings`, { what: 'arrive-abroad', mcc: '440' }),
      await ask(demo, `PUT ${path}/phone`, { isOn: false }),
      await ask(demo, `POST ${path}/messages`, { text: '2651' }),
    ]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 200, 200, 200])
    expect(answers[1]!.json()).toMatchObject({ account: scene.account, isPhoneOn: true })
    expect(asked.slice(-4)).toEqual([
      { brand: 'gotone', language: 'en' },
      { account: 'A1', what: 'arrive-abroad', mcc: '440' },
      { account: 'A1', isOn: false },
      { account: 'A1', text: '2651' },
    ])
  })

  it('what cannot happen just now is refused with the reason', async () => {
    const answer = await ask(demo, 'POST /stage/customers/A1/happenings', { what: 'return-home' })
    expect([answer.statusCode, answer.json().detail]).toEqual([409, 'not abroad'])
  })

  it('what it does not know is refused by name', async () => {
    const answer = await ask(demo, 'POST /stage/customers/A1/happenings', { what: 'win-the-lottery' })
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid-input'])
  })
})
