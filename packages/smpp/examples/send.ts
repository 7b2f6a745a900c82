import { Client, FakeCentre, makeAnswer, makePdu, partsOf, plays, readReceipt } from '../src/index.ts'

const elapsed = () => performance.now()
const chance = Math.random

// A centre of our own, so that this runs anywhere. Each message is reported as delivered after 50 ms.
const centre = new FakeCentre({
  host: '127.0.0.1',
  port: 0,
  tls: null,
  elapsed,
  chance,
  systemId: 'FAKE',
  accounts: new Map([['kairos', 'secret']]),
  play: () => plays.reported('delivered', 50),
  now: Date.now,
  after: (afterMs, act) => void setTimeout(act, afterMs),
  offsetMinutes: 480,
  idsInAnswers: 'decimal',
  idsInReceipts: 'decimal',
  alphabet: 'gsm7',
})

const delivered = Promise.withResolvers<void>()
const client = new Client({
  host: '127.0.0.1',
  port: await centre.listen(),
  tls: null,
  bind: 'bind_transceiver',
  account: { systemId: 'kairos', password: 'secret' },
  elapsed,
  chance,
  listener: {
    asked(request, answer) {
      if (request.command !== 'deliver_sm') return
      const receipt = readReceipt(request)
      if (receipt) console.log(`${receipt.id} ${receipt.state}`)
      answer(makeAnswer(request))
      delivered.resolve()
    },
    answeredLate: request => console.log(`${request.sequence} was answered after all`),
    changed: change => console.log(change.to),
  },
})
client.start()
while (client.room() === 0) await new Promise(resolve => setTimeout(resolve, 10))

for (const part of partsOf('您的流量已用80%，剩余100MB。', { coding: 'ucs2', style: 'udh8', reference: 1 })) {
  const submit = makePdu('submit_sm', {
    source: { ton: 0, npi: 1, number: '10086' },
    destination: { ton: 1, npi: 1, number: '8613800000001' },
    registeredDelivery: 1,
    esmClass: part.esmClassBits,
    dataCoding: 8,
    message: part.message,
  })
  const outcome = await client.request(submit)
  if (outcome.state !== 'answered' || outcome.answer.command !== 'submit_sm_resp')
    throw new Error(outcome.state)
  console.log(`${outcome.answer.body.messageId} taken`)
}

await delivered.promise
await client.close(1_000)
await centre.close(1_000)
